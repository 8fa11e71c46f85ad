/// How far the order of groups depends on the weights of a score's parts.
///
/// The weights are drawn from Dirichlet(50·w), which leaves their mean at w, as the practice of
/// composite indicators demands (Saisana, Saltelli & Tarantola 2005); the column of equal weights
/// stands beside.
package struct OrderStability: Hashable, Sendable {
  /// Two groups and how their order fares.
  package struct Pair: Hashable, Sendable {
    /// Positions of the groups, the smaller first.
    package let groups: [Int]
    /// The first group's score minus the second's under the weights as given.
    package let difference: Double
    /// The share of draws with the same sign; nil where the difference is 0.
    package let kept: Double?
    /// The same difference under equal weights.
    package let underEqualWeights: Double
  }

  /// Sets of weights to draw where nobody says how many.
  package static let usualDraws = 500
  /// What the weights are multiplied by to become parameters of the Dirichlet distribution: the
  /// higher, the closer draws stay to the weights as given.
  package static let usualConcentration = 50.0

  /// Of the stream of draws.
  package let seed: UInt64
  /// Sets of weights that were drawn.
  package let draws: Int
  /// By group: the score under the weights as given.
  package let scores: [Double]
  /// Every pair of groups.
  package let pairs: [Pair]
  /// Agreement of the order under equal weights with the one given, see `rankAgreement`.
  package let agreementWithEqual: Double?
  /// The fifth percentile over draws of the agreement with the order given.
  package let lowAgreement: Double?

  /// Draws weights and asks `score` for the groups' scores under each set of weights.
  ///
  /// `score` gets weights that add up to 1 and returns one figure a group, in the same order each
  /// time; caps and gates are its own business. Weights of 0 stay 0, also in the equal column.
  ///
  /// - Precondition: no weight is negative, one at least is positive.
  /// - Complexity: O(draws × (score + groups²)).
  package init(
    weights: [Double], seed: UInt64, draws: Int = usualDraws,
    concentration: Double = usualConcentration, score: ([Double]) -> [Double]
  ) {
    let sum = weights.reduce(0, +)
    precondition(sum > 0 && weights.allSatisfy { $0 >= 0 }, "weights that cannot be shared out")
    let given = weights.map { $0 / sum }
    let used = Double(given.count { $0 > 0 })
    let base = score(given)
    let equal = score(given.map { $0 > 0 ? 1 / used : 0 })
    var stream = RandomStream(seed: seed, label: "weights")
    var drawn: [[Double]] = []
    for _ in 0..<draws {
      drawn.append(score(stream.dirichlet(given.map { concentration * $0 })))
    }
    let agreements = drawn.compactMap { rankAgreement(base, $0) }.sorted()
    self.seed = seed
    self.draws = draws
    scores = base
    agreementWithEqual = rankAgreement(base, equal)
    lowAgreement = quantile(0.05, ofSorted: agreements)
    pairs = base.indices.flatMap { one in
      (one + 1..<base.count).map { other in
        let difference = base[one] - base[other]
        let kept = drawn.count { ($0[one] - $0[other]) * difference > 0 }
        return Pair(
          groups: [one, other], difference: difference,
          kept: difference == 0 || draws == 0 ? nil : Double(kept) / Double(draws),
          underEqualWeights: equal[one] - equal[other])
      }
    }
  }
}

/// Concordant minus discordant pairs over the pairs tied in neither list: the gamma of Goodman &
/// Kruskal (1954), from -1 to 1; nil where every pair is tied.
///
/// - Precondition: both have the same length.
/// - Complexity: O(n²).
package func rankAgreement(_ first: [Double], _ second: [Double]) -> Double? {
  precondition(first.count == second.count, "lists of different length")
  var concordant = 0
  var discordant = 0
  for one in first.indices {
    for other in one + 1..<max(first.count, one + 1) {
      let left = first[one] - first[other]
      let right = second[one] - second[other]
      guard left != 0, right != 0 else { continue }
      if (left > 0) == (right > 0) { concordant += 1 } else { discordant += 1 }
    }
  }
  let untied = concordant + discordant
  return untied > 0 ? Double(concordant - discordant) / Double(untied) : nil
}
