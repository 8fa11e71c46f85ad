package import SourceText

/// Pairs the spans of two lists that share at least half of what either of them covers.
///
/// Best overlaps are paired first, so swapping the lists swaps the pairs and changes nothing else.
package struct SpanPairing: Sendable, Hashable {
  /// For each span of the left list the index in the right one, or nil.
  package private(set) var matches: [Int?]
  /// Indices of the right list that have no partner, ascending.
  package private(set) var unmatched: [Int]

  /// A nil span has no partner.
  ///
  /// - Complexity: O(left · right).
  package init(_ left: [SourceSpan?], _ right: [SourceSpan?]) {
    var candidates: [(overlap: Double, starts: Int, left: Int, right: Int)] = []
    for (leftIndex, leftSpan) in left.enumerated() {
      guard let leftSpan else { continue }
      for (rightIndex, rightSpan) in right.enumerated() {
        guard let rightSpan else { continue }
        let overlap = Self.overlap(leftSpan, rightSpan)
        guard overlap >= 0.5 else { continue }
        candidates.append((overlap, leftSpan.start + rightSpan.start, leftIndex, rightIndex))
      }
    }
    candidates.sort {
      (-$0.overlap, $0.starts, $0.left + $0.right, $0.left)
        < (-$1.overlap, $1.starts, $1.left + $1.right, $1.left)
    }
    var matches = [Int?](repeating: nil, count: left.count)
    var taken = Set<Int>()
    for candidate in candidates
    where matches[candidate.left] == nil && !taken.contains(candidate.right) {
      matches[candidate.left] = candidate.right
      taken.insert(candidate.right)
    }
    self.matches = matches
    unmatched = right.indices.filter { !taken.contains($0) }
  }

  /// Shared bytes over the bytes that either covers.
  private static func overlap(_ left: SourceSpan, _ right: SourceSpan) -> Double {
    let shared = min(left.end, right.end) - max(left.start, right.start)
    let all = max(left.end, right.end) - min(left.start, right.start)
    return all > 0 ? Double(max(0, shared)) / Double(all) : 0
  }
}
