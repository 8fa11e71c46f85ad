import Analysis
import SourceText
import Testing

/// Bearers named in lines of their own, and what is shown of a bearer's words.
@Suite struct BearerLineTests {
  private func directives(_ text: String) throws -> [DirectiveResult] {
    let header = TinyPack.header
      .replacing(
        "obligor: {on: directive, role: slot, amount: true}",
        with: """
          obligor: {on: directive, role: slot, amount: true, trim: [第<number>, '责任单位:', 要]}
            bearer-line: {on: sentence, amount: true}
            due-line: {on: sentence, amount: true}
          """
      )
      .replacing(
        "implied-kind: audience}",
        with: "implied-kind: audience, after: bearer-line, after-kind: unit}"
      )
      .replacing("  core:", with: "  follows: {time: due-line}\n  core:")
    let rules = """
        - {id: line/named, gives: bearer-line = 1.0, any: ['^责任单位:..3局'], flags: [after-task]}
        - {id: line/class, gives: bearer-line = 0.5, any: ['^责任单位:各街道'], flags: [after-task]}
        - {id: line/due, gives: due-line = 0.9, any: [<number>月底], flags: [after-task]}
        - {id: s/office, gives: [obligor = 1.0, kind = unit], any: [第<number>..3局要]}
      """
    let analyzer = try Analyzer(try TinyPack.resolve(header + "\n" + rules + "\n"))
    var scratch = Analyzer.Scratch()
    let file = SourceFile(name: "t.txt", bytes: Array(text.utf8))
    return analyzer.analyze(file, &scratch).directives
  }

  /// Value, words and flags of the bearer of every directive.
  private func bearers(_ text: String) throws -> [String] {
    try directives(text).map { directive in
      guard let slot = directive.slot("obligor") else { return "-" }
      let flags = slot.flags.joined(separator: ",")
      return "\(slot.value) \(slot.text) \(flags) \(directive.obligorKind ?? "-")"
    }
  }

  /// Value and words of the time of every directive.
  private func times(_ text: String) throws -> [String] {
    try directives(text).map { directive in
      directive.slot("time").map { "\($0.value) \($0.text)" } ?? "-"
    }
  }

  private static let implied = "0.1  implied audience"
  private static let inherited = "0.8 城管局 inherited unit"

  @Test(
    "A line names the bearer of the tasks right before it",
    arguments: [
      ("要清理楼道。\n责任单位:城管局", ["1.0 城管局 after-task unit"]),
      ("要清理楼道。\n责任单位:各街道", ["0.5 各街道 after-task unit"]),
      ("要清理楼道。\n要修补5处。\n责任单位:城管局", ["1.0 城管局 after-task unit", "1.0 城管局 after-task unit"]),
      // A heading, and a line before, end what the line counts for.
      ("要清理楼道。\n环境提升\n要修补5处。\n责任单位:城管局", [implied, "1.0 城管局 after-task unit"]),
      ("要清理楼道。\n责任单位:城管局\n要修补5处。", ["1.0 城管局 after-task unit", implied]),
      // Who is named in the sentence stays.
      ("住建局要清理楼道。\n责任单位:城管局", ["1.0 住建局  unit"]),
      ("责任单位:城管局\n要清理楼道。", [implied]),
      // A sentence counts for what stands before it in its paragraph.
      ("要清理楼道。责任单位:城管局。", ["1.0 城管局 after-task unit"]),
      ("要清理楼道。要修补5处。责任单位:城管局。", ["1.0 城管局 after-task unit", "1.0 城管局 after-task unit"]),
      ("要清理楼道。责任单位:城管局。要修补5处。", ["1.0 城管局 after-task unit", inherited]),
      ("要清理楼道。\n要修补5处。责任单位:城管局。", [implied, "1.0 城管局 after-task unit"]),
      // Before them it is a bearer like any that is named.
      ("责任单位:城管局。要清理楼道。", [inherited]),
      // A line fills in what no sentence said, and another line may stand before it.
      (
        "要清理楼道。\n要修补5处。责任单位:各街道。\n责任单位:城管局",
        ["1.0 城管局 after-task unit", "0.5 各街道 after-task unit"]
      ),
      ("要清理楼道。\n时限:6月底\n责任单位:城管局", ["1.0 城管局 after-task unit"]),
    ] as [(String, [String])])
  func lines(text: String, expected: [String]) throws {
    #expect(try bearers(text) == expected, "\(text)")
  }

  @Test(
    "A sentence or line behind tasks fills their slots",
    arguments: [
      ("要清理楼道。时限:6月底", ["0.9 6月底"]),
      ("要清理楼道。(时限:6月底)", ["0.9 6月底"]),
      ("要清理楼道。\n责任单位:城管局\n时限:6月底\n要修补5处。", ["0.9 6月底", "-"]),
      ("要清理楼道。时限:6月底。要修补5处。时限:7月底。", ["0.9 6月底", "0.9 7月底"]),
      ("要清理楼道。\n环境提升\n时限:6月底", ["-"]),
    ] as [(String, [String])])
  func dueLines(text: String, expected: [String]) throws {
    #expect(try times(text) == expected, "\(text)")
  }

  @Test("Words at both ends of a bearer that `trim` names are not shown")
  func trim() throws {
    let slot = try #require(try directives("第2城管局要清理楼道。").first?.slot("obligor"))
    #expect(slot.text == "城管局")
    #expect(slot.bytes == SourceSpan(4, 13))
    #expect(slot.inText == SourceSpan(4, 13))
  }
}
