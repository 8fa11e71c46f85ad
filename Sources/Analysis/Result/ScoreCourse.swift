/// What the adjustments of a score make of any total of points, all else in the directive being as it
/// is: `min(max(times * total + plus, least), most)`.
///
/// Caps, floors, factors and allowances run one after the other are one such line again, so that a
/// score can be computed anew under other weights without the pack.
package struct ScoreCourse: Sendable, Hashable {
  /// What the total is multiplied by.
  package var times: Double
  /// Points that are added to it then.
  package var plus: Double
  /// In points; less than this is raised to it.
  package var least: Double
  /// In points; more than this is cut to it.
  package var most: Double

  /// The line with these four numbers.
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

  /// The score that `total` points come to: between 0 and 100, rounded half up; 0 where they come to
  /// no number.
  ///
  /// Sums of decimal products land a hair below the half that they mean, so a billionth is added.
  package func score(_ total: Double) -> Int {
    let points = self(total)
    // Sums and quotients of weights as large as numbers get have no value.
    guard !points.isNaN else { return 0 }
    return Int((min(max(points, 0), 100) + 0.5 + 1e-9).rounded(.down))
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
