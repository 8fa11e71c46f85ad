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
