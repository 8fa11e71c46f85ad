package import Analysis
package import CorpusStatistics

/// How well one reader's labels agree with those of another that count as right.
///
/// Intervals are over articles, because paragraphs and directives of one article are alike.
package struct Evaluation: Sendable, Hashable {
  /// One tag on paragraphs.
  package struct Tag: Sendable, Hashable {
    /// Name of the tag in the pack.
    package let name: String
    /// The tag present at any level.
    package let presence: DetectionQuality
    /// Right level by row, given level by column, 0 for absent.
    package let levels: ConfusionTable
    /// Of the paragraphs that carry the tag on both sides, those with the same level.
    package let sameLevel: Share
    /// Ordinal, over the levels with 0.
    package let alpha: Agreement
  }

  /// One slot of directives that both sides have.
  package struct Slot: Sendable, Hashable {
    /// Name of the slot in the pack.
    package let name: String
    /// The slot filled, whatever its value.
    package let presence: DetectionQuality
    /// Of the directives with the slot on both sides, those with a value that is defended, or within
    /// 0.051 of one.
    package let sameValue: Share
    /// Of those whose words are known on both sides, those with a word in common.
    package let sameWords: Share
    /// Over the same directives, how much of the words on both sides is the same: the mean of twice the
    /// characters in common, divided by those of both (Dice 1945); nil without any.
    package let wordOverlap: Double?
    /// Ordinal, over the ranks of the values that occur, with 0 for an empty slot; the middle where
    /// several values are defended.
    package let alpha: Agreement
  }

  /// One score of directives that both sides have.
  package struct Score: Sendable, Hashable {
    /// Name of the score in the pack.
    package let name: String
    /// Directives that have the score on both sides.
    package let pairs: Int
    /// Mean absolute difference, in points; nil without pairs.
    package let error: Double?
    /// Of `error`, 95 %, by drawing whole articles; nil below five that have a pair.
    package let errorInterval: Interval?
    /// Mean of given minus right, in points; nil without pairs.
    package let bias: Double?
    /// Spearman's, from −1 to 1; nil with fewer than two pairs or where one side is always the same.
    package let rankCorrelation: Double?
  }

  /// So many of so many.
  package struct Share: Sendable, Hashable {
    /// At most `total`.
    package let count: Int
    /// How many were asked about.
    package let total: Int

    /// From 0 to 1; nil where nothing was asked about.
    package var value: Double? { total > 0 ? Double(count) / Double(total) : nil }
  }

  /// Krippendorff's alpha of both sides.
  package struct Agreement: Sendable, Hashable {
    /// The units are paragraphs for tags, and directives of both sides for slots.
    package let alpha: KrippendorffAlpha
    /// Of the alpha, 95 %, by drawing whole articles; nil below five.
    package let interval: Interval?
  }

  /// How many were compared.
  package let articles: Int
  /// Body paragraphs.
  package let paragraphs: DetectionQuality
  /// In the order of the pack.
  package let tags: [Tag]
  /// Found where extents share at least half of what either covers.
  package let directives: DetectionQuality
  /// Of the directives of both sides, those of the same class.
  package let sameClass: Share
  /// All slots together.
  package let slotPresence: DetectionQuality
  /// In the order of the pack, without those that no score counts.
  package let slots: [Slot]
  /// In the order of the pack.
  package let scores: [Score]

  /// The agreement over `articles`, for the tags, slots and scores of `pack`.
  ///
  /// - Complexity: O(draws · articles · measures).
  package init(_ articles: [LabellingPairs], _ pack: PackSummary, draws: Int = 2_000, seed: UInt64)
  {
    let figures = EvaluationFigures(articles, draws: draws, seed: seed)
    self.articles = articles.count
    paragraphs = figures.detection("paragraphs") { $0.paragraphCounts }
    tags = pack.tags.map { figures.tag($0.name, levels: $0.values.count) }
    directives = figures.detection("directives") { $0.directiveCounts }
    sameClass = figures.sameClass
    let slots = pack.slots.filter { !pack.recordedSlots.contains($0.name) }
    slotPresence = figures.detection("slots") { article in
      slots.map { article.slotCounts($0.name) }.reduce(.none, +)
    }
    self.slots = slots.map { figures.slot($0.name) }
    scores = pack.scores.map { figures.score($0.name) }
  }
}

extension DetectionCounts {
  static let none = DetectionCounts(hits: 0, falseAlarms: 0, misses: 0)

  static func + (left: DetectionCounts, right: DetectionCounts) -> DetectionCounts {
    DetectionCounts(
      hits: left.hits + right.hits, falseAlarms: left.falseAlarms + right.falseAlarms,
      misses: left.misses + right.misses)
  }

  /// Counts of units of which each is there or not and found or not.
  init(_ units: some Sequence<(truth: Bool, given: Bool)>) {
    var (hits, falseAlarms, misses) = (0, 0, 0)
    for unit in units {
      if unit.truth && unit.given { hits += 1 }
      if !unit.truth && unit.given { falseAlarms += 1 }
      if unit.truth && !unit.given { misses += 1 }
    }
    self.init(hits: hits, falseAlarms: falseAlarms, misses: misses)
  }
}
