/// One sentence or passage of an article.
package struct ReusePassage: Hashable, Sendable {
  /// The article, by a name that no other article has.
  package let article: String
  /// The date of the article as `YYYY-MM-DD` or a shorter beginning of it, which stands for the whole
  /// month or year; nil if unknown.
  package let date: String?
  /// The normalised text.
  package let text: String

  /// The passage of an article.
  package init(article: String, date: String?, text: String) {
    self.article = article
    self.date = date
    self.text = text
  }
}

/// Passages of at least two articles that share their wording.
package struct ReuseCluster: Hashable, Sendable {
  /// Positions in the input: dated passages first, by the ends of their dates, then by article, text and
  /// position.
  package let passages: [Int]
  /// Articles in it, at least two.
  package let articles: Int
  /// Positions of the passages that may have been the first, as far as dates tell: dated ones before
  /// which no other is dated, or all where none is dated; in the order of `passages`.
  ///
  /// Among the texts collected: an earlier source may be missing from the collection, and a passage
  /// without a date is taken for a later one than those with a date.
  package let earliest: [Int]
  /// The first of `earliest` where they are of one dated article; nil where none is dated, and where
  /// dates do not tell two articles apart: one day, or a day and its month.
  package let first: Int?
  /// When the earliest dated passage appeared, as far as dates tell it; nil where none is dated.
  ///
  /// A month alone where a passage of that month may be earlier than one of a day in it.
  package let firstDate: String?
  /// Passages without a date, any of which may be the earlier one.
  package let undated: Int
}

/// How much of one article also stands in others.
package struct ReuseShare: Hashable, Sendable {
  /// Passages that share their wording with another article.
  package let reused: Int
  /// Passages of the article that are long enough to be compared.
  package let passages: Int

  /// So many of so many passages.
  package init(reused: Int, passages: Int) {
    self.reused = reused
    self.passages = passages
  }
}

/// Text that articles share.
///
/// Equal texts are joined first; distinct ones become candidates by MinHash and are joined when
/// their exact Jaccard likeness or containment is high enough. Clusters are the chains of joined
/// texts, so two members of a long chain may differ. Passages of one article are never joined with
/// each other directly.
///
/// What MinHash does not propose is never compared: of pairs with a likeness of 0.6 next to none, of
/// texts contained by half in one twice their length (likeness 0.2) one in five.
package struct TextReuse: Hashable, Sendable {
  /// Characters of the runs that likeness is counted in, as Unicode scalars.
  package static let shingleLength = 5
  /// Shared runs over all runs of both, from which on two texts are joined.
  package static let leastJaccard = 0.6
  /// Shared runs over the runs of the shorter text, from which on two texts are joined.
  package static let leastContainment = 0.5
  /// In a bucket of candidates larger than this each text is compared with that many after it
  /// rather than with all: a boilerplate of thousands of variants stays one chain, and near linear.
  package static let widestComparison = 24

  /// The largest first, by articles, then passages, then first passage of the input sorted by text.
  package let clusters: [ReuseCluster]
  /// By article.
  package let shares: [String: ReuseShare]
  /// Pairs of texts that were compared exactly.
  package let comparisons: Int

  /// Finds shared text in `passages`.
  ///
  /// The clusters hold the same passages in whatever order they come. Passages with fewer than five
  /// characters are counted in no article.
  ///
  /// - Complexity: O(bands × shingles + comparisons × shingles of a passage).
  package init(_ passages: [ReusePassage], seed: UInt64) {
    var finder = ReuseFinder(passages)
    finder.link(MinHash(seed: seed))
    clusters = finder.clusters()
    comparisons = finder.comparisons
    var reused = Set<Int>()
    for cluster in clusters { reused.formUnion(cluster.passages) }
    var counts: [String: (reused: Int, passages: Int)] = [:]
    for (index, passage) in passages.enumerated() where finder.isLongEnough(index) {
      counts[passage.article, default: (0, 0)].passages += 1
      if reused.contains(index) { counts[passage.article, default: (0, 0)].reused += 1 }
    }
    shares = counts.mapValues { ReuseShare(reused: $0.reused, passages: $0.passages) }
  }
}
