/// The figures of one article that a comparison counts; names stand elsewhere, in the same order.
package struct ArticleFigures: Hashable, Sendable {
  /// Body paragraphs.
  package var paragraphs: Int
  /// Directives that count in averages.
  package var directives: Int
  /// By tag, then by level from 1: the paragraphs with at least that level.
  package var tagged: [[Int]]
  /// By score: the mean over the article's directives, nil without one.
  package var scoreMeans: [Double?]
  /// By slot: the directives in which the slot is filled.
  package var filled: [Int]

  /// The figures of an article; all lists in the order that every article has them in.
  package init(
    paragraphs: Int, directives: Int, tagged: [[Int]], scoreMeans: [Double?], filled: [Int]
  ) {
    self.paragraphs = paragraphs
    self.directives = directives
    self.tagged = tagged
    self.scoreMeans = scoreMeans
    self.filled = filled
  }
}

/// How much a number of articles can carry: what to show and what to leave unsaid.
package enum SampleSize: String, Hashable, Sendable, CaseIterable {
  /// No article: nothing to show.
  case none
  /// One article: show the document, no comparison.
  case single
  /// Two to four: all article points and their range; no interval, no rank.
  case few
  /// Five to seven: very wide and unstable intervals.
  case unstable
  /// Eight to nineteen: intervals, no rank without a test of the difference.
  case moderate
  /// Twenty and more.
  case ample

  /// The size that this number of articles makes.
  package init(articles: Int) {
    self =
      switch articles {
      case ...0: .none
      case 1: .single
      case 2...4: .few
      case 5...7: .unstable
      case 8...19: .moderate
      default: .ample
      }
  }
}

/// The figures of the articles of one group.
package struct GroupSummary: Hashable, Sendable {
  /// Articles with fewer directives are listed, not averaged.
  package static let fewestDirectives = 3

  /// All articles, those that are not averaged too.
  package let articles: Int
  /// Body paragraphs of all articles.
  package let paragraphs: Int
  /// Directives that count in averages, of all articles.
  package let directives: Int
  /// What the number of articles can carry.
  package let size: SampleSize
  /// Positions of the articles that are listed, not averaged, from 0.
  package let notAveraged: [Int]
  /// By tag, then by level from 1: the share of paragraphs with at least that level, of all articles.
  package let tagged: [[Proportion]]
  /// By score: the mean of the means of the articles that are averaged.
  package let scores: [MeanOfMeans]
  /// By slot: the share of directives in which the slot is filled, pooled over all articles: a pooled
  /// share gives an article with few directives no more weight than they have.
  package let filled: [Proportion]

  /// Sums up `figures`; all of them count the same tags, levels, scores and slots.
  ///
  /// - Complexity: O(articles × (tags × levels + scores × log articles + slots)).
  package init(_ figures: [ArticleFigures]) {
    articles = figures.count
    paragraphs = figures.reduce(0) { $0 + $1.paragraphs }
    directives = figures.reduce(0) { $0 + $1.directives }
    size = SampleSize(articles: figures.count)
    notAveraged = figures.indices.filter {
      figures[$0].directives < GroupSummary.fewestDirectives
    }
    let averaged = figures.filter { $0.directives >= GroupSummary.fewestDirectives }
    let first = figures.first
    tagged = (first?.tagged ?? []).indices.map { tag in
      (first?.tagged[tag] ?? []).indices.map { level in
        Proportion(figures.map { ($0.tagged[tag][level], $0.paragraphs) })
      }
    }
    scores = (first?.scoreMeans ?? []).indices.map { score in
      MeanOfMeans(averaged.compactMap { $0.scoreMeans[score] })
    }
    filled = (first?.filled ?? []).indices.map { slot in
      Proportion(figures.map { ($0.filled[slot], $0.directives) })
    }
  }
}

/// A count out of a total, pooled over articles.
package struct Proportion: Hashable, Sendable {
  /// Pooled over the articles.
  package let count: Int
  /// What `count` is counted of, pooled alike.
  package let total: Int

  /// Pools the counts of articles with their totals.
  ///
  /// - Precondition: no count is larger than its total.
  /// - Complexity: O(articles).
  package init(_ articles: [(count: Int, total: Int)]) {
    count = articles.reduce(0) { $0 + $1.count }
    total = articles.reduce(0) { $0 + $1.total }
    precondition(count <= total, "a count cannot exceed its total")
  }

  /// `count / total`, from 0 to 1; nil where the total is 0.
  package var share: Double? { total > 0 ? Double(count) / Double(total) : nil }
}

/// The mean of article means, with the range of the articles.
package struct MeanOfMeans: Hashable, Sendable {
  /// The articles averaged.
  package let articles: Int
  /// Each article weighing the same; nil without one.
  package let mean: Double?
  /// The lowest article; nil without one.
  package let lowest: Double?
  /// The highest article; nil without one.
  package let highest: Double?

  /// The summary of these means, one an article; the same bits in whatever order they come.
  ///
  /// - Complexity: O(n log n) for n means.
  package init(_ means: [Double]) {
    articles = means.count
    mean = orderlessMean(means)
    lowest = means.min()
    highest = means.max()
  }
}
