import Analysis
import RuleLanguage
import SourceText
import TestSupport
import Testing

/// What was cut out as a directive and is none after all.
@Suite struct DismissedDirectiveTests {
  @Test(
    "What a rule dismisses, by its words, its place or its slots, is in no result",
    arguments: [
      ("any: [没有]", ["加强管理", "清理楼道"]), ("any: [楼道]", ["加强管理"]),
      ("where: position == 1", ["清理楼道"]), ("where: action < 1", ["清理楼道"]),
      ("where: position > 0", []),
    ])
  func dismissed(condition: String, left: [String]) throws {
    let result = try result("会议要求,加强管理;清理楼道。", dismissing: condition)
    #expect(result.directiveList == left)
    #expect(result.scores.directives == left.count)
  }

  private func result(_ text: String, dismissing condition: String) throws -> AnalysisResult {
    let header = TinyPack.header
      .replacing("\ndirectives:", with: "\ndirectives:\n  dismissed: idle")
      .replacing("labels:", with: "labels:\n  idle: {on: directive, mark: true}")
    let pack = try TinyPack.resolve(header + "\n  - {id: x/idle, gives: idle, \(condition)}\n")
    var scratch = Analyzer.Scratch()
    return try Analyzer(pack).analyze(
      SourceFile(name: "t.txt", bytes: Array(text.utf8)), &scratch)
  }

  @Test(
    "An or-else names its order by its number among those that are left",
    arguments: [
      ("会议要求,加强管理;清理楼道;逾期追责。", [nil, 0]),
      ("会议要求,清理楼道;加强管理;逾期追责。", [nil, 0]),
      ("会议要求,加强管理;清理楼道。\n会议要求,加强工作;修补三处;逾期通报。", [nil, nil, nil, 2]),
    ] as [(String, [Int?])])
  func orElse(_ text: String, _ orders: [Int?]) throws {
    #expect(try result(text, dismissing: "any: [管理]").directives.map(\.orElseOf) == orders)
  }

  @Test(
    "An or-else stands behind its order in the same paragraph", arguments: 0..<40 as Range<UInt64>)
  func orElse(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let clauses = ["加强管理", "清理楼道", "修补三处", "逾期追责", "逾期通报", "抓好工作"]
    let text = (0..<4).map { _ in
      let chosen = (0..<5).map { _ in clauses.randomElement(using: &random) ?? "" }
      return "会议要求," + chosen.joined(separator: ";") + "。"
    }.joined(separator: "\n")
    let paragraphs = try result(text, dismissing: "any: [管理, 三处]").paragraphs
    var first = 0
    for paragraph in paragraphs {
      for (index, directive) in paragraph.directives.enumerated() {
        guard let order = directive.orElseOf else { continue }
        #expect((first..<first + index).contains(order), "seed \(seed): \(text)")
      }
      first += paragraph.directives.count
    }
  }
}
