import Analysis
import Comparison
import CorpusStatistics
import RuleLanguage
import SourceText
import Testing

struct WordingCorpusTests {
  private typealias Order = SimulatedCities.Order

  /// A pack with nothing but what comparisons need.
  private static func names() throws -> RulePack {
    let text = """
      pack: {name: names, version: 1}
      labels:
        place: {on: document, role: metadata, text: true}
      gazetteers:
        places: {file: places.tsv, label: place, endings: {county: [区]}}
      comparison:
        masks:
          person:
            patterns: ['书记(王|李)<han>(<han>)?(强调|指出)']
            except: [书记王国]
            trim: [书记, (强调|指出)]
          campaign: {patterns: [(创城|创文)]}
        name-fields: [place]
        formulas: [(攻坚战|打赢)]
      """
    let table = "code\tname\tlevel\tfirst_year\tlast_year\n110101\t乙岭区\tcounty\t2002\t2026\n"
    let (pack, diagnostics) = PackResolver.resolve(files: [
      SourceFile(name: "pack.yaml", bytes: Array(text.utf8)),
      SourceFile(name: "places.tsv", bytes: Array(table.utf8)),
    ])
    return try #require(pack, "\(diagnostics)")
  }

  @Test(
    "Names are hidden, what stands around them is not",
    arguments: [
      ("市委书记王建国强调", "市委书记□强调"), ("市委书记李强指出", "市委书记□指出"),
      ("市委书记王国强调", "市委书记王国强调"), ("书记王强调质量", "书记王强调质量"),
      ("推进创城工作", "推进□工作"), ("甲渡区各单位", "□各单位"), ("甲渡的街道", "□的街道"),
      ("各街道整改", "各街道整改"), ("书记李强指出;李强走访", "书记□指出;□走访"),
    ])
  func masking(_ text: String, _ masked: String) throws {
    let article = SimulatedCities.article("a", place: "甲渡区", [Order(text: text)])
    let corpus = try SimulatedCities.corpus([article], groups: [0], pack: Self.names())
    #expect(corpus.wordings[0].sentences.map(\.masked) == [masked])
  }

  @Test("The lexicon's share counts characters that no name holds")
  func lexiconShare() throws {
    let article = SimulatedCities.article("a", place: "甲渡区", [Order(text: "甲渡区打赢创城攻坚战")])
    let corpus = try SimulatedCities.corpus([article], groups: [0], pack: Self.names())
    #expect(corpus.reuse.lexicon[0] == CharacterCount(count: 5, total: 5))
    #expect(corpus.wordings[0].names == [0, 1, 1])
  }

  private let shared = "各单位要在七月底前完成楼道堆物清理并逐点上报台账"
  private let own = "志愿者每周六到学校操场教学生分类投放垃圾"

  /// Two cities with one sentence in common, the second of them earlier.
  private func articles() -> [CorpusArticle] {
    [
      SimulatedCities.article(
        "a", place: "A", date: "2021-06-02", [Order(text: shared), Order(text: own)]),
      SimulatedCities.article("b", place: "B", date: "2021-03", [Order(text: shared)]),
      SimulatedCities.article("c", place: "A", [Order(text: "街长要把发现的问题当天告诉网格员")]),
    ]
  }

  @Test("A shared sentence is one cluster, counted where it appeared first")
  func sharedSentence() throws {
    let corpus = try SimulatedCities.corpus(articles(), groups: [0, 1, 0])
    let cluster = try #require(corpus.reuse.clusters.first)
    #expect(corpus.reuse.clusters.count == 1)
    #expect(cluster.sentences.map(\.article) == [1, 0])
    #expect(cluster.first?.article == 1)
    #expect(cluster.firstDate == "2021-03")
    #expect(cluster.groups == [0, 1])
    #expect(cluster.articles == 2)
    #expect(corpus.reuse.shares[0] == ReuseShare(reused: 1, passages: 2))
    #expect(corpus.reuse.foreignShares[0] == ReuseShare(reused: 1, passages: 2))
    #expect(corpus.reuse.shares[2] == ReuseShare(reused: 0, passages: 1))
    #expect(corpus.isRepeat == [[true, false], [false], [false]])
  }

  @Test("Sharing within a group is no borrowing from others")
  func ownGroup() throws {
    let corpus = try SimulatedCities.corpus(articles(), groups: [0, 0, 0])
    #expect(corpus.reuse.shares[0] == ReuseShare(reused: 1, passages: 2))
    #expect(corpus.reuse.foreignShares[0] == ReuseShare(reused: 0, passages: 2))
  }

  @Test("Without repeats the directive is gone, and with it a paragraph that holds nothing else")
  func withoutRepeats() throws {
    let corpus = try SimulatedCities.corpus(articles(), groups: [0, 1, 0])
    let first = corpus.withoutRepeats(0)
    #expect(first.paragraphs.flatMap(\.directives).map(\.text) == [own])
    #expect(corpus.withoutRepeats(1) == corpus.articles[1].analysis)
    let copy = [
      SimulatedCities.article("a", place: "A", [Order(text: shared)]),
      SimulatedCities.article("b", place: "B", [Order(text: shared)]),
    ]
    let copies = try SimulatedCities.corpus(copy, groups: [0, 1])
    #expect(copies.withoutRepeats(1).paragraphs.isEmpty)
    #expect(copies.reuse.clusters.first?.first == nil)
    #expect(copies.reuse.clusters.first?.undated == 2)
  }

  @Test("An article of many paragraphs takes time that grows with them", .timeLimit(.minutes(1)))
  func manyParagraphs() throws {
    let order = SimulatedCities.Order(text: "各街道要在七月底前完成楼道堆物清理并上报台账")
    var articles = ["a", "b"].map { SimulatedCities.article($0, place: "A", [order]) }
    var short = try #require(articles[0].analysis.paragraphs.first)
    short.text = "好。"
    short.directives = []
    articles[0].analysis.paragraphs += Array(repeating: short, count: 40_000)
    let corpus = try SimulatedCities.corpus(articles, groups: [0, 1])
    #expect(corpus.isRepeat[0].prefix(2) == [true, false])
    #expect(corpus.withoutRepeats(0).paragraphs.count == 40_000)
  }

  @Test(
    "Where dates do not tell whose a sentence is, nobody is its source, whatever the order",
    arguments: [
      [nil, nil], ["2021-06-02", "2021-06-02"], ["2021", "2021-06-02"], ["2021-06", "2021"],
    ] as [[String?]])
  func noSource(_ dates: [String?]) throws {
    let copies = zip(["甲", "乙"], dates).map { place, date in
      SimulatedCities.article(place, place: place, date: date, [Order(text: shared)])
    }
    for articles in [copies, copies.reversed()] {
      let corpus = try SimulatedCities.corpus(articles, groups: [0, 1])
      #expect(corpus.isRepeat == [[true], [true]])
      #expect(corpus.reuse.clusters.first?.first == nil)
    }
  }

  @Test("What one group may have had first alone counts once in it, by the name of the source")
  func sourceGroup() throws {
    let articles = [
      SimulatedCities.article("b", place: "A", date: "2021", [Order(text: shared)]),
      SimulatedCities.article("a", place: "A", date: "2021-06-02", [Order(text: shared)]),
      SimulatedCities.article("0", place: "B", date: "2022-01", [Order(text: shared)]),
      SimulatedCities.article("1", place: "B", [Order(text: shared)]),
    ]
    let corpus = try SimulatedCities.corpus(articles, groups: [0, 0, 1, 1])
    #expect(corpus.isRepeat == [[true], [false], [true], [true]])
    #expect(corpus.reuse.clusters.first?.firstDate == "2021")
    let other = try SimulatedCities.corpus(articles.reversed(), groups: [1, 1, 0, 0])
    #expect(other.isRepeat == corpus.isRepeat.reversed())
    let unknown = try SimulatedCities.corpus(articles, groups: [nil, nil, nil, nil])
    #expect(unknown.isRepeat == [[true], [true], [true], [true]])
  }

  @Test("Clusters list their sentences by source, whatever the order of many articles")
  func listing() throws {
    let articles = (0..<12).map {
      SimulatedCities.article("\($0)", place: "A", date: "2021-06-02", [Order(text: shared)])
    }
    let groups = [Int?](repeating: 0, count: 12)
    let listed = try [articles, articles.reversed()].map { articles in
      let corpus = try SimulatedCities.corpus(articles, groups: groups)
      return try #require(corpus.reuse.clusters.first).sentences.map { articles[$0.article].source }
    }
    #expect(listed[0] == articles.map(\.source).sorted())
    #expect(listed[1] == listed[0])
  }

  @Test("An article without its text has no shares at all, not shares of 0")
  func noText() throws {
    var silent = SimulatedCities.article("a", place: "A", [])
    silent.analysis.paragraphs = []
    let corpus = try SimulatedCities.corpus([silent], groups: [nil])
    #expect(corpus.reuse.shares == [nil])
    #expect(corpus.reuse.lexicon == [nil])
    #expect(corpus.reuse.commonness == [nil])
  }

  @Test("Wording is common where three other cities have it")
  func commonness() throws {
    let cities = ["A", "B", "C", "D"].map {
      SimulatedCities.article($0, place: $0, [Order(text: shared)])
    }
    let four = try SimulatedCities.corpus(cities, groups: [0, 1, 2, 3])
    #expect(four.reuse.commonness[0]?.share == 1)
    let three = try SimulatedCities.corpus(Array(cities.prefix(3)), groups: [0, 1, 2])
    #expect(three.reuse.commonness[0] == nil)
  }

  @Test("A group is no place: articles without one say nothing of what other places have")
  func placeless() throws {
    let years = ["2019", "2020", "2021", "2022"].map {
      SimulatedCities.article($0, place: "", date: $0, [Order(text: shared)])
    }
    let cities = ["A", "B", "C"].map {
      SimulatedCities.article($0, place: $0, date: "2021", [Order(text: shared)])
    }
    let unplaced = try SimulatedCities.corpus(years, groups: [0, 1, 2, 3])
    #expect(unplaced.reuse.commonness == [nil, nil, nil, nil])
    let mixed = try SimulatedCities.corpus(years + cities, groups: [0, 1, 2, 3, 2, 2, 2])
    #expect(mixed.reuse.commonness.allSatisfy { $0 == nil })
  }
}
