import Documents
import SourceText
import Testing

@testable import Analysis

/// Scopes that lead from a paragraph into its sentences and back ask the paragraph once.
@Suite struct NestedScopeTests {
  /// A condition on the paragraph that asks each sentence for the paragraph again, `depth` times.
  private static func condition(_ depth: Int) -> String {
    depth == 0
      ? "丁" : "{in: sentence, all: [甲, {in: paragraph, all: [乙, \(condition(depth - 1))]}]}"
  }

  private func explain(_ rule: String, _ text: String) throws -> RuleExplanation {
    let analyzer = try Analyzer(try TinyPack.pack("  - {id: x/y, gives: duty = strong, \(rule)}"))
    var request = ExplanationRequest()
    request.rule = "x/y"
    request.asExample = true
    var scratch = Analyzer.Scratch()
    let blocks = try analyzer.explain(
      SourceFile(name: "t", bytes: Array(text.utf8)), request, &scratch
    ).blocks
    return try #require(blocks.flatMap { $0.hits + $0.misses }.first)
  }

  /// The condition and its members at every depth.
  private func all(_ condition: ConditionExplanation) -> [ConditionExplanation] {
    [condition] + condition.members.flatMap(all)
  }

  @Test("What is told grows with the depth, not with its power", arguments: 1...3)
  func growth(depth: Int) throws {
    let sentences = 24
    let rule = try explain(
      "within: paragraph, any: [\(Self.condition(depth))]",
      String(repeating: "甲乙丙丁。", count: sentences))
    #expect(rule.outcome == .gave)
    #expect(all(rule.tellingOnce.condition).count < 6 * sentences * depth)
    #expect(all(rule.abridged.condition).count < 6 * sentences * depth)
  }

  @Test("A depth that nobody could wait for")
  func deep() throws {
    let text = String(repeating: "甲乙丙。", count: 40)
    let rule = try explain("within: paragraph, any: [\(Self.condition(6))]", text)
    #expect(rule.outcome == .missed)
    #expect(rule.distance > 0)
  }

  @Test("Every answer stands in full once, before it is referred to")
  func once() throws {
    let rule = try explain(
      "within: paragraph, any: [\(Self.condition(2))]", "甲乙丙。甲。乙丁。甲丁。")
    for told in [rule.tellingOnce, rule.abridged] {
      var full: [Int: ConditionExplanation] = [:]
      var repeats = 0
      for condition in all(told.condition) {
        guard let answer = condition.answer else { continue }
        if condition.isRepeated {
          repeats += 1
          #expect(full[answer]?.isHeld == condition.isHeld)
          #expect(condition.members.isEmpty && condition.matches.isEmpty)
        } else {
          #expect(full.updateValue(condition, forKey: answer) == nil)
          #expect(!condition.members.isEmpty)
        }
      }
      #expect(repeats > 0)
    }
  }

  @Test("What is told in full first is what is told, though a sentence before it says nothing")
  func abridged() throws {
    // The first sentence is left out; what its paragraph was asked for stands with the second one.
    let rule = try explain(
      "within: paragraph, any: [{in: sentence, all: [甲, {in: paragraph, all: [乙]}]}]", "丙。甲。乙。")
    let shown = all(rule.abridged.condition)
    #expect(shown.contains { $0.source == "乙" && $0.isHeld })
    #expect(!shown.contains { $0.isRepeated })
    #expect(all(rule.tellingOnce.condition).count { $0.isRepeated } == 2)
  }

  @Test("Windows inside a larger unit share its answer")
  func windows() throws {
    let analyzer = try Analyzer(
      try TinyPack.pack(
        "  - {id: x/y, gives: duty = strong, within: sentence, all: [甲, {in: paragraph, any: [乙]}], unless: [{all: [丙, 丁], in: paragraph}]}"
      ))
    let document = DocumentReader.read(
      SourceFile(name: "t", bytes: Array("甲。甲乙。丙。\n甲。丁。".utf8)))
    var scratch = Analyzer.Scratch()
    let run = analyzer.run(document, &scratch)
    let rule = try #require(analyzer.compiled.rules.firstIndex { $0.id == "x/y" })
    let replay = RuleReplay(run, rules: [rule], blocks: [0, 1])
    let records = document.blocks.indices.map { replay.records($0) }
    let answers = records.map { Set($0.map { $0.condition.members[1].members.first?.answer }) }
    #expect(records.map(\.count) == [3, 2])
    #expect(answers.map(\.count) == [1, 1])
    #expect(records[0].map(\.condition.members[1].isHeld) == [true, true, true])
    #expect(records[1].map(\.condition.members[1].isHeld) == [false, false])
    #expect(records.map { Set($0.map { $0.vetoes[0].answer }).count } == [1, 1])
    #expect(records.joined().allSatisfy { $0.vetoes.count == 1 && !$0.vetoes[0].isHeld })
  }
}
