import CorpusStatistics
import SourceText

/// Finds the sentences that articles share, and formulas.
struct SharedSentences {
  private let articles: [CorpusArticle]
  private let groups: [Int?]
  private let wordings: [ArticleWording]
  /// By article: a name that no other has.
  private let names: [String]
  /// By passage: article and sentence.
  private var owners: [(article: Int, sentence: Int)] = []
  private var passages: [ReusePassage] = []
  private(set) var isRepeat: [[Bool]]

  init(_ articles: [CorpusArticle], _ groups: [Int?], _ wordings: [ArticleWording]) {
    self.articles = articles
    self.groups = groups
    self.wordings = wordings
    isRepeat = wordings.map { [Bool](repeating: false, count: $0.sentences.count) }
    names = SharedSentences.names(articles)
    for (article, wording) in wordings.enumerated() {
      let date = articles[article].date
      for (index, sentence) in wording.sentences.enumerated()
      where sentence.masked.unicodeScalars.count >= WordingCorpus.leastCharacters {
        owners.append((article, index))
        passages.append(
          ReusePassage(article: names[article], date: date, text: sentence.masked))
      }
    }
  }

  mutating func findings(seed: UInt64) -> ReuseFindings {
    let reuse = TextReuse(passages, seed: seed)
    var foreign = wordings.map { Set<Int>(minimumCapacity: $0.names.isEmpty ? 0 : 1) }
    var clusters: [ReuseFindings.Cluster] = []
    for cluster in reuse.clusters {
      let source = source(of: cluster)
      for passage in cluster.passages where passage != source {
        let owner = owners[passage]
        isRepeat[owner.article][owner.sentence] = true
      }
      let holders = Set(cluster.passages.map { groups[owners[$0].article] })
      if holders.count > 1 {
        for passage in cluster.passages { foreign[owners[passage].article].insert(passage) }
      }
      clusters.append(
        ReuseFindings.Cluster(
          sentences: cluster.passages.map(place), articles: cluster.articles,
          groups: holders.compactMap { $0 }.sorted(), first: source.map(place),
          firstDate: cluster.firstDate, undated: cluster.undated,
          text: passages[cluster.passages[0]].text))
    }
    let shares = articles.indices.map { article -> ReuseShare? in
      guard !wordings[article].sentences.isEmpty else { return nil }
      return reuse.shares[names[article]] ?? ReuseShare(reused: 0, passages: 0)
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

  /// The passage that is no repeat: the first, or of several that may be, all of one group, the one whose
  /// article comes first by name, which gives no group what may be another's.
  private func source(of cluster: ReuseCluster) -> Int? {
    guard let first = cluster.earliest.first, let group = groups[owners[first].article],
      cluster.earliest.allSatisfy({ groups[owners[$0].article] == group })
    else { return cluster.first }
    return first
  }

  /// What articles are called by their sources lists them the same way whatever order they come in;
  /// only those of one source need their number.
  private static func names(_ articles: [CorpusArticle]) -> [String] {
    var seen: [String: Int] = [:]
    return articles.map { article in
      let earlier = seen[article.source, default: 0]
      seen[article.source] = earlier + 1
      return earlier == 0 ? article.source : article.source + "\u{1F}\(earlier)"
    }
  }

  private func place(_ passage: Int) -> SentencePlace {
    let owner = owners[passage]
    let sentence = wordings[owner.article].sentences[owner.sentence]
    return SentencePlace(
      article: owner.article, paragraph: sentence.paragraph, span: sentence.span)
  }

  /// Wording is common where other cities have it, so articles without a place are left out: nothing
  /// tells whose wording theirs is, and a group may be a year.
  private func commonness() -> [FormulaShare.Count?] {
    let cities = articles.map { $0.value(of: CorpusGrouping.placeKey) }
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
