import Analysis
import Impact
import Testing

struct CoverageTests {
  private func coverage(
    _ pack: SmallPack, _ texts: [String], examples: Bool = false
  ) throws -> Coverage {
    let analyzer = try pack.analyzer()
    var coverage = Coverage(analyzer.rulePack)
    var scratch = Analyzer.Scratch()
    for text in texts { coverage.addArticle(analyzer.coverage(document(text), &scratch)) }
    for example in examples ? analyzer.examples() : [] {
      coverage.addExample(analyzer.coverage(of: example, &scratch))
    }
    return coverage
  }

  /// Counts of the parts of one owner, such as `alternative 责任 2/1`.
  private func counts(_ coverage: Coverage, _ owner: String) -> [String] {
    coverage.items.filter { $0.owner == owner }.map { item in
      [item.kind.rawValue, item.text, "\(item.count)/\(item.articles)"]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test("Rules, alternatives, exceptions and vetoes are counted")
  func parts() throws {
    let texts = ["责任大。责任重。\n\n责任编辑李四。", "招聘有责任心的人。", "天气好。"]
    #expect(
      counts(try coverage(SmallPack(), texts), "t/word") == [
        "rule 2/1", "alternative 责任 3/2", "exception 责任编辑 1/1", "veto 招聘 1/1",
      ])
  }

  @Test("Members of nested conditions are counted each by itself")
  func nested() throws {
    let rule =
      "{id: t/nested, gives: duty = weak, all: [甲, {any: [乙, 丙]}], none: [丁], ordered: [甲, 乙]}"
    let pack = SmallPack().with("t/nested", rule)
    #expect(
      counts(try coverage(pack, ["甲乙。甲丙。甲丁乙。"]), "t/nested") == [
        "rule 1/1", "alternative all of 2 3/1", "alternative 甲 3/1", "alternative any of 2 3/1",
        "alternative 乙 2/1", "alternative 丙 1/1", "alternative none of 1 2/1", "alternative 丁 1/1",
        "alternative ordered: 甲, 乙 2/1", "alternative 甲 3/1", "alternative 乙 2/1",
      ])
  }

  @Test("A condition that looks elsewhere says where")
  func places() throws {
    let rule =
      "{id: t/nested, gives: duty = weak, all: [乙, {any: [甲], position: first, inside: [nav, h1]}]}"
    let counts = counts(try coverage(SmallPack().with("t/nested", rule), ["甲乙。"]), "t/nested")
    #expect(counts.contains("alternative first, inside nav, h1: 甲 0/0"), "\(counts)")
  }

  @Test(
    "A label is told with the value that is asked of it",
    arguments: ["duty", "duty = strong", "duty >= strong"])
  func labels(_ test: String) throws {
    let rule = "{id: s/boast, gives: boast, all: [{label: \(test)}, 勇], unless: [{label: \(test)}]}"
    let counts = counts(try coverage(SmallPack().with("s/boast", rule), ["天气好。"]), "s/boast")
    #expect(counts.contains("alternative label: \(test) 0/0"), "\(counts)")
    #expect(counts.contains("veto label: \(test) 0/0"), "\(counts)")
  }

  @Test("Each exception that voids a match counts, also beside another")
  func exceptions() throws {
    let rule = "{id: t/word, gives: duty = weak, any: [责任], except: [责任编辑, 责任编, 责任田]}"
    #expect(
      counts(try coverage(SmallPack().with("t/word", rule), ["责任编辑。"]), "t/word") == [
        "rule 0/0", "alternative 责任 0/0", "exception 责任编辑 1/1", "exception 责任编 1/1",
        "exception 责任田 0/0",
      ])
  }

  @Test("A term counts where a pattern refers to its lexicon, also through another")
  func terms() throws {
    var pack = SmallPack()
    pack.lexicons = "head: {include: [deputy], terms: [组长]}\n  deputy: [副组长, 队长]\n  idle: [天气]"
    let coverage = try coverage(pack, ["副组长与组长谈天气。组长说。"])
    #expect(counts(coverage, "head") == ["term 组长 3/1"])
    #expect(counts(coverage, "deputy") == ["term 副组长 1/1", "term 队长 0/0"])
    #expect(counts(coverage, "idle") == ["term 天气 0/0"])
  }

  @Test("Examples are counted apart from articles")
  func examples() throws {
    let pack = SmallPack().with(
      "t/word",
      "{id: t/word, gives: duty = weak, any: [责任], fires-on: [责任大。, 责任重。], silent-on: [天气]}")
    let item = try coverage(pack, ["天气好。"], examples: true).items.first { $0.owner == "t/word" }
    #expect(item?.count == 0)
    #expect(item?.examples == 2)
  }

  @Test("Counting changes no result")
  func plain() throws {
    let analyzer = try SmallPack().analyzer()
    var scratch = Analyzer.Scratch()
    let text = document("责任大。招聘责任。\n\n会议要求,清理楼道5日前完。")
    let before = analyzer.trace(text, &scratch).result
    _ = analyzer.coverage(text, &scratch)
    #expect(analyzer.trace(text, &scratch).result == before)
    #expect(before.paragraphs.count == 2)
  }

  @Test("Totals say how many parts took part")
  func totals() throws {
    let coverage = try coverage(SmallPack(), ["组长负责。"])
    let totals = coverage.totals(of: coverage.items, withExamples: false)
    #expect(totals.first { $0.kind == .rule }?.used == 1)
    #expect(totals.first { $0.kind == .rule }?.all == SmallPack.standardRules.count)
    #expect(totals.first { $0.kind == .term }?.used == 1)
    #expect(totals.first { $0.kind == .term }?.all == 2)
  }
}
