package import CorpusStatistics

/// Groups of articles side by side: plain values, ready for any report.
///
/// Groups, strata and contrasts are named by their positions; articles by their positions in the
/// corpus that was compared.
package struct ComparisonResult: Hashable, Sendable {
  package var frame: ComparisonFrame
  /// By the bytes of their names, the unknown group last; never by a figure.
  package var groups: [ComparedGroup]
  /// Names of the strata of `frame.within`; one nil without it, or for articles of which it is
  /// unknown, which stand last.
  package var strata: [String?]
  package var contrasts: [Contrast]
  package var tables: [ProfileTable]
  /// What the means of scores and their order hang on, score by score.
  package var reliability: [ScoreReliability]
  /// What cannot be said of the comparison as a whole or of a group, and why.
  package var unsaid: [Unsaid]

  package init(
    frame: ComparisonFrame, groups: [ComparedGroup], strata: [String?], contrasts: [Contrast],
    tables: [ProfileTable], reliability: [ScoreReliability] = [], unsaid: [Unsaid]
  ) {
    self.frame = frame
    self.groups = groups
    self.strata = strata
    self.contrasts = contrasts
    self.tables = tables
    self.reliability = reliability
    self.unsaid = unsaid
  }
}

/// What was compared and how: the standing head of every report.
package struct ComparisonFrame: Hashable, Sendable {
  package struct NamedCount: Hashable, Sendable {
    /// Nil for what is unknown.
    package var name: String?
    package var count: Int
  }

  package struct PackCount: Hashable, Sendable {
    package var pack: PackIdentity
    package var articles: Int
  }

  /// What makes a group.
  package var key: String
  /// What makes a stratum, if anything does.
  package var within: String?
  package var articles: Int
  /// Articles left out, because their group has fewer than `minimumArticles`.
  package var articlesLeftOut: Int
  package var minimumArticles: Int
  /// The earliest and latest date, as far as dates are known; nil without any.
  package var dates: ClosedRange<String>?
  package var undated: Int
  package var places: [NamedCount]
  package var types: [NamedCount]
  /// More than one only where mixed packs were allowed: then figures may differ by the rules alone.
  package var packs: [PackCount]
  package var seed: UInt64
  package var bootstrapDraws: Int
  /// Random splits of tests that are not exact.
  package var permutationDraws: Int
  /// Nominal coverage of intervals.
  package var level: Double
  /// The share of false findings that a table of tests admits.
  package var falseShare: Double

  package var isMixed: Bool { packs.count > 1 }
}

/// The articles of one group.
package struct ComparedGroup: Hashable, Sendable {
  /// Nil for the articles of which the key is unknown.
  package var name: String?
  /// Positions in the corpus.
  package var articles: [Int]
  /// Those with fewer than three directives: listed, not averaged.
  package var notAveraged: [Int]
  package var paragraphs: Int
  package var directives: Int
  package var types: [ComparisonFrame.NamedCount]
  package var dates: ClosedRange<String>?

  /// What this number of articles can carry.
  package var showable: Showable { Showable(articles: articles.count) }
}

/// Two sides whose difference is looked at.
package struct Contrast: Hashable, Sendable {
  /// Position of the group.
  package var first: Int
  /// Position of the other group, nil for the articles of all other groups.
  package var second: Int?
  /// Named by the user beforehand, so that Holm's correction holds for it.
  package var isDeclared: Bool

  package init(first: Int, second: Int?, isDeclared: Bool) {
    self.first = first
    self.second = second
    self.isDeclared = isDeclared
  }
}

/// Measures that are shown and corrected together.
package struct ProfileTable: Hashable, Sendable {
  package var table: Measure.Table
  /// The tests that gave a probability: the m of the correction.
  package var tests: Int
  package var rows: [MeasureRow]
}

/// One measure over all groups.
package struct MeasureRow: Hashable, Sendable {
  package var measure: Measure
  /// By group.
  package var groups: [GroupFigure]
  /// By contrast.
  package var contrasts: [ContrastFigure]
  /// Why groups could not be pooled, nil where they were.
  package var notPooled: Unsaid.Reason?
}

/// The figure of one measure in some articles: the mean of the articles' own figures.
package struct Figure: Hashable, Sendable {
  /// The articles with a value.
  package var articles: Int
  /// Paragraphs or directives it holds of, and of how many; nil for scores.
  package var count: Int?
  package var total: Int?
  /// Nil without an article.
  package var estimate: Double?
  /// The lowest and highest article.
  package var lowest: Double?
  package var highest: Double?
  /// Every article's own figure, rising, below 20 articles; empty from there on.
  package var points: [Double]
  package var interval: Interval?
  /// Why there is no estimate, or else no interval; nil where there is one.
  package var reason: Unsaid.Reason?

  package init(
    articles: Int, count: Int? = nil, total: Int? = nil, estimate: Double? = nil,
    lowest: Double? = nil, highest: Double? = nil, points: [Double] = [],
    interval: Interval? = nil,
    reason: Unsaid.Reason? = nil
  ) {
    self.articles = articles
    self.count = count
    self.total = total
    self.estimate = estimate
    self.lowest = lowest
    self.highest = highest
    self.points = points
    self.interval = interval
    self.reason = reason
  }
}

/// One measure in one group.
package struct GroupFigure: Hashable, Sendable {
  package var all: Figure
  /// Drawn towards the other groups; nil below 20 articles.
  package var pooled: Double?
  /// By stratum; empty unless the comparison is stratified.
  package var strata: [Figure]
  /// As if every group had the same mix of strata; nil unless the comparison is stratified.
  package var standardised: Figure?
}

/// The difference of one measure between two sides: first minus second.
package struct ContrastFigure: Hashable, Sendable {
  /// With strata, the mean of the differences within the strata that both sides have.
  package var difference: Double?
  package var interval: Interval?
  package var test: PermutationTest?
  /// Corrected for the tests of the table, or of the declared contrasts.
  package var adjusted: Double?
  package var correction: MultiplicityMethod?
  /// Whether the difference holds within document types; nil where all are of one type.
  package var simpson: SimpsonCheck?
  /// Why no difference, interval or test is given.
  package var reason: Unsaid.Reason?
}
