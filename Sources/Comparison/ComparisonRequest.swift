import CorpusStatistics

/// What is to be compared, and how.
package struct ComparisonRequest: Hashable, Sendable {
  package static let usualSeed: UInt64 = 20_260_801
  package static let usualDraws = 2_000
  /// The share of false findings that a table admits which leaves the screen.
  package static let exportedFalseShare = 0.05

  /// What makes a group; see `CorpusArticle.value(of:)`.
  package var key: String
  /// What makes a stratum, if anything does.
  package var within: String?
  /// Groups with fewer articles are left out.
  package var minimumArticles = 1
  /// Pairs of groups whose contrast was declared beforehand.
  package var contrasts: [Pair] = []
  package var seed = usualSeed
  package var bootstrapDraws = usualDraws
  package var permutationDraws = PermutationTest.usualDraws
  /// Nominal coverage of intervals.
  package var level = 0.95
  /// The share of false findings that a table of tests admits.
  package var falseShare = 0.10

  /// Two groups by name.
  package struct Pair: Hashable, Sendable {
    package var first: String
    package var second: String

    package init(_ first: String, _ second: String) {
      self.first = first
      self.second = second
    }
  }

  package init(by key: String, within: String? = nil) {
    self.key = key
    self.within = within
  }
}
