import Analysis
import SourceText
import Testing

/// What rules come to that ask whether anything else has given a label.
@Suite struct LackingLabelTests {
  /// The tags of the text, each as its name with the words that earned it.
  private func duty(_ rules: [String], _ text: String) throws -> String {
    let rules = rules.enumerated().map { "  - {id: x/r\($0), gives: duty = \($1)}" }
    return try analyze(text, rules: rules.joined(separator: "\n")).tagList.joined(separator: " ")
  }

  private static let known = "weak, any: [甲]"
  private static let otherwise = "strong, lacks: duty, any: [乙]"

  @Test(
    "A rule that asks for lack gives its label where no other rule does",
    arguments: [("有乙。", true), ("甲与乙。", false), ("甲。有乙。", false), ("甲。\n有乙。", true)])
  func otherwise(_ text: String, _ isStrong: Bool) throws {
    let inOrder = try duty([Self.known, Self.otherwise], text)
    #expect(inOrder.contains("duty 2") == isStrong, "\(inOrder)")
    #expect(try duty([Self.otherwise, Self.known], text).contains("duty 2") == isStrong)
  }

  @Test func `rules that ask for lack do not see one another`() throws {
    let second = "weak, lacks: duty, any: [丙]"
    #expect(try duty([Self.otherwise, second], "乙与丙。").contains("duty 2"))
    #expect(try duty([second, Self.otherwise], "乙与丙。").contains("duty 2"))
  }

  @Test func `a rule on another label may ask too`() throws {
    let rules = """
        - {id: x/known, gives: duty = weak, any: [甲]}
        - {id: x/other, gives: repair = weak, lacks: duty, any: [乙]}
      """
    #expect(try analyze("有乙。", rules: rules).tagList.count == 1)
    #expect(try analyze("甲与乙。", rules: rules).tagList.count == 1)
  }

  @Test func `none of it asks whether the label is there`() throws {
    let rules = ["weak, any: [甲]", "strong, none: [{lacks: duty}], any: [乙]"]
    #expect(try duty(rules, "甲与乙。").contains("duty 2"))
    #expect(try !duty(rules, "有乙。").contains("duty 2"))
  }

  @Test func `a mark that is there keeps a clause from being a directive otherwise`() throws {
    let rules = """
        - {id: x/note, gives: boast, any: [短片]}
        - {id: x/act, gives: action = 1, lacks: boast, any: [播放]}
      """
    #expect(try analyze("会议要求,三局播放短片。", rules: rules).directives.isEmpty)
    #expect(try analyze("会议要求,三局播放广播。", rules: rules).directives.count == 1)
  }

  @Test func `who is named otherwise is taken over as such by what follows`() throws {
    let rules = """
        - {id: x/demand, gives: demand, any: [要]}
        - {id: x/act, gives: action = 1, any: [清理]}
        - {id: x/known, gives: obligor = 0.5, within: clause, any: [甲司]}
        - {id: x/otherwise, gives: obligor = 1, within: clause, lacks: obligor, any: [司]}
      """
    func bearers(_ text: String) throws -> [Double] {
      try analyze(text, rules: rules).paragraphs.flatMap(\.directives)
        .map { $0.slots.first { $0.name == "obligor" }?.value ?? 0 }
    }
    #expect(try bearers("甲司要清理河道。要清理渠道。") == [0.5, 0.4])
    #expect(try bearers("乙司要清理河道。要清理渠道。") == [1, 0.8])
  }
}
