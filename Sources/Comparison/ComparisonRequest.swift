import CorpusStatistics

/// What is to be compared, and how.
package struct ComparisonRequest: Hashable, Sendable {
  /// Bootstrap draws where the user names no number.
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
  /// What all random streams of the comparison begin from; it stands in every output.
  package var seed = RandomStream.usualSeed
  /// Bootstrap draws of each group; fewer are made where they would not fit into memory, see
  /// `Unsaid.Reason.fewerDraws`.
  package var bootstrapDraws = usualDraws
  /// Random splits of a test that has too many splits to list, see `PermutationTest.exactLimit`;
  /// fewer above 40,000 articles, see `Unsaid.Reason.fewerSplits`.
  package var permutationDraws = PermutationTest.usualDraws
  /// Nominal coverage of intervals, between 0 and 1; a test is made only where its probability could
  /// be as low as 1 less this.
  package var level = 0.95
  /// The share of false findings that a table of tests admits, from 0 to 1.
  package var falseShare = 0.10

  /// Two groups by name.
  package struct Pair: Hashable, Sendable {
    /// Stands in front of the minus sign of the difference.
    package var first: String
    /// Is taken from the first.
    package var second: String

    /// The pair of these groups, as their articles' values of the key name them.
    package init(_ first: String, _ second: String) {
      self.first = first
      self.second = second
    }
  }

  /// A comparison by `key` with the usual settings, stratified where `within` names a key.
  package init(by key: String, within: String? = nil) {
    self.key = key
    self.within = within
  }
}
