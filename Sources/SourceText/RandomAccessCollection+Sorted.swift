extension RandomAccessCollection where Index == Int {
  /// The index of the first element that fulfils `test`, which all elements after it do too.
  ///
  /// The one search in sorted lists, but for those of the automaton's inner loop. Other targets
  /// can only specialise it where it is inlinable.
  ///
  /// - Complexity: O(log count).
  @inlinable @inline(__always)
  package func firstSorted(where test: (Element) -> Bool) -> Int {
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
  package func hasSortedOverlap(with span: SourceSpan) -> Bool {
    let index = firstSorted { $0.end > span.start }
    return index < count && self[index].overlaps(span)
  }

  /// Whether one of these spans, sorted and without overlap, holds the byte at `offset`.
  ///
  /// - Complexity: O(log count).
  package func hasSorted(_ offset: Int) -> Bool {
    let index = firstSorted { $0.end > offset }
    return index < count && self[index].start <= offset
  }
}
