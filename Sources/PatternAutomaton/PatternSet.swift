/// Compiled patterns: one automaton for all literals, and a program for each pattern that joins
/// what the automaton found.
///
/// Immutable; any number of threads may search with it, each with its own `SearchScratch`.
package struct PatternSet: Sendable {
  let automaton: LiteralAutomaton
  let listsOfLiteral: [[Int32]]
  /// Patterns that can begin with a match of the list.
  let readers: [[Int32]]
  let firstPattern: Int
  let programs: [PatternProgram]
  let isReferenced: [Bool]

  /// How many patterns the set holds.
  package var patternCount: Int { programs.count }

  /// The most characters that a match of the pattern can have.
  ///
  /// A run of numerals or letters has no bound of its own and counts as 64 characters.
  package func longestMatch(_ pattern: PatternID) -> Int { programs[pattern.index].longest }

  /// Finds all matches of all patterns in one pass over the text and leaves them in `scratch`.
  ///
  /// - Complexity: O(bytes + occurrences of literals), plus for each possible start of a pattern at
  ///   most its states times its longest match.
  package func search(_ haystack: Haystack, _ scratch: inout SearchScratch) {
    scratch.prepare(lists: readers.count, patterns: programs.count)
    let bytes = haystack.bytes.span
    var runEnd = 0
    automaton.scan(bytes) { literal, match in
      for list in listsOfLiteral[literal] { scratch.append(match, to: Int(list)) }
    } run: { characterClass, position in
      if position >= runEnd { runEnd = addRuns(characterClass, position, bytes, &scratch) }
    }
    for list in scratch.touched { Self.sort(&scratch.lists[list]) }
    for list in scratch.touched { wake(list, &scratch) }
    for pattern in programs.indices where !programs[pattern].edgeAnchors.isEmpty {
      scratch.isWaiting[pattern] = true
    }
    let joiner = Joiner(haystack: haystack)
    for pattern in programs.indices where scratch.isWaiting[pattern] {
      scratch.isWaiting[pattern] = false
      join(pattern, joiner, &scratch)
    }
  }

  /// Adds the runs that begin at `position` and returns where the longest of them ends.
  private func addRuns(
    _ characterClass: UInt8, _ position: Int, _ bytes: Span<UInt8>, _ scratch: inout SearchScratch
  ) -> Int {
    typealias Class = LiteralAutomaton.CharacterClass
    func add(_ end: Int, _ list: Int) {
      scratch.append(Match(start: Int32(position), end: Int32(end)), to: list)
    }
    if characterClass & Class.letter != 0 {
      let end = Runs.latinEnd(position, bytes)
      add(end, MatchLists.latin)
      return end
    }
    let end = Runs.numberEnd(position, bytes)
    add(end, MatchLists.number)
    var inner = position
    while inner < end {
      let digits = Runs.digitsEnd(inner, bytes)
      if digits > inner {
        scratch.append(Match(start: Int32(inner), end: Int32(digits)), to: MatchLists.digits)
        inner = digits
      } else {
        inner = Characters.after(inner, bytes)
      }
    }
    return end
  }

  private func wake(_ list: Int, _ scratch: inout SearchScratch) {
    for reader in readers[list] { scratch.isWaiting[Int(reader)] = true }
  }

  private func join(_ pattern: Int, _ joiner: Joiner, _ scratch: inout SearchScratch) {
    let program = programs[pattern]
    for list in program.required where scratch.lists[list].isEmpty { return }
    if let list = program.isList {
      scratch.spans.removeAll(keepingCapacity: true)
      scratch.spans += scratch.lists[list]
    } else {
      joiner.join(program, scratch.lists, &scratch.places, &scratch.starts, &scratch.spans)
    }
    guard !scratch.spans.isEmpty else { return }
    scratch.fired.append(PatternID(index: pattern))
    for span in scratch.spans {
      if let last = scratch.longest[pattern].last, last.start == span.start {
        scratch.longest[pattern].removeLast()
      }
      scratch.longest[pattern].append(span)
    }
    if isReferenced[pattern] {
      let list = firstPattern + pattern
      for span in scratch.spans { scratch.append(span, to: list) }
      wake(list, &scratch)
    }
  }

  /// Sorts matches that mostly are in order already, and drops repeats.
  static func sort(_ matches: inout [Match]) {
    var isSorted = true
    for index in matches.indices.dropFirst() where matches[index - 1] >= matches[index] {
      isSorted = false
      break
    }
    if isSorted { return }
    matches.sort()
    var kept = 0
    for index in matches.indices where index == 0 || matches[index] != matches[kept - 1] {
      matches[kept] = matches[index]
      kept += 1
    }
    matches.removeLast(matches.count - kept)
  }
}
