/// Runs programs over the matches of one text.
struct Joiner {
  let haystack: Haystack

  /// Leaves all spans of the program's matches in `scratch.spans`, sorted.
  func join(_ program: PatternProgram, _ scratch: inout SearchScratch) {
    scratch.spans.removeAll(keepingCapacity: true)
    collectStarts(program, &scratch)
    for start in scratch.starts { run(program, from: start, &scratch) }
    PatternSet.sort(&scratch.spans)
  }

  /// The offsets where a match can begin, ascending.
  private func collectStarts(_ program: PatternProgram, _ scratch: inout SearchScratch) {
    scratch.starts.removeAll(keepingCapacity: true)
    let bytes = haystack.bytes.span
    for anchor in program.anchors {
      for match in scratch.lists[anchor.list] {
        var position = Int(match.start)
        var distance = 0
        while distance <= anchor.maximumBefore {
          if distance >= anchor.minimumBefore { scratch.starts.append(Int32(position)) }
          guard position > 0 else { break }
          position = Characters.before(position, bytes)
          distance += 1
        }
      }
    }
    for edge in program.edgeAnchors {
      for window in haystack.windows(edge) { scratch.starts.append(window.start) }
    }
    scratch.starts.sort()
    var kept = 0
    for index in scratch.starts.indices
    where index == 0 || scratch.starts[index] != scratch.starts[kept - 1] {
      scratch.starts[kept] = scratch.starts[index]
      kept += 1
    }
    scratch.starts.removeLast(scratch.starts.count - kept)
  }

  /// Follows every way through the program from `start`; each state and offset is visited once.
  private func run(_ program: PatternProgram, from start: Int32, _ scratch: inout SearchScratch) {
    scratch.work.removeAll(keepingCapacity: true)
    scratch.work.append(Self.place(0, Int(start)))
    var seen: Set<UInt64> = []
    var next = 0
    while next < scratch.work.count {
      let place = scratch.work[next]
      next += 1
      let state = Int(place >> 32)
      let position = Int(place & 0xFFFF_FFFF)
      if program.isAccepting[state] {
        scratch.spans.append(Match(start: start, end: Int32(position)))
      }
      for edge in program.edges[state] {
        step(edge, position, program, &scratch, &seen)
      }
    }
  }

  private static func place(_ state: Int, _ position: Int) -> UInt64 {
    UInt64(state) << 32 | UInt64(position)
  }

  private func visit(
    _ state: Int, _ position: Int, _ scratch: inout SearchScratch, _ seen: inout Set<UInt64>
  ) {
    // Most searches touch a handful of places, for which looking through them beats hashing.
    let fewPlaces = 24
    let place = Self.place(state, position)
    if scratch.work.count < fewPlaces {
      if scratch.work.contains(place) { return }
    } else {
      if seen.isEmpty { seen.formUnion(scratch.work) }
      if !seen.insert(place).inserted { return }
    }
    scratch.work.append(place)
  }

  private func step(
    _ edge: PatternProgram.Edge, _ position: Int, _ program: PatternProgram,
    _ scratch: inout SearchScratch, _ seen: inout Set<UInt64>
  ) {
    switch edge.step {
    case .list(let list):
      var index = Self.firstIndex(scratch.lists[list], from: position)
      while index < scratch.lists[list].count, Int(scratch.lists[list][index].start) == position {
        visit(edge.target, Int(scratch.lists[list][index].end), &scratch, &seen)
        index += 1
      }
    case .han:
      let bytes = haystack.bytes.span
      guard position < bytes.count, Characters.isHan(Characters.scalar(position, bytes)) else {
        return
      }
      visit(edge.target, Characters.after(position, bytes), &scratch, &seen)
    case .gap(let minimum, let maximum):
      cross(minimum, maximum, position, edge.target, program, &scratch, &seen)
    case .start(let kind):
      if window(kind, at: position, \.start) { visit(edge.target, position, &scratch, &seen) }
    case .end(let kind):
      if window(kind, at: position, \.end) { visit(edge.target, position, &scratch, &seen) }
    }
  }

  /// Crosses a gap to every place from which the target's steps go on.
  private func cross(
    _ minimum: Int, _ maximum: Int, _ position: Int, _ target: Int, _ program: PatternProgram,
    _ scratch: inout SearchScratch, _ seen: inout Set<UInt64>
  ) {
    guard let (nearest, furthest) = reach(minimum, maximum, from: position) else { return }
    for edge in program.edges[target] {
      if case .list(let list) = edge.step {
        var index = Self.firstIndex(scratch.lists[list], from: nearest)
        while index < scratch.lists[list].count, Int(scratch.lists[list][index].start) <= furthest {
          visit(edge.target, Int(scratch.lists[list][index].end), &scratch, &seen)
          index += 1
        }
      } else {
        let bytes = haystack.bytes.span
        var place = nearest
        while place <= furthest {
          step(edge, place, program, &scratch, &seen)
          guard place < bytes.count else { break }
          place = Characters.after(place, bytes)
        }
      }
    }
    if program.isAccepting[target] { visit(target, furthest, &scratch, &seen) }
  }

  /// The first and last offset that a gap from `position` leads to, or nil where the clause ends
  /// before `minimum` characters.
  private func reach(_ minimum: Int, _ maximum: Int, from position: Int) -> (Int, Int)? {
    let bytes = haystack.bytes.span
    var limit = position
    let index = Self.windowIndex(haystack.clauses, at: position)
    if index < haystack.clauses.count, Int(haystack.clauses[index].start) <= position {
      limit = Int(haystack.clauses[index].end)
    }
    var nearest = minimum == 0 ? position : -1
    var place = position
    var count = 0
    while count < maximum, place < limit {
      place = Characters.after(place, bytes)
      count += 1
      if count == minimum { nearest = place }
    }
    return nearest < 0 ? nil : (nearest, place)
  }

  /// The index of the first window that ends at or after `position`.
  private static func windowIndex(_ windows: [Window], at position: Int) -> Int {
    var low = 0
    var high = windows.count
    while low < high {
      let middle = (low + high) / 2
      if Int(windows[middle].end) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func window(
    _ kind: WindowEdge, at position: Int, _ edge: KeyPath<Window, Int32>
  ) -> Bool {
    let windows = haystack.windows(kind)
    var index = Self.windowIndex(windows, at: position)
    while index < windows.count, Int(windows[index].start) <= position {
      if Int(windows[index][keyPath: edge]) == position { return true }
      index += 1
    }
    return false
  }

  private static func firstIndex(_ matches: [Match], from position: Int) -> Int {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if Int(matches[middle].start) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
