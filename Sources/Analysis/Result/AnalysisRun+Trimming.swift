import Documents
import SourceText

extension AnalysisRun {
  /// `span` without the blanks and the words at its ends that the label's `trim` takes off; nil
  /// where nothing is left.
  ///
  /// - Complexity: O(*m*²) for *m* blanks and matches of `trim` inside the span.
  func trimmed(_ span: SourceSpan, of label: Int) -> SourceSpan? {
    let words = compiled.trims[label].flatMap { evaluator.values.inside($0, span) }
    let blanks = (span.start..<span.end).filter { document.text[$0] == UInt8(ascii: " ") }
      .map { SourceSpan($0, $0 + 1) }
    return span.trimmed(by: words + blanks)
  }
}
