import SourceText

/// Finds for each state of a program, the last one first, from where what is left of the pattern can
/// follow.
///
/// Most of what a pattern begins with leads nowhere: of 15 starts of a pattern of the default pack one
/// or two became matches, and every one was tried. Going backwards costs a look at each match of each
/// list once, finds no list worth filling where nothing can follow it, and leaves the join no way to
/// go in vain but what lies between the places of a gap.
extension PatternSet {
  /// Opens a frame in `scratch.reach` and fills it for the states of the program, and the lists that
  /// lead to where something follows, for matches that begin in these parts of the text.
  ///
  /// - Complexity: O(matches of the lists of its edges), apart from a sort where states have several.
  func sweep(
    _ program: ProgramTable.Program, from starts: TextParts, _ haystack: Haystack,
    _ scratch: inout SearchScratch
  ) -> ReachTable.Frame {
    let extent = starts.extent(scratch.partShift)
    let reach = extent.lowerBound..<extent.upperBound + scratch.bytes(program.length)
    let frame = scratch.reach.open(stateCount: program.stateCount)
    let everywhere = OffsetRange(low: 0, high: Int32(haystack.bytes.count))
    for state in 0..<program.stateCount {
      let start = scratch.reach.end
      let isAccepting = programs.isAccepting(state, program)
      if isAccepting { scratch.reach.append(everywhere) }
      for index in programs.edges(state, program) {
        let edge = programs.edges[index]
        if scratch.reach.isEmpty(Int(edge.target), frame) { continue }
        if case .list(let list) = edge.step { fill(Int(list), haystack, &scratch) }
        if !isAccepting { lead(edge, within: reach, frame, haystack, &scratch) }
      }
      scratch.reach.assign(state, from: start, frame)
    }
    return frame
  }

  /// Adds the offsets from which the edge, whose list is filled, leads to where its target goes on.
  private func lead(
    _ edge: ProgramTable.Edge, within reach: Range<Int>, _ frame: ReachTable.Frame,
    _ haystack: Haystack, _ scratch: inout SearchScratch
  ) {
    switch edge.step {
    case .list(let list):
      let place = scratch.lists[Int(list)].place
      leadThrough(place, within: reach, Int(edge.target), frame, &scratch)
    case .gap(let minimum, let maximum):
      for place in scratch.reach.places(Int(edge.target), frame) {
        let reached = scratch.textPlaces.reached(
          Int(minimum), Int(maximum), to: scratch.reach[place], haystack)
        if let reached { scratch.reach.append(reached) }
      }
    case .han:
      for place in scratch.reach.places(Int(edge.target), frame) {
        guard let before = scratch.textPlaces.before(scratch.reach[place]) else { continue }
        if before.low < before.high || HanCharacter.begins(haystack.bytes, at: Int(before.low)) {
          scratch.reach.append(before)
        }
      }
    case .lookahead:
      for place in scratch.reach.places(Int(edge.target), frame) {
        scratch.reach.append(scratch.reach[place])
      }
    case .start(let kind):
      keepEdges(haystack.windows(kind).span, atStart: true, Int(edge.target), frame, &scratch)
    case .end(let kind):
      keepEdges(haystack.windows(kind).span, atStart: false, Int(edge.target), frame, &scratch)
    }
  }

  /// Adds the starts of those matches of a list, beginning in `reach`, whose ends the target goes on from.
  private func leadThrough(
    _ list: SearchScratch.Place, within reach: Range<Int>, _ target: Int,
    _ frame: ReachTable.Frame, _ scratch: inout SearchScratch
  ) {
    let places = scratch.reach.places(target, frame)
    var place = places.lowerBound
    var last: Int32 = -1
    let first = scratch.firstMatch(in: list.range, from: reach.lowerBound)
    for index in first..<list.range.upperBound {
      let match = scratch.matches[index]
      if Int(match.start) >= reach.upperBound { break }
      // Ends ascend almost as starts do, so that the next one is found near the last.
      while place > places.lowerBound, scratch.reach[place - 1].high >= match.end { place -= 1 }
      while place < places.upperBound, scratch.reach[place].high < match.end { place += 1 }
      guard place < places.upperBound, scratch.reach[place].low <= match.end, match.start != last
      else { continue }
      last = match.start
      scratch.reach.append(OffsetRange(low: last, high: last))
    }
  }

  /// Adds those offsets from which the target goes on that are edges of windows.
  private func keepEdges(
    _ windows: Span<Window>, atStart: Bool, _ target: Int, _ frame: ReachTable.Frame,
    _ scratch: inout SearchScratch
  ) {
    func edge(_ index: Int) -> Int32 { atStart ? windows[index].start : windows[index].end }
    var low = 0
    for place in scratch.reach.places(target, frame) {
      let range = scratch.reach[place]
      var high = windows.count
      while low < high {
        let middle = (low + high) / 2
        if edge(middle) < range.low { low = middle + 1 } else { high = middle }
      }
      while low < windows.count {
        let offset = edge(low)
        guard offset <= range.high else { break }
        scratch.reach.append(OffsetRange(low: offset, high: offset))
        low += 1
      }
    }
  }
}
