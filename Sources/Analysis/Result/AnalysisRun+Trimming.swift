import Documents
import SourceText

extension AnalysisRun {
  /// `span` without the blanks and the words at its ends that the label's `trim` takes off; nil
  /// where nothing is left.
  ///
  /// - Complexity: O(*m*²) for *m* matches of `trim` inside the span.
  func trimmed(_ span: SourceSpan, of label: Int) -> SourceSpan? {
    let matches = compiled.trims[label].flatMap { evaluator.values.inside($0, span) }
    var start = span.start
    var end = span.end
    var isShorter = true
    while isShorter {
      isShorter = false
      while start < end, document.text[start] == UInt8(ascii: " ") { start += 1 }
      while start < end, document.text[end - 1] == UInt8(ascii: " ") { end -= 1 }
      for match in matches where start <= match.start && match.end <= end && match.length > 0 {
        if match.start == start {
          start = match.end
        } else if match.end == end {
          end = match.start
        } else {
          continue
        }
        isShorter = true
      }
    }
    return start < end ? SourceSpan(start, end) : nil
  }
}
