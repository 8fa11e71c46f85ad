import Analysis
import RuleLanguage
import SourceText
import Testing

/// Rules that fill a slot for what a directive is, not for words in it.
@Suite struct WordlessSlotTests {
  private static let rules = """
      - {id: x/bare, gives: outcome = 0.4, none: [追责, 通报]}
      - {id: x/long, gives: time = 0.2, where: han >= 4}
    """

  @Test(
    "A slot that no words fill shows the whole directive, and its span gives its text",
    arguments: ["会议要求,清理楼道,修补5处。", "会议要求,  清理楼道,\u{3000}修补５处。"])
  func whole(_ text: String) throws {
    let result = try analyze(text, rules: Self.rules)
    let directive = try #require(result.directives.first)
    for name in ["outcome", "time"] {
      let slot = try #require(directive.slot(name))
      #expect(slot.text == directive.text)
      #expect(slot.bytes == directive.bytes)
      #expect(slot.inText == directive.inText)
      #expect(slot.measures.isEmpty)
    }
    let precise = try #require(directive.score("precise"))
    #expect(precise.score == 44)
  }

  @Test("Words that fill a slot are shown as before where the condition may hold without them")
  func words() throws {
    let rules = "  - {id: x/or, gives: outcome = 0.4, any: [楼道, {where: han >= 4}]}"
    let slot = try #require(
      try analyze("会议要求,清理楼道,修补5处。", rules: rules).directives.first?.slot("outcome"))
    #expect(slot.text == "楼道")
  }

  @Test("A line without words of its own that names the bearer is shown whole")
  func line() throws {
    let header = TinyPack.header.replacing(
      "implied-kind: audience}", with: "implied-kind: audience, after: signed}"
    ).replacing("labels:", with: "labels:\n  signed: {on: sentence, amount: true}")
    let pack = try TinyPack.resolve(
      header + "\n  - {id: x/line, gives: signed = 0.9, within: sentence, none: [清理]}\n")
    var scratch = Analyzer.Scratch()
    let text = "会议要求,清理楼道。\n环卫站、养护队"
    let result = try Analyzer(pack).analyze(
      SourceFile(name: "t.txt", bytes: Array(text.utf8)), &scratch)
    let slot = try #require(result.directives.first?.slot("obligor"))
    #expect(slot.text == "环卫站、养护队")
    let bytes = try #require(slot.bytes)
    #expect(String(decoding: Array(text.utf8)[bytes.start..<bytes.end], as: UTF8.self) == slot.text)
  }

  @Test("What is granted without words is explained by the whole directive")
  func explained() throws {
    var scratch = Analyzer.Scratch()
    var request = ExplanationRequest()
    request.asExample = true
    let explanation = try Analyzer(try TinyPack.pack(Self.rules)).explain(
      SourceFile(name: "t", bytes: Array("会议要求,清理楼道。".utf8)), request, &scratch)
    let directive = try #require(explanation.blocks.first?.directives.first)
    let slot = try #require(directive.slots.first { $0.result.name == "outcome" })
    #expect(slot.grants.map { $0.evidence.map(\.text) } == [["清理楼道"]])
    #expect(slot.grants.first?.evidence.first?.bytes == directive.result.bytes)
  }
}
