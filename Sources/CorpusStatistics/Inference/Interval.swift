/// A range that an estimate is given with.
package struct Interval: Hashable, Sendable {
  /// How the two ends were found.
  package enum Method: String, Hashable, Sendable, CaseIterable {
    case wilson
    case percentile
    case expandedPercentile = "expanded-percentile"
  }

  package let low: Double
  package let high: Double
  /// The nominal coverage, such as 0.95.
  package let level: Double
  package let method: Method

  package init(low: Double, high: Double, level: Double, method: Method) {
    self.low = low
    self.high = high
    self.level = level
    self.method = method
  }
}
