/// One article of a decomposition: its figure and the parts that make it up.
package struct ArticleParts: Hashable, Sendable {
  /// The figure of the article, in the unit of the parts.
  package let total: Double
  /// By part, the same parts in every article; what they leave of the total is the remainder.
  package let parts: [Double]
  /// What it is compared within; the same in all articles without strata.
  package let stratum: Int

  /// An article with its figure and its parts.
  package init(total: Double, parts: [Double], stratum: Int = 0) {
    self.total = total
    self.parts = parts
    self.stratum = stratum
  }
}

/// The difference between the means of two groups, split into what each part contributes.
///
/// `gap = Σ (mean_a(part) - mean_b(part)) + remainder`, exact because means add up (as Oaxaca 1973
/// without a regression). Parts are rules, slots or terms, whatever adds up to the figure; caps and
/// floors of a score land in the remainder, which is shown and not spread over the parts. With strata
/// the mean of a group is that of its strata, of those that both groups have, each weighing the same,
/// which adds up as well: the gap is the mean of the differences within strata.
package struct GapDecomposition: Hashable, Sendable {
  /// What one part adds to the gap, in the unit of the figures.
  package struct Part: Hashable, Sendable {
    /// Mean of the part in the first and in the second group; with strata, the mean of theirs.
    package let means: [Double]
    /// First minus second.
    package let contribution: Double
    /// The gap that is left without this part.
    package let gapWithout: Double
    /// Whether the gap without this part vanishes or has the opposite sign.
    package let decides: Bool
    /// Contribution over gap; nil where the gap is 0.
    ///
    /// Above 1 where other parts pull the other way.
    package let share: Double?
  }

  /// First mean minus second mean.
  package let gap: Double
  /// By part, in the order of the input.
  package let parts: [Part]
  /// What the parts do not account for.
  package let remainder: Double

  /// Nil where no stratum has articles of both groups; articles of other strata say nothing.
  ///
  /// - Precondition: every article has the same number of parts.
  /// - Complexity: O(parts × articles log articles).
  package init?(first: [ArticleParts], second: [ArticleParts]) {
    let shared = Set(first.map(\.stratum)).intersection(second.map(\.stratum)).sorted()
    guard !shared.isEmpty, let pattern = first.first else { return nil }
    let count = pattern.parts.count
    precondition(
      (first + second).allSatisfy { $0.parts.count == count }, "articles differ in parts")
    let sides = [first, second].map { side in
      let strata = Dictionary(grouping: side, by: \.stratum)
      return shared.map { strata[$0] ?? [] }
    }
    func mean(_ side: Int, _ figure: (ArticleParts) -> Double) -> Double {
      orderlessMean(sides[side].compactMap { orderlessMean($0.map(figure)) }) ?? 0
    }
    let gap = mean(0) { $0.total } - mean(1) { $0.total }
    let all = sides.joined().joined().flatMap { [$0.total] + $0.parts }
    let tolerance = 1e-9 * all.reduce(0) { max($0, $1.magnitude) }
    let parts = (0..<count).map { part -> Part in
      let means = [mean(0) { $0.parts[part] }, mean(1) { $0.parts[part] }]
      let contribution = means[0] - means[1]
      let without = gap - contribution
      let isGap = gap.magnitude > tolerance
      return Part(
        means: means, contribution: contribution, gapWithout: without,
        decides: isGap && (without.magnitude <= tolerance || (without < 0) != (gap < 0)),
        share: isGap ? contribution / gap : nil)
    }
    self.gap = gap
    self.parts = parts
    remainder = gap - parts.reduce(0) { $0 + $1.contribution }
  }

  /// The positions of the parts, the largest contribution in either direction first.
  ///
  /// - Complexity: O(parts log parts).
  package var byMagnitude: [Int] {
    parts.indices.sorted {
      (parts[$1].contribution.magnitude, $0) < (parts[$0].contribution.magnitude, $1)
    }
  }
}
