/// Something that the texts at hand cannot tell, and why.
package struct Unsaid: Hashable, Sendable {
  /// Why something cannot be said.
  package enum Reason: Hashable, Sendable {
    /// All articles are in one group.
    case oneGroup
    /// One article is a document, not a sample.
    case oneArticle
    /// Fewer than five articles have a value.
    case fewArticles(Int)
    /// No article of the group has enough directives.
    case noDirectives
    /// No article has what the measure is counted of.
    case noValues
    /// Every article has the same value.
    case allEqual
    /// So few articles that no figures at all could reach the level.
    case belowFloor(smallest: Double)
    /// One side has no article with a value, or none in a stratum of the other.
    case emptySide
    /// The group has no article of this stratum.
    case emptyStratum(String?)
    /// Fewer than two groups, or no group with two articles.
    case nothingToPool
    /// That many articles have no date.
    case undated(Int)
    /// That many articles have no value of the key.
    case ungrouped(Int)
    /// Fewer articles than asked for with the least number.
    case belowMinimum(Int)
    /// Articles were analysed by different rules.
    case mixedPacks(Int)
  }

  /// Position of the group, nil for the comparison as a whole.
  package var group: Int?
  /// The name of a group that was left out.
  package var name: String?
  package var reason: Reason

  package init(_ reason: Reason, group: Int? = nil, name: String? = nil) {
    self.reason = reason
    self.group = group
    self.name = name
  }
}
