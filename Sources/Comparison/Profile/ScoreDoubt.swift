package import Analysis

/// How the score of a directive follows from what the parts of the score weigh.
package struct ScoreCell: Hashable, Sendable {
  private static let decimals = 10_000.0

  /// By part, in the order of the pack; to four decimals, as saved analyses hold them.
  package let points: [Double]
  /// What the adjustments make of the sum of the points, whatever the weights.
  package let course: ScoreCourse

  /// Nil where the score cannot be restated.
  ///
  /// - Complexity: O(parts²), of which a score has a handful.
  package init?(_ score: ScoreResult, _ weights: ScoreWeights) {
    guard let course = score.course else { return nil }
    self.course = course
    var points = [Double](repeating: 0, count: weights.parts.count)
    for part in score.parts {
      guard let place = weights.parts.firstIndex(where: { $0.name == part.name }) else {
        return nil
      }
      points[place] = (part.points * Self.decimals).rounded() / Self.decimals
    }
    self.points = points
  }

  /// An order that does not depend on where a cell was seen first.
  static func precedes(_ left: ScoreCell, _ right: ScoreCell) -> Bool {
    if left.points != right.points { return left.points.lexicographicallyPrecedes(right.points) }
    return left.numbers.lexicographicallyPrecedes(right.numbers)
  }

  private var numbers: [Double] { [course.times, course.plus, course.least, course.most] }
}

/// What an article's mean of one score hangs on besides its words.
package struct ScoreDoubt: Hashable, Sendable {
  /// The mean with every directive at its lowest.
  package var low: Double
  /// The mean with every directive at its highest.
  package var high: Double
  /// The mean with all parts weighing the same; nil where a directive cannot be restated.
  package var equal: Double?
  /// The directives by what their score follows from; nil where one cannot be restated.
  package var cells: [ScoreCell: Int]?

  /// - Precondition: there is a score.
  init(_ scores: [ScoreResult], _ weights: ScoreWeights?) {
    func mean(_ values: [Int]) -> Double {
      values.reduce(0) { $0 + Double($1) } / Double(values.count)
    }
    low = mean(scores.map(\.low))
    high = mean(scores.map(\.high))
    let equal = scores.compactMap(\.equal)
    self.equal = equal.count == scores.count ? mean(equal) : nil
    guard let weights else { return }
    var cells: [ScoreCell: Int] = [:]
    for score in scores {
      guard let cell = ScoreCell(score, weights) else { return }
      cells[cell, default: 0] += 1
    }
    self.cells = cells
  }
}
