/// What one article adds to a measure: a value and the weight it counts with.
///
/// The measure of a group is the sum of the values over the sum of the weights. A mean of articles
/// has weight 1, a pooled share has the count as value and the total as weight, and an article
/// that says nothing has weight 0.
package struct WeightedValue: Hashable, Sendable {
  /// What is summed up in the numerator; 0 where the weight is 0.
  package let value: Double
  /// What is summed up in the denominator, not negative.
  package let weight: Double

  /// A value with its weight.
  ///
  /// - Precondition: the weight is not negative, and the value is 0 where the weight is 0.
  package init(value: Double, weight: Double) {
    precondition(weight >= 0 && (weight > 0 || value == 0), "a value without a weight")
    self.value = value
    self.weight = weight
  }

  /// An article's own mean, each article weighing the same; nil adds nothing.
  package init(mean: Double?) {
    self.init(value: mean ?? 0, weight: mean == nil ? 0 : 1)
  }

  /// A count out of a total, pooled over the articles.
  package init(count: Int, total: Int) {
    self.init(value: Double(count), weight: Double(total))
  }
}

/// One article of a bootstrap: its stratum and what it adds to every measure.
package struct BootstrapArticle: Hashable, Sendable {
  /// Articles are drawn within their stratum (the document type); one name for all if unstratified.
  package let stratum: String
  /// By measure, the same measures in every article.
  package let values: [WeightedValue]

  /// The article of that stratum, with one value a measure.
  package init(stratum: String = "", values: [WeightedValue]) {
    self.stratum = stratum
    self.values = values
  }
}

/// The bootstrap of a group by articles: whole articles are drawn again with replacement, within
/// their strata, and every measure is computed anew from each draw.
///
/// Articles are the clusters (Davison & Hinkley 1997, 3.8): directives of one article are alike,
/// and drawing them singly would promise more than there is. All measures share the draws. The
/// result depends on the articles, the seed and the label, not on the order of the articles.
package struct ClusterBootstrap: Hashable, Sendable {
  /// Of the stream of draws.
  package let seed: UInt64
  /// By measure: the articles with a weight.
  package let articles: [Int]
  /// By measure: the figure of the group as it is, nil without a weight.
  package let estimates: [Double?]
  /// By measure, then by draw: the figure of the draw, nil where the draw has no weight.
  package let draws: [[Double?]]

  /// Draws `count` times from `articles`.
  ///
  /// - Precondition: every article has the same number of values.
  /// - Complexity: O(count × articles × measures).
  package init(
    _ articles: [BootstrapArticle], draws count: Int, seed: UInt64, label: String = ""
  ) {
    let measures = articles.first?.values.count ?? 0
    precondition(articles.allSatisfy { $0.values.count == measures }, "articles differ in measures")
    let figures = StratifiedFigures(articles, measures: measures)
    var stream = RandomStream(seed: seed, label: label)
    var columns = [[Double?]](repeating: [], count: measures)
    for measure in 0..<measures { columns[measure].reserveCapacity(count) }
    for _ in 0..<count {
      let sums = figures.drawnSums(&stream)
      for measure in 0..<measures { columns[measure].append(figures.figure(measure, of: sums)) }
    }
    self.seed = seed
    self.articles = (0..<measures).map { measure in
      articles.count { $0.values[measure].weight > 0 }
    }
    let all = figures.allSums()
    estimates = (0..<measures).map { figures.figure($0, of: all) }
    draws = columns
  }

  /// The interval of `measure` that its number of articles allows, nil below five articles, and where
  /// no draw differs from another.
  ///
  /// Percentile from 20 articles on; for 5 to 19 the expanded percentile of Hesterberg (2015), with
  /// the tail `Φ(-√(n/(n-1)) · t(1-α/2, n-1))`.
  ///
  /// - Complexity: O(draws × log draws).
  package func interval(_ measure: Int, level: Double = 0.95) -> Interval? {
    bootstrapInterval(
      draws[measure].compactMap { $0 }, articles: articles[measure], level: level)
  }
}

/// The interval of bootstrap `draws` of a group of `articles` articles.
///
/// Nil below five articles, without draws, and where draws differ by rounding alone: an interval
/// without width would promise too much. Else within the range of the draws. `largest` is the largest
/// figure that draws were computed from, where it may be larger than they are.
///
/// - Precondition: the level lies strictly between 0 and 1.
/// - Complexity: O(draws × log draws).
package func bootstrapInterval(
  _ draws: [Double], articles: Int, level: Double = 0.95, largest: Double = 0
) -> Interval? {
  precondition(level > 0 && level < 1, "a level outside 0 to 1")
  guard let method = Showable(articles: articles).interval else { return nil }
  let tail =
    method == .expandedPercentile
    ? expandedTail(articles: articles, level: level) : (1 - level) / 2
  let sorted = draws.sorted()
  guard let low = quantile(tail, ofSorted: sorted), let high = quantile(1 - tail, ofSorted: sorted),
    high - low > 1e-9 * max(largest, low.magnitude, high.magnitude)
  else { return nil }
  return Interval(low: low, high: high, level: level, method: method)
}

/// The share of draws to cut off at each end for the expanded percentile interval.
///
/// `Φ(-√(n/(n-1)) · t(1-α/2, n-1))` (Hesterberg 2015): below α/2, and towards it as n grows.
///
/// - Precondition: there are at least two articles.
package func expandedTail(articles: Int, level: Double) -> Double {
  precondition(articles >= 2, "one article has no variance to expand")
  let n = Double(articles)
  let t = studentQuantile(1 - (1 - level) / 2, degrees: articles - 1)
  return normalCumulative(-(n / (n - 1)).squareRoot() * t)
}
