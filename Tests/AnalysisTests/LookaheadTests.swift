import Analysis
import Testing

/// What must follow a match and is no part of it, from the rule to the evidence.
@Suite struct LookaheadTests {
  /// The words that a rule on `duty` with this body is given for.
  private func evidence(
    _ body: String, _ text: String, _ definitions: String = ""
  ) throws -> [String] {
    let rule = "  - {id: x/y, gives: duty = weak, \(body)}\n\(definitions)"
    return try analyze(text, rules: rule).paragraphs.flatMap(\.tags).flatMap(\.evidence).map(\.text)
  }

  @Test(
    "Evidence ends before what must follow",
    arguments: [
      ("<number>天内(?=完成|清|<han>)", "三天内完成整改。", ["三天内"]),
      ("<number>天内(?=完成|清|<han>)", "限三天内。", []),
      ("<number>天(之内|内)?(?=完成)", "三天完成,四天内完成,五天内报告。", ["三天", "四天内"]),
      ("(上半年|下半年)(内)?(?=<han>)", "上半年内完成,下半年,再说。", ["上半年内"]),
      ("甲(乙(?=丙)|丁)", "甲乙,甲丁,甲乙丙。", ["甲丁", "甲乙"]), ("甲(乙(?=丙))?", "甲乙丁。", ["甲"]),
      ("甲(?=..2乙)", "甲一乙,甲一二三乙。", ["甲"]), ("^甲(?=乙)", "甲乙,丙甲乙。", ["甲"]),
      ("甲(?=(乙)?$)", "甲乙丙,甲丁。有甲乙。", ["甲"]),
    ])
  func kept(_ pattern: String, _ text: String, _ expected: [String]) throws {
    #expect(try evidence("within: sentence, any: ['\(pattern)']", text) == expected)
  }

  @Test(
    "It may stand behind the window, a gap may not leave its clause",
    arguments: [
      ("within: clause, any: ['甲(?=,)']", "甲,乙。", ["甲"]),
      ("within: clause, any: ['甲(?=,)']", "乙甲。", []),
      ("within: sentence, any: ['甲(?=。)']", "乙甲。", ["甲"]),
      ("within: clause, any: ['甲(?=,乙)']", "甲,乙。", ["甲"]),
      ("within: clause, any: ['甲(?=..4乙)']", "甲,乙。", []),
      ("within: clause, any: ['甲(?=..4,乙)']", "甲丁,乙。", ["甲"]),
      ("within: clause, any: ['甲(?=。乙)'], none: [乙]", "甲。乙。", ["甲"]),
    ])
  func behindTheWindow(_ body: String, _ text: String, _ expected: [String]) throws {
    #expect(try evidence(body, text) == expected)
  }

  @Test(
    "An exception voids by what it keeps, a veto and a condition ask for all of it",
    arguments: [
      ("any: [甲], except: ['甲(?=乙)']", "甲乙。", []),
      ("any: [甲], except: ['甲(?=乙)']", "甲丙。", ["甲"]),
      ("any: [甲, 乙], except: [{pattern: '甲(?=乙)', when: overlaps}]", "甲乙。", ["乙"]),
      ("any: ['甲(?=乙)'], except: [{pattern: 乙丙, when: overlaps}]", "甲乙丙。", ["甲"]),
      ("any: [甲], unless: ['乙(?=丙)']", "甲乙丙。", []),
      ("any: [甲], unless: ['乙(?=丙)']", "甲乙丁。", ["甲"]),
      ("ordered: ['甲(?=乙)', 乙]", "甲乙。", ["甲", "乙"]),
      ("near: {within: 2, of: ['甲(?=..3丁)', 乙]}", "甲乙丙丁。", ["甲", "乙"]),
    ])
  func conditions(_ body: String, _ text: String, _ expected: [String]) throws {
    #expect(try evidence(body, text) == expected)
  }

  @Test(
    "What refers to a pattern goes on where that one ends",
    arguments: [
      ("<soon>", "甲乙丙,甲丁。", ["甲"]), ("<soon>乙", "甲乙,甲丙。", ["甲乙"]),
      ("<soon>丙", "甲丙,甲乙丙。", []), ("戊(?=<soon>)", "戊甲乙,戊甲丙。", ["戊"]),
      ("<day>", "三天内,四天。", ["三天"]), ("戊<day>内", "戊三天内。", ["戊三天内"]),
    ])
  func references(_ pattern: String, _ text: String, _ expected: [String]) throws {
    let definitions = """
      patterns: {soon: '甲(?=乙)'}
      values: {day: {forms: [{pattern: '<number>天(?=内)', value: number}]}}
      """
    #expect(try evidence("any: ['\(pattern)']", text, definitions) == expected)
  }

  @Test(
    "A value is read off what its form keeps",
    arguments: [
      ("<number>天(?=内<number>次)", "三天内五次", 3.0), ("<digits>天(?=内<number>次)", "1.5天内五次", 5.0),
      ("<number>天(?=内<digits>次)", "1.5天内5次", 1.5),
    ])
  func value(_ form: String, _ text: String, _ expected: Double) throws {
    let values = "values: {day: {forms: [{pattern: '\(form)', value: number}]}}"
    let rules = "  - {id: x/time, gives: time = 1.0, any: [<day>]}\n" + values
    let slots = try analyze("会议要求,清理楼道\(text)。", rules: rules).directives.flatMap(\.slots)
    let readings = slots.filter { $0.name == "time" }.flatMap(\.measures).map(\.reading)
    #expect(readings == [.number(expected, unit: nil)])
  }
}
