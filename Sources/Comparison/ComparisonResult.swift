package import CorpusStatistics

/// Groups of articles side by side: plain values, ready for any report.
///
/// Groups, strata and contrasts are named by their positions; articles by their positions in the
/// corpus that was compared.
package struct ComparisonResult: Hashable, Sendable {
  /// What was compared, the settings in force, and how many draws were really made.
  package var frame: ComparisonFrame
  /// By the bytes of their names, the unknown group last; never by a figure.
  package var groups: [ComparedGroup]
  /// Names of the strata of `frame.within`; one nil without it, or for articles of which it is
  /// unknown, which stand last.
  package var strata: [String?]
  /// With two named groups the first against the second, with more each against all others, then
  /// the declared ones in the order of the request; those follow even where they repeat one of the
  /// former.
  package var contrasts: [Contrast]
  /// In the order of `Measure.Table`; tables without a measure are absent.
  package var tables: [ProfileTable]
  /// What the means of scores and their order hang on, score by score.
  package var reliability: [ScoreReliability]
  /// What cannot be said of the comparison as a whole or of a group, and why.
  package var unsaid: [Unsaid]

  /// The result with these parts.
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
  /// How many there are of one name.
  package struct NamedCount: Hashable, Sendable {
    /// Nil for what is unknown.
    package var name: String?
    /// Articles; in `LanguageFrame` the places where a name was hidden.
    package var count: Int
  }

  /// One set of rules and the articles it analysed.
  package struct PackCount: Hashable, Sendable {
    /// Two that differ in the form of the saved analysis alone count as two.
    package var pack: PackIdentity
    /// At least 1.
    package var articles: Int
  }

  /// What makes a group.
  package var key: String
  /// What makes a stratum, if anything does.
  package var within: String?
  /// Articles in the groups, without those left out.
  package var articles: Int
  /// Articles left out, because their group has fewer than `minimumArticles`.
  package var articlesLeftOut: Int
  /// What a group had to have; 1 leaves none out.
  package var minimumArticles: Int
  /// The earliest and latest date, as far as dates are known; nil without any.
  package var dates: ClosedRange<String>?
  /// Of `articles`, those whose date is unknown.
  package var undated: Int
  /// Articles by their `place`, in the order of the bytes of the names, the unknown one last.
  package var places: [NamedCount]
  /// Articles by their `type`, in the order of the bytes of the names, the unknown one last.
  package var types: [NamedCount]
  /// More than one only where mixed packs were allowed: then figures may differ by the rules alone.
  package var packs: [PackCount]
  /// Of all random streams; the same articles, pack and seed give the same figures.
  package var seed: UInt64
  /// Draws that were made, fewer than asked for where `Unsaid.Reason.fewerDraws` says so.
  package var bootstrapDraws: Int
  /// Random splits of tests that are not exact.
  package var permutationDraws: Int
  /// Nominal coverage of intervals.
  package var level: Double
  /// The share of false findings that a table of tests admits.
  package var falseShare: Double

  /// Whether figures may differ by the rules alone; see `packs`.
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
  /// Body paragraphs of all articles.
  package var paragraphs: Int
  /// Directives that count in averages, of all articles, those that are not averaged too.
  package var directives: Int
  /// Articles by their `type`, in the order of the bytes of the names, the unknown one last.
  package var types: [ComparisonFrame.NamedCount]
  /// The earliest and latest date as stated, compared as text; nil where none is known.
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

  /// The contrast of the groups at these positions.
  package init(first: Int, second: Int?, isDeclared: Bool) {
    self.first = first
    self.second = second
    self.isDeclared = isDeclared
  }
}

/// Measures that are shown and corrected together.
package struct ProfileTable: Hashable, Sendable {
  /// Which figures stand in it; tests are corrected within it.
  package var table: Measure.Table
  /// The tests that gave a probability.
  package var tests: Int { families.reduce(0) { $0 + $1.tests } }
  /// How many tests were corrected together, by each correction that was made.
  package var families: [TestFamily]
  /// What the pack declares first, in its order, then what only articles have, by the bytes of
  /// `Measure.id`.
  package var rows: [MeasureRow]
}

/// Tests of a table that are corrected together.
package struct TestFamily: Hashable, Sendable {
  /// How they are corrected.
  package var correction: MultiplicityMethod
  /// Those that gave a probability, at least one: the m of the correction.
  package var tests: Int
}

/// One measure over all groups.
package struct MeasureRow: Hashable, Sendable {
  /// What the figures are about and in which unit: points of a score from 0 to 100, else shares
  /// from 0 to 1.
  package var measure: Measure
  /// One for each group, in the order of `ComparisonResult.groups`.
  package var groups: [GroupFigure]
  /// One for each contrast, in the order of `ComparisonResult.contrasts`.
  package var contrasts: [ContrastFigure]
}

/// The figure of one measure in some articles: the mean of the articles' own figures.
package struct Figure: Hashable, Sendable {
  /// The articles with a value.
  package var articles: Int
  /// Units that the measure holds of, pooled over the articles: paragraphs or directives, for
  /// wording sentences, runs or characters; nil for scores.
  package var count: Int?
  /// What `count` is counted of, pooled alike; nil where that is.
  package var total: Int?
  /// Points of a score, from 0 to 100, or a share from 0 to 1; nil without an article.
  package var estimate: Double?
  /// The lowest figure of one article; nil without an article.
  package var lowest: Double?
  /// The highest figure of one article; nil without an article.
  package var highest: Double?
  /// Every article's own figure, rising, below 20 articles; empty from there on, and for wording
  /// and timelines, which show no points.
  package var points: [Double]
  /// From the bootstrap of whole articles; nil below five articles, and where all have the same figure,
  /// with strata all of each stratum.
  package var interval: Interval?
  /// Why there is no estimate, or else no interval; nil where there is one.
  package var reason: Unsaid.Reason?

  /// The figure with these parts.
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
  /// Over all articles of the group, whatever their stratum.
  package var all: Figure
  /// The estimate drawn towards the other groups, see `PartialPooling`; nil below 20 articles, without
  /// another group, and for the unknown group.
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
  /// Of the difference, from the bootstrap; nil where `reason` says why.
  package var interval: Interval?
  /// Whether labels dealt out anew give as large a difference, or why that could not be asked; nil
  /// where the sides are so small that it was not.
  package var test: PermutationTest?
  /// Corrected for the tests of the table, or of the declared contrasts.
  package var adjusted: Double?
  /// How `adjusted` was found; nil where that is.
  package var correction: MultiplicityMethod?
  /// Whether the difference holds within document types; nil where all are of one type.
  package var simpson: SimpsonCheck?
  /// Why no difference, interval or test is given.
  package var reason: Unsaid.Reason?
}
