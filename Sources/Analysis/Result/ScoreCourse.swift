/// What the adjustments of a score make of any total of points, all else in the directive being as it
/// is: `min(max(times * total + plus, least), most)`.
///
/// Caps, floors, factors and allowances run one after the other are one such line again, so that a
/// score can be computed anew under other weights without the pack.
package struct ScoreCourse: Sendable, Hashable {
  package var times: Double
  package var plus: Double
  package var least: Double
  package var most: Double

  package init(times: Double, plus: Double, least: Double, most: Double) {
    self.times = times
    self.plus = plus
    self.least = least
    self.most = most
  }

  /// Every total as it is.
  static let free = ScoreCourse(times: 1, plus: 0, least: -.infinity, most: .infinity)

  /// The total after all adjustments.
  package func callAsFunction(_ total: Double) -> Double {
    min(max(times * total + plus, least), most)
  }

  /// The score that `total` points come to: between 0 and 100, rounded half up.
  ///
  /// Sums of decimal products land a hair below the half that they mean, so a billionth is added.
  package func score(_ total: Double) -> Int {
    Int((min(max(self(total), 0), 100) + 0.5 + 1e-9).rounded(.down))
  }

  func shifted(_ points: Double) -> ScoreCourse {
    ScoreCourse(times: times, plus: plus + points, least: least + points, most: most + points)
  }

  /// - Precondition: `factor` is not 0, which would make nothing of bounds without end.
  func scaled(_ factor: Double) -> ScoreCourse {
    let ends = [least * factor, most * factor]
    return ScoreCourse(
      times: times * factor, plus: plus * factor, least: min(ends[0], ends[1]),
      most: max(ends[0], ends[1]))
  }

  func capped(_ cap: Double) -> ScoreCourse {
    ScoreCourse(times: times, plus: plus, least: min(least, cap), most: min(most, cap))
  }

  func raised(_ floor: Double) -> ScoreCourse {
    ScoreCourse(times: times, plus: plus, least: max(least, floor), most: max(most, floor))
  }
}

/// How many points each part of a score gives at most: the weights of the parts.
package struct ScoreWeights: Sendable, Hashable {
  package struct Part: Sendable, Hashable {
    package var name: String
    /// The points where every slot and mark that the part reads is 1; 0 or less where that gives none,
    /// and then the part has no weight and keeps its points.
    package var full: Double

    package init(name: String, full: Double) {
      self.name = name
      self.full = full
    }
  }

  /// The name of the score.
  package var name: String
  /// In the order of the pack.
  package var parts: [Part]

  package init(name: String, parts: [Part]) {
    self.name = name
    self.parts = parts
  }

  /// What all parts give together.
  package var sum: Double { parts.reduce(0) { $0 + max(0, $1.full) } }

  /// By part: what it gives at most where all that have a weight have the same; their sum stays.
  package var equal: [Double] {
    let weighed = Double(parts.count { $0.full > 0 })
    return parts.map { $0.full > 0 ? sum / weighed : $0.full }
  }

  /// The total of `points`, one a part, where the parts give at most `weights` instead of their own.
  ///
  /// - Precondition: one number a part.
  package func total(of points: [Double], under weights: [Double]) -> Double {
    parts.indices.reduce(0) { sum, part in
      let full = parts[part].full
      return sum + (full > 0 ? points[part] / full * weights[part] : points[part])
    }
  }
}
