/// Compiled patterns: one automaton for all literals, and a program for each pattern that joins
/// what the automaton found.
///
/// Immutable; any number of threads may search with it, each with its own `SearchScratch`.
package struct PatternSet: Sendable {
  let automaton: LiteralAutomaton
  /// The sets and groups that literal `n` feeds: `listeners[firstListener[n]..<firstListener[n + 1]]`.
  let firstListener: [Int32]
  let listeners: [Int32]
  let numbers: ListNumbers
  let programs: ProgramTable
  let requirements: Requirements
  /// By pattern what is known of it where no literal and no run occurs.
  let unasked: [SearchScratch.Outcome]

  /// How many patterns the set holds.
  package var patternCount: Int { numbers.patterns }

  /// The most characters that a match of the pattern can have, with what must follow it.
  ///
  /// A run of numerals or letters has no bound of its own and counts as 64 characters.
  package func longestMatch(_ pattern: PatternID) -> Int {
    programs.programs[pattern.index].length.longest
  }

  /// How many states the pattern's own program has; what it refers to is counted there.
  package func stateCount(_ pattern: PatternID) -> Int {
    Int(programs.programs[pattern.index].compiledStates)
  }

  /// The literals of all patterns, each counted once.
  package var literalCount: Int { numbers.literals }

  /// Finds all matches of all patterns in one pass over the text and leaves them in `scratch`.
  ///
  /// - Complexity: that of `scan`, and for each pattern that of `join`.
  package func search(_ haystack: Haystack, _ scratch: inout SearchScratch) {
    scan(haystack, &scratch)
    for pattern in 0..<patternCount {
      join(PatternID(index: pattern), haystack, &scratch)
      fillLongest(pattern, &scratch)
    }
  }

  /// Finds all literals and runs in one pass over the text; patterns are joined when asked for.
  ///
  /// - Complexity: O(bytes + occurrences of literals).
  package func scan(_ haystack: Haystack, _ scratch: inout SearchScratch) {
    scratch.prepare(numbers, haystack)
    scan(haystack.bytes.span, &scratch)
    scratch.outcomes = unasked
    for list in scratch.touchedLiterals { call(list, &scratch) }
    for list in scratch.touched { call(list, &scratch) }
  }

  /// Notes that the patterns that the list calls may match.
  private func call(_ list: Int, _ scratch: inout SearchScratch) {
    for pattern in requirements.called(by: list) { scratch.outcomes[Int(pattern)] = .unknown }
  }

  /// All occurrences of the literals of a set in the text that was scanned last, sorted; for each
  /// start the longest only.
  ///
  /// - Complexity: O(literals of the set + occurrences) for the first call after a scan, apart from
  ///   a sort where several occur; then O(1).
  package func matches(
    of set: LiteralSetID, _ scratch: inout SearchScratch
  ) -> ArraySlice<Match> {
    let list = numbers.set(set.index)
    scratch.forgetSurplus(numbers)
    scratch.fill(list, numbers)
    return scratch.matches[scratch.lists[list].place.range]
  }

  /// The matches of `pattern` in the text that was scanned last, which the first call joins.
  ///
  /// They are sorted by start; for each start there is the longest only.
  ///
  /// - Complexity: that of `join`, then O(1).
  package func matches(
    of pattern: PatternID, in haystack: Haystack, _ scratch: inout SearchScratch
  ) -> ArraySlice<Match> {
    guard join(pattern, haystack, &scratch) else { return [] }
    fillLongest(pattern.index, &scratch)
    return scratch.longest[pattern.index][...]
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
            scratch.count(literal, match)
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
        scratch.matches[scratch.lists[literal].place.grow()] = match
      }
    }
    for run in 0..<ListNumbers.runs { scratch.fillRuns(numbers.run(run)) }
    scratch.closeScan(bytes.count)
  }

  /// Notes that the literal occurs, and where, for all lists that it feeds.
  private func touch(_ literal: Int, _ scratch: inout SearchScratch) {
    let parts = scratch.parts[literal]
    for index in firstListener[literal]..<firstListener[literal + 1] {
      scratch.feed(Int(listeners[Int(index)]), from: literal, parts)
    }
  }

  /// Adds the runs that begin with the event's character, unless one from before goes on to
  /// `runEnd` behind it, and returns where the longest ends.
  private func addRuns(
    _ event: ScanEvent, after runEnd: Int, _ bytes: Span<UInt8>, _ scratch: inout SearchScratch
  ) -> Int {
    let position = Characters.before(event.offset, bytes)
    guard position >= runEnd else { return runEnd }
    func add(_ start: Int, _ end: Int, _ atom: PatternAtom) {
      guard let run = MatchLists.run(atom) else { return }
      scratch.addRun(
        Match(start: Int32(start), end: Int32(end)), to: MatchLists.number(run, in: numbers))
    }
    if event.isLetter {
      let end = Runs.latinEnd(position, bytes)
      add(position, end, .latin)
      return end
    }
    let end = Runs.numberEnd(position, bytes)
    add(position, end, .number)
    var inner = position
    while inner < end {
      let digits = Runs.digitsEnd(inner, bytes)
      if digits > inner {
        add(inner, digits, .digits)
        inner = digits
      } else {
        inner = Characters.after(inner, bytes)
      }
    }
    return end
  }
}
