/// How the two profiles of a divergence weigh.
package enum ProfileWeights: String, Hashable, Sendable, CaseIterable {
  /// Both alike: the divergence lies between 0 and 1 and its root is a metric.
  case equal
  /// By their totals: `2 · N · ln 2 · JSD` is then the likelihood-ratio statistic.
  case size
}

/// The Jensen-Shannon divergence of two profiles of counts, in bits (Lin 1991).
///
/// `H(πP·P + πQ·Q) - πP·H(P) - πQ·H(Q)` to base 2. 0 for equal profiles, at most 1, symmetric; a
/// class with 0 adds nothing. Nil where one of them is empty. For short profiles: on raw vocabulary
/// the estimate is far too high.
///
/// - Precondition: both have the same number of classes, none negative.
/// - Complexity: O(classes).
package func jensenShannonDivergence(
  _ first: [Double], _ second: [Double], weights: ProfileWeights
) -> Double? {
  precondition(first.count == second.count, "profiles of different classes")
  precondition((first + second).allSatisfy { $0 >= 0 }, "a negative count")
  let (one, other) = (first.reduce(0, +), second.reduce(0, +))
  guard one > 0, other > 0 else { return nil }
  let share = weights == .equal ? 0.5 : one / (one + other)
  var mixed = 0.0
  var own = 0.0
  for (left, right) in zip(first, second) {
    let (p, q) = (left / one, right / other)
    mixed += entropyTerm(share * p + (1 - share) * q)
    own += share * entropyTerm(p) + (1 - share) * entropyTerm(q)
  }
  return min(1, max(0, mixed - own))
}

/// `-p · log₂ p`, 0 at 0.
private func entropyTerm(_ p: Double) -> Double { p > 0 ? -p * binaryLogarithm(p) : 0 }

/// The divergence of the profiles of two groups beside what the same articles give when the labels
/// are dealt out anew: a raw divergence is never 0, and higher the fewer the directives.
package struct ProfileDivergence: Hashable, Sendable {
  /// How the two groups weighed.
  package let weights: ProfileWeights
  /// In bits, from 0 to 1.
  package let divergence: Double
  /// The mean over the splits of the article labels.
  package let nullMean: Double
  /// The one-sided probability: the share of splits at least as divergent.
  package let probability: Double
  /// The smallest probability that the numbers of articles allow.
  package let smallestProbability: Double
  /// How many splits were looked at.
  package let method: PermutationMethod

  /// The divergence less the mean of its null; negative where the groups are more alike than chance.
  package var excess: Double { divergence - nullMean }

  /// The divergence of the pooled counts of `first` and `second`, by article then class; nil where
  /// a group has no counts.
  ///
  /// Articles without counts are left out: where they fall says nothing. A split that leaves one
  /// side without counts cannot occur then.
  ///
  /// - Complexity: O(splits × articles × classes), at most 10,000 splits.
  package init?(
    first: [[Int]], second: [[Int]], weights: ProfileWeights = .equal,
    draws: Int = PermutationTest.usualDraws, seed: UInt64, label: String = ""
  ) {
    func articles(_ side: [[Int]], isFirst: Bool) -> [LabelledArticle] {
      side.filter { $0.contains { $0 > 0 } }
        .map { LabelledArticle(isFirst: isFirst, figures: $0.map(Double.init)) }
    }
    let (one, other) = (articles(first, isFirst: true), articles(second, isFirst: false))
    guard !one.isEmpty, !other.isEmpty else { return nil }
    let permutation = LabelPermutation(one + other)
    let totals = permutation.totals[0]
    let outcome = permutation.outcome(
      exactLimit: PermutationTest.exactLimit, draws: draws,
      stream: RandomStream(seed: seed, label: label), tolerance: 1e-12
    ) { sums in
      let rest = zip(totals, sums).map { $0 - $1 }
      return jensenShannonDivergence(sums, rest, weights: weights) ?? 0
    }
    self.weights = weights
    divergence = outcome.observed
    nullMean = outcome.nullMean
    probability = outcome.probability
    smallestProbability = permutation.smallestProbability
    method = outcome.method
  }
}
