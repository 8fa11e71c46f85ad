/// Runs programs over the matches of one text.
struct Joiner {
  let haystack: Haystack

  /// Leaves all spans of the program's matches in `scratch.spans`, sorted; the lists that it reads
  /// are filled.
  func join(_ program: PatternProgram, _ scratch: inout SearchScratch) {
    scratch.spans.removeAll(keepingCapacity: true)
    collectStarts(program, &scratch)
    let lists = MatchPlaces(matches: scratch.matches, places: scratch.lists)
    for start in scratch.starts {
      scratch.places.restart(at: Int(start))
      var next = 0
      while next < scratch.places.places.count {
        let place = scratch.places.places[next]
        next += 1
        let state = JoinPlaces.state(place)
        let offset = JoinPlaces.offset(place)
        if program.isAccepting[state] {
          scratch.spans.append(Match(start: start, end: Int32(offset)))
        }
        for edge in program.edges(state) {
          step(program.edges[edge], offset, program, lists, &scratch.places)
        }
      }
    }
    sortAndDropRepeats(&scratch.spans)
  }

  /// The offsets where a match can begin, ascending.
  private func collectStarts(_ program: PatternProgram, _ scratch: inout SearchScratch) {
    scratch.starts.removeAll(keepingCapacity: true)
    let bytes = haystack.bytes.span
    for anchor in program.anchors {
      let place = scratch.lists[anchor.list]
      for index in place.start..<place.end {
        var offset = Int(scratch.matches[index].start)
        var distance = 0
        while distance <= anchor.maximumBefore {
          if distance >= anchor.minimumBefore { scratch.starts.append(Int32(offset)) }
          guard offset > 0 else { break }
          offset = Characters.before(offset, bytes)
          distance += 1
        }
      }
    }
    for edge in program.edgeAnchors {
      for window in haystack.windows(edge) { scratch.starts.append(window.start) }
    }
    sortAndDropRepeats(&scratch.starts)
    dropHopeless(program, &scratch)
  }

  /// Drops the starts from which the rarest thing that the pattern requires cannot be reached: nine
  /// starts of ten in the default pack's patterns.
  private func dropHopeless(_ program: PatternProgram, _ scratch: inout SearchScratch) {
    var rarest: (requirement: Range<Int>, count: Int)?
    for requirement in program.requirements {
      var count = 0
      for index in requirement { count += scratch.lists[program.requiredLists[index]].count }
      if count < rarest?.count ?? scratch.starts.count { rarest = (requirement, count) }
    }
    guard let rarest else { return }
    scratch.needed.removeAll(keepingCapacity: true)
    for index in rarest.requirement {
      let place = scratch.lists[program.requiredLists[index]]
      for index in place.start..<place.end {
        scratch.needed.append(scratch.matches[index].start)
      }
    }
    sortAndDropRepeats(&scratch.needed)
    let bytesPerCharacter = 4
    let reach = program.holdsRuns ? haystack.bytes.count : program.longest * bytesPerCharacter
    let needed = scratch.needed.count
    var next = 0
    var kept = 0
    for index in scratch.starts.indices {
      let start = scratch.starts[index]
      while next < needed, scratch.needed[next] < start { next += 1 }
      guard next < needed else { break }
      guard Int(scratch.needed[next]) - Int(start) <= reach else { continue }
      scratch.starts[kept] = start
      kept += 1
    }
    scratch.starts.removeSubrange(kept...)
  }

  private func step(
    _ edge: PatternProgram.Edge, _ offset: Int, _ program: PatternProgram, _ lists: MatchPlaces,
    _ places: inout JoinPlaces
  ) {
    switch edge.step {
    case .list(let list):
      let place = lists.places[list]
      var index = lists.firstIndex(place, from: offset)
      while index < place.end, Int(lists.matches[index].start) == offset {
        places.visit(edge.target, Int(lists.matches[index].end))
        index += 1
      }
    case .han:
      let bytes = haystack.bytes.span
      guard offset < bytes.count, Characters.isHan(Characters.scalar(offset, bytes)) else {
        return
      }
      places.visit(edge.target, Characters.after(offset, bytes))
    case .gap(let minimum, let maximum):
      cross(minimum, maximum, offset, edge.target, program, lists, &places)
    case .start(let kind):
      if isEdge(kind, offset, atStart: true) { places.visit(edge.target, offset) }
    case .end(let kind):
      if isEdge(kind, offset, atStart: false) { places.visit(edge.target, offset) }
    }
  }

  /// Crosses a gap to every place from which the target's steps go on.
  private func cross(
    _ minimum: Int, _ maximum: Int, _ offset: Int, _ target: Int, _ program: PatternProgram,
    _ lists: MatchPlaces, _ places: inout JoinPlaces
  ) {
    guard let (nearest, furthest) = reach(minimum, maximum, from: offset) else { return }
    for index in program.edges(target) {
      let edge = program.edges[index]
      if case .list(let list) = edge.step {
        let place = lists.places[list]
        var index = lists.firstIndex(place, from: nearest)
        while index < place.end, Int(lists.matches[index].start) <= furthest {
          places.visit(edge.target, Int(lists.matches[index].end))
          index += 1
        }
      } else {
        let bytes = haystack.bytes.span
        var place = nearest
        while place <= furthest {
          step(edge, place, program, lists, &places)
          guard place < bytes.count else { break }
          place = Characters.after(place, bytes)
        }
      }
    }
    guard program.isAccepting[target] else { return }
    // Each end counts, not the furthest only: a pattern that refers to this one may go on from it.
    let bytes = haystack.bytes.span
    var place = nearest
    while place < furthest {
      places.visit(target, place)
      place = Characters.after(place, bytes)
    }
    places.visit(target, furthest)
  }

  /// The first and last offset that a gap from `offset` leads to, or nil where the clause ends
  /// before `minimum` characters.
  private func reach(_ minimum: Int, _ maximum: Int, from offset: Int) -> (Int, Int)? {
    let bytes = haystack.bytes.span
    let clauses = haystack.clauses.span
    var limit = offset
    var index = Self.windowIndex(clauses, at: offset)
    // Clauses can touch: the one that ends here holds nothing of the gap, the next one may.
    while index < clauses.count, Int(clauses[index].end) == offset { index += 1 }
    if index < clauses.count, Int(clauses[index].start) <= offset {
      limit = Int(clauses[index].end)
    }
    var nearest = minimum == 0 ? offset : -1
    var place = offset
    var count = 0
    while count < maximum, place < limit {
      place = Characters.after(place, bytes)
      count += 1
      if count == minimum { nearest = place }
    }
    return nearest < 0 ? nil : (nearest, place)
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

  private func isEdge(_ kind: WindowEdge, _ offset: Int, atStart: Bool) -> Bool {
    let windows = haystack.windows(kind)
    var index = Self.windowIndex(windows.span, at: offset)
    while index < windows.count, Int(windows[index].start) <= offset {
      let edge = atStart ? windows[index].start : windows[index].end
      if Int(edge) == offset { return true }
      index += 1
    }
    return false
  }
}

/// The lists that a join reads, in the one array that they share.
private struct MatchPlaces {
  let matches: [Match]
  let places: [SearchScratch.Place]

  /// The index of the first match at `place` that starts at or after `offset`.
  @inline(__always)
  func firstIndex(_ place: SearchScratch.Place, from offset: Int) -> Int {
    var low = place.start
    var high = place.end
    while low < high {
      let middle = (low + high) / 2
      if Int(matches[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
