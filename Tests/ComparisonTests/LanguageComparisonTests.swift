import Analysis
import Comparison
import CorpusStatistics
import RuleLanguage
import Testing

struct LanguageComparisonTests {
  private typealias Order = SimulatedCities.Order

  /// Two cities with `count` articles each: one dates its orders, the other puts them off.
  private func result(
    count: Int, reversed: Bool = false, settings: ComparisonSettings = ComparisonSettings()
  ) throws -> LanguageResult {
    var stream = RandomStream(seed: 3)
    var articles = (0..<2 * count).map { index -> CorpusArticle in
      let isFirst = index < count
      let orders = (0..<4).map { number -> Order in
        let words = isFirst ? "\(number + 1)月底前" : "尽快处理"
        return Order(
          text: words + SimulatedCities.han(15, &stream),
          slots: [("time", isFirst ? 1 : 0.3, words)])
      }
      return SimulatedCities.article(
        "\(index)", place: isFirst ? "A" : "B", date: index % 2 == 0 ? "2021-06-02" : "2022",
        orders)
    }
    if reversed { articles.reverse() }
    let isFirst = articles.map { $0.value(of: "place") == "A" }
    let corpus = try SimulatedCities.corpus(articles, groups: isFirst.map { $0 ? 0 : 1 })
    let reader = ProfileReader(force: nil, action: nil)
    return LanguageComparison(
      corpus, profiles: articles.map { reader.profile(of: $0.analysis) },
      groups: [
        articles.indices.filter { isFirst[$0] }, articles.indices.filter { !isFirst[$0] },
      ], names: ["A", "B"].map { LocalizedText(en: $0) }, settings: settings,
      slotTitles: ["time": LocalizedText(en: "time")],
      options: LanguageOptions(seed: 1, bootstrapDraws: 200, permutationDraws: 199)
    ).result([
      Contrast(first: 0, second: 1, isDeclared: false),
      Contrast(first: 0, second: nil, isDeclared: false),
    ])
  }

  @Test("Words of slots are told apart, numbers alike")
  func cues() throws {
    let contrast = try result(count: 5).contrasts[0]
    let cues = try #require(contrast.terms.first { $0.feature == .cues && $0.basis == .all })
    #expect(cues.first.map(\.text) == ["#月底前"])
    #expect(cues.second.map(\.text) == ["尽快处理"])
    let term = try #require(cues.first.first)
    #expect(term.slot == "time")
    #expect(term.counts == [20, 0])
    #expect(term.articles == [5, 0])
    #expect(term.signHolds)
    #expect(term.estimates.count == 3)
    #expect(term.examples.map(\.article) == [0, 0, 0])
    #expect(cues.totals == [20, 20])
  }

  @Test("Runs of characters are listed once, by their best window")
  func grams() throws {
    let contrast = try result(count: 5).contrasts[0]
    let grams = try #require(contrast.terms.first { $0.feature == .grams && $0.basis == .all })
    #expect(grams.first.map(\.text) == ["月底前"])
    #expect(grams.second.map(\.text) == ["尽快处理"])
    #expect(try #require(grams.second.first).counts == [0, 20])
    #expect(grams.singleSource.isEmpty)
  }

  @Test("The second side of a contrast without one is all other groups")
  func rest() throws {
    let contrasts = try result(count: 5).contrasts
    #expect(contrasts[0].terms.map(\.first) == contrasts[1].terms.map(\.first))
    #expect(contrasts[0].gaps.map(\.gap) == contrasts[1].gaps.map(\.gap))
  }

  @Test("Divergence has its null and excess where it may be shown, else a reason")
  func divergence() throws {
    let shown = try result(count: 5).contrasts[0].divergences
    let classes = try #require(shown.first { $0.table == .classes }?.divergence)
    #expect(classes.divergence == 0)
    #expect(classes.excess <= 0)
    let hidden = try result(count: 4).contrasts[0].divergences
    #expect(!hidden.isEmpty)
    #expect(hidden.allSatisfy { $0.divergence == nil && $0.reason == .fewArticles(4) })
  }

  @Test("Time is told by year and month, undated articles are counted")
  func time() throws {
    let timelines = try result(count: 5).timelines
    let years = try #require(timelines.first { $0.unit == .year })
    #expect(years.points.map(\.period) == ["2021", "2021", "2022", "2022"])
    #expect(years.points.map(\.group) == [0, 1, 0, 1])
    #expect(years.undated == 0)
    let months = try #require(timelines.first { $0.unit == .month })
    #expect(months.points.map(\.period) == ["2021-06", "2021-06"])
    #expect(months.undated == 5)
    #expect(!timelines.contains { $0.unit == .phase })
    let score = try #require(years.points.first?.figures.first)
    #expect(score.estimate == 20)
    #expect(score.interval == nil)
    #expect(score.reason == .allEqual)
  }

  @Test("Equal articles have no interval in time and wording either")
  func allEqual() throws {
    let found = try result(count: 12)
    let years = try #require(found.timelines.first { $0.unit == .year })
    let score = try #require(years.points.first?.figures.first)
    #expect(score.articles == 6)
    #expect(score.lowest == score.highest)
    #expect(score.interval == nil)
    #expect(score.reason == .allEqual)
    let reuse = try #require(found.groups.first?.reuse)
    #expect(reuse.estimate == 0)
    #expect(reuse.interval == nil)
    #expect(reuse.reason == .allEqual)
  }

  @Test("What is counted of directives needs three of them over time too", arguments: [2, 3])
  func fewDirectives(_ count: Int) throws {
    let articles = (0..<5).map { index in
      SimulatedCities.article(
        "\(index)", place: "A", date: "2021",
        (0..<count).map { Order(text: "各街道整改\($0)", slots: [("time", 1, "整改")]) })
    }
    let corpus = try SimulatedCities.corpus(articles, groups: articles.map { _ in 0 })
    let reader = ProfileReader(force: nil, action: nil)
    let found = LanguageComparison(
      corpus, profiles: articles.map { reader.profile(of: $0.analysis) },
      groups: [Array(articles.indices)], names: [LocalizedText(en: "A")],
      settings: ComparisonSettings(), slotTitles: [:], options: LanguageOptions(seed: 1)
    ).result([])
    let years = try #require(found.timelines.first { $0.unit == .year })
    let slot = try #require(years.measures.firstIndex(of: Measure(.slots, "time")))
    #expect(years.points[0].figures[slot].articles == (count < 3 ? 0 : 5))
  }

  @Test("Phases come in the order of the pack")
  func phases() throws {
    func phase(_ name: String, _ year: String) -> ComparisonSettings.Phase {
      ComparisonSettings.Phase(
        name: name, title: LocalizedText(en: name), from: "\(year)-01", to: "\(year)-12")
    }
    let timeline = try #require(
      try result(
        count: 5, settings: ComparisonSettings(phases: [phase("b", "2021"), phase("a", "2020")])
      ).timelines.first { $0.unit == .phase })
    #expect(Set(timeline.points.map(\.period)) == ["b"])
    // 2022 alone is a date as well, and lies behind both phases.
    #expect(timeline.undated == 0)
    #expect(timeline.outside == 5)
    let early = try #require(
      try result(count: 5, settings: ComparisonSettings(phases: [phase("a", "2020")]))
        .timelines.first { $0.unit == .phase })
    #expect(early.points.isEmpty)
    #expect(early.outside == 10)
  }

  @Test("A year alone belongs to a phase that holds all of it; one that holds a part tells nothing")
  func wholeYears() throws {
    func found(_ from: String, _ to: String) throws -> Timeline {
      let phase = ComparisonSettings.Phase(
        name: "a", title: LocalizedText(en: "a"), from: from, to: to)
      return try #require(
        try result(count: 5, settings: ComparisonSettings(phases: [phase])).timelines
          .first { $0.unit == .phase })
    }
    // Five articles state 2022, the others 2021-06-02.
    let whole = try found("2022-01", "2023-06")
    #expect(whole.points.flatMap(\.articles).count == 5)
    #expect((whole.undated, whole.outside) == (0, 5))
    let part = try found("2021-01", "2022-06")
    #expect(part.points.flatMap(\.articles).count == 5)
    #expect((part.undated, part.outside) == (5, 0))
  }

  @Test("Figures do not depend on the order of the articles")
  func order() throws {
    let (one, other) = (try result(count: 6), try result(count: 6, reversed: true))
    #expect(one.groups == other.groups)
    for (left, right) in zip(one.contrasts, other.contrasts) {
      #expect(left.divergences == right.divergences)
      #expect(left.gaps.map(\.gap) == right.gaps.map(\.gap))
      #expect(
        left.gaps.flatMap(\.splits).flatMap(\.parts).map(\.adjusted)
          == right.gaps.flatMap(\.splits).flatMap(\.parts).map(\.adjusted))
      #expect(left.terms.map { $0.first.map(\.text) } == right.terms.map { $0.first.map(\.text) })
    }
    #expect(
      one.timelines.flatMap(\.points).map(\.figures)
        == other.timelines.flatMap(\.points).map(\.figures))
  }
}

struct SentenceMakerTests {
  private func maker(_ template: String, forbidden: [String] = []) -> SentenceMaker {
    SentenceMaker(
      ComparisonSettings(
        templates: [.stated: LocalizedText(en: template, zh: "甲")], forbidden: forbidden))
  }

  @Test("Blanks are filled in, braces in what is filled in are text")
  func filling() {
    let sentence = maker("{a} of {b}").sentence(
      .stated, ["a": LocalizedText(en: "{b}"), "b": LocalizedText(en: "2")])
    #expect(sentence?.text == LocalizedText(en: "{b} of 2", zh: "甲"))
  }

  @Test(
    "No sentence with an open blank or a forbidden word",
    arguments: ["{a} of {c}", "{a", "{a} is best", ""])
  func leftOut(_ template: String) {
    let sentence = maker(template, forbidden: ["is best"]).sentence(
      .stated, ["a": LocalizedText(en: "A")])
    #expect(sentence == nil)
  }

  @Test("A name that makes the sentence say a forbidden word is no way around it")
  func forbiddenName() {
    let sentence = maker("{a} best", forbidden: ["is best"]).sentence(
      .stated, ["a": LocalizedText(en: "this is")])
    #expect(sentence == nil)
  }
}
