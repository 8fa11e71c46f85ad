/// A range that an estimate is given with.
package struct Interval: Hashable, Sendable {
  /// How the two ends were found.
  package enum Method: String, Hashable, Sendable, CaseIterable {
    /// Wilson's score interval, see `wilsonInterval`.
    case wilson
    /// Between two quantiles of bootstrap draws.
    case percentile
    /// The same with the quantiles moved outwards for few articles, see `expandedTail`.
    case expandedPercentile = "expanded-percentile"
  }

  /// Never above `high`, in the unit of the estimate.
  package let low: Double
  /// Never below `low`; both ends belong to the range.
  package let high: Double
  /// The nominal coverage, such as 0.95.
  package let level: Double
  /// How the ends were found.
  package let method: Method

  /// The range from `low` to `high`, which the caller brings in that order.
  package init(low: Double, high: Double, level: Double, method: Method) {
    self.low = low
    self.high = high
    self.level = level
    self.method = method
  }
}
