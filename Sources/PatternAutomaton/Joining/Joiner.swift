import SourceText

/// Runs programs over the matches of one text, from places and to places only from which what is left
/// of the pattern can follow.
struct Joiner {
  let table: ProgramTable
  let program: ProgramTable.Program
  let haystack: Haystack
  /// What `PatternSet.sweep` found for the program.
  let frame: ReachTable.Frame

  /// Leaves the spans of the program's matches in `scratch.spans`, sorted.
  ///
  /// Where there are more than `scratch.mostSpans`, the longest of each start only.
  ///
  /// - Complexity: for each start at most the program's edges times its longest match times its widest gap,
  ///   in characters.
  func join(_ scratch: inout SearchScratch) {
    scratch.spans.removeAll(keepingCapacity: true)
    if !scratch.followed.isEmpty { scratch.followed.removeAll(keepingCapacity: true) }
    var keepsLongest = program.keepsLongest
    for place in scratch.reach.places(program.stateCount - 1, frame) {
      let range = scratch.reach[place]
      var start = Int(range.low)
      while true {
        join(from: start, keepsLongest: keepsLongest, &scratch)
        if !keepsLongest, scratch.spans.count > scratch.mostSpans {
          scratch.keepLongestSpans()
          keepsLongest = true
        }
        guard start < Int(range.high) else { break }
        start = scratch.textPlaces.after(start)
      }
    }
  }

  private func join(from start: Int, keepsLongest: Bool, _ scratch: inout SearchScratch) {
    let first = scratch.spans.count
    var longest = -1
    scratch.places.restart(program.stateCount - 1, start)
    var next = 0
    while next < scratch.places.count {
      let place = scratch.places[next]
      next += 1
      let state = JoinPlaces.state(place)
      let offset = JoinPlaces.offset(place)
      var isEnd = table.isAccepting(state, program)
      for index in table.edges(state, program) {
        let edge = table.edges[index]
        if scratch.reach.isEmpty(Int(edge.target), frame) { continue }
        if case .lookahead = edge.step {
          isEnd = isEnd || follows(Int(edge.target), offset, &scratch)
        } else {
          step(edge, offset, &scratch)
        }
      }
      guard isEnd else { continue }
      if keepsLongest {
        longest = max(longest, offset)
      } else {
        scratch.spans.append(Match(start: Int32(start), end: Int32(offset)))
      }
    }
    if longest >= 0 { scratch.spans.append(Match(start: Int32(start), end: Int32(longest))) }
    guard scratch.spans.count - first > 1 else { return }
    scratch.spans.sortDroppingRepeats(from: first)
  }

  /// Whether what is left of the pattern from a state on follows at `offset`; each place is looked at once for
  /// all starts.
  ///
  /// The sweep does not tell: its ranges hold offsets from which a gap or a Han character leads nowhere.
  private func follows(_ state: Int, _ offset: Int, _ scratch: inout SearchScratch) -> Bool {
    guard scratch.reach.contains(offset, state, frame) else { return false }
    let key = JoinPlaces.place(state, offset)
    if let known = scratch.followed[key] { return known }
    swap(&scratch.places, &scratch.placesAhead)
    scratch.places.restart(state, offset)
    var isFound = false
    var next = 0
    while next < scratch.places.count, !isFound {
      let place = scratch.places[next]
      next += 1
      let state = JoinPlaces.state(place)
      isFound = table.isAccepting(state, program)
      for index in table.edges(state, program) where !isFound {
        let edge = table.edges[index]
        if scratch.reach.isEmpty(Int(edge.target), frame) { continue }
        step(edge, JoinPlaces.offset(place), &scratch)
      }
    }
    swap(&scratch.places, &scratch.placesAhead)
    scratch.followed[key] = isFound
    return isFound
  }

  @inline(__always)
  private func visit(_ state: Int32, _ offset: Int32, _ scratch: inout SearchScratch) {
    guard scratch.reach.contains(Int(offset), Int(state), frame) else { return }
    scratch.places.visit(Int(state), Int(offset))
  }

  private func step(
    _ edge: ProgramTable.Edge, _ offset: Int, _ scratch: inout SearchScratch
  ) {
    switch edge.step {
    case .list(let list):
      visitEnds(of: Int(list), startingIn: offset, through: offset, edge.target, &scratch)
    case .han(let minimum, let maximum):
      let reached = scratch.textPlaces.reachByHan(Int(minimum), Int(maximum), from: offset)
      if let reached { cross(to: reached, Int(edge.target), &scratch) }
    case .gap(let minimum, let maximum):
      let reached = scratch.textPlaces.reach(
        Int(minimum), Int(maximum), from: offset, haystack)
      if let reached { cross(to: reached, Int(edge.target), &scratch) }
    case .start(let kind):
      if isEdge(kind, offset, atStart: true) { visit(edge.target, Int32(offset), &scratch) }
    case .end(let kind):
      if isEdge(kind, offset, atStart: false) { visit(edge.target, Int32(offset), &scratch) }
    case .lookahead: visit(edge.target, Int32(offset), &scratch)
    }
  }

  /// Goes on behind the matches of a list that start between two offsets.
  private func visitEnds(
    of list: Int, startingIn first: Int, through last: Int, _ target: Int32,
    _ scratch: inout SearchScratch
  ) {
    let range = scratch.lists[list].place.range
    var index = scratch.firstMatch(in: range, from: first)
    while index < range.upperBound, Int(scratch.matches[index].start) <= last {
      visit(target, scratch.matches[index].end, &scratch)
      index += 1
    }
  }

  /// Crosses a gap or Han characters in a row: over the lists of the target at once, or to each place behind the gap where the target
  /// accepts or goes on by other steps.
  ///
  /// Those steps wait for the work list, which takes them once for each place: taken here, they would cross
  /// the next gap again for each place of this one, and so on with each gap more.
  private func cross(
    to reached: (nearest: Int, furthest: Int), _ target: Int, _ scratch: inout SearchScratch
  ) {
    let (nearest, furthest) = reached
    if stops(at: target, &scratch) {
      // Each end counts, not the furthest only: a pattern that refers to this one may go on from it.
      var place = nearest
      while true {
        visit(Int32(target), Int32(place), &scratch)
        guard place < furthest else { return }
        place = scratch.textPlaces.after(place)
      }
    }
    for index in table.edges(target, program) {
      let edge = table.edges[index]
      guard case .list(let list) = edge.step, !scratch.reach.isEmpty(Int(edge.target), frame)
      else { continue }
      visitEnds(of: Int(list), startingIn: nearest, through: furthest, edge.target, &scratch)
    }
  }

  /// Whether a gap must be crossed to each of its places: the state accepts, or reads no list.
  private func stops(at state: Int, _ scratch: inout SearchScratch) -> Bool {
    if table.isAccepting(state, program) { return true }
    for index in table.edges(state, program) {
      let edge = table.edges[index]
      if case .list = edge.step { continue }
      if !scratch.reach.isEmpty(Int(edge.target), frame) { return true }
    }
    return false
  }

  private func isEdge(_ kind: WindowEdge, _ offset: Int, atStart: Bool) -> Bool {
    let windows = haystack.windows(kind).span
    var index = Self.windowIndex(windows, at: offset)
    while index < windows.count, Int(windows[index].start) <= offset {
      let edge = atStart ? windows[index].start : windows[index].end
      if Int(edge) == offset { return true }
      index += 1
    }
    return false
  }

  /// The index of the first window that ends at or after `offset`.
  private static func windowIndex(_ windows: Span<Window>, at offset: Int) -> Int {
    var low = 0
    var high = windows.count
    while low < high {
      let middle = (low + high) / 2
      if Int(windows[middle].end) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
