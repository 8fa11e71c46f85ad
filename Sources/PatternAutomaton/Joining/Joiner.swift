import SourceText

/// Runs programs over the matches of one text.
struct Joiner {
  let haystack: Haystack
  /// The parts of the text in which a match may begin.
  let starts: TextParts

  /// Leaves all spans of the program's matches in `scratch.spans`, sorted; the lists that it reads
  /// are filled.
  func join(_ program: PatternProgram, _ scratch: inout SearchScratch) {
    scratch.spans.removeAll(keepingCapacity: true)
    collectStarts(program, &scratch)
    let lists = MatchPlaces(matches: scratch.matches, places: scratch.lists)
    for start in scratch.starts {
      scratch.places.restart(at: Int(start))
      var next = 0
      while next < scratch.places.count {
        let place = scratch.places[next]
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
    scratch.spans.sortDroppingRepeats()
  }

  /// The offsets where a match can begin, ascending, but for those in parts of the text from which not
  /// all that the pattern requires can be reached.
  private func collectStarts(_ program: PatternProgram, _ scratch: inout SearchScratch) {
    scratch.starts.removeAll(keepingCapacity: true)
    let bytes = haystack.bytes.span
    for anchor in program.anchors {
      for index in scratch.lists[anchor.list].range {
        var offset = Int(scratch.matches[index].start)
        var distance = 0
        while distance <= anchor.maximumBefore {
          if distance >= anchor.minimumBefore, starts.contains(offset, scratch.partShift) {
            scratch.starts.append(Int32(offset))
          }
          guard offset > 0 else { break }
          offset = Characters.before(offset, bytes)
          distance += 1
        }
      }
    }
    for edge in program.edgeAnchors {
      for window in haystack.windows(edge)
      where starts.contains(Int(window.start), scratch.partShift) {
        scratch.starts.append(window.start)
      }
    }
    scratch.starts.sortDroppingRepeats()
  }

  private func step(
    _ edge: PatternProgram.Edge, _ offset: Int, _ program: PatternProgram, _ lists: MatchPlaces,
    _ places: inout JoinPlaces
  ) {
    switch edge.step {
    case .list(let list):
      let range = lists.places[Int(list)].range
      var index = lists.firstIndex(range, from: offset)
      while index < range.upperBound, Int(lists.matches[index].start) == offset {
        places.visit(Int(edge.target), Int(lists.matches[index].end))
        index += 1
      }
    case .han:
      let bytes = haystack.bytes.span
      guard offset < bytes.count, HanCharacter.contains(Characters.scalar(offset, bytes)) else {
        return
      }
      places.visit(Int(edge.target), Characters.after(offset, bytes))
    case .gap(let minimum, let maximum):
      cross(Int(minimum), Int(maximum), offset, Int(edge.target), program, lists, &places)
    case .start(let kind):
      if isEdge(kind, offset, atStart: true) { places.visit(Int(edge.target), offset) }
    case .end(let kind):
      if isEdge(kind, offset, atStart: false) { places.visit(Int(edge.target), offset) }
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
        let range = lists.places[Int(list)].range
        var index = lists.firstIndex(range, from: nearest)
        while index < range.upperBound, Int(lists.matches[index].start) <= furthest {
          places.visit(Int(edge.target), Int(lists.matches[index].end))
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

  /// The index of the first match in `range` that starts at or after `offset`.
  @inline(__always)
  func firstIndex(_ range: Range<Int>, from offset: Int) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(matches[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
