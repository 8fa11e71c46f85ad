import Analysis
import SourceText
import Testing

/// Clauses that say what an order is for: beside the directive, and unscored.
@Suite struct TailTests {
  /// The tiny pack with paragraphs in which bare orders are orders, and a tail that commands.
  private func directives(_ text: String) throws -> [DirectiveResult] {
    let rules = """
        - {id: m/standing, gives: standing, within: paragraph, any: [巡查]}
        - {id: m/ensure, gives: imperative, any: [^确保清理]}
      """
    return try analyze(text, rules: rules, marks: ["standing"], on: "paragraph").directives
  }

  @Test(
    "How a paragraph is cut does not depend on how the line before it ends",
    arguments: ["", "各街道。\n", "各街道,\n", "各街道;\n", "各街道;\n\n"])
  func lineBefore(_ before: String) throws {
    let found = try directives(before + "通过巡查,确保清理干净,修补全部楼道和门前台阶5处。")
    #expect(found.map(\.text) == ["通过巡查,确保清理干净,修补全部楼道和门前台阶5处"], "\(before)")
  }

  @Test(
    "Of words of which some stand in a tail the others alone fill a slot",
    arguments: [
      ("要在9日前清理楼道,确保7日前无积存,8日前修补。", ["9日前", "8日前"]),
      ("要清理楼道,确保7日前无积存,8日前修补。", ["8日前"]),
      ("要清理楼道,确保7日前无积存,逾期追责。", []),
    ])
  func words(_ text: String, _ expected: [String]) throws {
    let rules = "  - {id: x/time, gives: time = 0.9, all: [<number>日前]}"
    var request = ExplanationRequest()
    request.asExample = true
    var scratch = Analyzer.Scratch()
    let explanation = try Analyzer(try TinyPack.pack(rules)).explain(
      SourceFile(name: "t", bytes: Array(text.utf8)), request, &scratch)
    let directive = try #require(explanation.blocks.first?.directives.first)
    #expect(directive.result.tail?.text == "确保7日前无积存")
    let time = directive.slots.first { $0.result.name == "time" }
    #expect(time?.result.text == expected.first)
    #expect(try analyze(text).directives.first?.slot("time")?.text == expected.first)
    for grant in time?.grants ?? [] { #expect(grant.evidence.map(\.text) == expected) }
  }

  @Test(
    "A tail that waits with an opener is that of the order they wait for",
    arguments: [
      ("通过巡查,确保5日前无积存,要清理楼道。", [("通过巡查,确保5日前无积存,要清理楼道", "确保5日前无积存")]),
      ("会议要求,通过巡查,确保5日前无积存,清理楼道,确保干净。", [("通过巡查,确保5日前无积存,清理楼道", "确保5日前无积存")]),
      (
        "要清理楼道,通过巡查,确保5日前无积存,要修补井盖。",
        [("要清理楼道", nil), ("通过巡查,确保5日前无积存,要修补井盖", "确保5日前无积存")]
      ),
      (
        "要清理楼道,确保干净,通过巡查,确保5日前无积存,要修补井盖。",
        [("要清理楼道", "确保干净"), ("通过巡查,确保5日前无积存,要修补井盖", "确保5日前无积存")]
      ),
      ("要清理楼道,通过巡查,确保5日前无积存,逾期追责。", [("要清理楼道,通过巡查,确保5日前无积存,逾期追责", "确保5日前无积存")]),
      ("要清理楼道,通过巡查,确保5日前无积存。", [("要清理楼道", "确保5日前无积存")]),
      // What found nothing to wait for takes its tail along.
      ("通过巡查,确保5日前无积存;要修补井盖。", [("要修补井盖", nil)]),
      ("通过巡查,确保5日前无积存。要修补井盖。", [("要修补井盖", nil)]),
    ] as [(String, [(String, String?)])])
  func waiting(_ text: String, _ expected: [(String, String?)]) throws {
    let found = try analyze(text).directives
    #expect(found.map(\.text) == expected.map(\.0))
    #expect(found.map { $0.tail?.text } == expected.map(\.1))
    #expect(found.allSatisfy { $0.slot("time") == nil })
  }
}
