import Analysis
import Testing

/// Units between semicolons, of which one says whether the others are orders.
@Suite struct SemicolonTests {
  @Test(
    "Behind an order what stands between semicolons is one more, whatever its verb",
    arguments: [
      ("各局要清理楼道;推演险情;修补道路。", ["各局要清理楼道", "推演险情", "修补道路"]),
      ("各局要清理楼道;推演险情。", ["各局要清理楼道", "推演险情"]),
      ("各局要清理楼道;推演险情;去年遭了灾;研判水情。", ["各局要清理楼道", "推演险情"]),
      ("各局要清理楼道,推演险情。", ["各局要清理楼道,推演险情"]),
      ("各局要清理楼道;通过会商,修补道路。", ["各局要清理楼道", "通过会商,修补道路"]),
      ("各局有难处;推演险情;研判水情。", []),
    ])
  func behind(_ text: String, _ expected: [String]) throws {
    #expect(try analyze(text).directiveList == expected)
  }

  @Test(
    "Before a bare order what waited in vain is one, where nobody else is told it",
    arguments: [
      ("会议要求,推演险情;清理楼道。", ["推演险情", "清理楼道"]),
      ("会议要求,推演险情;研判水情;清理楼道。", ["推演险情", "研判水情", "清理楼道"]),
      ("会议要求,推演险情,研判水情;清理楼道。", ["推演险情,研判水情", "清理楼道"]),
      ("会议要求,推演险情;通过会商,清理楼道。", ["推演险情", "通过会商,清理楼道"]),
      ("会议要求,推演险情;城管局清理楼道。", ["城管局清理楼道"]),
      ("会议要求,推演险情;必须清理楼道。", ["必须清理楼道"]),
      ("会议要求,通过会商;清理楼道。", ["清理楼道"]),
      ("会议要求,通过会商,推演险情;清理楼道。", ["通过会商,推演险情", "清理楼道"]),
      ("会议要求,推演险情;去年遭了灾;清理楼道。", ["清理楼道"]),
      ("会议要求,推演险情。清理楼道。", ["清理楼道"]),
      ("推演险情;清理楼道。", []),
    ])
  func before(_ text: String, _ expected: [String]) throws {
    #expect(try analyze(text).directiveList == expected)
  }

  @Test(
    "A bare unit goes on with the bundle before it, unless an act comes in its own unit",
    arguments: [
      ("会议要求,要研判水情;要会商。", ["要研判水情;要会商"]),
      ("会议要求,要研判水情;要会商,清理楼道。", ["要研判水情", "要会商,清理楼道"]),
      ("会议要求,要研判水情;要会商;要清理楼道。", ["要研判水情;要会商", "要清理楼道"]),
      ("会议要求,要研判水情,要会商,清理楼道。", ["要研判水情,要会商,清理楼道"]),
    ])
  func bundle(_ text: String, _ expected: [String]) throws {
    #expect(try analyze(text).directiveList == expected)
  }

  @Test("Such an order is bare, and of who was named before it")
  func slots() throws {
    let directives = try analyze("城管局要修补道路。会议强调,推演险情;清理楼道。").directives
    let unit = try #require(directives.first { $0.text == "推演险情" })
    #expect(unit.slot("force")?.flags == ["bare-order"])
    #expect(unit.slot("obligor")?.flags == directives.last?.slot("obligor")?.flags)
  }
}
