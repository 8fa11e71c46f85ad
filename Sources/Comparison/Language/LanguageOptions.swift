import CorpusStatistics

/// How much is computed and listed.
package struct LanguageOptions: Hashable, Sendable {
  package var seed: UInt64
  package var bootstrapDraws: Int
  package var permutationDraws: Int
  package var level: Double
  /// Terms listed on each side.
  package var mostTerms: Int
  /// Parts listed of each split of a gap.
  package var mostParts: Int
  /// Directives that illustrate one term or part.
  package var mostExamples: Int

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
