import CorpusStatistics

/// Work over many articles at once: what a comparison of a large corpus is made of.
struct CorpusCase: Sendable {
  /// What was measured: a count that must be right, a line that tells more, and seconds.
  struct Outcome {
    let count: Int
    let detail: String
    let seconds: Double
  }

  let name: String
  let expected: Int
  let work: @Sendable () -> (count: Int, detail: String)

  func run() -> Outcome {
    let clock = ContinuousClock()
    let begin = clock.now
    let (count, detail) = work()
    let elapsed = (clock.now - begin).components
    return Outcome(
      count: count, detail: detail,
      seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
  }

  static let all = [
    CorpusCase(name: "reuse-20000", expected: 20_000) {
      let passages = SyntheticArticles.passages(articles: 20_000, sentences: 20, seed: 1)
      let reuse = TextReuse(passages, seed: 1)
      let found = reuse.shares.values.count { $0.reused > 0 }
      let sentences = passages.count
      return (
        reuse.shares.count,
        "\(sentences) sentences, \(reuse.clusters.count) clusters, \(reuse.comparisons) compared, "
          + "\(found) articles with shared sentences"
      )
    },
    CorpusCase(name: "formulas-20000", expected: 20_000) {
      let passages = SyntheticArticles.passages(articles: 20_000, sentences: 20, seed: 1)
      let articles = Dictionary(grouping: passages, by: \.article).map {
        FormulaArticle(group: "\((Int($0) ?? 0) % 50)", sentences: $1.map(\.text))
      }
      let shares = FormulaShare(articles).articles
      let common = shares.count { ($0?.formulaic ?? 0) > 0 }
      return (shares.count, "\(common) articles with runs of other groups")
    },
    CorpusCase(name: "terms-20000", expected: 177_985) {
      let passages = SyntheticArticles.passages(articles: 20_000, sentences: 20, seed: 1)
      var groups = [TermTally<UInt64>](repeating: TermTally(), count: 2)
      for (name, article) in Dictionary(grouping: passages, by: \.article) {
        var counts: [UInt64: Int] = [:]
        for passage in article {
          CharacterGrams.count(passage.text.unicodeScalars.lazy.map(\.value), into: &counts)
        }
        groups[(Int(name) ?? 0) % 2].add(article: counts)
      }
      let named = groups.map { tally in
        tally.named { tally[$0].count >= 5 ? CharacterGrams.text($0) : nil }
      }
      let terms = DistinctiveTerms(first: named[0], second: named[1], background: TermTally())
      return (terms?.terms.count ?? 0, "terms of two sides")
    },
    CorpusCase(name: "coverage", expected: CoverageStudy.expected.count) {
      let shares = CoverageStudy.expected.map { size, share in
        (size, share, CoverageStudy.coverage(articles: size, runs: 2_000, seed: 1))
      }
      return (
        shares.count { ($1 - $2).magnitude <= CoverageStudy.tolerance },
        shares.map { "n=\($0) \(($2 * 1_000).rounded() / 1_000) for \($1)" }
          .joined(separator: ", ")
      )
    },
  ]
}

/// How often an interval holds the true mean of skewed scores from 0 to 100.
enum CoverageStudy {
  /// By number of articles: the coverage that simulations of the method found before, with another
  /// skewed distribution.
  static let expected = [(5, 0.92), (8, 0.94), (10, 0.94), (20, 0.93), (30, 0.94)]
  static let tolerance = 0.03

  /// The mean of the scores below: 100 times a mean of one third.
  private static let truth = 100.0 / 3

  /// The share of `runs` samples of that many articles whose interval holds the mean.
  ///
  /// Scores are 100 times a draw from Beta(1, 2), made of three gamma draws of shape 1.
  static func coverage(articles: Int, runs: Int, seed: UInt64) -> Double {
    var stream = RandomStream(seed: seed, label: "coverage/\(articles)")
    var held = 0
    for run in 0..<runs {
      let scores = (0..<articles).map { _ in 100 * stream.dirichlet([1, 2])[0] }
      let bootstrap = ClusterBootstrap(
        scores.map { BootstrapArticle(values: [WeightedValue(mean: $0)]) }, draws: 1_000,
        seed: seed, label: "\(articles)/\(run)")
      if let interval = bootstrap.interval(0), interval.low <= truth, truth <= interval.high {
        held += 1
      }
    }
    return Double(held) / Double(runs)
  }
}

/// Articles of sentences by chance, some of them taken over from others with a character changed.
enum SyntheticArticles {
  static func passages(articles: Int, sentences: Int, seed: UInt64) -> [ReusePassage] {
    var stream = RandomStream(seed: seed, label: "articles")
    func sentence() -> [Unicode.Scalar] {
      (0..<20 + stream.index(below: 30)).compactMap { _ in
        Unicode.Scalar(0x4E00 + UInt32(stream.index(below: 2_000)))
      }
    }
    let sources = (0..<500).map { _ in sentence() }
    return (0..<articles * sentences).map { index in
      var scalars = sentence()
      if index % 7 == 0 {
        scalars = sources[stream.index(below: sources.count)]
        if let other = Unicode.Scalar(0x4E00 + UInt32(stream.index(below: 2_000))) {
          scalars[stream.index(below: scalars.count)] = other
        }
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      return ReusePassage(article: "\(index / sentences)", date: nil, text: text)
    }
  }
}
