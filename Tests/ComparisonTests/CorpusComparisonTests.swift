import Analysis
import Comparison
import CorpusStatistics
import TestSupport
import Testing

struct CorpusComparisonTests {
  private func compare(
    _ corpus: Corpus, by key: String = "place", within: String? = nil, threads: Int = 2,
    _ change: (inout ComparisonRequest) -> Void = { _ in }
  ) async -> ComparisonResult {
    var request = ComparisonRequest(by: key, within: within)
    request.bootstrapDraws = 300
    request.permutationDraws = 499
    change(&request)
    return await CorpusComparison(corpus, request).result(threads: threads)
  }

  /// Three groups of `count` articles, the third with a higher score.
  private func threeGroups(of count: Int, seed: UInt64 = 7) -> SimulatedCorpus {
    var generator = SeededGenerator(seed: seed)
    var simulated = SimulatedCorpus()
    for (index, place) in ["A", "B", "C"].enumerated() {
      for _ in 0..<count {
        let noise = Double(Int.random(in: 0...20, using: &generator))
        simulated.add(
          place, score: 40 + noise + (index == 2 ? 20 : 0),
          filled: Int.random(in: 0...9, using: &generator),
          tagged: Int.random(in: 0...10, using: &generator))
      }
    }
    return simulated
  }

  /// Section 4.5 of the codebook: A is higher in both types and lower overall.
  private var simpsonCities: SimulatedCorpus {
    var cities = SimulatedCorpus()
    for (place, news, plans) in [("A", (8, 30.0), (2, 60.0)), ("B", (2, 25.0), (8, 55.0))] {
      for _ in 0..<news.0 { cities.add(place, type: "news", score: news.1) }
      for _ in 0..<plans.0 { cities.add(place, type: "plan", score: plans.1) }
    }
    return cities
  }

  @Test("Means of article means, overall and with a common mix of types")
  func standardisation() async throws {
    let result = await compare(simpsonCities.corpus, within: "type")
    let row = try #require(result.row("scores/clarity"))
    #expect(row.groups.map(\.all.estimate) == [36, 49])
    #expect(row.groups.map { $0.standardised?.estimate } == [45, 40])
    #expect(result.strata == ["news", "plan"])
    #expect(row.groups[0].strata.map(\.estimate) == [30, 60])
    #expect(row.contrasts[0].difference == 5)
  }

  @Test(
    "Dates are compared as days, however they are written; what is no date is none",
    arguments: [
      (["2021-3-5", "2021-11-20"], "2021-03-05", "2021-11-20", 0),
      (["2021-12-1", "2021-2-28", "2021年10月1日"], "2021-02-28", "2021-12-01", 0),
      (["2021-9", "2021-10"], "2021-09", "2021-10", 0),
      (["2021-05-01", "unknown"], "2021-05-01", "2021-05-01", 1),
    ])
  func dates(_ dates: [String], _ first: String, _ last: String, _ undated: Int) async {
    var simulated = SimulatedCorpus()
    for _ in dates { simulated.add("A", date: nil, score: 5) }
    var corpus = simulated.corpus
    for (index, date) in dates.enumerated() { corpus.state("date", date, of: index) }
    let result = await compare(corpus)
    #expect(result.frame.dates == first...last)
    #expect(result.groups.first?.dates == first...last)
    #expect(result.frame.undated == undated)
    #expect(result.reasons.contains("undated") == (undated > 0))
  }

  @Test("Articles of no known group are drawn towards nobody, and nobody towards them")
  func unknownGroup() async throws {
    var cities = SimulatedCorpus()
    for place in ["A", "B"] {
      for index in 0..<20 { cities.add(place, type: "news", score: Double(index)) }
    }
    let known = await compare(cities.corpus)
    for index in 0..<20 { cities.add(nil, type: "news", score: 80 + Double(index)) }
    let all = await compare(cities.corpus)
    let pooled = try #require(all.row("scores/clarity")).groups.map(\.pooled)
    #expect(pooled.count == 3)
    #expect(pooled[2] == nil)
    #expect(pooled[0] != nil)
    #expect(Array(pooled[..<2]) == known.row("scores/clarity")?.groups.map(\.pooled))
  }

  @Test("Simpson's check runs by itself")
  func simpson() async throws {
    let result = await compare(simpsonCities.corpus)
    let contrast = try #require(result.row("scores/clarity")?.contrasts.first)
    #expect(contrast.difference == -13)
    #expect(contrast.simpson?.finding == .reversed)
    #expect(contrast.simpson?.strata.map(\.difference) == [5, 5])
  }

  @Test("An empty stratum leaves no common figure, and says which")
  func emptyStratum() async throws {
    var cities = simpsonCities
    for _ in 0..<6 { cities.add("C", type: "plan", score: 50) }
    let result = await compare(cities.corpus, within: "type")
    let figure = try #require(result.row("scores/clarity")?.groups[2])
    #expect(figure.standardised?.estimate == nil)
    #expect(figure.standardised?.reason == .emptyStratum("news"))
    #expect(figure.strata[0].reason == .emptyStratum("news"))
    #expect(figure.all.estimate == 50)
  }

  @Test("A true difference is found after correction, its group named")
  func difference() async throws {
    let result = await compare(threeGroups(of: 12).corpus)
    let row = try #require(result.row("scores/clarity"))
    #expect(result.contrasts.map(\.second) == [nil, nil, nil])
    let third = row.contrasts[2]
    let interval = try #require(third.interval)
    #expect(interval.low > 0 || interval.high < 0)
    #expect(interval.method == .expandedPercentile)
    #expect((third.adjusted ?? 1) <= 0.05)
    #expect(third.correction == .benjaminiHochberg)
    #expect(result.tables.first { $0.table == .scores }?.tests == 3)
  }

  @Test("Declared contrasts of scores are corrected by Holm, other tables by their own family")
  func declared() async throws {
    let result = await compare(threeGroups(of: 12).corpus) { request in
      request.contrasts = [.init("A", "C"), .init("A", "B")]
    }
    let scores = try #require(result.row("scores/clarity")).contrasts
    #expect(scores.map(\.correction).suffix(2) == [.holm, .holm])
    let probability = try #require(scores[3].test?.probability)
    #expect(scores[3].adjusted == min(1, 2 * probability))
    #expect(result.row("slots/deadline")?.contrasts[3].correction == .benjaminiHochberg)
    let families = result.tables.map(\.families)
    #expect(families.first?.map(\.correction) == [.benjaminiHochberg, .holm])
    #expect(families.first?.map(\.tests) == [3, 2])
    #expect(families.dropFirst().allSatisfy { $0.allSatisfy { $0.correction != .holm } })
  }

  @Test(
    "How many articles allow what",
    arguments: [
      (1, nil, "one-article", false), (2, nil, "few-articles", false),
      (4, nil, "few-articles", false), (5, .expandedPercentile, nil, false),
      (19, .expandedPercentile, nil, false), (20, .percentile, nil, true),
    ] as [(Int, Interval.Method?, String?, Bool)])
  func sizes(
    count: Int, method: Interval.Method?, reason: String?, isPooled: Bool
  ) async throws {
    var simulated = SimulatedCorpus()
    for index in 0..<count { simulated.add("A", score: Double(index)) }
    for index in 0..<30 { simulated.add("B", score: Double(index)) }
    let result = await compare(simulated.corpus)
    let row = try #require(result.row("scores/clarity"))
    #expect(row.groups[0].all.interval?.method == method)
    #expect(row.groups[0].all.reason?.name == reason)
    #expect((row.groups[0].pooled != nil) == isPooled)
    #expect((row.contrasts[0].difference != nil) == (count > 1))
    #expect((row.contrasts[0].test != nil) == (count > 4))
  }

  @Test("One group, or none that is known, is compared with nobody")
  func oneGroup() async {
    var one = SimulatedCorpus()
    for index in 0..<6 { one.add("A", score: Double(index)) }
    one.add(nil, date: nil, score: 5)
    let result = await compare(one.corpus)
    #expect(result.contrasts.isEmpty)
    #expect(result.reasons == ["one-group", "ungrouped", "undated", "one-article"])
    #expect(result.groups.map(\.name) == ["A", nil])
    let none = await compare(Corpus())
    #expect(none.reasons == ["no-articles"])
    #expect(none.groups.isEmpty)
  }

  @Test("A group without directives has no scores, and its tags all the same")
  func noDirectives() async throws {
    var simulated = SimulatedCorpus()
    for index in 0..<6 {
      simulated.add("A", score: Double(index), filled: index, tagged: index)
      simulated.add("B", directives: 2, tagged: 3)
    }
    let result = await compare(simulated.corpus)
    let score = try #require(result.row("scores/clarity")?.groups[1].all)
    #expect(score.estimate == nil)
    #expect(score.reason == .noDirectives)
    #expect(result.row("slots/deadline")?.groups[1].all.total == 0)
    #expect(result.row("tags/duty/1")?.groups[1].all.estimate == 0.3)
    #expect(result.row("scores/clarity")?.contrasts[0].reason == .emptySide)
    #expect(result.groups[1].notAveraged.count == 6)
    #expect(result.reasons.contains("no-directives"))
  }

  @Test("Where all articles are equal there is no interval and no test")
  func allEqual() async throws {
    var simulated = SimulatedCorpus()
    for place in ["A", "B"] { for _ in 0..<9 { simulated.add(place, score: 40) } }
    let row = try #require(await compare(simulated.corpus).row("scores/clarity"))
    #expect(row.groups.map(\.all.reason) == [.allEqual, .allEqual])
    #expect(row.groups.map(\.all.interval) == [nil, nil])
    #expect(row.contrasts[0].test?.probability == nil)
    #expect(row.contrasts[0].reason == .allEqual)
  }

  @Test("Groups below the least number are left out by name")
  func minimum() async {
    var simulated = threeGroups(of: 6)
    simulated.add("Z", score: 1)
    let result = await compare(simulated.corpus) { $0.minimumArticles = 5 }
    #expect(result.groups.map(\.name) == ["A", "B", "C"])
    #expect(result.frame.articlesLeftOut == 1)
    #expect(result.unsaid.first { $0.reason == .belowMinimum(1) }?.name == "Z")
  }

  @Test("Analyses by different rules are marked")
  func mixed() async {
    var simulated = threeGroups(of: 6)
    simulated.add(
      "A", score: 1,
      pack: PackIdentity(
        name: "sample", version: "1.0.0", fingerprint: "f", schema: "duban.analysis/1"))
    let result = await compare(simulated.corpus)
    #expect(result.frame.isMixed)
    #expect(result.reasons.first == "mixed-packs")
  }

  @Test("Order and threads change nothing", arguments: 0..<4 as Range<UInt64>)
  func orderless(seed: UInt64) async {
    var generator = SeededGenerator(seed: seed)
    let simulated = threeGroups(of: 11, seed: seed)
    let one = await compare(simulated.corpus, threads: 1)
    let other = await compare(simulated.shuffled(using: &generator), threads: 4)
    #expect(one.tables == other.tables, "seed \(seed)")
    #expect(one.unsaid == other.unsaid)
    #expect(one.frame == other.frame)
  }

  @Test("Another seed gives other draws and the same estimates")
  func seeds() async throws {
    let corpus = threeGroups(of: 11).corpus
    let one = try #require(await compare(corpus).row("scores/clarity")?.groups[0].all)
    let other = try #require(
      await compare(corpus) { $0.seed = 99 }.row("scores/clarity")?.groups[0].all)
    #expect(one.estimate == other.estimate)
    #expect(one.interval != other.interval)
  }

  @Test(
    "Every figure is finite, and what is missing has a reason", arguments: 0..<30 as Range<UInt64>)
  func reasons(seed: UInt64) async {
    var generator = SeededGenerator(seed: seed)
    var simulated = SimulatedCorpus()
    for _ in 0..<Int.random(in: 0...25, using: &generator) {
      let directives = Int.random(in: 0...6, using: &generator)
      let paragraphs = Int.random(in: 0...4, using: &generator)
      simulated.add(
        ["A", "B", "C", nil].randomElement(using: &generator) ?? nil,
        type: ["news", "plan", nil].randomElement(using: &generator) ?? nil,
        score: Double(Int.random(in: 0...3, using: &generator)), directives: directives,
        filled: Int.random(in: 0...directives, using: &generator),
        tagged: Int.random(in: 0...paragraphs, using: &generator), paragraphs: paragraphs)
    }
    for within in [nil, "type"] {
      let result = await compare(simulated.corpus, within: within)
      for row in result.tables.flatMap(\.rows) {
        for figure in row.groups.flatMap({
          [$0.all] + $0.strata + ($0.standardised.map { [$0] } ?? [])
        }) {
          let isShown = figure.estimate != nil && figure.interval != nil
          #expect(isShown == (figure.reason == nil), "seed \(seed), \(row.measure.id)")
          #expect(figure.estimate?.isFinite ?? true)
          if let interval = figure.interval { #expect(interval.low <= interval.high) }
        }
        for contrast in row.contrasts {
          let isShown =
            contrast.difference != nil && contrast.interval != nil
            && contrast.test?.probability != nil
          #expect(isShown == (contrast.reason == nil), "seed \(seed), \(row.measure.id)")
        }
      }
    }
  }
}
