/// What may be shown of a group, by the number of its articles.
///
/// The table of small samples as a value: below five articles a bootstrap has so few distinct
/// resamples (10 of three articles, 35 of four) that its intervals promise what they cannot keep.
package struct Showable: Hashable, Sendable {
  /// How a group may stand in an order of groups.
  package enum Rank: String, Hashable, Sendable, CaseIterable {
    /// No rank at all.
    case never
    /// Only beside groups from which the interval of the difference excludes 0 after correction.
    case whereDifferencesHold = "where-differences-hold"
    /// Only with intervals and the pooled estimate beside it: no bare league table.
    case withIntervals = "with-intervals"
  }

  /// How the number of articles is classed.
  package let size: SampleSize
  /// The interval to compute, nil where none may be shown.
  package let interval: Interval.Method?
  /// Whether the lowest and highest article are shown as a range.
  package let range: Bool
  /// Whether any verb of comparison may be used.
  package let comparison: Bool
  /// Whether a test may be printed; its own floor applies besides.
  package let test: Bool
  /// How it may be ranked; a report shows no rank where this forbids it.
  package let rank: Rank
  /// Whether the partially pooled estimate stands beside the raw one.
  package let pooledEstimate: Bool

  /// What `articles` articles with a value can carry.
  package init(articles: Int) {
    self.init(size: SampleSize(articles: articles))
  }

  /// What a sample of this size can carry.
  package init(size: SampleSize) {
    self.size = size
    interval =
      switch size {
      case .none, .single, .few: nil
      case .unstable, .moderate: .expandedPercentile
      case .ample: .percentile
      }
    range = size == .few
    comparison = size != .none && size != .single
    test = interval != nil
    rank =
      switch size {
      case .none, .single, .few, .unstable: .never
      case .moderate: .whereDifferencesHold
      case .ample: .withIntervals
      }
    pooledEstimate = size == .ample
  }

  /// What a comparison of two groups can carry: no more than the smaller of them.
  package init(articles first: Int, and second: Int) {
    self.init(articles: min(first, second))
  }
}
