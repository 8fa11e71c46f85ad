import PatternAutomaton
package import RuleLanguage
import SourceText

/// What one pattern was compiled to.
package struct PatternSize: Sendable, Hashable {
  /// The pattern as it is written first.
  package let source: String
  /// Where it is written first.
  package let span: LocatedSpan
  /// The most characters that a match can have; a run of numerals or letters counts as 64.
  package let longestMatch: Int
  /// States of its own; those of patterns that it refers to are counted there.
  package let states: Int
}

extension Analyzer {
  /// The sizes of all patterns of the pack, in the order of the files and of the text.
  ///
  /// - Complexity: O(p log p) for p patterns.
  package func patternSizes() -> [PatternSize] {
    compiled.patternSources.map { source in
      PatternSize(
        source: source.expression.source, span: source.expression.span,
        longestMatch: compiled.patterns.longestMatch(source.pattern),
        states: compiled.patterns.stateCount(source.pattern))
    }.sorted { ($0.span.file, $0.span.span.start) < ($1.span.file, $1.span.span.start) }
  }

  /// How many different terms and literals the automaton looks for.
  package var literalCount: Int { compiled.patterns.literalCount }
}
