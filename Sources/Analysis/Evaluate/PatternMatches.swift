import PatternAutomaton

/// The matches of the pack's patterns in one document, each pattern joined when it is first asked
/// for: most exceptions and vetoes are never needed.
///
/// A class, used by one thread: asking fills it.
final class PatternMatches {
  private var search: Search

  /// Scans the text; `scratch` comes from any earlier document and is moved, not copied.
  init(_ patterns: PatternSet, _ haystack: Haystack, reusing scratch: inout SearchScratch) {
    var own = SearchScratch()
    swap(&own, &scratch)
    patterns.scan(haystack, &own)
    search = Search(patterns: patterns, haystack: haystack, scratch: own)
  }

  /// The matches, sorted by start; for each start the longest only.
  subscript(pattern: PatternID) -> ArraySlice<Match> { search.matches(pattern) }

  /// All occurrences of the literals of a set, sorted; one may lie inside another.
  subscript(set: LiteralSetID) -> ArraySlice<Match> {
    search.patterns.matches(of: set, &search.scratch)
  }

  /// Whether the pattern has no match in the document.
  ///
  /// - Complexity: O(1) but for the first time, which joins the pattern.
  func isEmpty(_ pattern: PatternID) -> Bool { search.isEmpty(pattern) }

  /// Those of `patterns` that match somewhere in the document, in their order.
  ///
  /// - Complexity: O(count), apart from patterns that nobody has asked for.
  func found(_ patterns: [PatternID]) -> [PatternID] { search.found(patterns) }

  /// Moves the working memory back for the next document; nothing can be asked afterwards.
  func release(_ scratch: inout SearchScratch) { swap(&search.scratch, &scratch) }
}

/// What is known so far; a value, so that one request is one access to the object around it.
private struct Search {
  let patterns: PatternSet
  let haystack: Haystack
  var scratch: SearchScratch

  mutating func matches(_ pattern: PatternID) -> ArraySlice<Match> {
    patterns.matches(of: pattern, in: haystack, &scratch)
  }

  mutating func isEmpty(_ pattern: PatternID) -> Bool {
    !patterns.join(pattern, haystack, &scratch)
  }

  mutating func found(_ patterns: [PatternID]) -> [PatternID] {
    patterns.filter { !isEmpty($0) }
  }
}
