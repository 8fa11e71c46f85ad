/// The mean of a group as if it had the common mix of document types.
///
/// Direct standardisation, `θ = Σ w_s · mean_s` with one set of weights for all groups, divided by
/// their sum. Nil where a weighted stratum is empty: a figure for it would have to be invented.
///
/// - Precondition: no weight is negative.
/// - Complexity: O(articles log articles).
package func standardisedMean(
  _ strata: [String: [Double]], weights: [String: Double]
) -> Double? {
  precondition(weights.values.allSatisfy { $0 >= 0 }, "a negative weight")
  var sum = 0.0
  var total = 0.0
  for (stratum, weight) in weights.sorted(by: { $0.key < $1.key }) where weight > 0 {
    guard let mean = orderlessMean(strata[stratum] ?? []) else { return nil }
    sum += weight * mean
    total += weight
  }
  return total > 0 ? sum / total : nil
}

/// Whether two groups compare the same way in every stratum as they do overall (Simpson 1951).
package struct SimpsonCheck: Hashable, Sendable {
  /// What the strata say of the overall difference.
  package enum Finding: String, Hashable, Sendable, CaseIterable {
    /// No stratum holds articles of both groups.
    case cannotCompare = "cannot-compare"
    /// Every shared stratum has the sign of the overall difference.
    case agrees
    /// The shared strata differ in their signs, or have none where the overall difference has one.
    case mixed
    /// Every shared stratum has one and the same sign, which the overall difference has not: the mix of
    /// types makes that difference, or hides the one that there is.
    case reversed
  }

  /// The difference within one stratum.
  package struct Stratum: Hashable, Sendable {
    /// As the caller names the stratum; empty for articles whose type is unknown.
    package let name: String
    /// First minus second.
    package let difference: Double
  }

  /// First minus second over all articles; nil where a group is empty.
  package let overall: Double?
  /// By stratum, in the order of the names: first minus second, where both have articles.
  package let strata: [Stratum]
  /// First minus second with equal weights over the shared strata, nil without one.
  package let standardised: Double?
  /// The verdict over all shared strata.
  package let finding: Finding

  /// Compares two groups by the sum and the number of the articles of each stratum; `largest` is the
  /// largest article without its sign.
  ///
  /// Differences within rounding of 0 count as 0.
  ///
  /// - Complexity: O(strata log strata).
  package init(
    firstSums first: [String: WeightedValue], secondSums second: [String: WeightedValue],
    largest: Double
  ) {
    func mean(_ sums: [WeightedValue]) -> Double? {
      let weight = orderlessSum(sums.map(\.weight))
      return weight > 0 ? orderlessSum(sums.map(\.value)) / weight : nil
    }
    let shared = Set(first.keys).intersection(second.keys).sorted()
    let strata = shared.compactMap { name -> Stratum? in
      guard let here = mean(first[name].map { [$0] } ?? []),
        let there = mean(second[name].map { [$0] } ?? [])
      else { return nil }
      return Stratum(name: name, difference: here - there)
    }
    let tolerance = 1e-9 * largest
    func sign(_ value: Double) -> Int { value.magnitude <= tolerance ? 0 : value < 0 ? -1 : 1 }
    if let here = mean(Array(first.values)), let there = mean(Array(second.values)) {
      overall = here - there
    } else {
      overall = nil
    }
    self.strata = strata
    standardised = orderlessMean(strata.map(\.difference))
    guard let overall, !strata.isEmpty else {
      finding = .cannotCompare
      return
    }
    let signs = strata.map { sign($0.difference) }
    let direction = sign(overall)
    if signs.allSatisfy({ $0 == direction }) {
      finding = .agrees
    } else if signs.allSatisfy({ $0 != 0 && $0 != direction && $0 == signs[0] }) {
      // An overall difference of 0 hides one that every stratum has: that is a reversal too.
      finding = .reversed
    } else {
      finding = .mixed
    }
  }
}
