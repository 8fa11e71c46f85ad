import CorpusStatistics
import SourceText

/// Finds the sentences that articles share, and formulas.
struct SharedSentences {
  private let articles: [CorpusArticle]
  private let groups: [Int?]
  private let wordings: [ArticleWording]
  /// By passage: article and sentence.
  private var owners: [(article: Int, sentence: Int)] = []
  private var passages: [ReusePassage] = []
  private(set) var isRepeat: [[Bool]]

  init(_ articles: [CorpusArticle], _ groups: [Int?], _ wordings: [ArticleWording]) {
    self.articles = articles
    self.groups = groups
    self.wordings = wordings
    isRepeat = wordings.map { [Bool](repeating: false, count: $0.sentences.count) }
    for (article, wording) in wordings.enumerated() {
      let date = articles[article].isoDate
      for (index, sentence) in wording.sentences.enumerated()
      where sentence.masked.unicodeScalars.count >= WordingCorpus.leastCharacters {
        owners.append((article, index))
        passages.append(ReusePassage(article: "\(article)", date: date, text: sentence.masked))
      }
    }
  }

  mutating func findings(seed: UInt64) -> ReuseFindings {
    let reuse = TextReuse(passages, seed: seed)
    var foreign = wordings.map { Set<Int>(minimumCapacity: $0.names.isEmpty ? 0 : 1) }
    var clusters: [ReuseFindings.Cluster] = []
    for cluster in reuse.clusters {
      for passage in cluster.passages.dropFirst() {
        let owner = owners[passage]
        isRepeat[owner.article][owner.sentence] = true
      }
      let holders = Set(cluster.passages.map { groups[owners[$0].article] })
      if holders.count > 1 {
        for passage in cluster.passages { foreign[owners[passage].article].insert(passage) }
      }
      let first = cluster.passages[0]
      clusters.append(
        ReuseFindings.Cluster(
          sentences: cluster.passages.map(place), articles: cluster.articles,
          groups: holders.compactMap { $0 }.sorted(), first: cluster.first.map(place),
          firstDate: cluster.first.flatMap { passages[$0].date }, undated: cluster.undated,
          text: passages[first].text))
    }
    let shares = articles.indices.map { article -> ReuseShare? in
      guard !wordings[article].sentences.isEmpty else { return nil }
      return reuse.shares["\(article)"] ?? ReuseShare(reused: 0, passages: 0)
    }
    return ReuseFindings(
      clusters: clusters, shares: shares,
      foreignShares: articles.indices.map { article in
        shares[article].map {
          ReuseShare(reused: foreign[article].count, passages: $0.passages)
        }
      },
      commonness: commonness(),
      lexicon: wordings.map { wording in
        guard !wording.sentences.isEmpty else { return nil }
        return CharacterCount(
          count: wording.sentences.reduce(0) { $0 + $1.formulaic },
          total: wording.sentences.reduce(0) { $0 + $1.han })
      })
  }

  private func place(_ passage: Int) -> SentencePlace {
    let owner = owners[passage]
    let sentence = wordings[owner.article].sentences[owner.sentence]
    return SentencePlace(
      article: owner.article, paragraph: sentence.paragraph, span: sentence.span)
  }

  /// Wording is common where other cities have it, so the city counts before the group; articles of
  /// which neither is known are left out: nothing tells whose wording theirs is.
  private func commonness() -> [FormulaShare.Count?] {
    let cities = articles.indices.map { article in
      articles[article].value(of: "place") ?? groups[article].map { "\u{0}\($0)" }
    }
    let known = articles.indices.filter {
      cities[$0] != nil && !wordings[$0].sentences.isEmpty
    }
    let counts = FormulaShare(
      known.map { article in
        FormulaArticle(
          group: cities[article] ?? "", sentences: wordings[article].sentences.map(\.masked))
      }
    ).articles
    var result = [FormulaShare.Count?](repeating: nil, count: articles.count)
    for (place, article) in known.enumerated() { result[article] = counts[place] }
    return result
  }
}

extension CorpusArticle {
  /// The date as far as it is stated in the form of ISO 8601; else the month or the year.
  var isoDate: String? {
    guard let date else { return nil }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    let isISO =
      parts.count <= 3
      && zip(parts, widths).allSatisfy { part, width in
        part.count == width && part.allSatisfy { ("0"..."9").contains($0) }
      }
    return isISO ? date : month ?? year
  }
}
