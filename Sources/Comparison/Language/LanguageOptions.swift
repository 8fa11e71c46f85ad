import CorpusStatistics

/// How much is computed and listed.
package struct LanguageOptions: Hashable, Sendable {
  /// What all random streams begin from.
  package var seed: UInt64
  /// Bootstrap draws of each figure's interval.
  package var bootstrapDraws: Int
  /// Random splits of a test that is not exact.
  package var permutationDraws: Int
  /// Nominal coverage of intervals, between 0 and 1.
  package var level: Double
  /// Terms listed on each side.
  package var mostTerms: Int
  /// Parts listed of each split of a gap.
  package var mostParts: Int
  /// Directives that illustrate one term or part.
  package var mostExamples: Int

  /// The usual numbers where none are given; only the seed has to be.
  package init(
    seed: UInt64, bootstrapDraws: Int = 2_000,
    permutationDraws: Int = PermutationTest.usualDraws, level: Double = 0.95, mostTerms: Int = 25,
    mostParts: Int = 12, mostExamples: Int = 3
  ) {
    self.seed = seed
    self.bootstrapDraws = bootstrapDraws
    self.permutationDraws = permutationDraws
    self.level = level
    self.mostTerms = mostTerms
    self.mostParts = mostParts
    self.mostExamples = mostExamples
  }
}
