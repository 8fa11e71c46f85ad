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
    let within = starts.reaching(scratch.bytes(program.length), scratch.partShift)
    let frame = scratch.reach.open(stateCount: program.stateCount)
    let everywhere = OffsetRange(low: 0, high: Int32(haystack.bytes.count))
    for state in 0..<program.stateCount {
      let start = scratch.reach.end
      let isAccepting = programs.isAccepting(state, program)
      if isAccepting { scratch.reach.append(everywhere) }
      for index in programs.edges(state, program) {
        let edge = programs.edges[index]
        if scratch.reach.isEmpty(Int(edge.target), frame) { continue }
        let parts = state == program.stateCount - 1 ? starts : within
        if case .list(let list) = edge.step {
          guard fill(Int(list), beginningIn: parts, haystack, &scratch) else { continue }
        }
        if !isAccepting { lead(edge, within: parts, frame, haystack, &scratch) }
      }
      scratch.reach.assign(state, from: start, frame)
    }
    return frame
  }

  /// Makes sure that the matches of the list are known if one of them begins in these parts; whether one does.
  private func fill(
    _ list: Int, beginningIn parts: TextParts, _ haystack: Haystack, _ scratch: inout SearchScratch
  ) -> Bool {
    if let pattern = numbers.pattern(of: list) {
      joinInner(PatternID(index: pattern), haystack, &scratch)
      return scratch.parts[list].overlaps(parts)
    }
    guard scratch.parts[list].overlaps(parts) else { return false }
    scratch.fill(list, numbers)
    return true
  }

  /// Adds the offsets from which the edge, whose list is filled, leads to where its target goes on.
  private func lead(
    _ edge: ProgramTable.Edge, within parts: TextParts, _ frame: ReachTable.Frame,
    _ haystack: Haystack, _ scratch: inout SearchScratch
  ) {
    switch edge.step {
    case .list(let list):
      let place = scratch.lists[Int(list)].place
      let first = scratch.firstMatch(
        in: place.range, from: parts.extent(scratch.partShift).lowerBound)
      scratch.reach.appendStarts(
        of: scratch.matches, in: first..<place.range.upperBound, within: parts, scratch.partShift,
        leadingTo: Int(edge.target), frame)
    case .gap(let minimum, let maximum):
      for place in scratch.reach.places(Int(edge.target), frame) {
        let reached = scratch.textPlaces.reached(
          Int(minimum), Int(maximum), to: scratch.reach[place], haystack)
        if let reached { scratch.reach.append(reached) }
      }
    case .han(let minimum, let maximum):
      for place in scratch.reach.places(Int(edge.target), frame) {
        let reached = scratch.textPlaces.reachedByHan(
          Int(minimum), Int(maximum), to: scratch.reach[place])
        if let reached { scratch.reach.append(reached) }
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
