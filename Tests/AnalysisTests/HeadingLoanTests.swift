import Analysis
import SourceText
import Testing

/// What a heading says for all that stands under it: who bears it, and until when.
@Suite struct HeadingLoanTests {
  private func directives(_ text: String, values: String = "") throws -> [DirectiveResult] {
    let header = TinyPack.header
      .replacing(
        "  time: {on: directive, role: slot, amount: true}",
        with: "  time: {on: directive, role: slot, amount: true, trim: ['至<number>日之间']}"
      )
      .replacing(
        "  outcome: {on: directive, role: slot, amount: true}",
        with: """
            outcome: {on: directive, role: slot, amount: true}
            heads: {on: sentence, mark: true}
            stage: {on: sentence, amount: true}
            bearer-line: {on: sentence, amount: true}
          """
      )
      .replacing(
        "implied-kind: audience}",
        with: "implied-kind: audience, heads: heads, after: bearer-line, after-kind: unit}"
      )
      .replacing(
        "  core: [action, object]", with: "  lends: {time: stage}\n  core: [action, object]")
    let rules = """
        - {id: h/heads, gives: heads, any: [由..3局牵头, ^..8局$]}
        - {id: h/agent, gives: [obligor = 1.0, kind = unit], any: [由..3局]}
        - {id: h/head, gives: [obligor = 1.0, kind = unit], within: clause, any: [住建局]}
        - {id: h/stage, gives: stage = 0.9, any: ['<number>日至<number>日(之间)?'], flags: [stage]}
        - {id: h/line, gives: bearer-line = 1.0, any: ['^责任单位:..3局']}
      """
    let analyzer = try Analyzer(try TinyPack.resolve(header + "\n" + rules + "\n" + values))
    var scratch = Analyzer.Scratch()
    let file = SourceFile(name: "t.txt", bytes: Array(text.utf8))
    return analyzer.analyze(file, &scratch).directives
  }

  /// Value, words and flags of one slot of every directive.
  private func slots(_ name: String, _ text: String) throws -> [String] {
    try directives(text).map { directive in
      guard let slot = directive.slot(name) else { return "-" }
      return "\(slot.value) \(slot.text) \(slot.flags.joined(separator: ","))"
    }
  }

  private static let headed = "1.0 由运管局 heading"
  private static let implied = "0.1  implied"

  @Test(
    "A heading names the bearer of what stands under it, in full",
    arguments: [
      ("(一)楼道,由运管局牵头。要清理楼道。", [headed]),
      ("(一)楼道,由运管局牵头。要清理楼道。要修补5处。", [headed, headed]),
      // Who is named in the sentence stays; the next sentence stands under the heading again.
      (
        "(一)楼道,由运管局牵头。城管局要清理楼道。要修补5处。",
        ["1.0 城管局 ", headed]
      ),
      // A line behind the tasks counts for them, even under a heading.
      ("(一)楼道,由运管局牵头\n要清理楼道。\n责任单位:城管局", ["1.0 责任单位:城管局 "]),
      // The next number written alike ends it, in the paragraph and below.
      ("(一)楼道,由运管局牵头。要清理楼道。(二)井盖。要修补5处。", [headed, implied]),
      ("(一)楼道,由运管局牵头\n要清理楼道。\n(二)井盖\n要修补5处。", [headed, implied]),
      ("(一)楼道,由运管局牵头\n1.要清理楼道。\n2.要修补5处。\n二、要求\n要清理楼道。", [headed, headed, headed]),
      ("一、任务\n(一)楼道,由运管局牵头\n1.要清理楼道。\n二、要求\n要清理楼道。", [headed, implied]),
      // A line without a number counts up to the next one.
      ("住建局\n1.要清理楼道。\n2.要修补5处。\n要求\n要清理楼道。", ["1.0 住建局 heading", "1.0 住建局 heading", implied]),
      // In the middle of a paragraph it counts up to the end of it.
      ("一、任务。(一)楼道,由运管局牵头。要清理楼道。\n要修补5处。", [headed, implied]),
    ] as [(String, [String])])
  func bearers(text: String, expected: [String]) throws {
    #expect(try slots("obligor", text) == expected, "\(text)")
  }

  @Test("What a heading lends is measured as it is shown, without what is trimmed")
  func measures() throws {
    let values = """
      values:
        day:
          forms:
            - {pattern: <number>日, value: number}
      """
    let text = "第二阶段(21日至30日之间)\n1.要清理楼道。"
    let slot = try #require(
      try directives(text, values: values).first?.slot("time"))
    #expect(slot.text == "21日")
    #expect(slot.measures.map(\.reading) == [.number(21, unit: nil)])
  }

  @Test(
    "A heading lends its term to what stands under it",
    arguments: [
      (
        "第二阶段(21日至30日)\n1.要清理楼道。\n2.要修补5处。",
        ["0.9 21日至30日 stage,heading", "0.9 21日至30日 stage,heading"]
      ),
      ("(二)第二阶段(21日至30日)。要清理楼道。", ["0.9 21日至30日 stage,heading"]),
      // What a directive says itself stays, however little.
      ("第二阶段(21日至30日)\n1、25日前要清理楼道。\n2、要在汛期修补5处。", ["1.0 25日前 ", "0.6 汛期 "]),
      ("第二阶段(21日至30日)\n要清理楼道。\n第三阶段\n要修补5处。", ["0.9 21日至30日 stage,heading", "-"]),
      ("一、第二阶段(21日至30日)\n(一)要清理楼道。\n二、要求\n(一)要修补5处。", ["0.9 21日至30日 stage,heading", "-"]),
    ] as [(String, [String])])
  func terms(text: String, expected: [String]) throws {
    #expect(try slots("time", text) == expected, "\(text)")
  }

  @Test("What a heading lends has its bytes in the file and none in the paragraph")
  func bytes() throws {
    let text = "第二阶段(21日至30日)\n1.要清理楼道。"
    let slot = try #require(try directives(text).first?.slot("time"))
    let bytes = try #require(slot.bytes)
    #expect(String(decoding: Array(text.utf8)[bytes.start..<bytes.end], as: UTF8.self) == "21日至30日")
    #expect(slot.inText == nil)
    #expect(slot.rule == "h/stage")
    #expect(abs(slot.lowValue - 0.9) < 1e-9)
  }
}
