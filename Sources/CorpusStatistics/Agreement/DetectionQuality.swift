/// What was found of what there was, in one article or over many.
package struct DetectionCounts: Hashable, Sendable {
  /// Found and there.
  package let hits: Int
  /// Found and not there.
  package let falseAlarms: Int
  /// There and not found.
  package let misses: Int

  /// Counts of units, of one article or of many.
  ///
  /// - Precondition: no count is negative.
  package init(hits: Int, falseAlarms: Int, misses: Int) {
    precondition(hits >= 0 && falseAlarms >= 0 && misses >= 0, "a negative count")
    self.hits = hits
    self.falseAlarms = falseAlarms
    self.misses = misses
  }
}

/// Precision, recall and F1 (van Rijsbergen 1979), each with two intervals.
///
/// The interval over articles is the one to read; Wilson's takes every unit for independent and is
/// too narrow where articles differ. A measure without a denominator is nil, not 0 and not 1.
package struct DetectionQuality: Hashable, Sendable {
  /// A share of hits with its two intervals.
  package struct Measure: Hashable, Sendable {
    /// The hits, twice those for F1.
    package let numerator: Int
    /// What the hits are a share of; for F1 what was found and what was there, added.
    package let denominator: Int
    /// Over single units, each taken for independent; nil without a denominator.
    package let wilson: Interval?
    /// Nil below five articles that the measure has a denominator in, and where it is the same in all
    /// of them.
    package let overArticles: Interval?

    /// From 0 to 1.
    package var value: Double? {
      denominator > 0 ? Double(numerator) / Double(denominator) : nil
    }
  }

  /// Summed over the articles.
  package let counts: DetectionCounts
  /// Hits among what was found.
  package let precision: Measure
  /// Hits among what was there.
  package let recall: Measure
  /// `2·hits / (2·hits + false alarms + misses)`.
  ///
  /// Its Wilson interval is that of
  /// `F* = hits / (hits + false alarms + misses)`, a plain share, taken through `2F*/(1 + F*)`
  /// (Hand, Christen & Kirielle 2021).
  package let f1: Measure

  /// The quality over `articles`.
  ///
  /// - Complexity: O(draws × articles).
  package init(
    _ articles: [DetectionCounts], draws: Int = 2_000, level: Double = 0.95, seed: UInt64,
    label: String = ""
  ) {
    let sum = DetectionCounts(
      hits: articles.reduce(0) { $0 + $1.hits },
      falseAlarms: articles.reduce(0) { $0 + $1.falseAlarms },
      misses: articles.reduce(0) { $0 + $1.misses })
    let bootstrap = ClusterBootstrap(
      articles.map { article in
        BootstrapArticle(values: [
          WeightedValue(count: article.hits, total: article.hits + article.falseAlarms),
          WeightedValue(count: article.hits, total: article.hits + article.misses),
          WeightedValue(
            count: 2 * article.hits, total: 2 * article.hits + article.falseAlarms + article.misses),
        ])
      }, draws: draws, seed: seed, label: label)
    func measure(_ index: Int, _ numerator: Int, _ denominator: Int, _ wilson: Interval?)
      -> Measure
    {
      Measure(
        numerator: numerator, denominator: denominator, wilson: wilson,
        overArticles: articles.isEmpty ? nil : bootstrap.interval(index, level: level))
    }
    let found = sum.hits + sum.falseAlarms
    let there = sum.hits + sum.misses
    let all = sum.hits + sum.falseAlarms + sum.misses
    counts = sum
    precision = measure(
      0, sum.hits, found, wilsonInterval(count: sum.hits, total: found, level: level))
    recall = measure(
      1, sum.hits, there, wilsonInterval(count: sum.hits, total: there, level: level))
    f1 = measure(
      2, 2 * sum.hits, all + sum.hits,
      wilsonInterval(count: sum.hits, total: all, level: level).map {
        Interval(
          low: 2 * $0.low / (1 + $0.low), high: 2 * $0.high / (1 + $0.high), level: level,
          method: .wilson)
      })
  }
}
