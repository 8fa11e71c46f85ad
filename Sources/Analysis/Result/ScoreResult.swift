/// One score of a directive, with how it came about.
package struct ScoreResult: Sendable, Hashable {
  /// What one part adds.
  package struct Part: Sendable, Hashable {
    /// The name of the part in the pack.
    package var name: String
    /// Before any adjustment.
    package var points: Double

    /// The part `name` with its points.
    package init(name: String, points: Double) {
      self.name = name
      self.points = points
    }
  }

  /// A factor or cap that changed the total, in points.
  package struct Adjustment: Sendable, Hashable {
    /// The id of the adjustment in the pack.
    package var id: String
    /// The total before it.
    package var before: Double
    /// The total behind it.
    package var after: Double

    /// The adjustment `id`.
    package init(id: String, before: Double, after: Double) {
      self.id = id
      self.before = before
      self.after = after
    }
  }

  /// The name of the score in the pack.
  package var name: String
  /// From 0 to 100.
  package var score: Int
  /// The lower of the score and that by the rules at or above the pack's confidence floor alone; from
  /// 0 to 100.
  package var low: Int
  /// The higher of the two, which is not the score where what unsure rules say lowers it; from 0 to 100.
  package var high: Int
  /// From 0 to 100: the score where all parts have the same weight; nil where it cannot be restated.
  package var equal: Int?
  /// In the order of the pack; parts that add nothing are left out.
  package var parts: [Part]
  /// Those that changed the total, in the order in which they did.
  package var adjustments: [Adjustment]
  /// The name of the band, or nil below all bands.
  package var band: String?
  /// From 0 to 100: the score with umbrella sanctions counted in; nil where the pack knows none for this score.
  package var inContext: Double?
  /// What the adjustments make of any total; nil where that cannot be told in this form.
  package var course: ScoreCourse?

  /// A score that stands between `low` and `high`.
  package init(
    name: String, score: Int, low: Int, high: Int, equal: Int? = nil, parts: [Part],
    adjustments: [Adjustment], band: String?, inContext: Double?, course: ScoreCourse? = nil
  ) {
    self.name = name
    self.score = score
    self.low = low
    self.high = high
    self.equal = equal
    self.parts = parts
    self.adjustments = adjustments
    self.band = band
    self.inContext = inContext
    self.course = course
  }
}
