/// Whether two groups differ in the mean of their articles, by dealing out the labels anew.
package enum PermutationTest: Hashable, Sendable {
  /// Why there is no probability to print; never to be worded as "no difference".
  package enum Obstacle: Hashable, Sendable {
    /// A group, or every stratum's half of it, is empty.
    case emptyGroup
    /// So few articles that even the most extreme figures could not reach the level.
    case tooFewArticles(smallestProbability: Double)
    /// All articles have the same figure: every split looks alike.
    case noVariation
  }

  /// A two-sided test.
  package struct Result: Hashable, Sendable {
    /// First mean minus second mean; with strata, the mean of the strata's differences.
    package let difference: Double
    /// From the smallest possible one to 1.
    package let probability: Double
    /// How many splits were looked at.
    package let method: PermutationMethod
    /// The strata that both groups have articles in.
    package let strata: Int
  }

  /// Splits were looked at.
  case tested(Result)
  /// No splits were looked at, because they could tell nothing.
  case cannotBeTested(Obstacle)

  /// More splits than this are drawn at random rather than listed.
  package static let exactLimit = 10_000
  /// Random splits of a test that is not exact.
  package static let usualDraws = 9_999

  /// Tests the difference of the mean of `first` and of `second`, two-sided (Fisher 1935; with
  /// random splits, `p = (1 + hits) / (1 + draws)`, Phipson & Smyth 2010).
  ///
  /// Labels move only within a stratum, and the statistic is the absolute mean of the strata's
  /// differences; strata that one group lacks say nothing and are left out. Nothing is tested where
  /// the smallest probability that the numbers of articles allow is above `level`. Four against four
  /// can pass that, and still `Showable` leaves the test out: both must allow it.
  ///
  /// - Complexity: O(splits × articles) where exact, O(draws × articles of the smaller group) else.
  package init(
    first: [(stratum: String, value: Double)], second: [(stratum: String, value: Double)],
    level: Double = 0.05, draws: Int = usualDraws, seed: UInt64, label: String = ""
  ) {
    let shared = Set(first.map(\.stratum)).intersection(second.map(\.stratum))
    let articles =
      first.filter { shared.contains($0.stratum) }
      .map { LabelledArticle(stratum: $0.stratum, isFirst: true, figures: [$0.value]) }
      + second.filter { shared.contains($0.stratum) }
      .map { LabelledArticle(stratum: $0.stratum, isFirst: false, figures: [$0.value]) }
    guard !articles.isEmpty else {
      self = .cannotBeTested(.emptyGroup)
      return
    }
    let permutation = LabelPermutation(articles)
    let floor = permutation.smallestProbability
    guard floor <= level else {
      self = .cannotBeTested(.tooFewArticles(smallestProbability: floor))
      return
    }
    let varying = Dictionary(grouping: articles, by: \.stratum).values.contains { stratum in
      Set(stratum.map(\.figures)).count > 1
    }
    guard varying else {
      self = .cannotBeTested(.noVariation)
      return
    }
    let outcome = permutation.outcome(
      exactLimit: PermutationTest.exactLimit, draws: draws,
      stream: RandomStream(seed: seed, label: label),
      tolerance: 1e-9 * articles.reduce(0) { max($0, $1.figures[0].magnitude) }
    ) { sums in
      PermutationTest.meanDifference(sums, permutation).magnitude
    }
    self = .tested(
      Result(
        difference: PermutationTest.meanDifference(articles), probability: outcome.probability,
        method: outcome.method, strata: shared.count))
  }

  /// The probability, nil where nothing could be tested.
  package var probability: Double? {
    guard case .tested(let result) = self else { return nil }
    return result.probability
  }

  private static func meanDifference(_ sums: [Double], _ permutation: LabelPermutation) -> Double {
    var difference = 0.0
    for (stratum, count) in permutation.counts.enumerated() {
      let rest = permutation.totals[stratum][0] - sums[stratum]
      difference += sums[stratum] / Double(count.dealt) - rest / Double(count.kept)
    }
    return difference / Double(permutation.counts.count)
  }

  private static func meanDifference(_ articles: [LabelledArticle]) -> Double {
    let strata = Dictionary(grouping: articles, by: \.stratum).values.map { stratum in
      let first = stratum.filter(\.isFirst).map { $0.figures[0] }
      let second = stratum.filter { !$0.isFirst }.map { $0.figures[0] }
      return (orderlessMean(first) ?? 0) - (orderlessMean(second) ?? 0)
    }
    return orderlessMean(strata) ?? 0
  }
}
