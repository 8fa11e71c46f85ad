import PatternAutomaton
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

extension ArraySlice<Match> {
  /// The matches, sorted by start, that begin in `start..<end`.
  ///
  /// - Complexity: O(log count).
  func beginning(_ start: Int, _ end: Int) -> ArraySlice<Match> {
    guard let first, let last, Int(last.start) >= start, Int(first.start) < end else { return [] }
    let lower = firstSorted { Int($0.start) >= start }
    var upper = lower
    // Windows hold few matches, for which going on beats a search in all that follow.
    let few = Swift.min(lower + 8, endIndex)
    while upper < few, Int(self[upper].start) < end { upper += 1 }
    if upper == few { upper = self[upper...].firstSorted { Int($0.start) >= end } }
    return self[lower..<upper]
  }
}

extension SourceSpan {
  init(_ match: Match) { self.init(Int(match.start), Int(match.end)) }
}
