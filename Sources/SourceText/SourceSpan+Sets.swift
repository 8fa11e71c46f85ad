extension SourceSpan {
  /// `spans` by start, without those that lie inside another.
  ///
  /// - Complexity: O(*n* log *n*) for *n* spans.
  package static func maximal(_ spans: [SourceSpan]) -> [SourceSpan] {
    guard spans.count > 1 else { return spans }
    let sorted = spans.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
    var result: [SourceSpan] = []
    for span in sorted where !(result.last?.covers(span) ?? false) { result.append(span) }
    return result
  }

  /// This span without those of `edges` that stand at its ends, over and over; nil where nothing is
  /// left.
  ///
  /// - Complexity: O(*n*²) for *n* edges.
  package func trimmed(by edges: [SourceSpan]) -> SourceSpan? {
    var (start, end) = (start, end)
    var isShorter = true
    while isShorter, start < end {
      isShorter = false
      for edge in edges where start <= edge.start && edge.end <= end && !edge.isEmpty {
        if edge.start == start {
          start = edge.end
        } else if edge.end == end {
          end = edge.start
        } else {
          continue
        }
        isShorter = true
        break
      }
    }
    return start < end ? SourceSpan(start, end) : nil
  }
}
