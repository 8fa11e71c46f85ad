import SourceText

extension RandomAccessCollection where Index == Int {
  /// The index of the first element that fulfils `test`, which all elements after it do too.
  ///
  /// The one search in sorted units, spans and matches.
  ///
  /// - Complexity: O(log count).
  @inline(__always)
  func firstSorted(where test: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension [SourceSpan] {
  /// Whether one of these spans, sorted and without overlap, shares a byte with `span`.
  ///
  /// - Complexity: O(log count).
  func hasSortedOverlap(with span: SourceSpan) -> Bool {
    let index = firstSorted { $0.end > span.start }
    return index < count && self[index].overlaps(span)
  }
}
