import Analysis
import Comparison
import CorpusStatistics
import SourceText
import Testing

/// What means and their order hang on besides the words.
struct ScoreReliabilityTests {
  private static let weights = ScoreWeights(
    name: "clarity", parts: [.init(name: "act", full: 60), .init(name: "time", full: 40)])
  private static let free = ScoreCourse(times: 1, plus: 0, least: 0, most: 100)

  /// An article with three directives alike, which fill the two parts by these shares.
  private func article(
    _ place: String, act: Double, time: Double, course: ScoreCourse? = free, doubt: Int = 0,
    directives: Int = 3
  ) -> AnalysisResult {
    let points = [60 * act, 40 * time]
    let score = (course ?? Self.free).score(points[0] + points[1])
    let result = ScoreResult(
      name: "clarity", score: score, low: score - doubt, high: score,
      equal: course.map { $0.score(50 * act + 50 * time) },
      parts: [.init(name: "act", points: points[0]), .init(name: "time", points: points[1])],
      adjustments: [], band: nil, inContext: nil, course: course)
    let directive = DirectiveResult(
      text: "", bytes: .init(0, 0), classification: "directive", obligorKind: nil, slots: [],
      scores: [result], tail: nil, isExcluded: false)
    let paragraph = ParagraphResult(
      index: 1, zone: "body", line: 1, bytes: .init(0, 0), text: "", tags: [], via: "none",
      directives: Array(repeating: directive, count: directives))
    return AnalysisResult(
      source: "a",
      metadata: Metadata(fields: [.init(name: "place", value: place, bytes: nil, rule: nil)]),
      paragraphs: [paragraph], otherBlocks: [],
      scores: DocumentScores(
        means: [], directives: 3, actionableShare: nil, exhortationShare: nil, slotFill: []),
      noise: [], notices: [])
  }

  private func reliability(
    _ articles: [AnalysisResult], weights: [ScoreWeights] = [weights],
    contrasts: [ComparisonRequest.Pair] = []
  ) async throws -> ScoreReliability {
    var corpus = Corpus()
    let reader = ProfileReader(force: nil, action: nil, weights: weights)
    for article in articles {
      corpus.append(
        CorpusArticle(article, pack: SimulatedCorpus.pack), reader.profile(of: article))
    }
    var request = ComparisonRequest(by: "place")
    request.bootstrapDraws = 20
    request.permutationDraws = 19
    request.contrasts = contrasts
    let result = await CorpusComparison(corpus, request).result(threads: 1)
    return try #require(result.reliability.first)
  }

  @Test("All-low, all-high and equal weights are means of article means")
  func means() async throws {
    let found = try await reliability([
      article("A", act: 1, time: 0, doubt: 10), article("A", act: 0, time: 1),
      article("A", act: 1, time: 1, directives: 2),
    ])
    let group = try #require(found.groups[0])
    // 60 and 40; the third has too few directives to count.
    #expect(group.articles == 2)
    #expect([group.low, group.high, group.equal] == [45, 50, 50])
  }

  @Test("Better in every part keeps the order always; a lead on one weight does not")
  func orders() async throws {
    let found = try await reliability(
      ["A", "A"].map { article($0, act: 1, time: 0.2) }
        + ["B", "B"].map { article($0, act: 0.5, time: 0.1) }
        + ["C", "C"].map { article($0, act: 0, time: 0.95) })
    #expect(found.draws == 500)
    #expect(found.orders.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    #expect(found.orders[0].kept == 500)
    // 34 against 38 points: w × 0.5 + (1 − w) × 0.1 > (1 − w) × 0.95 from w = 0.63 on.
    let shaky = try #require(found.orders[2].kept)
    #expect(shaky > 300 && shaky < 450)
    #expect(abs(found.orders[2].underEqualWeights + 18) <= 0.5)
  }

  @Test("A cap that does not bind under the given weights binds under others")
  func capped() async throws {
    let cap = ScoreCourse(times: 1, plus: 0, least: 0, most: 39)
    let rival = ["A", "A"].map { article($0, act: 0.6, time: 0) }
    let free = try await reliability(rival + ["B", "B"].map { article($0, act: 0.65, time: 0) })
    #expect(free.orders[0].kept == 500)
    // 36 against 39 points; where the first part weighs more than 0.64 the first has 39 too.
    let bound = try await reliability(
      rival + ["B", "B"].map { article($0, act: 0.65, time: 0, course: cap) })
    let kept = try #require(bound.orders[0].kept)
    #expect(kept > 300 && kept < 450)
  }

  @Test("The same means have no order, and the order of the input leaves no trace")
  func ties() async throws {
    let articles =
      ["A", "A"].map { article($0, act: 0.5, time: 0.5) }
      + [article("B", act: 0.5, time: 0.5), article("B", act: 0.5, time: 0.5)]
      + (0..<7).map { article("C", act: Double($0) / 7, time: 0.3, directives: 3 + $0) }
    let found = try await reliability(articles)
    #expect(found.orders[0].kept == nil)
    #expect(try await reliability(articles.reversed()) == found)
  }

  @Test("Analyses that do not say what the parts weigh, or cannot be restated, give no draws")
  func unknown() async throws {
    let articles = ["A", "A", "B", "B"].map { article($0, act: $0 == "A" ? 1 : 0, time: 0.5) }
    let silent = try await reliability(articles, weights: [])
    #expect(silent.orders == [])
    #expect(silent.reason?.name == "unknown-weights")
    let odd = try await reliability(
      articles + [article("B", act: 1, time: 1, course: nil)])
    #expect(odd.reason?.name == "unknown-weights")
    #expect(odd.groups.map { $0?.equal == nil } == [false, true])
  }

  @Test("In the order of sources all that is known of an article moves with it")
  func orderBySource() async throws {
    let reader = ProfileReader(force: nil, action: nil, weights: [Self.weights])
    var corpus = Corpus()
    for (source, place, act) in [("b", "A", 1.0), ("d", "B", 0.5), ("a", "B", 0), ("c", "A", 0.7)] {
      var analysis = article(place, act: act, time: 0.2, directives: source == "a" ? 4 : 3)
      analysis.source = source
      corpus.append(
        CorpusArticle(analysis, pack: SimulatedCorpus.pack), reader.profile(of: analysis))
    }
    var ordered = corpus
    ordered.orderBySource()
    #expect(ordered.articles.map(\.source) == ["a", "b", "c", "d"])
    #expect(ordered.articles.indices.map { ordered.profile($0).directives } == [4, 3, 3, 3])
    #expect(ordered.profile(1).means == corpus.profile(0).means)
    let request = ComparisonRequest(by: "place")
    let asRead = await CorpusComparison(corpus, request).result(threads: 1)
    let result = await CorpusComparison(ordered, request).result(threads: 1)
    #expect(asRead.reliability == result.reliability)
    #expect(asRead.tables == result.tables)
  }

  @Test("One article is no group to compare; of very many groups declared pairs alone are told")
  func many() async throws {
    let few = try await reliability([
      article("A", act: 1, time: 0), article("B", act: 0, time: 1), article("B", act: 0, time: 1),
    ])
    #expect(few.orders == [])
    let many = (0..<201).flatMap { group in
      (0..<2).map { _ in article("G\(group)", act: Double(group % 7) / 7, time: 0.5) }
    }
    let found = try await reliability(
      many, contrasts: [.init("G3", "G1"), .init("G100", "G2"), .init("G5", "G12")])
    #expect(found.orders.count == 3)
    #expect(found.reason?.name == "many-groups")
    // The order of the groups that were declared is not that of all.
    #expect(found.agreementWithEqual == nil)
    #expect(found.lowAgreement == nil)
  }
}
