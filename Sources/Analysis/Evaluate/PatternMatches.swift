import PatternAutomaton
import SourceText

/// The matches of the pack's patterns in one document, each pattern joined when it is first asked
/// for: most exceptions and vetoes are never needed.
///
/// A class, used by one thread: asking fills it.
final class PatternMatches {
  private let patterns: PatternSet
  private let haystack: Haystack
  private var scratch = SearchScratch()

  /// Scans the text; `scratch` comes from any earlier document and is moved, not copied.
  init(_ patterns: PatternSet, _ haystack: Haystack, reusing scratch: inout SearchScratch) {
    self.patterns = patterns
    self.haystack = haystack
    swap(&self.scratch, &scratch)
    patterns.scan(haystack, &self.scratch)
  }

  /// The matches, sorted by start; for each start the longest only.
  subscript(pattern: PatternID) -> ArraySlice<Match> {
    patterns.matches(of: pattern, in: haystack, &scratch)
  }

  /// All occurrences of the literals of a set, sorted; one may lie inside another.
  subscript(set: LiteralSetID) -> ArraySlice<Match> { patterns.matches(of: set, &scratch) }

  /// Whether the pattern has no match in the document.
  ///
  /// - Complexity: O(1) but for the first time, which joins the pattern.
  func isEmpty(_ pattern: PatternID) -> Bool { !patterns.join(pattern, haystack, &scratch) }

  /// Whether one of `patterns` matches somewhere in the document.
  ///
  /// - Complexity: O(count), apart from patterns that nobody has asked for.
  func hasAny(_ patterns: ArraySlice<PatternID>) -> Bool {
    self.patterns.joinAny(of: patterns, haystack, &scratch)
  }

  /// Whether a pattern matched so densely that of what it went on from the longest matches alone were kept.
  var isShortened: Bool { scratch.hasDroppedSpans }

  /// Characters under `span` of the text.
  ///
  /// - Complexity: O(1).
  func characterCount(_ span: SourceSpan) -> Int {
    scratch.characterCount(span.start, span.end)
  }

  /// A longer text leaves more memory than documents after it should pay for.
  private static let longestKept = 1 << 18

  /// Moves the working memory back for the next document, or gives it up where a long text filled it;
  /// nothing can be asked afterwards.
  func release(_ scratch: inout SearchScratch) {
    if haystack.byteCount > Self.longestKept { self.scratch = SearchScratch() }
    swap(&self.scratch, &scratch)
  }
}
