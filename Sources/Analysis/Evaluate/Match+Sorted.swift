import PatternAutomaton
import SourceText

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

  /// The spans of the matches, sorted by start, that lie inside `span`.
  ///
  /// - Complexity: O(log count), plus those that begin there.
  func inside(_ span: SourceSpan) -> [SourceSpan] {
    var found: [SourceSpan] = []
    for match in beginning(span.start, span.end)
    where Int(match.end) <= span.end { found.append(SourceSpan(match)) }
    return found
  }
}

extension SourceSpan {
  init(_ match: Match) { self.init(Int(match.start), Int(match.end)) }
}
