package import CorpusStatistics
package import RuleLanguage
package import SourceText

/// What a comparison says of wording: plain values, ready for any report.
///
/// Articles are named by their positions in the corpus, groups and contrasts as in
/// `ComparisonResult`.
package struct LanguageResult: Hashable, Sendable {
  /// How much text there was.
  package var frame: LanguageFrame
  /// Sentences that articles share, and how much of each article they are.
  package var reuse: ReuseFindings
  /// By group.
  package var groups: [GroupWording]
  /// By contrast, in the order of the comparison.
  package var contrasts: [ContrastLanguage]
  /// By unit of time.
  package var timelines: [Timeline]
  /// What may be said in words: contrast by contrast, then what holds of the whole comparison.
  package var sentences: [ReportSentence]
}

/// What the wording was made of before it was compared.
package struct LanguageFrame: Hashable, Sendable {
  /// Articles whose text was at hand.
  package var articles: Int
  /// Sentences of all articles, of whatever length.
  package var sentences: Int
  /// Names that were hidden, by kind; the kind of names that metadata state is `stated`.
  package var names: [ComparisonFrame.NamedCount]
  /// Sentences with fewer characters are never called reused.
  package var leastCharacters: Int
  /// Of all random streams.
  package var seed: UInt64
}

/// Where a directive stands.
package struct DirectivePlace: Hashable, Sendable {
  /// Position in the corpus.
  package var article: Int
  /// Position among the body paragraphs, from 0.
  package var paragraph: Int
  /// Position among the directives of the paragraph, from 0.
  package var directive: Int
}

/// Where a sentence stands.
package struct SentencePlace: Hashable, Sendable {
  /// Position in the corpus.
  package var article: Int
  /// Position among the body paragraphs, from 0.
  package var paragraph: Int
  /// Bytes of the normalised text of the paragraph.
  package var span: SourceSpan
}

/// Sentences that articles share.
package struct ReuseFindings: Hashable, Sendable {
  /// A chain of sentences that are alike, each like one of the others, in at least two articles.
  package struct Cluster: Hashable, Sendable {
    /// Dated ones first, by the ends of their dates, then by source.
    package var sentences: [SentencePlace]
    /// Articles that hold one of them, at least two.
    package var articles: Int
    /// Groups that hold one of them, rising.
    package var groups: [Int]
    /// The one that counts where repeats are left out: the earliest among the texts collected, or the
    /// first by source of several of one group that may be; nil where dates do not tell which group.
    package var first: SentencePlace?
    /// When the earliest appeared as ISO 8601, or its beginning as far as dates tell it; nil where none
    /// is dated.
    package var firstDate: String?
    /// Sentences without a date, any of which may be the earlier one.
    package var undated: Int
    /// The words of the earliest sentence, or of the first where none is dated, names hidden.
    package var text: String
  }

  /// The largest first.
  package var clusters: [Cluster]
  /// By article: its sentences that stand in another article too, of those long enough to be
  /// compared; nil without its text.
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
  /// The characters meant, no more than `total`.
  package var count: Int
  /// Han characters outside names.
  package var total: Int

  /// So many of so many characters.
  package init(count: Int, total: Int) {
    self.count = count
    self.total = total
  }

  /// From 0 to 1; nil without a character.
  package var share: Double? { total > 0 ? Double(count) / Double(total) : nil }
}

/// How much of the wording of a group is its own: each figure is the mean of the articles'.
package struct GroupWording: Hashable, Sendable {
  /// The share of an article's sentences that stand in another article too, from 0 to 1.
  package var reuse: Figure
  /// The share of its sentences that an article of another group has too, from 0 to 1.
  package var foreignReuse: Figure
  /// The share of its runs of six characters that articles of three other places have, from 0 to 1.
  package var commonness: Figure
  /// The share of its Han characters that the pack calls formulas, from 0 to 1.
  package var lexicon: Figure
}

/// Wording and its effect between two sides.
package struct ContrastLanguage: Hashable, Sendable {
  /// The two sides; all of this is the first as against the second.
  package var contrast: Contrast
  /// Words of slots and runs of characters, each with all text and with repeats left out.
  package var terms: [TermList]
  /// In the order of `Divergence.tables`; tables of which no article has a measure are absent.
  package var divergences: [Divergence]
  /// By score, each with all directives and with those in repeated sentences left out.
  package var gaps: [ScoreGap]
}

/// Which text counts.
package enum TextBasis: String, Hashable, Sendable, CaseIterable {
  /// All of it.
  case all
  /// A sentence that stands in several articles counts where it appeared first, and only there; nowhere
  /// where dates do not tell in which group that was.
  case withoutRepeats = "without-repeats"
}

/// Terms that one side uses more than the other.
package struct TermList: Hashable, Sendable {
  /// What the terms are.
  package enum Feature: String, Hashable, Sendable, CaseIterable {
    /// The words that filled a slot, numbers as `#`.
    case cues
    /// Runs of two to four Han characters.
    case grams
  }

  /// One term with what must be shown beside it.
  package struct Term: Hashable, Sendable {
    /// The slot whose words they are; nil for runs of characters.
    package var slot: String?
    /// Names as `ArticleWording.mask`.
    package var text: String
    /// Uses on the first and on the second side.
    package var counts: [Int]
    /// Articles of the first and of the second side that use it.
    package var articles: [Int]
    /// Under the usual prior, a fifth and five times of it.
    package var estimates: [LogOdds]
    /// Whether the direction is the same under all three.
    package var signHolds: Bool
    /// Some directives with it, of the side that uses it more; none for runs of characters.
    package var examples: [DirectivePlace]
  }

  /// What the terms of this list are.
  package var feature: Feature
  /// Which text they were counted in.
  package var basis: TextBasis
  /// Pseudo-tokens of the three priors; empty where there are no lists.
  package var strengths: [Double]
  /// All tokens of the first and of the second side, terms too rare to be listed among them.
  package var totals: [Int]
  /// All tokens of the articles of neither side; 0 against all other groups, and the prior is flat
  /// then.
  package var backgroundTotal: Int
  /// The most distinctive first; at least five uses in at least two articles.
  package var first: [Term]
  /// The same for terms that the second side uses more.
  package var second: [Term]
  /// Terms used five times or more by one article alone, the most frequent first.
  package var singleSource: [Term]
  /// Why there are no lists.
  package var reason: Unsaid.Reason?
}

/// How far apart two profiles are, beside what chance gives.
package struct Divergence: Hashable, Sendable {
  /// Whose measures make up the profiles.
  package var table: Measure.Table
  /// In bits; nil where `reason` says why.
  package var divergence: ProfileDivergence?
  /// Corrected for the tables of the contrast.
  package var adjusted: Double?
  /// Why there is none, or no test.
  package var reason: Unsaid.Reason?
}

/// The difference of a score between two sides, taken apart.
///
/// Where the comparison is stratified, means are those of the strata that both sides have, each weighing
/// the same, and other articles do not count.
package struct ScoreGap: Hashable, Sendable {
  /// What the parts are.
  package enum Level: String, Hashable, Sendable, CaseIterable {
    /// The points of each slot, or of whatever else is a part of the score.
    case slots
    /// The points of a slot by the rule that filled it, or by the flag where no rule did.
    case rules
    /// The points of a slot by the words that filled it, names hidden.
    case terms
  }

  /// What one part adds to the gap.
  package struct Part: Hashable, Sendable {
    /// Of a slot, a rule or words.
    package var name: String
    /// The part of the score that it earns points in.
    package var slot: String
    /// In points of the score, first side less second; means of the articles' own means.
    package var contribution: GapDecomposition.Part
    /// Slots only: whether the sides differ in its points; nil elsewhere, and with fewer than five
    /// articles on a side.
    package var test: PermutationTest?
    /// The probability of `test`, corrected for the slots of the score by Benjamini & Hochberg; nil
    /// where the test gave none.
    package var adjusted: Double?
    /// Directives of the first side that show it: those with the most points in the slot where that
    /// side earns more by the part, else with the fewest, of different articles.
    package var first: [DirectivePlace]
    /// The same of the second side.
    package var second: [DirectivePlace]
  }

  /// The gap taken apart in one way: the parts, `unlisted` and `remainder` add up to it.
  package struct Split: Hashable, Sendable {
    /// What the parts are.
    package var level: Level
    /// The largest contribution first; no more than `LanguageOptions.mostParts`.
    package var parts: [Part]
    /// What parts that are not listed contribute together.
    package var unlisted: Double
    /// What no part accounts for: caps, factors and rounding.
    package var remainder: Double
  }

  /// The name of the score.
  package var score: String
  /// Which directives count.
  package var basis: TextBasis
  /// Averaged articles of the first and of the second side.
  package var articles: [Int]
  /// First mean minus second mean; nil where a side has no article, or one alone.
  package var gap: Double?
  /// In the order of `Level`; empty where there is no gap.
  package var splits: [Split]
  /// The share of the draws of other weights in which the gap keeps its sign, from 0 to 1.
  ///
  /// Every directive is scored anew, with its caps and factors. Nil where the gap is 0 or not given, and
  /// where nothing says the weights or how a score follows from them.
  package var keptUnderWeights: Double?
  /// Draws of weights.
  package var weightDraws: Int
  /// Why there is no gap, or why its parts are not tested.
  package var reason: Unsaid.Reason?
}

/// Figures by time.
package struct Timeline: Hashable, Sendable {
  /// What time is cut into.
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    /// A year of the calendar.
    case year
    /// A month of a year.
    case month
    /// The phases that the pack declares.
    case phase
  }

  /// The figures of one group in one period.
  package struct Point: Hashable, Sendable {
    /// As `2021`, `2021-06`, or the name of a phase.
    package var period: String
    /// Position of the group.
    package var group: Int
    /// Positions in the corpus, rising; at least one.
    package var articles: [Int]
    /// By measure of the timeline.
    package var figures: [Figure]
    /// The share of an article's sentences that stand in another article too, from 0 to 1.
    package var reuse: Figure
  }

  /// What its periods are.
  package var unit: Unit
  /// Scores, slots and tags that some article has a figure of, in the order of the names of their
  /// tables, then by id.
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
  /// What kind of statement it is.
  package var template: ComparisonSettings.Template
  /// Position of the contrast it speaks of; nil for the comparison as a whole.
  package var contrast: Int?
  /// English always, Chinese where the template has it; blanks filled in.
  package var text: LocalizedText
}
