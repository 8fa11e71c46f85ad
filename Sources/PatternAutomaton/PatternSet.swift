/// Compiled patterns: one automaton for all literals, and a program for each pattern that joins
/// what the automaton found.
///
/// Immutable; any number of threads may search with it, each with its own `SearchScratch`.
package struct PatternSet: Sendable {
  let automaton: LiteralAutomaton
  /// The lists that literal `n` feeds: `listeners[firstListener[n]..<firstListener[n + 1]]`.
  let firstListener: [Int32]
  let listeners: [Int32]
  /// The literals that feed list `n`: `members[firstMember[n]..<firstMember[n + 1]]`.
  let firstMember: [Int32]
  let members: [Int32]
  let programs: [PatternProgram]
  let requirements: Requirements
  let isReferenced: [Bool]

  /// No match of any pattern has more characters, apart from runs of numerals and letters.
  package static var longestMatch: Int { BuildLimit.matchLength.maximum }

  /// How many patterns the set holds.
  package var patternCount: Int { programs.count }

  /// The most characters that a match of the pattern can have.
  ///
  /// A run of numerals or letters has no bound of its own and counts as 64 characters.
  package func longestMatch(_ pattern: PatternID) -> Int { programs[pattern.index].longest }

  /// How many states the pattern's own program has; what it refers to is counted there.
  package func stateCount(_ pattern: PatternID) -> Int { programs[pattern.index].stateCount }

  /// The literals of all patterns, each counted once.
  package var literalCount: Int { firstListener.count - 1 }

  /// Finds all matches of all patterns in one pass over the text and leaves them in `scratch`.
  ///
  /// - Complexity: that of `scan`, and for each pattern that of `join`.
  package func search(_ haystack: Haystack, _ scratch: inout SearchScratch) {
    scan(haystack, &scratch)
    for pattern in programs.indices { join(PatternID(index: pattern), haystack, &scratch) }
  }

  /// Finds all literals and runs in one pass over the text; patterns are joined when asked for.
  ///
  /// - Complexity: O(bytes + occurrences of literals).
  package func scan(_ haystack: Haystack, _ scratch: inout SearchScratch) {
    scratch.prepare(
      lists: firstMember.count - 1, literals: literalCount, patterns: programs.count,
      byteCount: haystack.bytes.count)
    scan(haystack.bytes.span, &scratch)
  }

  /// All occurrences of the literals of a set in the text that was scanned last, sorted; for each
  /// start the longest only.
  ///
  /// - Complexity: O(literals of the set + occurrences) for the first call after a scan, apart from
  ///   a sort where several occur; then O(1).
  package func matches(
    of set: LiteralSetID, _ scratch: inout SearchScratch
  ) -> ArraySlice<Match> {
    let list = MatchLists.set(set.index)
    guard list < scratch.lists.count else { return [] }
    fill(list, &scratch)
    return scratch.matches[scratch.lists[list].range]
  }

  /// The matches of `pattern` in the text that was scanned last, which the first call joins.
  ///
  /// They are sorted by start; for each start there is the longest only.
  ///
  /// - Complexity: that of `join`, then O(1).
  package func matches(
    of pattern: PatternID, in haystack: Haystack, _ scratch: inout SearchScratch
  ) -> ArraySlice<Match> {
    join(pattern, haystack, &scratch)
    return scratch.longest[pattern.index][...]
  }

  /// Makes sure that the matches of `pattern` in the text that was scanned last are in `scratch`.
  ///
  /// Most patterns need no work, because a word that every match holds did not occur, or not near
  /// another that every match holds.
  ///
  /// - Complexity: once for each text, for each possible start of the pattern at most its states
  ///   times its longest match; the same for patterns that it refers to.
  package func join(
    _ pattern: PatternID, _ haystack: Haystack, _ scratch: inout SearchScratch
  ) {
    guard !scratch.isJoined[pattern.index] else { return }
    scratch.isJoined[pattern.index] = true
    scratch.joined.append(pattern.index)
    let starts = possibleStarts(pattern.index, haystack, &scratch)
    guard !starts.isEmpty else { return }
    let program = programs[pattern.index]
    for pattern in program.references { join(PatternID(index: pattern), haystack, &scratch) }
    for pattern in program.voids { join(PatternID(index: pattern), haystack, &scratch) }
    for list in program.lists { fill(list, &scratch) }
    join(pattern.index, program, Joiner(haystack: haystack, starts: starts), &scratch)
  }

  /// The parts of the text in which a match of the pattern may begin: from there a match of each group
  /// of lists that the pattern requires can be reached.
  private func possibleStarts(
    _ pattern: Int, _ haystack: Haystack, _ scratch: inout SearchScratch
  ) -> TextParts {
    let length = Int(requirements.lengths[pattern])
    var starts = TextParts.all
    var group = TextParts.none
    for index in requirements.range(pattern) {
      let list = Int(requirements.lists[index])
      if list == Int(Requirements.groupEnd) {
        guard !group.isEmpty else { return .none }
        starts.formIntersection(
          length < 0 ? .all : group.reachedWithin(length, scratch.partShift))
        guard !starts.isEmpty else { return .none }
        group = .none
      } else if let inner = MatchLists.pattern(of: list) {
        // One match somewhere is enough, or all patterns of the group would have to be joined.
        guard group != .all else { continue }
        join(PatternID(index: inner), haystack, &scratch)
        if scratch.states[list] != .empty { group = .all }
      } else {
        group.formUnion(scratch.parts[list])
      }
    }
    return starts
  }

  /// Finds the occurrences of literals, and the runs: counts how many there are, then files them.
  private func scan(_ bytes: Span<UInt8>, _ scratch: inout SearchScratch) {
    var cursor = ScanCursor()
    var runEnd = 0
    while automaton.scan(bytes, &cursor, &scratch.events) {
      for index in 0..<cursor.events {
        let event = scratch.events[index]
        if event.output != 0 {
          scratch.ends.append(event)
          automaton.emit(event.output, event.offset, bytes) { literal, match in
            if scratch.literals[literal].isEmpty { scratch.touchedLiterals.append(literal) }
            _ = scratch.literals[literal].grow()
            scratch.literalParts[literal].insert(Int(match.start), scratch.partShift)
          }
        }
        if event.isNumeral || event.isLetter {
          runEnd = max(runEnd, addRuns(event, after: runEnd, bytes, &scratch))
        }
      }
    }
    for literal in scratch.touchedLiterals { touch(literal, &scratch) }
    scratch.makeRoom()
    let ends = scratch.ends
    for event in ends {
      automaton.emit(event.output, event.offset, bytes) { literal, match in
        scratch.occurrences[scratch.literals[literal].grow()] = match
      }
    }
  }

  /// Notes that the literal occurs, and where, for all lists that it feeds.
  private func touch(_ literal: Int, _ scratch: inout SearchScratch) {
    let parts = scratch.literalParts[literal]
    for index in firstListener[literal]..<firstListener[literal + 1] {
      let list = Int(listeners[Int(index)])
      scratch.touch(list)
      scratch.parts[list].formUnion(parts)
    }
  }

  /// Makes sure that the matches of a list of literals or runs are known.
  ///
  /// - Complexity: O(literals that feed it + matches), apart from a sort where several occur.
  private func fill(_ list: Int, _ scratch: inout SearchScratch) {
    guard scratch.states[list] == .waiting else { return }
    scratch.states[list] = .filled
    let start = scratch.matches.count
    for index in firstMember[list]..<firstMember[list + 1] {
      for place in scratch.literals[Int(members[Int(index)])].range {
        scratch.matches.append(scratch.occurrences[place])
      }
    }
    if MatchLists.isRun(list) {
      for run in scratch.runs where Int(run.list) == list { scratch.matches.append(run.match) }
    }
    scratch.lists[list] = SearchScratch.Place(start, scratch.matches.count)
    scratch.order(list, keepingLongest: MatchLists.isSet(list))
  }

  /// Adds the runs that begin with the event's character, unless one from before goes on to
  /// `runEnd` behind it, and returns where the longest ends.
  private func addRuns(
    _ event: ScanEvent, after runEnd: Int, _ bytes: Span<UInt8>, _ scratch: inout SearchScratch
  ) -> Int {
    let position = Characters.before(event.offset, bytes)
    guard position >= runEnd else { return runEnd }
    func add(_ start: Int, _ end: Int, _ list: Int) {
      scratch.addRun(Match(start: Int32(start), end: Int32(end)), to: list)
    }
    if event.isLetter {
      let end = Runs.latinEnd(position, bytes)
      add(position, end, MatchLists.latin)
      return end
    }
    let end = Runs.numberEnd(position, bytes)
    add(position, end, MatchLists.number)
    var inner = position
    while inner < end {
      let digits = Runs.digitsEnd(inner, bytes)
      if digits > inner {
        add(inner, digits, MatchLists.digits)
        inner = digits
      } else {
        inner = Characters.after(inner, bytes)
      }
    }
    return end
  }

  private func join(
    _ pattern: Int, _ program: PatternProgram, _ joiner: Joiner, _ scratch: inout SearchScratch
  ) {
    if let list = program.isList {
      let place = scratch.lists[list]
      scratch.spans.removeAll(keepingCapacity: true)
      for index in place.range { scratch.spans.append(scratch.matches[index]) }
    } else {
      joiner.join(program, &scratch)
    }
    dropVoid(program, &scratch)
    guard !scratch.spans.isEmpty else { return }
    scratch.found.append(pattern)
    var last = -1
    for span in scratch.spans {
      if Int(span.start) == last { scratch.longest[pattern].removeLast() }
      last = Int(span.start)
      scratch.longest[pattern].append(span)
    }
    guard isReferenced[pattern] else { return }
    let list = MatchLists.pattern(pattern)
    scratch.touched.append(list)
    scratch.states[list] = .filled
    let start = scratch.matches.count
    scratch.matches += scratch.spans
    scratch.lists[list] = SearchScratch.Place(start, scratch.matches.count)
  }

  /// Drops the spans that share a character with a match that voids them.
  private func dropVoid(_ program: PatternProgram, _ scratch: inout SearchScratch) {
    var voids: [Match] = []
    for pattern in program.voids {
      let place = scratch.lists[MatchLists.pattern(pattern)]
      voids += scratch.matches[place.range]
    }
    guard !voids.isEmpty else { return }
    voids = Match.merged(voids)
    var next = 0
    scratch.spans.removeAll { span in
      while next < voids.count, voids[next].end <= span.start { next += 1 }
      return next < voids.count && voids[next].start < span.end
    }
  }
}
