import Diagnostics
import SourceText
import Testing
import Verification

/// Where lints speak and where they keep silent, close to each other.
struct LintCaseTests {
  /// `id «words under the caret»` of each lint of a small pack with `text` at its end.
  private func lints(_ text: String, header: String = "") -> [String] {
    let base = """
      pack: {name: example, version: 0.1.0\(header)}
      labels:
        duty: {on: paragraph, role: tag, levels: [low, high]}
        demand: {on: clause, mark: true}
      # duban: allow-file rule-without-examples, label-never-read, label-never-given, unreachable-value

      """
    let file = SourceFile(name: "a.yaml", bytes: Array((base + text).utf8))
    return PackCheck(files: [file]).diagnostics.filter { $0.id != "stale-suppression" }.map {
      "\($0.id.rawValue) «\(file.text($0.primary.span))»"
    }
  }

  /// The lints of one rule on paragraphs with these keys.
  private func rule(_ body: String, within: String = "sentence") -> [String] {
    let lines = body.split(separator: "\n").map { "    \($0)\n" }.joined()
    return lints("rules:\n  - id: a\n    gives: duty = high\n    within: \(within)\n\(lines)")
  }

  @Test(
    "alternatives that add nothing",
    arguments: [
      ("any:\n  - 督查\n  - 督查组", ["redundant-alternative «督查组»"]),
      ("any:\n  - 督查组\n  - 督查", ["redundant-alternative «督查组»"]),
      ("any:\n  - 督查组\n  - 督办", []),
      ("any:\n  - 检查\n  - 督查..4检查", ["redundant-alternative «督查..4检查»"]),
      ("any:\n  - 督查..8检查\n  - 督查..2-4检查", ["redundant-alternative «督查..2-4检查»"]),
      ("any:\n  - 督查..4检查\n  - 督查..8检查", ["redundant-alternative «督查..4检查»"]),
      ("any:\n  - 督查..4检查\n  - 督查各地检查", ["redundant-alternative «督查各地检查»"]),
      ("any:\n  - 督查..4检查\n  - 督查,检查", []),
      ("any:\n  - 督查..1检查\n  - 督查各地检查", []),
      ("any:\n  - ^督查\n  - 督查组", []),
      ("any:\n  - 督查\n  - ^督查组", ["redundant-alternative «^督查组»"]),
      ("any:\n  - ABC\n  - ABCD", []),
      ("any:\n  - ABC\n  - ABC区", ["redundant-alternative «ABC区»"]),
      ("any:\n  - 督查\n  - (明|暗)督查", ["redundant-alternative «(明|暗)督查»"]),
      ("any:\n  - 明督查\n  - (明|暗)督查", ["redundant-alternative «明督查»"]),
      ("any:\n  - 督查\n  - 督查组\nexcept:\n  - 督查(不力|室)", []),
      ("any:\n  - 督查\n  - 督办\n  - 督查", ["duplicate-alternative «督查»"]),
      ("any:\n  - 督(查|办|查)", ["duplicate-alternative «督(查|办|查)»"]),
      ("any: [督查]\nunless:\n  - {any: [会风, 会风会纪]}", ["redundant-alternative «会风会纪»"]),
      ("any:\n  - 督查\n  - 督查(?=检查)", ["redundant-alternative «督查(?=检查)»"]),
      ("any:\n  - 督查检查\n  - 督查(?=检查)", ["redundant-alternative «督查检查»"]),
      ("any:\n  - 检查\n  - 督查(?=检查)", []),
      ("any:\n  - 督查检\n  - 督查(?=检查)", []),
      (
        "any:\n  - 督查(?=检)\n  - 明督查(?=检查)", ["redundant-alternative «明督查(?=检查)»"]
      ),
      ("any:\n  - 督查(?=检)\n  - 明督(?=查检)", []),
      ("any:\n  - 督(?=..2查)\n  - 督(?=各查)", ["redundant-alternative «督(?=各查)»"]),
      ("any:\n  - 督查(?=检|检|访)", ["duplicate-alternative «督查(?=检|检|访)»"]),
    ])
  func alternatives(_ body: String, _ expected: [String]) {
    #expect(rule(body) == expected)
  }

  @Test(
    "what stops a rule always, or never",
    arguments: [
      ("any: [督查组]\nunless: [督查]", ["unless-contradicts-any «督查»"]),
      ("any: [督查组, 督办]\nunless: [督查]", ["unless-contradicts-any «督查组»"]),
      ("any: [督查]\nunless: [督查组]", []),
      ("all: [督查组, 督办]\nunless: [督办]", ["unless-contradicts-any «督办»"]),
      ("ordered: [督查组, 督办]\nunless: [督办]", ["unless-contradicts-any «督办»"]),
      ("any: [督查组]\nexcept: [督查组]", ["except-covers-all «督查组»"]),
      ("any: [督查组]\nexcept: [督查]", ["idle-exception «督查»"]),
      ("any: [督查组]\nexcept:\n  - {pattern: 督查, when: overlaps}", ["except-covers-all «督查»"]),
      ("any: [督查]\nexcept: [督查组]", []),
      ("all: [巡查]\nnone: [水库]\nexcept: [水库路]", []),
      ("all: [巡查]\nnone: [水库]\nexcept: [河流]", ["idle-exception «河流»"]),
      ("any: [督查]\nexcept: [督办督察]", ["idle-exception «督办督察»"]),
      ("any: [督查, 督办]\nexcept: [督办]", ["except-covers-all «督办»"]),
      ("any: [督..4查]\nexcept: [督促检查]", []),
      ("any: [督..1查]\nexcept: [督促检查]", ["idle-exception «督促检查»"]),
      ("any: [督查]\nexcept: [督<han>查]", []),
      ("any: ['督查(?=组)']\nunless: [督查]", ["unless-contradicts-any «督查»"]),
      ("any: [督查]\nunless: ['督查(?=组)']", []),
      ("any: [督查组]\nexcept: ['督查(?=组)']", ["idle-exception «'督查(?=组)'»"]),
      ("any: [督查]\nexcept: ['督查(?=组)']", []),
      ("any: ['督查(?=组)']\nexcept: [督查]", ["except-covers-all «督查»"]),
      ("any: ['督查(?=组)']\nexcept: ['督查(?=组)']", ["except-covers-all «'督查(?=组)'»"]),
    ])
  func stops(_ body: String, _ expected: [String]) {
    #expect(rule(body) == expected)
  }

  @Test(
    "words that cannot match as they are written",
    arguments: [
      ("any: [督查組]", ["folded-text «組»"]),
      ("any: [ＡＢ督查]", ["folded-text «Ａ»"]),
      ("any: [督查（一）]", []),
      ("any: ['督查。。']", ["unmatchable-text «督查。。»"]),
      ("any: [\"督查\\n督办\"]", ["wider-than-window «\"督查\\n督办\"»"]),
      ("any: [3个, 3.5个]", []),
      ("any:\n  - <digits>个", []),
      ("any:\n  - <digits>km", ["broken-run «<digits>km»"]),
      ("any:\n  - <number>km", []),
      ("any:\n  - <number>..2 5个", []),
      ("any:\n  - <latin><latin>", ["broken-run «<latin><latin>»"]),
      ("any:\n  - 第2(0)?日", ["split-word «第2(0)?日»"]),
      ("any:\n  - 第2(日)?晚", []),
      ("any:\n  - 督.*查", ["regular-expression «.*»"]),
      ("any: ['督{1,3}查']", ["regular-expression «{1,3}»"]),
      ("any: ['督{2}查']", ["regular-expression «{2}»"]), ("any: ['督{甲}查']", []),
      ("any: [督查｜督办]", ["full-width-operator «｜»"]),
      ("any: [督（查|办）组]", ["full-width-operator «（»"]),
      ("any: [督（查｜办）组]", ["full-width-operator «（»"]),
      ("any: ['督查\\｜督办']", []), ("any: [督（查）组]", []), ("any: [督＜甲＞组]", []),
      ("any: [督＜number＞组]", ["full-width-operator «＜»"]),
      ("any: [督查（？＝组）]", ["full-width-operator «（»"]),
      ("any: [督查(？=组)]", ["full-width-operator «？»", "wider-than-window «？=组»"]),
      ("any: [督查（？组）]", []),
      ("any:\n  - 第<digits>(?=5个)", ["broken-run «第<digits>(?=5个)»"]),
      ("any: ['督查(?=。。)']", ["unmatchable-text «。。»"]),
      ("any:\n  - 督查(?=检查(组)?)", ["idle-ending «督查(?=检查(组)?)»"]),
      ("any:\n  - 督查(?=检查..4)", ["idle-ending «督查(?=检查..4)»"]),
      ("any:\n  - 督查(?=(检)?查..1-4)", []),
      ("any:\n  - 督..0查", ["idle-gap «..0»"]),
      ("where: 1 < 2", ["constant-formula «1 < 2»"]),
      ("at-least: {count: 2, of: [督查, 督办]}", ["roundabout-condition «督查»"]),
      ("near: {within: 4, of: [督查]}", ["roundabout-condition «督查»"]),
    ])
  func words(_ body: String, _ expected: [String]) {
    #expect(rule(body) == expected)
  }

  @Test func `punctuation that ends the window is too wide for it`() {
    #expect(rule("any: ['督查,督办']", within: "clause") == ["wider-than-window «督查,督办»"])
    #expect(rule("any: ['督查,督办']", within: "sentence") == [])
    #expect(rule("any: [督查。督办]", within: "sentence") == ["wider-than-window «督查。督办»"])
    #expect(rule("any: [督查。督办]", within: "paragraph") == [])
    #expect(rule("any: ['督查(?=。督办)']", within: "clause") == [])
    #expect(
      rule("any:\n  - {any: ['督查,督办'], in: paragraph}", within: "clause") == [])
  }

  @Test func `a number of repetitions is no punctuation that ends a clause`() {
    #expect(
      rule("any: ['督{1,3}查']", within: "clause") == ["regular-expression «{1,3}»"])
  }

  private func two(_ first: String, _ second: String) -> [String] {
    lints("rules:\n  - {id: a, \(first)}\n  - {id: b, \(second)}\n")
  }

  @Test(
    "rules that another makes idle",
    arguments: [
      ("gives: duty = low, any: [督查组]", "gives: duty = high, any: [督查]", ["subsumed-rule «a»"]),
      ("gives: duty = high, any: [督查组]", "gives: duty = low, any: [督查]", []),
      ("gives: duty = low, any: [督查]", "gives: duty = low, any: [督查组]", ["subsumed-rule «b»"]),
      ("gives: duty = low, any: [督查]", "gives: duty = low, any: [督查组], flags: [x]", []),
      ("gives: duty = low, any: [督查], confidence: 0.3", "gives: duty = low, any: [督查组]", []),
      ("gives: duty = low, any: [督查], unless: [会风]", "gives: duty = low, any: [督查组]", []),
      ("gives: duty = low, any: [督查], except: [督查室]", "gives: duty = low, any: [督查组]", []),
      ("gives: duty = low, any: [督查]", "gives: duty = low, any: [督查组, 督办]", []),
      (
        "gives: duty = low, any: [督查]", "gives: duty = low, all: [督查组, 督办]",
        ["subsumed-rule «b»"]
      ),
      ("gives: duty = low, any: [督查]", "gives: duty = high, any: [督查]", ["duplicate-rule «b»"]),
      ("gives: duty = low, any: [督查]", "gives: demand, any: [督查]", []),
    ])
  func rules(_ first: String, _ second: String, _ expected: [String]) {
    #expect(two(first, second) == expected)
  }

  @Test(
    "terms and names",
    arguments: [
      ("lexicons: {x: [甲长, 乙长, 甲长]}", "<x>", ["duplicate-term «甲长»"]),
      ("lexicons: {x: [甲长, 甲長]}", "<x>", ["duplicate-term «甲長»", "folded-text «長»"]),
      (
        "lexicons: {x: [甲长], y: {include: [x], terms: [甲长]}}", "<y>",
        ["duplicate-term «甲长»"]
      ),
      ("lexicons: {x: [检, 检查]}", "<x>查", ["shadowed-term «<x>查»"]),
      ("lexicons: {x: [检, 检查]}", "<x>(?=查)", ["shadowed-term «<x>(?=查)»"]),
      ("patterns: {x: '督查(?=AB)'}", "<x>ABC", []),
      ("lexicons: {x: [检, 检查]}", "<x>(查)?组", []),
      ("lexicons: {x: [检, 检查]}", "<x>组", []),
      ("lexicons: {x: [检查], y: [督查]}", "<x>", ["unused-definition «y»"]),
      ("lexicons: {x: [检查], y: {include: [x], terms: []}}", "<y>", []),
      ("patterns: {x: 检查}", "督查", ["unused-definition «检查»"]),
      ("lexicons: {x: [检查，督查]}", "<x>", ["punctuated-term «，»"]),
      ("lexicons: {x: ['检查(组)?']}", "<x>", ["pattern-in-term «'检查(组)?'»"]),
      ("lexicons: {x: [检..查]}", "<x>", ["pattern-in-term «检..查»"]),
      ("lexicons: {x: ['检查|督查']}", "<x>", ["pattern-in-term «'检查|督查'»"]),
      ("lexicons: {x: ['<y>组'], y: [督查]}", "<x><y>", ["pattern-in-term «'<y>组'»"]),
      ("lexicons: {x: ['|', '(', '?', '<', '《甲》', 甲.乙]}", "<x>督查", []),
    ])
  func names(_ definitions: String, _ pattern: String, _ expected: [String]) {
    let text =
      "\(definitions)\nrules:\n  - id: a\n    gives: duty = high\n    any:\n      - \(pattern)\n"
    #expect(lints(text) == expected)
  }

  @Test func `letter case is folded where the pack says so`() {
    let text = "rules:\n  - {id: a, gives: duty = high, any: [Council, council]}\n"
    #expect(lints(text) == [])
    #expect(
      lints(text, header: ", case: ignore") == ["duplicate-alternative «council»"])
  }
}
