import PatternAutomaton
import SourceText

/// Matches, sorted by start, of which the first that covers or overlaps a span is found without looking
/// at those around it, however long single ones are.
struct OverlapIndex {
  private let matches: ArraySlice<Match>
  /// By place in `matches` the furthest end up to there, which never falls: the first match that reaches
  /// so far is where it rises so far.
  private let furthestEnds: [Int32]

  /// - Complexity: O(count).
  init(_ matches: ArraySlice<Match>) {
    self.matches = matches
    var ends: [Int32] = []
    ends.reserveCapacity(matches.count)
    var furthest = Int32.min
    for match in matches {
      furthest = max(furthest, match.end)
      ends.append(furthest)
    }
    furthestEnds = ends
  }

  /// The first match that covers `span`.
  ///
  /// - Complexity: O(log count).
  func first(covering span: SourceSpan) -> SourceSpan? {
    first { Int($0) >= span.end }.flatMap { $0.covers(span) ? $0 : nil }
  }

  /// The first match that shares a byte with `span`, which is not empty.
  ///
  /// - Complexity: O(log count).
  func first(overlapping span: SourceSpan) -> SourceSpan? {
    first { Int($0) > span.start }.flatMap { $0.overlaps(span) ? $0 : nil }
  }

  /// The first match whose end fulfils `reaches`, as do all ends behind one that does; those behind it
  /// begin no earlier.
  private func first(_ reaches: (Int32) -> Bool) -> SourceSpan? {
    let place = furthestEnds.firstSorted(where: reaches)
    return place < furthestEnds.endIndex
      ? SourceSpan(matches[matches.startIndex + place]) : nil
  }
}
