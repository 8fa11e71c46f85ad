/// Something that the texts at hand cannot tell, and why.
package struct Unsaid: Hashable, Sendable {
  /// Why something cannot be said.
  package enum Reason: Hashable, Sendable {
    /// All articles are in one group, or in none.
    case oneGroup
    /// One article is a document, not a sample.
    case oneArticle
    /// That many articles have a value, fewer than the five that an interval or a test needs.
    case fewArticles(Int)
    /// No article of the group has enough directives.
    case noDirectives
    /// No article has what the measure is counted of.
    case noValues
    /// The articles of every group concerned, or of every stratum of it, have the same value: no draw
    /// differs from another, though groups and strata may.
    case allEqual
    /// The other groups have so few articles beyond one each that draws within groups hardly vary them.
    case smallGroups
    /// So few articles that no figures at all could reach the level.
    case belowFloor(smallest: Double)
    /// The two sides have no stratum in which both have an article with a value.
    case emptySide
    /// The group has no article of this stratum.
    case emptyStratum(String?)
    /// The group has one article of this stratum, which no draw can vary.
    case oneArticleInStratum(String?)
    /// That many articles have no date.
    case undated(Int)
    /// That many articles have no value of the key.
    case ungrouped(Int)
    /// That many articles, fewer than asked for; the group is left out.
    case belowMinimum(Int)
    /// Articles were analysed by that many sets of rules or forms.
    case mixedPacks(Int)
    /// More groups than draws can be kept for; that many draws were made.
    case fewerDraws(Int)
    /// More articles than splits can be dealt out for; that many were drawn for each test.
    case fewerSplits(Int)
    /// Nothing tells which slot is for force and which for action.
    case unknownRules
    /// The analyses do not say what the parts of scores weigh, or contradict one another in it.
    case unknownWeights
    /// So many groups that the order of every pair would fill pages.
    case manyGroups(Int)
    /// The two have the same mean, so there is no order to keep.
    case noOrder
    /// An input could not be read, or not to its end.
    case partialInput
    /// No articles at all.
    case noArticles
    /// No group has that many articles, so that none is left to compare.
    case noGroupLeft(minimum: Int)
  }

  /// Position of the group, nil for the comparison as a whole.
  package var group: Int?
  /// The name of a group that was left out.
  package var name: String?
  /// Why, with the number or name it hangs on.
  package var reason: Reason

  /// Says `reason` of a group, of one that was left out, or of the comparison as a whole.
  package init(_ reason: Reason, group: Int? = nil, name: String? = nil) {
    self.reason = reason
    self.group = group
    self.name = name
  }
}
