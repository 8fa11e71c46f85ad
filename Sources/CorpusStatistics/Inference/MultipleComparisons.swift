/// How the probabilities of one table are made to answer for their number.
package enum MultiplicityMethod: String, Hashable, Sendable, CaseIterable {
  /// Holds the share of false findings; independent or positively dependent tests.
  case benjaminiHochberg = "benjamini-hochberg"
  /// Holds the share of false findings under any dependence.
  case benjaminiYekutieli = "benjamini-yekutieli"
  /// Holds the chance of any false finding; for the few contrasts declared beforehand.
  case holm
}

/// A family of tests corrected for its number.
package struct CorrectedFamily: Hashable, Sendable {
  /// What `adjusted` answers for.
  package let method: MultiplicityMethod
  /// The tests that gave a probability: the m to print.
  package let tests: Int
  /// By test, in the order of the input: the adjusted probability, nil where none was given.
  package let adjusted: [Double?]

  /// Adjusts `probabilities`, nil for what could not be tested; those do not count in m.
  ///
  /// With p sorted upwards: Benjamini & Hochberg (1995) `min over j ≥ i of m·p_(j)/j`; Benjamini &
  /// Yekutieli (2001) the same times `Σ 1/j`; Holm (1979) `max over j ≤ i of (m-j+1)·p_(j)`. At most
  /// 1. An empty family stays empty.
  ///
  /// - Precondition: every probability lies between 0 and 1.
  /// - Complexity: O(m log m).
  package init(_ probabilities: [Double?], method: MultiplicityMethod) {
    let present = probabilities.indices.compactMap { index in
      probabilities[index].map { (index: index, value: $0) }
    }
    precondition(present.allSatisfy { $0.value >= 0 && $0.value <= 1 }, "not a probability")
    let sorted = present.sorted { ($0.value, $0.index) < ($1.value, $1.index) }
    let count = Double(sorted.count)
    var result = [Double?](repeating: nil, count: probabilities.count)
    switch method {
    case .benjaminiHochberg, .benjaminiYekutieli:
      let dependence =
        method == .benjaminiHochberg
        ? 1 : sorted.indices.reduce(0) { $0 + 1 / Double($1 + 1) }
      var least = 1.0
      for (rank, test) in sorted.enumerated().reversed() {
        least = min(least, test.value * (dependence * count / Double(rank + 1)))
        result[test.index] = least
      }
    case .holm:
      var most = 0.0
      for (rank, test) in sorted.enumerated() {
        most = max(most, min(1, (count - Double(rank)) * test.value))
        result[test.index] = most
      }
    }
    self.method = method
    tests = sorted.count
    adjusted = result
  }

  /// By test: whether it is found at `level`, the q or the α of the family.
  package func found(at level: Double) -> [Bool] {
    adjusted.map { $0.map { $0 <= level } ?? false }
  }
}
