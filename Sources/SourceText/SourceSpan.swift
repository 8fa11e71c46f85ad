/// A half-open range of 0-based UTF-8 byte offsets into one text.
package struct SourceSpan: Hashable, Sendable {
  /// Of the first byte.
  package var start: Int
  /// Behind the last byte; equal to `start` where the span is empty.
  package var end: Int

  /// The bytes from `start` up to, but not including, `end`.
  ///
  /// - Precondition: `start <= end`.
  package init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span cannot end before it starts")
    self.start = start
    self.end = end
  }

  /// The number of bytes covered.
  package var length: Int { end - start }
  /// Whether no byte is covered, as where something is missing or to be put in.
  package var isEmpty: Bool { start == end }

  /// Whether every byte of `other` lies inside this span.
  package func covers(_ other: SourceSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether at least one byte lies in both spans.
  package func overlaps(_ other: SourceSpan) -> Bool { start < other.end && other.start < end }

  /// This span counted from the start of `outer`, or nil where it is not covered by it.
  package func relative(to outer: SourceSpan) -> SourceSpan? {
    outer.covers(self) ? SourceSpan(start - outer.start, end - outer.start) : nil
  }
}

extension SourceSpan: Comparable {
  /// Orders by start, then by end.
  package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
