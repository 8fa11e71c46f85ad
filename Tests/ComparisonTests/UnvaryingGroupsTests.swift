import Analysis
import Comparison
import CorpusStatistics
import SourceText
import TestSupport
import Testing

/// What draws cannot vary, and what has no value, is given no interval and no figure.
struct UnvaryingGroupsTests {
  private func compare(_ corpus: Corpus, within: String? = nil) async -> ComparisonResult {
    var request = ComparisonRequest(by: "place", within: within)
    request.bootstrapDraws = 300
    request.permutationDraws = 499
    return await CorpusComparison(corpus, request).result(threads: 2)
  }

  @Test("Sides apart without any spread have no interval, and a test all the same")
  func constantSides() async throws {
    var simulated = SimulatedCorpus()
    for _ in 0..<9 {
      simulated.add("A", score: 40)
      simulated.add("B", score: 70)
    }
    let contrast = try #require(await compare(simulated.corpus).row("scores/clarity")?.contrasts[0])
    #expect(contrast.difference == -30)
    #expect(contrast.interval == nil)
    #expect(contrast.reason == .allEqual)
    // All 48,620 splits, of which the labels as they are and their mirror image reach 30.
    #expect(try #require(contrast.test?.probability) <= 0.01)
    #expect(contrast.adjusted != nil)
  }

  @Test("A common mix of strata without spread has no interval, as any other figure")
  func constantStrata() async throws {
    var cities = SimulatedCorpus()
    for (place, news, plans) in [("A", (8, 30.0), (2, 60.0)), ("B", (2, 25.0), (8, 55.0))] {
      for _ in 0..<news.0 { cities.add(place, type: "news", score: news.1) }
      for _ in 0..<plans.0 { cities.add(place, type: "plan", score: plans.1) }
    }
    let result = await compare(cities.corpus, within: "type")
    let row = try #require(result.row("scores/clarity"))
    for group in row.groups {
      #expect(group.strata.map(\.reason) == [.allEqual, .allEqual])
      #expect(group.standardised?.estimate != nil)
      #expect(group.standardised?.interval == nil)
      #expect(group.standardised?.reason == .allEqual)
    }
  }

  @Test(
    "Others that are groups of one article each are varied by no draw",
    arguments: [
      ([Int](repeating: 1, count: 12), ["news"], "small-groups"),
      ([Int](repeating: 1, count: 12), ["news", "plan"], "small-groups"),
      ([2, 2, 2, 1, 1], ["news"], "small-groups"), ([2, 2, 2, 1, 1], ["news", "plan"], nil),
      ([5, 1, 1, 1], ["news"], nil), ([6, 6], ["news"], nil),
    ] as [([Int], [String], String?)])
  func smallGroups(_ others: [Int], _ types: [String], _ reason: String?) async throws {
    var generator = SeededGenerator(seed: 5)
    var simulated = SimulatedCorpus()
    for (group, articles) in ([10] + others).enumerated() {
      for type in types {
        for _ in 0..<articles {
          let score = Double(Int.random(in: 0...50, using: &generator))
          simulated.add("\(10 + group)", type: type, score: score)
        }
      }
    }
    let result = await compare(simulated.corpus, within: types.count > 1 ? "type" : nil)
    let contrast = try #require(result.row("scores/clarity")?.contrasts[0])
    #expect(contrast.reason?.name == reason)
    #expect((contrast.interval == nil) == (reason != nil))
    // Labels are dealt out over all articles, whatever the groups of the others.
    #expect(contrast.test?.probability != nil)
  }

  @Test("A score that the rules of an article do not give is none of 0, with strata and without")
  func missingScore() async throws {
    for within in [nil, "type"] {
      var simulated = SimulatedCorpus()
      for index in 0..<6 {
        simulated.add("A", type: index < 3 ? "news" : "plan", score: 60)
        simulated.add("A", type: index < 3 ? "news" : "plan", score: nil)
        simulated.add("B", type: index < 3 ? "news" : "plan", score: nil)
      }
      let row = try #require(
        await compare(simulated.corpus, within: within).row("scores/clarity"))
      #expect(row.groups[0].all.estimate == 60)
      #expect(row.groups[0].all.articles == 6)
      #expect(row.groups[1].all.estimate == nil)
      #expect(row.groups[1].all.reason == .noValues)
      #expect(row.contrasts[0].reason == .emptySide)
    }
  }

  @Test("The mean of a score is over the directives that have it")
  func missingInDirective() {
    func directive(_ score: Int?) -> DirectiveResult {
      DirectiveResult(
        text: "", bytes: .init(0, 0), classification: "directive", obligorKind: nil, slots: [],
        scores: score.map {
          [
            ScoreResult(
              name: "clarity", score: $0, low: $0, high: $0, parts: [], adjustments: [], band: nil,
              inContext: nil)
          ]
        } ?? [], tail: nil, isExcluded: false)
    }
    var result = SimulatedCities.article("a", place: "A", []).analysis
    result.paragraphs[0].directives = [40, 60, nil].map(directive)
    let profile = ProfileReader(force: nil, action: nil).profile(of: result)
    #expect(profile.means[Measure(.scores, "clarity")] == 50)
    #expect(profile.doubts["clarity"]?.low == 50)
    #expect(profile.directives == 3)
  }
}
