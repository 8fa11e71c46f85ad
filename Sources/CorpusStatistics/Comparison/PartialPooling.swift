/// Group means drawn towards the grand mean, the more the fewer articles a group has.
///
/// Normal-normal empirical Bayes (Efron & Morris 1975): `shrunk = k·mean + (1-k)·grand` with
/// `k = τ² / (τ² + s²/m)`. s² is the variance of articles within groups, pooled; τ² that between
/// groups by the method of moments for unequal groups (Searle, Casella & McCulloch 1992, 3.6), not
/// below 0; the grand mean weighs groups by `1 / (τ² + s²/m)`.
package struct PartialPooling: Hashable, Sendable {
  /// One group and where its mean is drawn to.
  package struct Group: Hashable, Sendable {
    /// The articles it has, at least one.
    package let articles: Int
    /// The raw mean of its articles.
    package let mean: Double
    /// Between the raw mean and the grand mean.
    package let shrunk: Double
    /// How much of its own mean a group keeps, from 0 to 1.
    package let kept: Double
  }

  /// By group, in the order of the input; nil for a group without articles.
  package let groups: [Group?]

  /// Pools the article means of each group.
  ///
  /// Nil with fewer than two groups, or where no group has two articles: then nothing tells what
  /// articles differ by. Where neither variance is above 0 all means are equal and stay.
  ///
  /// - Complexity: O(articles log articles).
  package init?(_ values: [[Double]]) {
    let present = values.filter { !$0.isEmpty }
    let count = present.reduce(0) { $0 + $1.count }
    guard present.count >= 2, count > present.count else { return nil }
    let sizes = present.map { Double($0.count) }
    let means = present.map { orderlessMean($0) ?? 0 }
    let total = Double(count)
    let within =
      orderlessSum(
        zip(present, means).flatMap { articles, mean in
          articles.map { ($0 - mean) * ($0 - mean) }
        }) / (total - Double(present.count))
    let pooled = orderlessSum(zip(sizes, means).map { $0 * $1 }) / total
    let between =
      orderlessSum(zip(sizes, means).map { $0 * ($1 - pooled) * ($1 - pooled) })
      / Double(present.count - 1)
    let effective =
      (total - orderlessSum(sizes.map { $0 * $0 }) / total) / Double(present.count - 1)
    let variance = max(0, (between - within) / effective)
    let weights = sizes.map { size in
      let spread = variance + within / size
      return spread > 0 ? 1 / spread : 1
    }
    let grand = orderlessSum(zip(weights, means).map { $0 * $1 }) / orderlessSum(weights)
    groups = values.map { articles in
      guard let mean = orderlessMean(articles) else { return nil }
      let spread = variance + within / Double(articles.count)
      let kept = spread > 0 ? variance / spread : 1
      return Group(
        articles: articles.count, mean: mean, shrunk: kept * mean + (1 - kept) * grand, kept: kept)
    }
  }
}
