import Analysis
import SourceText
import Testing

@Suite struct ConditionTests {
  /// Whether a rule on `duty` with this body fires in the text.
  private func fires(_ body: String, _ text: String) throws -> Bool {
    let rule = "  - {id: x/y, gives: duty = weak, \(body)}"
    return try !analyze(text, rules: rule).tagList.isEmpty
  }

  @Test(
    "A condition holds where its members hold",
    arguments: [
      ("any: [甲, 乙]", "有乙无丙。", true),
      ("any: [甲, 乙]", "只有丙。", false),
      ("all: [甲, 乙]", "甲先乙后。", true),
      ("all: [甲, 乙]", "只有甲。", false),
      ("all: [甲, 乙]", "只有甲。另有乙。", false),
      ("within: paragraph, all: [甲, 乙]", "只有甲。另有乙。", true),
      ("any: [甲], none: [乙]", "只有甲。", true),
      ("any: [甲], none: [乙]", "甲与乙。", false),
      ("any: [甲], none: [乙]", "只有甲。另有乙。", true),
      ("at-least: {count: 2, of: [甲, 乙, 丙]}", "甲与丙。", true),
      ("at-least: {count: 2, of: [甲, 乙, 丙]}", "甲与甲。", false),
      ("ordered: [甲, 乙]", "甲先乙后。", true),
      ("ordered: [甲, 乙]", "乙先甲后。", false),
      ("ordered: [甲, 乙]", "乙先甲后再乙。", true),
      ("near: {within: 4, of: [甲, 乙]}", "甲一二乙。", true),
      ("near: {within: 4, of: [甲, 乙]}", "甲一二三乙。", false),
      ("near: {within: 4, of: [甲, 乙]}", "甲一二三四乙甲。", true),
      ("near: {within: 5, of: [甲, 乙, 丙]}", "乙中中甲中中丙乙。", true),
      ("near: {within: 4, of: [甲, 乙, 丙]}", "乙中中甲中中丙乙。", false),
      ("near: {within: 4, of: [甲, (乙|乙丙丁戊己庚)]}", "乙丙丁戊己庚中甲中中乙。", true),
      ("near: {within: 3, of: [甲, (乙|乙丙丁戊己庚)]}", "乙丙丁戊己庚中甲中中乙。", false),
      ("any: [{all: [甲, {none: [乙]}]}, 丙]", "甲与乙。", false),
      ("any: [{all: [甲, {none: [乙]}]}, 丙]", "丙与乙。", true),
      ("any: [甲], where: han >= 3", "甲一。", false),
      ("any: [甲], where: han >= 3", "甲一二。", true),
    ])
  func holds(_ body: String, _ text: String, _ expected: Bool) throws {
    #expect(try fires(body, text) == expected, "\(body) on \(text)")
  }

  @Test(
    "An exception voids a match by its geometry",
    arguments: [
      ("except: [有甲者]", "有甲者胜。", false),
      ("except: [有甲者]", "有甲在先。", true),
      ("except: [有甲者]", "有甲者胜,甲又来。", true),
      ("except: [{pattern: 一甲二, when: covered}]", "一甲二。", false),
      ("any: [甲二三], except: [{pattern: 一甲, when: covered}]", "一甲二三。", true),
      ("any: [甲二三], except: [{pattern: 一甲, when: overlaps}]", "一甲二三。", false),
      ("except: [{pattern: 免, when: clause}]", "甲来免。", false),
      ("except: [{pattern: 免, when: clause}]", "甲来,免。", true),
      ("except: [{pattern: 免, when: sentence}]", "甲来,免。", false),
      ("except: [{pattern: 免, when: sentence}]", "甲来。免。", true),
      ("except: [{pattern: 免, when: paragraph}]", "甲来。免。", false),
      ("except: [{pattern: 免, when: paragraph}]", "甲来。\n免。", true),
    ])
  func exceptions(_ body: String, _ text: String, _ expected: Bool) throws {
    let body = body.hasPrefix("any") ? body : "any: [甲], " + body
    #expect(try fires(body, text) == expected, "\(body) on \(text)")
  }

  @Test("An exception voids a match however far in front it begins", arguments: [200, 300, 3000])
  func distantExceptions(_ letters: Int) throws {
    let text = String(repeating: "a", count: letters) + "甲。"
    #expect(try fires("any: [甲]", text))
    #expect(try fires("any: [甲], except: [<latin>甲]", text) == false)
    #expect(try fires("any: [甲], except: [{pattern: <latin>甲, when: overlaps}]", text) == false)
  }

  @Test(
    "In a rule on blocks exceptions know sentences and clauses too",
    arguments: [
      ("clause", "免于甲。", false), ("clause", "免来,甲来。", true),
      ("sentence", "免来,甲来。", false), ("sentence", "免来。甲来。", true),
      ("paragraph", "免来。甲来。", false), ("paragraph", "免来。\n甲来。", true),
    ])
  func exceptionsOnBlocks(_ unit: String, _ text: String, _ expected: Bool) throws {
    let rule =
      "  - {id: z/y, gives: zone = footer, any: [甲], except: [{pattern: 免, when: \(unit)}]}"
    let blocks = try analyze(text, rules: rule).otherBlocks
    #expect(blocks.contains { $0.text.contains("甲") } == expected, "\(unit) on \(text)")
  }

  @Test(
    "A veto stops the rule in its unit",
    arguments: [
      ("unless: [乙]", "甲,乙。", false),
      ("unless: [乙]", "甲。乙。", true),
      ("unless: [{any: [乙], in: paragraph}]", "甲。乙。", false),
      ("unless: [{any: [乙], in: paragraph}]", "甲。\n乙。", true),
      ("unless: [{all: [乙, 丙]}]", "甲,乙。", true),
      ("unless: [{all: [乙, 丙]}]", "甲,乙,丙。", false),
    ])
  func vetoes(_ body: String, _ text: String, _ expected: Bool) throws {
    #expect(try fires("any: [甲], " + body, text) == expected, "\(body) on \(text)")
  }

  @Test(
    "A condition of a clause may look in the directive around it",
    arguments: [
      ("all: [立即, {any: [再说], in: directive}]", true),
      ("all: [立即, {any: [改天], in: directive}]", false),
      ("any: [立即], unless: [{any: [再说], in: directive}]", false),
      ("any: [立即], unless: [{any: [改天], in: directive}]", true),
    ])
  func aroundTheClause(_ body: String, _ expected: Bool) throws {
    let rule = "  - {id: x/y, gives: outcome = 0.2, within: clause, \(body)}"
    let directives = try analyze("三局必须立即清理楼道,然后再说。", rules: rule).directives
    #expect(directives.map(\.text) == ["三局必须立即清理楼道,然后再说"])
    let outcome = directives.flatMap(\.slots).contains { $0.name == "outcome" }
    #expect(outcome == expected)
  }

  @Test("Of words in one another that stand near the longest is shown that fits")
  func nearWords() throws {
    let rule = "  - {id: x/y, gives: duty = weak, near: {within: 5, of: [改造, (区|小区|旧小区)]}}"
    func words(_ text: String) throws -> [String] {
      try analyze(text, rules: rule).paragraphs.flatMap(\.tags).flatMap(\.evidence).map(\.text)
    }
    #expect(try words("旧小区改造。") == ["旧小区", "改造"])
    #expect(try words("旧小区的改造。") == ["小区", "改造"])
    #expect(try words("改造旧小区。") == ["改造", "旧小区"])
  }

  @Test("The highest level wins and all evidence is kept")
  func highestLevel() throws {
    let result = try analyze(
      "甲与乙在此。",
      rules: """
          - {id: x/a, gives: duty = weak, any: [甲]}
          - {id: x/b, gives: duty = strong, any: [乙]}
        """)
    #expect(result.tagList == ["duty 2"])
    #expect(result.paragraphs[0].tags[0].evidence.map(\.text) == ["乙", "甲"])
  }

  @Test("Evidence is given in bytes of the original file")
  func originalBytes() throws {
    let text = "\u{FEFF}　責任(zérèn)到人，甲。"
    let result = try analyze(text, rules: "  - {id: x/a, gives: duty = weak, any: [责任..甲, 甲]}")
    let evidence = try #require(result.paragraphs.first?.tags.first?.evidence.first)
    let bytes = Array(text.utf8)[evidence.bytes.start..<evidence.bytes.end]
    #expect(String(decoding: bytes, as: UTF8.self) == "甲")
  }

  @Test("Blocks outside the body take no tags")
  func otherZones() throws {
    let result = try analyze(
      "甲在文中。\n版权所有甲",
      rules: """
          - {id: z/footer, gives: zone = footer, any: [版权]}
          - {id: x/a, gives: duty = weak, any: [甲]}
        """)
    #expect(result.paragraphs.map(\.text) == ["甲在文中。"])
    #expect(result.otherBlocks.map(\.zone) == ["footer"])
  }

  @Test("A rule may read a label that a later rule gives")
  func stages() throws {
    let result = try analyze(
      "甲在此。",
      rules: """
          - {id: x/reads, gives: duty = weak, within: paragraph, label: repair >= weak}
          - {id: x/gives, gives: repair = strong, any: [甲]}
        """)
    #expect(result.tagList == ["duty 1", "repair 2"])
  }

  @Test("Blocks can be judged by the blocks around them")
  func neighbours() throws {
    let rules = """
        - {id: z/tail, gives: zone = footer, where: before(long) >= 1 and after(long) == 0 and han < 5}
        - {id: z/long, gives: long, where: han >= 8}
      """
    let result = try analyze(
      "短行\n这一行足够长可以算正文。\n短行\n这一行也足够长可以算正文。\n短尾", rules: rules,
      label: "long: {on: block, mark: true}")
    #expect(result.otherBlocks.map(\.text) == ["短尾"])
  }
}

/// Conditions that look in other units, in certain places, and at other rules.
@Suite struct ScopeTests {
  private func tags(_ rules: String, _ text: String) throws -> [String] {
    try analyze(text, rules: rules).tagList
  }

  @Test(
    "A condition is looked for where its scope says",
    arguments: [
      ("within: clause, all: [甲, {any: [乙], in: sentence}]", "甲来,乙去。", true),
      ("within: clause, all: [甲, {any: [乙], in: sentence}]", "甲来。乙去。", false),
      ("within: clause, all: [甲, {any: [乙], in: paragraph}]", "甲来。乙去。", true),
      ("within: clause, all: [甲, {any: [乙], in: paragraph}]", "甲来。\n乙去。", false),
      ("within: clause, all: [甲, {any: [乙], in: document}]", "甲来。\n乙去。", true),
      ("within: paragraph, all: [{all: [甲, 乙], in: sentence}]", "甲来,乙去。", true),
      ("within: paragraph, all: [{all: [甲, 乙], in: sentence}]", "甲来。乙去。", false),
      ("within: paragraph, all: [{all: [甲, 乙], in: clause}]", "甲来,乙去。", false),
      ("within: paragraph, none: [{all: [甲, 乙], in: sentence}]", "甲来。乙去。", true),
      ("any: [甲], position: first", "甲来。乙去。", true),
      ("any: [乙], position: first", "甲来。乙去。", false),
      ("any: [乙], position: last", "甲来。乙去。", true),
      ("any: [乙], position: not-last", "甲来。乙去。", false),
      ("any: [乙], position: not-first", "甲来。乙去。", true),
      ("within: clause, any: [乙], position: last", "甲来,乙去。", true),
      ("within: paragraph, any: [乙], position: first", "甲来。\n乙去。", false),
      ("within: paragraph, all: [{any: [乙], in: sentence, position: last}]", "甲。乙。", true),
      ("within: paragraph, all: [{any: [甲], in: sentence, position: last}]", "甲。乙。", false),
      ("any: [甲], zone: body", "甲来。", true),
      ("any: [甲], zone: footer", "甲来。", false),
      ("any: [甲], zone: [footer, body]", "甲来。", true),
      ("any: [甲], unless: [{any: [乙], position: first, in: sentence}]", "甲来乙去。", false),
      ("any: [甲], unless: [{any: [乙], position: last, in: sentence}]", "甲乙。丙。", true),
      ("any: [甲], where: position == 2", "乙。甲。丙。", true),
      ("any: [甲], where: position-from-end == 2", "乙。甲。丙。", true),
      ("any: [甲], where: position == 1", "乙。甲。丙。", false),
    ])
  func scopes(_ body: String, _ text: String, _ expected: Bool) throws {
    let found = try tags("  - {id: x/y, gives: duty = weak, \(body)}", text)
    #expect(!found.isEmpty == expected, "\(body) on \(text)")
  }

  @Test func `words outside the window show but do not earn`() throws {
    let rule =
      "  - {id: x/y, gives: duty = weak, within: clause, all: [甲, {any: [乙], in: document}]}"
    let paragraphs = try analyze("甲来。\n乙去。", rules: rule).paragraphs
    #expect(paragraphs.map { $0.tags.flatMap(\.evidence).map(\.text) } == [["甲"], []])
  }

  @Test func `exceptions void matches in every scope`() throws {
    let rule = """
        - {id: x/y, gives: duty = weak, within: paragraph, all: [{any: [甲], in: sentence}], except: [甲方]}
      """
    #expect(try tags(rule, "甲方来。") == [])
    #expect(try tags(rule, "甲方来。甲来。") == ["duty 1"])
  }

  @Test(
    "A rule can ask whether another one gave its label",
    arguments: [
      ("within: paragraph, rule: z/base", "丙甲。乙。", true),
      ("within: sentence, rule: z/base", "丙甲。乙。", true),
      ("within: clause, all: [乙, {rule: z/base}]", "丙甲。乙。", true),
      ("within: clause, all: [乙], none: [{rule: z/base}]", "丙甲。乙。", false),
      ("within: clause, all: [乙], none: [{rule: z/base}]", "丁甲。乙。", true),
      ("within: sentence, all: [乙, {rule: z/mark}]", "乙去,丙来。", true),
      ("within: sentence, all: [乙, {rule: z/mark}]", "乙去。丙来。", false),
    ])
  func rules(_ body: String, _ text: String, _ expected: Bool) throws {
    let rules = """
        - {id: x/y, gives: duty = weak, \(body)}
        - {id: z/base, gives: repair = weak, any: [丙甲]}
        - {id: z/mark, gives: tail, any: [丙来]}
      """
    #expect(try tags(rules, text).contains("duty 1") == expected, "\(body) on \(text)")
  }

  @Test("Directives are counted once they are known, in long paragraphs too", arguments: [0, 20])
  func countsOfDirectives(_ sentences: Int) throws {
    let rule = """
        - id: x/y
          gives: time = 0.5
          all:
            - 修补
            - {where: count(boast) > 0, in: paragraph}
      """
    let text =
      "必须背水一战清理楼道。必须修补楼道。" + String(repeating: "大家今天开会研究。", count: sentences)
    let directives = try analyze(text, rules: rule).directives
    #expect(directives.map { $0.slot("time")?.value ?? 0 } == [0, 0.5])
  }

  @Test func `a rule on a larger unit lends each window its own words`() throws {
    let rules = """
        - {id: x/y, gives: duty = weak, within: clause, all: [乙, {rule: z/base}]}
        - {id: z/base, gives: whole, within: clause, any: [甲]}
      """
    let result = try analyze(
      "甲甲与乙。\n乙。\n乙与甲,甲。\n甲。", rules: rules, label: "whole: {on: document, mark: true}")
    #expect(
      result.paragraphs.map { $0.tags.map { $0.evidence.map(\.text) } }
        == [[["甲", "甲", "乙"]], [["乙"]], [["乙", "甲"]], []])
  }

  @Test func `a rule that is asked for lends its words`() throws {
    let rules = """
        - {id: x/y, gives: duty = weak, within: paragraph, rule: z/base}
        - {id: z/base, gives: repair = weak, any: [丙甲]}
      """
    let tags = try analyze("丙甲来。", rules: rules).paragraphs.flatMap(\.tags)
    #expect(tags.map { $0.evidence.map(\.text) } == [["丙甲"], ["丙甲"]])
  }
}
