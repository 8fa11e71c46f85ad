import Analysis
import Testing

/// Clauses that name who does a task, or by when, behind it.
@Suite struct FieldMarkTests {
  @Test(
    "Such a clause and what its colon leads to go on with the directive, also behind a semicolon",
    arguments: [
      ("会议要求,清理楼道,承办:城管局,期限:3日前。", ["清理楼道,承办:城管局,期限:3日前"]),
      ("会议要求,清理楼道;承办:城管局;期限:3日前。", ["清理楼道;承办:城管局;期限:3日前"]),
      ("会议要求,清理楼道;承办:城管局;修补5处。", ["清理楼道;承办:城管局", "修补5处"]),
      ("会议要求,清理楼道;承办:城管局;要修补5处,期限:3日前。", ["清理楼道;承办:城管局", "要修补5处,期限:3日前"]),
      // Before any directive it belongs to none.
      ("承办:城管局;城管局要清理楼道。", ["城管局要清理楼道"]),
      ("清理楼道;承办:城管局。", []),
    ])
  func fields(text: String, expected: [String]) throws {
    let rules = """
        - {id: b/field, gives: field, any: [^(承办|期限)$]}
      """
    let result = try analyze(text, rules: rules, marks: ["field"])
    #expect(result.directiveList == expected, "\(text)")
  }
}
