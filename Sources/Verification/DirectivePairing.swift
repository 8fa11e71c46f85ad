import Analysis
import SourceText

/// Pairs expected directives with found ones that share at least half of their common extent.
struct DirectivePairing {
  /// For each expected directive the index of the found one, or nil.
  private(set) var matches: [Int?]
  /// Found directives that nobody expected.
  private(set) var unmatched: [Int]

  init(_ expected: [Expectation.Directive], _ paragraph: ParagraphResult) {
    let text = Array(paragraph.text.utf8)
    var position = 0
    let found = paragraph.directives.map { directive in
      let span = SourceSpan(of: Array(directive.text.utf8), in: text, from: position)
      if let span { position = span.start }
      return span
    }
    var cursor = 0
    var extents: [SourceSpan?] = []
    for directive in expected {
      let span = Self.extent(directive, in: text, from: cursor)
      if let span { cursor = span.start }
      extents.append(span)
    }
    let pairing = SpanPairing(extents, found)
    matches = pairing.matches
    unmatched = pairing.unmatched
  }

  private static func extent(
    _ directive: Expectation.Directive, in text: [UInt8], from start: Int
  ) -> SourceSpan? {
    let starts = Array(ExpectationCheck.fold(directive.starts).utf8)
    let ends = Array(ExpectationCheck.fold(directive.ends).utf8)
    guard let first = SourceSpan(of: starts, in: text, from: start),
      let last = SourceSpan(of: ends, in: text, from: first.start)
    else { return nil }
    return SourceSpan(first.start, max(first.end, last.end))
  }
}
