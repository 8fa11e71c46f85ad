import Analysis
import SourceText
import Testing

/// Clauses that say who asks, or under what label, before they order.
@Suite struct OpeningClauseTests {
  /// The tiny pack with a verb that opens in the midst of its clause, and labels of what follows.
  private func directives(_ text: String) throws -> [DirectiveResult] {
    let rules = """
        - {id: m/inline, gives: opens, any: [^环保局嘱咐]}
        - {id: m/label, gives: heading, any: [勤$]}
        - {id: x/head, gives: [obligor = 1.0, kind = unit], within: clause, any: [^环保局]}
        - {id: x/told, gives: [obligor = 0.9, kind = unit], within: clause, all: [{none: [{none: [嘱咐城管局]}]}, 城管局]}
      """
    return try analyze(text, rules: rules, marks: ["heading"]).directives
  }

  @Test(
    "Who asks does not act, neither in the clause nor behind it",
    arguments: [
      ("环保局嘱咐城管局清理楼道。", ["城管局清理楼道": "城管局"]),
      ("环保局嘱咐清理楼道。", ["清理楼道": ""]),
      ("环保局嘱咐清理楼道;修补5处。", ["清理楼道": "", "修补5处": ""]),
      ("环保局要清理楼道。", ["环保局要清理楼道": "环保局"]),
    ])
  func asking(_ text: String, _ expected: [String: String]) throws {
    let found = try directives(text)
    let bearers = Dictionary(
      found.map { ($0.text, $0.slot("obligor")?.text ?? "") }, uniquingKeysWith: { $1 })
    #expect(bearers == expected, "\(text)")
  }

  @Test(
    "A label that demands lends its force to what it stands over, and no words",
    arguments: [
      ("清理要勤,修补5处。", ["修补5处"]),
      ("3日前,清理要勤,修补5处。", ["修补5处"]),
      ("清理勤,修补5处。", []),
    ])
  func labels(_ text: String, _ expected: [String]) throws {
    #expect(try directives(text).map(\.text) == expected, "\(text)")
  }
}
