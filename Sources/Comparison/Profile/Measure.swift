package import Analysis

/// One figure that groups of articles are compared by.
package struct Measure: Hashable, Sendable {
  /// A table of measures that are shown, and corrected for their number, together.
  package enum Table: String, Hashable, Sendable, CaseIterable {
    /// Means of a score over the directives of an article.
    case scores
    /// Share of body paragraphs with a tag of at least a level.
    case tags
    /// Share of directives in which a slot has at least half its value.
    case slots
    /// Share of directives of a class, such as exhortation.
    case classes
    /// Share of directives whose force was given by a rule, or by none.
    case force
    /// Share of directives whose action was given by a rule, or by none.
    case actions
    /// Share of tagged paragraphs by the kind of sentence that gave the tags.
    case functions
    /// Share of body paragraphs with exactly these tags.
    case labelSets = "label-sets"
  }

  /// Where it is shown, and what its figure means.
  package var table: Table
  /// Of a score, tag, slot, class, function or rule; of a label set its tags joined by `+`.
  package var name: String
  /// From 1 for tags, 0 for all else.
  package var level: Int

  /// The measure of that name; a level makes sense for tags alone.
  package init(_ table: Table, _ name: String, level: Int = 0) {
    self.table = table
    self.name = name
    self.level = level
  }

  /// As data files name it: `tags/supervision/2`, `scores/specificity`.
  package var id: String { table.rawValue + "/" + name + (level > 0 ? "/\(level)" : "") }

  /// The name where nothing was given, such as a directive without an action.
  package static let nothing = "none"
}

/// What one article adds to the measures: counts of its own, and the totals they are counted of.
package struct ArticleProfile: Hashable, Sendable {
  /// Body paragraphs.
  package var paragraphs = 0
  /// Body paragraphs with a tag.
  package var tagged = 0
  /// Directives that count in averages.
  package var directives = 0
  /// By measure other than scores: how many paragraphs or directives it holds of; none where 0.
  package var counts: [Measure: Int] = [:]
  /// By score: the mean over the directives of the article.
  package var means: [Measure: Double] = [:]
  /// By score: what the mean hangs on; empty where it was not looked at.
  package var doubts: [String: ScoreDoubt] = [:]
  /// What the parts of the scores weigh, where the analysis says so.
  package var weights: [ScoreWeights] = []

  /// The profile of an article without paragraphs.
  package init() {}
}
