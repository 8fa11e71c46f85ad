package import Analysis
package import CorpusStatistics

/// How well one reader's labels agree with those of another that count as right.
///
/// Intervals are over articles, because paragraphs and directives of one article are alike.
package struct Evaluation: Sendable, Hashable {
  /// One tag on paragraphs.
  package struct Tag: Sendable, Hashable {
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
    package let name: String
    package let presence: DetectionQuality
    /// Of the directives with the slot on both sides, those with a value that is defended.
    package let sameValue: Share
    /// Of those whose words are known on both sides, those with a word in common.
    package let sameWords: Share
    package let alpha: Agreement
  }

  /// One score of directives that both sides have.
  package struct Score: Sendable, Hashable {
    package let name: String
    package let pairs: Int
    /// Mean absolute difference, in points.
    package let error: Double?
    package let errorInterval: Interval?
    /// Given minus right, in points.
    package let bias: Double?
    package let rankCorrelation: Double?
  }

  package struct Share: Sendable, Hashable {
    package let count: Int
    package let total: Int

    package var value: Double? { total > 0 ? Double(count) / Double(total) : nil }
  }

  package struct Agreement: Sendable, Hashable {
    package let alpha: KrippendorffAlpha
    package let interval: Interval?
  }

  package let articles: Int
  /// Body paragraphs.
  package let paragraphs: DetectionQuality
  package let tags: [Tag]
  package let directives: DetectionQuality
  /// Of the directives of both sides, those of the same class.
  package let sameClass: Share
  /// All slots together.
  package let slotPresence: DetectionQuality
  package let slots: [Slot]
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
