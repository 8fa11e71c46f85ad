/// Figures of one document; means are nil where there is nothing to average.
package struct DocumentScores: Sendable, Hashable {
  /// A figure with its name.
  package struct Mean: Sendable, Hashable {
    /// The name of a score or slot.
    package var name: String
    /// A mean score from 0 to 100, or a share from 0 to 1; nil where there is nothing to average.
    package var value: Double?

    /// The figure `name`.
    package init(name: String, value: Double?) {
      self.name = name
      self.value = value
    }
  }

  /// The mean of a score under doubt: with every directive at its lowest, with every one at its
  /// highest, and with all parts weighing the same (nil where one directive cannot be restated).
  package struct Range: Sendable, Hashable {
    /// The name of the score.
    package var name: String
    /// From 0 to 100.
    package var low: Double
    /// From 0 to 100.
    package var high: Double
    /// From 0 to 100.
    package var equal: Double?

    /// The means of the score `name`.
    package init(name: String, low: Double, high: Double, equal: Double?) {
      self.name = name
      self.low = low
      self.high = high
      self.equal = equal
    }
  }

  /// The mean of each score over the directives that are not excluded, in the order of the pack.
  package var means: [Mean]
  /// Directives that are not excluded.
  package var directives: Int
  /// Share, from 0 to 1, of directives in the highest band of the first score.
  package var actionableShare: Double?
  /// Share, from 0 to 1, of directives whose class is not the default one.
  package var exhortationShare: Double?
  /// Share, from 0 to 1, of directives in which the slot has at least half its value, by slot in pack order.
  package var slotFill: [Mean]
  /// By score in pack order; empty where there is nothing to average.
  package var ranges: [Range]

  /// The figures of a document; without ranges unless they are said.
  package init(
    means: [Mean], directives: Int, actionableShare: Double?, exhortationShare: Double?,
    slotFill: [Mean], ranges: [Range] = []
  ) {
    self.means = means
    self.ranges = ranges
    self.directives = directives
    self.actionableShare = actionableShare
    self.exhortationShare = exhortationShare
    self.slotFill = slotFill
  }
}
