package import CorpusStatistics
package import RuleLanguage
package import SourceText

/// What a comparison says of wording: plain values, ready for any report.
///
/// Articles are named by their positions in the corpus, groups and contrasts as in
/// `ComparisonResult`.
package struct LanguageResult: Hashable, Sendable {
  package var frame: LanguageFrame
  package var reuse: ReuseFindings
  /// By group.
  package var groups: [GroupWording]
  /// By contrast, in the order of the comparison.
  package var contrasts: [ContrastLanguage]
  /// By unit of time.
  package var timelines: [Timeline]
  package var sentences: [ReportSentence]
}

/// What the wording was made of before it was compared.
package struct LanguageFrame: Hashable, Sendable {
  /// Articles whose text was at hand.
  package var articles: Int
  package var sentences: Int
  /// Names that were hidden, by kind; the kind of names that metadata state is `stated`.
  package var names: [ComparisonFrame.NamedCount]
  /// Sentences with fewer characters are never called reused.
  package var leastCharacters: Int
  package var seed: UInt64
}

/// Where a directive stands.
package struct DirectivePlace: Hashable, Sendable {
  package var article: Int
  /// Position among the body paragraphs, from 0.
  package var paragraph: Int
  /// Position among the directives of the paragraph, from 0.
  package var directive: Int
}

/// Where a sentence stands.
package struct SentencePlace: Hashable, Sendable {
  package var article: Int
  /// Position among the body paragraphs, from 0.
  package var paragraph: Int
  /// Bytes of the normalised text of the paragraph.
  package var span: SourceSpan
}

/// Sentences that articles share.
package struct ReuseFindings: Hashable, Sendable {
  package struct Cluster: Hashable, Sendable {
    /// Dated ones first, by date.
    package var sentences: [SentencePlace]
    package var articles: Int
    /// Groups that hold one of them, rising.
    package var groups: [Int]
    /// The sentence with the earliest date among the texts collected; nil where none is dated.
    package var first: SentencePlace?
    package var firstDate: String?
    /// Sentences without a date, any of which may be the earlier one.
    package var undated: Int
    /// The words of the earliest sentence, or of the first where none is dated, names hidden.
    package var text: String
  }

  /// The largest first.
  package var clusters: [Cluster]
  /// By article: its sentences that stand in another article too; nil without its text.
  package var shares: [ReuseShare?]
  /// By article: the same for articles of other groups.
  package var foreignShares: [ReuseShare?]
  /// By article: the share of its runs of six characters found in three or more other groups; nil
  /// where there are too few groups or no text.
  package var commonness: [FormulaShare.Count?]
  /// By article: Han characters that the pack calls formulas, of all; nil without its text.
  package var lexicon: [CharacterCount?]
}

/// Han characters out of all.
package struct CharacterCount: Hashable, Sendable {
  package var count: Int
  package var total: Int

  package init(count: Int, total: Int) {
    self.count = count
    self.total = total
  }

  /// From 0 to 1; nil without a character.
  package var share: Double? { total > 0 ? Double(count) / Double(total) : nil }
}

/// How much of the wording of a group is its own: each figure is the mean of the articles'.
package struct GroupWording: Hashable, Sendable {
  package var reuse: Figure
  package var foreignReuse: Figure
  package var commonness: Figure
  package var lexicon: Figure
}

/// Wording and its effect between two sides.
package struct ContrastLanguage: Hashable, Sendable {
  package var contrast: Contrast
  /// Words of slots and runs of characters, each with all text and with repeats left out.
  package var terms: [TermList]
  package var divergences: [Divergence]
  /// By score, each with all directives and with those in repeated sentences left out.
  package var gaps: [ScoreGap]
}

/// Which text counts.
package enum TextBasis: String, Hashable, Sendable, CaseIterable {
  /// All of it.
  case all
  /// A sentence that stands in several articles counts where it appeared first, and only there.
  case withoutRepeats = "without-repeats"
}

/// Terms that one side uses more than the other.
package struct TermList: Hashable, Sendable {
  package enum Feature: String, Hashable, Sendable, CaseIterable {
    /// The words that filled a slot, numbers as `#`.
    case cues
    /// Runs of two to four Han characters.
    case grams
  }

  package struct Term: Hashable, Sendable {
    /// The slot whose words they are; nil for runs of characters.
    package var slot: String?
    package var text: String
    /// Uses on both sides.
    package var counts: [Int]
    /// Articles of both sides that use it.
    package var articles: [Int]
    /// Under the usual prior, a fifth and five times of it.
    package var estimates: [LogOdds]
    /// Whether the direction is the same under all three.
    package var signHolds: Bool
    /// Some directives with it, of the side that uses it more; none for runs of characters.
    package var examples: [DirectivePlace]
  }

  package var feature: Feature
  package var basis: TextBasis
  /// Pseudo-tokens of the three priors.
  package var strengths: [Double]
  /// All tokens of both sides, and of the articles of neither.
  package var totals: [Int]
  package var backgroundTotal: Int
  /// The most distinctive first; at least five uses in at least two articles.
  package var first: [Term]
  package var second: [Term]
  /// Frequent terms that one article alone uses.
  package var singleSource: [Term]
  /// Why there are no lists.
  package var reason: Unsaid.Reason?
}

/// How far apart two profiles are, beside what chance gives.
package struct Divergence: Hashable, Sendable {
  package var table: Measure.Table
  package var divergence: ProfileDivergence?
  /// Corrected for the tables of the contrast.
  package var adjusted: Double?
  /// Why there is none, or no test.
  package var reason: Unsaid.Reason?
}

/// The difference of a score between two sides, taken apart.
package struct ScoreGap: Hashable, Sendable {
  /// What the parts are.
  package enum Level: String, Hashable, Sendable, CaseIterable {
    case slots
    case rules
    case terms
  }

  package struct Part: Hashable, Sendable {
    /// Of a slot, a rule or words.
    package var name: String
    /// The part of the score that it earns points in.
    package var slot: String
    package var contribution: GapDecomposition.Part
    /// Slots only: whether the sides differ in the points of the slot, and corrected for the slots.
    package var test: PermutationTest?
    package var adjusted: Double?
    /// Directives of either side that show it.
    package var first: [DirectivePlace]
    package var second: [DirectivePlace]
  }

  package struct Split: Hashable, Sendable {
    package var level: Level
    /// The largest contribution first; no more than `LanguageOptions.mostParts`.
    package var parts: [Part]
    /// What parts that are not listed contribute together.
    package var unlisted: Double
    /// What no part accounts for: caps, factors and rounding.
    package var remainder: Double
  }

  package var score: String
  package var basis: TextBasis
  /// Articles of both sides that are averaged.
  package var articles: [Int]
  /// First mean minus second mean; nil where a side has no article, or one alone.
  package var gap: Double?
  package var splits: [Split]
  /// In how many of the draws of other weights the gap keeps its sign; nil where it is 0 or where
  /// a side has no article.
  package var keptUnderWeights: Double?
  /// Draws of weights.
  package var weightDraws: Int
  package var reason: Unsaid.Reason?
}

/// Figures by time.
package struct Timeline: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case year
    case month
    /// The phases that the pack declares.
    case phase
  }

  package struct Point: Hashable, Sendable {
    /// As `2021`, `2021-06`, or the name of a phase.
    package var period: String
    package var group: Int
    package var articles: [Int]
    /// By measure of the timeline.
    package var figures: [Figure]
    package var reuse: Figure
  }

  package var unit: Unit
  package var measures: [Measure]
  /// By period, then by group; without articles there is no point.
  package var points: [Point]
  /// Articles whose date does not tell the period.
  package var undated: Int
  /// Articles with a date that lies in no phase.
  package var outside = 0
  /// Why nothing stands here.
  package var reason: Unsaid.Reason?
}

/// A sentence made from a template of the pack.
package struct ReportSentence: Hashable, Sendable {
  package var template: ComparisonSettings.Template
  /// Position of the contrast it speaks of; nil for the comparison as a whole.
  package var contrast: Int?
  package var text: LocalizedText
}
