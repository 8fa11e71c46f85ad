import Analysis
import RuleLanguage
import SourceText
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
    let header = TinyPack.header
      .replacing("\ndirectives:", with: "\ndirectives:\n  dismissed: idle")
      .replacing("labels:", with: "labels:\n  idle: {on: directive, mark: true}")
    let pack = try TinyPack.resolve(header + "\n  - {id: x/idle, gives: idle, \(condition)}\n")
    var scratch = Analyzer.Scratch()
    let result = try Analyzer(pack).analyze(
      SourceFile(name: "t.txt", bytes: Array("会议要求,加强管理;清理楼道。".utf8)), &scratch)
    #expect(result.directiveList == left)
    #expect(result.scores.directives == left.count)
  }
}
