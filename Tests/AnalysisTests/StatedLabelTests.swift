import Analysis
import RuleLanguage
import SourceText
import Testing

/// What is stated of a document is what rules read of it.
@Suite struct StatedLabelTests {
  private static let pack = """
    pack: {name: tiny, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [weak]}
      type:
        on: document
        role: metadata
        choices: [news, notice]
        value-titles: {notice: {en: a notice, zh: 通知}}
      rank: {on: document, role: metadata, levels: [low, high]}
      place: {on: document, role: metadata, text: true}
      date: {on: document, role: metadata, date: true}
    rules:
      - {id: x/type, gives: type = news, any: [天气]}
      - {id: x/rank, gives: rank = high, any: [天气]}
      - {id: x/place, gives: place, any: [云川]}
      - {id: x/duty, gives: duty = weak, all: [天气, {CONDITION}]}

    """

  @Test(
    "A rule that tests a label of the document reads what is stated",
    arguments: [
      ("", "", "label: type = news", true), ("type", "notice", "label: type = news", false),
      ("type", "notice", "label: type = notice", true),
      ("type", "通知", "label: type = notice", true),
      ("type", "poem", "label: type = news", true), ("rank", "low", "label: rank >= high", false),
      ("rank", "low", "label: rank = low", true), ("", "", "label: place", false),
      ("place", "云川", "label: place", true), ("date", "2024-05", "label: date", true),
      ("date", "in May", "label: date", false), ("town", "云川", "label: place", false),
      ("", "", "lacks: place", true), ("place", "云川", "lacks: place", false),
      ("type", "notice", "lacks: type", false), ("date", "in May", "lacks: date", true),
    ])
  func read(_ name: String, _ value: String, _ condition: String, isHeld: Bool) throws {
    let pack = try TinyPack.resolve(Self.pack.replacing("CONDITION", with: condition))
    var stated = StatedMetadata()
    stated.add(StatedMetadata.Fact(name: name, value: value, source: .frontMatter))
    let file = SourceFile(name: "t.txt", bytes: Array("天气好。".utf8))
    var scratch = Analyzer.Scratch()
    let analyzer = try Analyzer(pack)
    let result = analyzer.analyze(file, stating: stated, &scratch)
    #expect(result.tagList == (isHeld ? ["duty 1"] : []))
    var request = ExplanationRequest()
    request.rule = "x/duty"
    request.paragraphs = [1]
    let block = try analyzer.explain(file, stating: stated, request, &scratch).blocks.first
    #expect(block?.hits.isEmpty == !isHeld)
  }
}
