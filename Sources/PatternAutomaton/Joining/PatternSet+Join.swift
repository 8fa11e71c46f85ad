extension PatternSet {
  /// Makes sure that the matches of `pattern` in the text that was scanned last are in `scratch`;
  /// whether there are any.
  ///
  /// Most patterns need no work, because a word that every match holds did not occur, or not near
  /// another that every match holds.
  ///
  /// - Complexity: once for each text that of `sweep`, and for each start from which all of the pattern
  ///   may follow at most its edges times its longest match times its widest gap, in characters; the same
  ///   for patterns that it refers to.
  @discardableResult
  package func join(
    _ pattern: PatternID, _ haystack: Haystack, _ scratch: inout SearchScratch
  ) -> Bool {
    // Not in the midst of a join, which goes through lists.
    if scratch.outcomes[pattern.index] == .unknown { scratch.forgetSurplus(numbers) }
    return joinInner(pattern, haystack, &scratch)
  }

  /// The same for a pattern that one that is being joined refers to.
  @discardableResult
  func joinInner(
    _ pattern: PatternID, _ haystack: Haystack, _ scratch: inout SearchScratch
  ) -> Bool {
    switch scratch.outcomes[pattern.index] {
    case .nothing: false
    case .something: true
    case .unknown: joinUnknown(pattern, haystack, &scratch)
    }
  }

  /// Whether one of `patterns` has a match; those behind the first that has are not joined.
  ///
  /// - Complexity: that of `join` for each that is asked.
  package func joinAny(
    of patterns: ArraySlice<PatternID>, _ haystack: Haystack, _ scratch: inout SearchScratch
  ) -> Bool {
    for pattern in patterns where join(pattern, haystack, &scratch) { return true }
    return false
  }

  private func joinUnknown(
    _ pattern: PatternID, _ haystack: Haystack, _ scratch: inout SearchScratch
  ) -> Bool {
    scratch.outcomes[pattern.index] = .nothing
    let starts = possibleStarts(pattern.index, haystack, &scratch)
    guard !starts.isEmpty else { return false }
    let program = programs.programs[pattern.index]
    if program.list >= 0 {
      fill(Int(program.list), haystack, &scratch)
      joinVoids(program, haystack, &scratch)
      scratch.spans.removeAll(keepingCapacity: true)
      for index in scratch.lists[Int(program.list)].place.range {
        scratch.spans.append(scratch.matches[index])
      }
      if !program.keepsLongest, scratch.spans.count > scratch.mostSpans {
        scratch.keepLongestSpans()
      }
    } else {
      let frame = sweep(program, from: starts, haystack, &scratch)
      defer { scratch.reach.close(frame) }
      guard !scratch.reach.isEmpty(program.stateCount - 1, frame) else { return false }
      joinVoids(program, haystack, &scratch)
      Joiner(table: programs, program: program, haystack: haystack, frame: frame).join(&scratch)
    }
    if !program.voids.isEmpty { dropVoid(program, &scratch) }
    guard !scratch.spans.isEmpty else { return false }
    keepSpans(pattern.index, program, &scratch)
    guard scratch.spans.contains(where: { $0.start < $0.end }) else { return false }
    scratch.outcomes[pattern.index] = .something
    return true
  }

  /// Joins what voids matches of the program, before its own spans are collected.
  private func joinVoids(
    _ program: ProgramTable.Program, _ haystack: Haystack, _ scratch: inout SearchScratch
  ) {
    for index in program.voids {
      joinInner(PatternID(index: Int(programs.voids[Int(index)])), haystack, &scratch)
    }
  }

  /// Makes sure that the matches of any list are known.
  func fill(_ list: Int, _ haystack: Haystack, _ scratch: inout SearchScratch) {
    if let pattern = numbers.pattern(of: list) {
      joinInner(PatternID(index: pattern), haystack, &scratch)
    } else {
      scratch.fill(list, numbers)
    }
  }

  /// The parts of the text in which a match of the pattern may begin: from there a match of each group
  /// of lists that it requires can be reached.
  private func possibleStarts(
    _ pattern: Int, _ haystack: Haystack, _ scratch: inout SearchScratch
  ) -> TextParts {
    var starts = TextParts.all
    for index in requirements.range(pattern) {
      let group = requirements.groups[index]
      var parts = TextParts.none
      for place in group.lists {
        let list = Int(requirements.lists[Int(place)])
        if let inner = numbers.pattern(of: list) {
          joinInner(PatternID(index: inner), haystack, &scratch)
        }
        parts.formUnion(scratch.parts[list])
      }
      if parts.isEmpty { return .none }
      starts.formIntersection(
        parts.reachedWithin(scratch.bytes(group.before), scratch.partShift))
      if starts.isEmpty { return .none }
    }
    return starts
  }

  /// Files the spans of a pattern: for each start the longest, or all of them where other patterns go on
  /// from them, as they may from the edge of a window with no text between.
  private func keepSpans(
    _ pattern: Int, _ program: ProgramTable.Program, _ scratch: inout SearchScratch
  ) {
    guard program.isReferenced else {
      keepLongest(of: pattern, in: scratch.spans[...], &scratch)
      return
    }
    let list = numbers.pattern(pattern)
    if scratch.parts[list].isEmpty { scratch.touched.append(list) }
    let start = scratch.matches.count
    scratch.matches += scratch.spans
    scratch.lists[list].place = SearchScratch.Place(start, scratch.matches.count)
    for span in scratch.spans { scratch.parts[list].insert(Int(span.start), scratch.partShift) }
  }

  /// Makes sure that the longest matches of a pattern that was joined are at hand: most patterns that
  /// others refer to are asked by these alone, which go on from all of their spans.
  func fillLongest(_ pattern: Int, _ scratch: inout SearchScratch) {
    guard scratch.outcomes[pattern] == .something, scratch.longest[pattern].isEmpty else { return }
    let place = scratch.lists[numbers.pattern(pattern)].place
    keepLongest(of: pattern, in: scratch.matches[place.range], &scratch)
  }

  /// Files of sorted spans the longest of each start.
  private func keepLongest(
    of pattern: Int, in spans: ArraySlice<Match>, _ scratch: inout SearchScratch
  ) {
    var longest: [Match] = []
    // Taken out while it grows, so that nothing looks at each step whether others hold it.
    swap(&longest, &scratch.longest[pattern])
    longest.reserveCapacity(Self.startCount(spans))
    for span in spans where span.start < span.end {
      if let last = longest.last, last.start == span.start { longest.removeLast() }
      longest.append(span)
    }
    swap(&longest, &scratch.longest[pattern])
    scratch.found.append(pattern)
  }

  /// At how many places sorted spans begin.
  private static func startCount(_ spans: ArraySlice<Match>) -> Int {
    var count = 0
    var last: Int32 = -1
    for span in spans where span.start != last {
      last = span.start
      count += 1
    }
    return count
  }

  /// Drops the spans that share a character with a match that voids them.
  private func dropVoid(_ program: ProgramTable.Program, _ scratch: inout SearchScratch) {
    var voids: [Match] = []
    for index in program.voids {
      let place = scratch.lists[numbers.pattern(Int(programs.voids[Int(index)]))].place
      for match in scratch.matches[place.range] where match.start < match.end {
        voids.append(match)
      }
    }
    guard !voids.isEmpty else { return }
    voids = Match.merged(voids)
    var next = 0
    scratch.spans.removeAll { span in
      while next < voids.count, voids[next].end <= span.start { next += 1 }
      return next < voids.count && voids[next].start < span.end && span.start < span.end
    }
  }
}
