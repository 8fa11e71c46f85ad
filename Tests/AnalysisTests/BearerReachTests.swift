import Analysis
import SourceText
import Testing

/// How far a bearer reaches, and whose words a quotation is.
@Suite struct BearerReachTests {
  private func directives(_ text: String) throws -> [DirectiveResult] {
    let rules = """
        - {id: b/thing, gives: impersonal, any: [^..6费用]}
        - {id: b/passing, gives: passing, any: [代管局]}
        - {id: b/unit, gives: [obligor = 1.0, kind = unit], within: clause, any: [(城管|住建)局]}
        - {id: b/said, gives: opens, any: [说$]}
        - {id: b/quoted, gives: imperative, any: [^“清理]}
        - {id: b/aside, gives: aside, any: [说$]}
      """
    return try analyze(text, rules: rules, marks: ["impersonal", "passing", "aside"]).directives
  }

  @Test(
    "Who was named in an earlier sentence does not act in what is said of a thing",
    arguments: [
      ("城管局要清理楼道。要修补5处。", ["城管局", "城管局"]),
      ("城管局要清理楼道。清理费用要报送。", ["城管局", "-"]),
      ("城管局要清理楼道。清理费用要报送。要修补5处。", ["城管局", "-", "城管局"]),
      ("城管局要清理楼道。清理费用要报送;要修补5处。", ["城管局", "-", "-"]),
      // In the same sentence he does.
      ("城管局要清理楼道;清理费用要报送。", ["城管局", "城管局"]),
      ("城管局要清理楼道。清理费用要报送。住建局要修补5处。必须清理楼道。", ["城管局", "-", "住建局", "住建局"]),
      // What names somebody itself is theirs.
      ("会议要求,城管局清理费用要报送。", ["城管局"]),
    ])
  func things(text: String, expected: [String]) throws {
    #expect(try bearers(text) == expected, "\(text)")
  }

  @Test(
    "Who is named in passing acts in that clause alone",
    arguments: [
      ("城管局要清理楼道。代管局要修补5处。必须清理楼道。", ["城管局", "代管局", "城管局"]),
      ("代管局要修补5处;必须清理楼道。", ["代管局", "-"]),
    ])
  func passing(text: String, expected: [String]) throws {
    #expect(try bearers(text) == expected, "\(text)")
  }

  @Test(
    "Who is named in one item does not act in the next, who is named before the list does",
    arguments: [
      ("(一)城管局要清理楼道。(二)要修补5处。", ["城管局", "-"]),
      ("(一)城管局要清理楼道。要修补5处。", ["城管局", "城管局"]),
      ("城管局要清理楼道。(一)住建局要修补5处。(二)要清理楼道。", ["城管局", "住建局", "城管局"]),
      ("(一)城管局要清理楼道。1.要修补5处。2.要清理楼道。", ["城管局", "城管局", "城管局"]),
      ("第一,城管局要清理楼道。第二,要修补5处。", ["城管局", "-"]),
      ("一要城管局清理楼道;二要修补5处。", ["城管局", "-"]),
      ("会议要求,城管局一要清理楼道。二要修补5处。", ["城管局", "城管局"]),
      ("城管局要做好管理,一要清理楼道;二要修补5处。", ["城管局", "城管局", "城管局"]),
    ])
  func items(text: String, expected: [String]) throws {
    #expect(try bearers(text) == expected, "\(text)")
  }

  private func bearers(_ text: String) throws -> [String] {
    try directives(text).map { directive in
      directive.slot("obligor").map { $0.text.isEmpty ? "-" : $0.text } ?? "-"
    }
  }

  @Test(
    "A quotation is ordered by who is said behind it to have spoken",
    arguments: [
      ("“清理楼道。修补5处。”他说。", ["清理楼道", "修补5处"]),
      ("“清理楼道”,他说。", ["“清理楼道”"]),
      ("“清理楼道。修补5处。”他笑了。", []),
      ("“清理楼道。修补5处。”他笑了,又说。", []),
      // What a quotation inside of a clause says is no order of whoever spoke.
      ("把“清理楼道”,他说。", []),
      ("“清理楼道。”他说,“修补5处。”", ["清理楼道", "修补5处"]),
    ])
  func quotations(text: String, expected: [String]) throws {
    #expect(try directives(text).map(\.text) == expected, "\(text)")
  }

  @Test("A quotation in the midst of a scope goes on with it")
  func quotationInScope() throws {
    #expect(try bearers("会议要求,城管局要清理楼道。“修补5处。”他说。") == ["城管局", "城管局"])
    #expect(try bearers("城管局要清理楼道。“修补5处。”他说。") == ["城管局", "-"])
  }

  @Test("The speaker behind a quotation is who says it")
  func speaker() throws {
    #expect(try directives("“清理楼道。”王某说。").first?.speaker?.text == "王某")
  }
}
