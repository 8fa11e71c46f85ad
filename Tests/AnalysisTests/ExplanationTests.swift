import Analysis
import RuleLanguage
import SourceText
import Testing

/// What a rule on `duty` with this body is told to lack in the text, read as an example.
private func explain(_ body: String, _ text: String, rules: String = "") throws -> RuleExplanation {
  let rule = "  - {id: x/y, gives: duty = strong, \(body)}"
  let analyzer = try Analyzer(try TinyPack.pack(rules.isEmpty ? rule : rules + "\n" + rule))
  var request = ExplanationRequest()
  request.rule = "x/y"
  request.asExample = true
  var scratch = Analyzer.Scratch()
  let explanation = try analyzer.explain(
    SourceFile(name: "t", bytes: Array(text.utf8)), request, &scratch)
  let rules = explanation.blocks.flatMap { $0.hits + $0.misses }
  return try #require(rules.first)
}

extension ConditionExplanation {
  /// The first shortfall on the way to the leaves, in a short notation.
  fileprivate var lack: String {
    switch shortfall {
    case nil, .voided, .count, .present:
      if let member = members.first(where: { !$0.isHeld }) { return member.lack }
      if let void = voided.first {
        return "void \(void.match.text) by \(void.geometry.rawValue) \(void.cause.text)"
      }
      if case .count(let found, let needed) = shortfall { return "\(found) of \(needed)" }
      return shortfall == .present ? "present" : ""
    case .gap(let before, let after, let found, let minimum, let maximum):
      return "gap \(before?.text ?? "^") \(found) \(after?.text ?? "$") \(minimum)-\(maximum)"
    case .clause(let before, let after): return "clause \(before.text) \(after.text)"
    case .parts(let found, let missing):
      return "has \(found.map(\.text)) misses \(missing)"
    case .order(let places): return "order \(places.map(\.text))"
    case .distance(let found, let allowed, _): return "span \(found) of \(allowed)"
    case .value(let found, let needed): return "value \(found ?? "none") of \(needed)"
    case .formula: return "formula " + readings.map { "\($0.name)=\($0.value)" }.joined()
    case .place: return "place"
    case .ruleSilent: return "rule"
    case .given(let rule): return "given by \(rule ?? "nobody")"
    case .unmeasured(let cause): return "unmeasured \(cause)"
    case .nothing: return "nothing"
    }
  }
}

@Suite struct ExplanationTests {
  @Test(
    "A miss says what is lacking, in figures",
    arguments: [
      ("any: [甲..8乙]", "甲一二三四五六七八九十百千乙。", "gap 甲 12 乙 0-8"),
      ("any: [甲..8乙]", "甲一,乙。", "clause 甲 乙"),
      ("any: [甲..8乙]", "乙在前甲。", "order [\"甲\", \"乙\"]"),
      ("any: [甲..8乙]", "只有甲。", "has [\"甲\"] misses [\"乙\"]"),
      ("any: [甲..8乙]", "都没有。", "nothing"),
      ("any: [甲..3-8乙]", "甲一乙。", "gap 甲 1 乙 3-8"),
      ("any: ['(甲|丙)乙']", "甲一乙。", "gap 甲 1 乙 0-0"),
      ("any: [^甲乙]", "一甲乙。", "gap ^ 1 甲乙 0-0"),
      ("any: [^甲]", "一甲。", "gap ^ 1 甲 0-0"),
      ("any: [甲$]", "甲一二。", "gap 甲 2 $ 0-0"),
      ("any: ['甲(一)?..2乙']", "甲一二三四乙。", "gap 一 3 乙 0-2"),
      ("any: [甲<han>乙]", "甲一二乙。", "gap 甲 2 乙 1-1"),
      ("any: ['甲(?=乙)']", "甲一二乙。", "gap 甲 2 乙 0-0"),
      ("any: ['甲(一(?=乙)|二)']", "甲一丁乙。", "gap 一 1 乙 0-0"),
      ("any: ['甲..2丙(?=乙|<han>丁)']", "甲丙。", "has [\"甲丙\"] misses [\"(乙|<han>丁)\"]"),
      ("any: ['甲..2丙(?=乙|<han>)']", "甲丙。", "has [\"甲丙\"] misses [\"乙\"]"),
      ("within: clause, any: ['甲(?=,)']", "甲丙,丁。", "gap 甲 1 , 0-0"),
      ("within: clause, any: ['甲..2丙(?=,)']", "甲丙。丁,", "gap 丙 2 , 0-0"),
      ("any: ['甲(?=乙$)']", "甲乙丙。", "gap 乙 1 $ 0-0"),
      ("any: ['(甲|丙)..2乙..2丁']", "丙一乙二。", "has [\"丙\", \"乙\"] misses [\"丁\"]"),
      ("any: [甲..2乙, 丙..2丁]", "丙一二三丁。", "nothing"),
      ("at-least: {count: 2, of: [甲, 乙, 丙]}", "只有甲。", "nothing"),
      ("ordered: [甲, 乙]", "乙先甲后。", "order [\"甲\", \"乙\"]"),
      ("near: {within: 4, of: [甲, 乙]}", "甲一二三四五乙。", "span 7 of 4"),
      ("near: {within: 4, of: [甲, 乙]}", "甲一二三四五六七乙一二三甲。", "span 5 of 4"),
      ("any: [甲], none: [乙]", "甲与乙。", "present"),
      ("any: [甲], where: han >= 6", "甲一。", "formula han=2.0"),
      // What <han> matches is counted too.
      ("any: [甲<han><han>], where: han >= 6", "甲〇々。", "formula han=3.0"),
      ("any: [戊], label: repair", "戊。", "value none of repair"),
      ("any: [甲], label: repair >= strong", "甲。", "value weak of strong"),
      ("any: [甲], lacks: repair", "甲。", "given by x/weak"),
      ("any: [甲], except: [一甲二]", "一甲二。", "void 甲 by covered 一甲二"),
      ("any: [甲乙], except: [{pattern: 一甲, when: overlaps}]", "一甲乙。", "void 甲乙 by overlaps 一甲"),
      ("any: [甲], except: [{pattern: 免, when: clause}]", "甲可免。", "void 甲 by clause 免"),
      ("any: [甲], except: [{pattern: 免, when: sentence}]", "甲,免。", "void 甲 by sentence 免"),
      ("any: [甲], except: [{pattern: 免, when: paragraph}]", "甲。免。", "void 甲 by paragraph 免"),
      ("any: [甲], rule: x/other", "甲。", "rule"),
      ("any: [{any: [甲], in: clause, position: first}]", "乙,甲。", "nothing"),
    ])
  func shortfalls(_ body: String, _ text: String, _ expected: String) throws {
    let others = """
        - {id: x/weak, gives: repair = weak, any: [甲]}
        - {id: x/other, gives: repair = weak, any: [丁]}
      """
    let rule = try explain(body, text, rules: others)
    #expect(rule.outcome != .gave)
    #expect(rule.condition.lack == expected, "\(body) on \(text)")
  }

  @Test(
    "What stopped a rule is told apart",
    arguments: [
      ("any: [甲]", "甲。", RuleExplanation.Outcome.gave),
      ("any: [甲]", "乙。", .missed),
      ("any: [甲], except: [甲乙]", "甲乙。", .excepted),
      ("any: [甲], except: [甲乙]", "甲乙与甲。", .gave),
      ("any: [甲], unless: [乙]", "甲,乙。", .vetoed),
      ("any: [甲], unless: [乙]", "乙。", .missed),
    ])
  func outcomes(_ body: String, _ text: String, _ expected: RuleExplanation.Outcome) throws {
    #expect(try explain(body, text).outcome == expected, "\(body) on \(text)")
  }

  @Test(
    "What is asked of the place is told",
    arguments: [
      ("inside: nav", "nav"),
      ("in: clause, position: first, inside: [nav, footer]", "clause, first, nav, footer"),
    ])
  func places(_ filter: String, _ expected: String) throws {
    let rule = try explain("any: [{any: [甲], \(filter)}]", "甲。")
    #expect(rule.condition.kind == .scoped)
    #expect(rule.condition.source == expected)
  }

  @Test("Members that fail after the first failure are judged too, and the count of both is told")
  func noShortCircuit() throws {
    let all = try explain("all: [甲, 乙, 丙]", "有乙。")
    #expect(all.condition.members.map(\.isHeld) == [false, true, false])
    let some = try explain("at-least: {count: 3, of: [甲, 乙, 丙, 丁]}", "甲与丁。")
    #expect(some.condition.members.map(\.isHeld) == [true, false, false, true])
    #expect(some.condition.shortfall == .count(found: 2, needed: 3))
    let ordered = try explain("ordered: [甲, 乙, 丙]", "有丙。")
    #expect(ordered.condition.members.map(\.isHeld) == [false, false, true])
    let vetoed = try explain("any: [甲], unless: [乙, 丙]", "甲乙丙。")
    #expect(vetoed.vetoes.map(\.condition.isHeld) == [true, true])
  }

  @Test(
    "The nearer of two misses has the smaller distance",
    arguments: [
      ("any: [甲..4乙]", "甲一二三四五乙。", "甲一二三四五六七乙。"),
      ("any: [甲..4乙]", "甲一二三四五六七乙。", "只有甲。"),
      ("any: [甲..4乙..4丙]", "甲乙一。", "甲一。"),
      ("any: [甲], except: [甲乙]", "甲乙。", "丙。"),
      ("all: [甲, 乙]", "甲。", "丙。"),
      ("near: {within: 3, of: [甲, 乙]}", "甲一二乙。", "甲一二三四乙。"),
    ])
  func distances(_ body: String, _ near: String, _ far: String) throws {
    let nearer = try explain(body, near)
    let further = try explain(body, far)
    #expect(nearer.distance > 0)
    #expect(nearer.distance < further.distance, "\(body)")
  }

  @Test("Spans are bytes of the original file")
  func spans() throws {
    let text = "責任３６处甲。"
    let rule = try explain("any: [责任..4甲]", text)
    let bytes = try #require(rule.evidence.first).bytes
    let original = String(decoding: Array(text.utf8)[bytes.start..<bytes.end], as: UTF8.self)
    #expect(original == "責任３６处甲")
    #expect(rule.evidence.first?.text == "责任36处甲")
  }

  @Test("Each score adds up from its parts and adjustments")
  func scores() throws {
    let analyzer = try Analyzer(try TinyPack.pack())
    var request = ExplanationRequest()
    request.asExample = true
    var scratch = Analyzer.Scratch()
    let text = "会议要求,市容局必须在汛期修补36处,加强工作。"
    let explanation = try analyzer.explain(
      SourceFile(name: "t", bytes: Array(text.utf8)), request, &scratch)
    let directive = try #require(explanation.blocks.first?.directives.first)
    let precise = try #require(directive.scores.first)
    #expect(precise.parts.map(\.points) == [20, 20, 12])
    #expect(precise.parts.map { $0.readings.map(\.value) } == [[1], [1], [0.6]])
    #expect(precise.confidentParts.map(\.points) == [20, 20, 0])
    #expect(precise.adjustments.map(\.applies) == [false, false])
    #expect(precise.total == 52)
    #expect(precise.confidentTotal == 40)
    #expect((precise.result.low, precise.result.score) == (40, 52))
    #expect(precise.band?.name == "sharp")
    let time = try #require(directive.slots.first { $0.result.name == "time" })
    #expect(time.grants.map(\.rule) == ["s/unsure"])
    #expect(time.grants.map(\.isConfident) == [false])
  }

  @Test(
    "The winner of a label is named with the reason",
    arguments: [
      ("甲在此。", ["x/a"], LabelExplanation.Resolution.only),
      ("甲与乙。", ["x/b", "x/a"], .highest),
      ("丙与甲。", ["x/c", "x/a"], .earliest),
      ("甲丁。", ["x/d", "x/a"], .longest),
      ("戊。", ["x/e", "x/f"], .firstRule),
    ])
  func resolution(
    _ text: String, _ order: [String], _ expected: LabelExplanation.Resolution
  ) throws {
    let rules = """
        - {id: x/a, gives: duty = weak, any: [甲]}
        - {id: x/b, gives: duty = strong, any: [乙]}
        - {id: x/c, gives: duty = weak, any: [丙]}
        - {id: x/d, gives: duty = weak, any: [甲丁]}
        - {id: x/e, gives: duty = weak, any: [戊]}
        - {id: x/f, gives: duty = weak, any: [戊]}
      """
    let analyzer = try Analyzer(try TinyPack.pack(rules))
    var request = ExplanationRequest()
    request.label = "duty"
    request.asExample = true
    var scratch = Analyzer.Scratch()
    let explanation = try analyzer.explain(
      SourceFile(name: "t", bytes: Array(text.utf8)), request, &scratch)
    let label = try #require(explanation.blocks.first?.labels.first)
    #expect(label.grants.map(\.rule) == order)
    #expect(label.resolution == expected)
  }
}
