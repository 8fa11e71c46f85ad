import Comparison
import CorpusStatistics
import Testing

struct GapFinderTests {
  private typealias Order = SimulatedCities.Order

  private func orders(_ words: String, _ value: Double) -> [Order] {
    (0..<3).map { index in
      Order(
        text: "\(words)第\(index)次核查楼道堆物情况",
        slots: [("time", value, words), ("action", 0.5, "核查")].filter { $0.1 > 0 })
    }
  }

  private func gap() throws -> ScoreGap {
    let first = (0..<5).map {
      SimulatedCities.article("a\($0)", place: "A", orders("七月底前", 1))
    }
    let second = (0..<5).map {
      SimulatedCities.article("b\($0)", place: "B", orders("尽快处理", 0.25))
    }
    let corpus = try SimulatedCities.corpus(
      first + second, groups: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    return GapFinder(
      corpus, score: "clarity", basis: .all, weights: SimulatedCities.weights,
      options: LanguageOptions(seed: 1)
    ).gap(Array(0..<5), Array(5..<10), label: "test")
  }

  @Test("The slot that differs makes the gap, and nothing remains without it")
  func slots() throws {
    let gap = try gap()
    #expect(gap.gap == 15)
    let split = try #require(gap.splits.first { $0.level == .slots })
    #expect(split.parts.map(\.name) == ["time"])
    let part = try #require(split.parts.first)
    #expect(part.contribution.contribution == 15)
    #expect(part.contribution.gapWithout == 0)
    #expect(part.contribution.decides)
    #expect(part.contribution.share == 1)
    #expect(split.remainder == 0)
    #expect(try #require(part.test?.probability) < 0.01)
    #expect(part.first.map(\.article) == [0, 1, 2])
    #expect(part.second.map(\.article) == [5, 6, 7])
    #expect(gap.keptUnderWeights == 1)
  }

  @Test("Rules and words of the slot are named, and only directives with them illustrate them")
  func rulesAndTerms() throws {
    let gap = try gap()
    let rules = try #require(gap.splits.first { $0.level == .rules })
    #expect(rules.parts.map(\.name) == ["time/rule"])
    let terms = try #require(gap.splits.first { $0.level == .terms })
    #expect(terms.parts.map(\.name) == ["七月底前", "尽快处理"])
    #expect(terms.parts.map(\.slot) == ["time", "time"])
    #expect(terms.parts.map(\.contribution.contribution) == [20, -5])
    #expect(terms.parts[0].first.map(\.article) == [0, 1, 2])
    #expect(terms.parts[1].second.map(\.article) == [5, 6, 7])
  }

  @Test("Articles with fewer than three directives are not averaged")
  func fewDirectives() throws {
    let articles = [
      SimulatedCities.article("a", place: "A", Array(orders("七月底前", 1).prefix(2))),
      SimulatedCities.article("b", place: "B", orders("七月底前", 1)),
    ]
    let corpus = try SimulatedCities.corpus(articles, groups: [0, 1])
    let gap = GapFinder(
      corpus, score: "clarity", basis: .all, options: LanguageOptions(seed: 1)
    ).gap([0], [1], label: "test")
    #expect(gap.articles == [0, 1])
    #expect(gap.gap == nil)
    #expect(gap.reason == .emptySide)
    #expect(gap.splits.isEmpty)
  }

  @Test("One article is compared with nobody")
  func single() throws {
    let articles = (0..<4).map {
      SimulatedCities.article("\($0)", place: "A", orders("七月底前", $0 < 1 ? 1 : 0.5))
    }
    let corpus = try SimulatedCities.corpus(articles, groups: [0, 1, 1, 1])
    let gap = GapFinder(
      corpus, score: "clarity", basis: .all, options: LanguageOptions(seed: 1)
    ).gap([0], [1, 2, 3], label: "test")
    #expect(gap.gap == nil)
    #expect(gap.splits.isEmpty)
    #expect(gap.reason == .oneArticle)
  }

  @Test("Two against two are compared, but not tested")
  func few() throws {
    let articles = (0..<4).map {
      SimulatedCities.article("\($0)", place: "A", orders("七月底前", $0 < 2 ? 1 : 0.5))
    }
    let corpus = try SimulatedCities.corpus(articles, groups: [0, 0, 1, 1])
    let gap = GapFinder(
      corpus, score: "clarity", basis: .all, options: LanguageOptions(seed: 1)
    ).gap([0, 1], [2, 3], label: "test")
    #expect(gap.gap == 10)
    #expect(gap.reason == .fewArticles(2))
    #expect(gap.splits[0].parts.allSatisfy { $0.test == nil && $0.adjusted == nil })
  }

  private typealias Stratified = (value: Double, stratum: Int)

  /// The gap of articles whose time earns so much, with the strata that they are compared within.
  private func gap(
    _ first: [Stratified], _ second: [Stratified], isStratified: Bool
  ) throws -> ScoreGap {
    let all = first + second
    let corpus = try SimulatedCities.corpus(
      all.enumerated().map { place, article in
        SimulatedCities.article("\(place)", place: "A", orders("七月底前", article.value))
      }, groups: all.indices.map { $0 < first.count ? 0 : 1 })
    return GapFinder(
      corpus, score: "clarity", basis: .all, weights: SimulatedCities.weights,
      strata: isStratified ? all.map(\.stratum) : nil, options: LanguageOptions(seed: 1)
    ).gap(Array(first.indices), Array(first.count..<all.count), label: "test")
  }

  @Test("Within strata a gap is the mean of theirs, and what differs by their mix alone is none")
  func strata() throws {
    // In either stratum there is no difference; there are more of the higher one on the first side.
    let first: [Stratified] = [(1, 0), (1, 0), (1, 0), (1, 0), (0.5, 1), (0.5, 1)]
    let second: [Stratified] = [(1, 0), (1, 0), (0.5, 1), (0.5, 1), (0.5, 1), (0.5, 1)]
    let raw = try gap(first, second, isStratified: false)
    #expect(try #require(raw.gap) > 3)
    #expect(raw.keptUnderWeights == 1)
    let within = try gap(first, second, isStratified: true)
    #expect(within.gap == 0)
    #expect(within.keptUnderWeights == nil)
    #expect(within.articles == [6, 6])
    #expect(within.splits.allSatisfy { $0.parts.isEmpty })
  }

  @Test("Each stratum that both sides have weighs the same, others do not count")
  func sharedStrata() throws {
    let first: [Stratified] = [
      (1, 0), (1, 0), (1, 0), (1, 0), (0.75, 1), (0.75, 1), (0, 2),
    ]
    let second: [Stratified] = [(0.5, 0), (0.5, 0), (0.75, 1), (0.75, 1), (0.75, 1), (1, 3)]
    let gap = try gap(first, second, isStratified: true)
    #expect(gap.gap == 5)
    #expect(gap.articles == [6, 5])
    #expect(gap.keptUnderWeights == 1)
    let part = try #require(gap.splits.first?.parts.first)
    #expect(part.contribution.means == [17.5, 12.5])
    #expect(part.contribution.contribution == 5)
    #expect(part.first.map(\.article) == [0, 1, 2])
    #expect(part.second.map(\.article) == [7, 8, 9])
    // Of 15 splits of the first stratum one is as far apart as given, whichever of 10 the second has.
    #expect(part.test?.probability == 10.0 / 150)
  }

  @Test("Sides without a common stratum have no gap")
  func noCommonStratum() throws {
    let gap = try gap(
      [(1, 0), (1, 0), (1, 0)], [(0.5, 1), (0.5, 1), (0.5, 1)], isStratified: true)
    #expect(gap.gap == nil)
    #expect(gap.articles == [3, 3])
    #expect(gap.reason == .emptySide)
  }

  @Test(
    "Slots are tested where the level of the comparison is within reach", arguments: [0.95, 0.999])
  func level(_ level: Double) throws {
    let articles = (0..<10).map {
      SimulatedCities.article("\($0)", place: "A", orders("七月底前", $0 < 5 ? 1 : 0.5))
    }
    let corpus = try SimulatedCities.corpus(
      articles, groups: articles.indices.map { $0 < 5 ? 0 : 1 })
    let gap = GapFinder(
      corpus, score: "clarity", basis: .all, options: LanguageOptions(seed: 1, level: level)
    ).gap(Array(0..<5), Array(5..<10), label: "test")
    // Two of 252 splits are the least that five against five can give.
    #expect(
      try #require(gap.splits[0].parts.first).test?.probability == (level < 0.99 ? 2 / 252 : nil))
  }
}
