import TestSupport
import Testing

@testable import RuleLanguage

struct PatternParserTests {
  /// A tree as one line: literals bare, `[a b]` sequences, `{a b}` alternatives, `a?` optional, `=a` what must follow.
  static func dump(_ node: PatternNode) -> String {
    switch node {
    case .literal(let text): text
    case .reference(let name): "<\(name)>"
    case .gap(let minimum, let maximum): "\(minimum)~\(maximum)"
    case .sequence(let nodes): "[" + nodes.map(dump).joined(separator: " ") + "]"
    case .alternatives(let nodes): "{" + nodes.map(dump).joined(separator: " ") + "}"
    case .optional(let inner): dump(inner) + "?"
    case .start: "^"
    case .end: "$"
    case .lookahead(let inner): "=" + dump(inner)
    }
  }

  @Test(
    "patterns have the tree that the page describes",
    arguments: [
      ("暗访", "暗访"),
      ("a.b", "a.b"),
      ("(暗访|抽查)", "{暗访 抽查}"),
      ("暗访|抽查", "{暗访 抽查}"),
      ("(一)?轮", "[一? 轮]"),
      ("(一|两)?轮", "[{一 两}? 轮]"),
      ("((甲|乙)丙|丁)", "{[{甲 乙} 丙] 丁}"),
      ("<body>暗访", "[<body> 暗访]"),
      ("甲..乙", "[甲 0~12 乙]"),
      ("甲..8乙", "[甲 0~8 乙]"),
      ("甲..2-4乙", "[甲 2~4 乙]"),
      ("甲..3-乙", "[甲 0~3 -乙]"),
      ("甲..60乙", "[甲 0~60 乙]"),
      ("甲..0乙", "[甲 0~0 乙]"),
      ("甲..4", "[甲 0~4]"),
      ("^..4甲", "[^ 0~4 甲]"),
      ("(^|,)..4甲", "[{^ ,} 0~4 甲]"),
      ("^甲$", "[^ 甲 $]"),
      ("(^甲|乙$)", "{[^ 甲] [乙 $]}"),
      ("甲(,|$)", "[甲 {, $}]"),
      ("\\(甲\\)", "(甲)"),
      ("甲\\?\\|\\<\\>\\^\\$\\\\", "甲?|<>^$\\"),
      ("甲\\.\\.乙", "甲..乙"),
      ("\\甲", "甲"),
      ("(甲)?(乙)?丙", "[甲? 乙? 丙]"),
      ("甲(?=乙)", "[甲 =乙]"),
      ("甲(?=乙|丙)|丁", "{[甲 ={乙 丙}] 丁}"),
      ("甲(乙(?=..2丙)|丁)", "[甲 {[乙 =[0~2 丙]] 丁}]"),
      ("甲(乙(?=丙))?", "[甲 [乙 =丙]?]"),
      ("<a>..(?=(乙)?<b>$)", "[<a> 0~12 =[乙? <b> $]]"),
      ("甲(?=..1-2)", "[甲 =1~2]"),
      ("甲(?=乙(?=丙))", "[甲 =[乙 =丙]]"),
      ("甲(\\?=乙)", "[甲 ?=乙]"),
    ])
  func tree(_ pattern: String, _ expected: String) throws {
    #expect(Self.dump(try PatternParser.parse(pattern).node) == expected)
  }

  @Test(
    "what is wrong is named with its place",
    arguments: [
      ("甲\\", "pattern-dangling-escape", 3..<4),
      ("()", "pattern-empty-alternative", 0..<2),
      ("甲(乙|)", "pattern-empty-alternative", 7..<9),
      ("(|乙)甲", "pattern-empty-alternative", 0..<2),
      ("甲||乙", "pattern-empty-alternative", 3..<5),
      ("甲|", "pattern-empty-alternative", 3..<4),
      ("..甲", "pattern-gap-at-start", 0..<2),
      ("(..3甲|乙)", "pattern-gap-at-start", 1..<4),
      ("(甲)?..乙", "pattern-gap-at-start", 6..<8),
      ("(甲|(乙)?)..丙", "pattern-gap-at-start", 12..<14),
      ("甲..4-2乙", "pattern-gap-reversed", 3..<8),
      ("甲..61乙", "pattern-gap-too-long", 3..<7),
      ("甲..99999999999999999999乙", "pattern-gap-too-long", 3..<25),
      ("甲^乙", "pattern-misplaced-edge", 3..<4),
      ("甲$乙", "pattern-misplaced-edge", 3..<4),
      ("甲(^乙|丙)", "pattern-misplaced-edge", 4..<5),
      ("(甲$|乙)丙", "pattern-misplaced-edge", 4..<5),
      ("甲?", "pattern-stray-operator", 3..<4),
      ("(甲)??", "pattern-stray-operator", 6..<7),
      ("甲>乙", "pattern-stray-operator", 3..<4),
      ("甲(?!乙)", "pattern-stray-operator", 4..<5),
      ("甲(?=..4)", "pattern-idle-lookahead", 3..<10),
      ("甲(?=(乙)?)", "pattern-idle-lookahead", 3..<13),
      ("甲(?=乙|..2)", "pattern-idle-lookahead", 3..<14),
      ("甲(?=乙)?", "pattern-idle-lookahead", 3..<11),
      ("甲(?=乙)丙", "pattern-misplaced-lookahead", 3..<10),
      ("甲(?=乙)(丙)?", "pattern-misplaced-lookahead", 3..<10),
      ("(甲(?=乙)|丙)丁", "pattern-misplaced-lookahead", 4..<11),
      ("甲(?=)", "pattern-empty-alternative", 5..<7),
      ("甲(?=^乙)", "pattern-misplaced-edge", 6..<7),
      ("甲(?=乙$丙)", "pattern-misplaced-edge", 9..<10),
      ("甲(?=乙", "pattern-unbalanced", 3..<4),
      ("甲(?=", "pattern-unbalanced", 3..<4),
      ("(甲", "pattern-unbalanced", 0..<1),
      ("甲)", "pattern-unbalanced", 3..<4),
      (")", "pattern-unbalanced", 0..<1),
      ("(", "pattern-unbalanced", 0..<1),
      ("甲<乙", "pattern-unbalanced", 3..<4),
      ("<>甲", "pattern-unbalanced", 0..<2),
      ("(甲)?", "pattern-without-text", 0..<6),
      ("^$", "pattern-without-text", 0..<2),
      ("..", "pattern-without-text", 0..<2),
      ("(?=甲)", "pattern-without-text", 0..<7),
      ("甲|(?=乙)", "pattern-without-text", 0..<11),
      ("(甲)?(?=乙)", "pattern-without-text", 0..<13),
      ("(甲|(乙)?)", "pattern-without-text", 0..<12),
    ] as [(String, String, Range<Int>)])
  func problem(_ pattern: String, _ id: String, _ range: Range<Int>) {
    let error = #expect(throws: ExpressionProblem.self) { try PatternParser.parse(pattern) }
    #expect(error?.id.rawValue == id)
    #expect(error?.range == range)
  }

  @Test(
    "limits are inclusive",
    arguments: [
      (String(repeating: "甲", count: 666) + "ab", nil),
      (String(repeating: "甲", count: 667), "pattern-too-long"),
      (nest(16), nil),
      (nest(17), "pattern-too-deep"),
    ])
  func limit(_ pattern: String, _ id: String?) {
    var found: String?
    do throws(ExpressionProblem) { _ = try PatternParser.parse(pattern) } catch {
      found = error.id.rawValue
    }
    #expect(found == id)
  }

  private static func nest(_ depth: Int) -> String {
    String(repeating: "(", count: depth) + "甲" + String(repeating: ")", count: depth)
  }

  @Test func `references know their place and whether edges may stand there`() throws {
    let parsed = try PatternParser.parse("(<a>|甲<b>)(<c>)?")
    let references = parsed.references.map { "\($0.name) \($0.range) \($0.isFirst) \($0.isLast)" }
    #expect(
      references == ["a 1..<4 true false", "b 8..<11 false false", "c 13..<16 false true"])
    let ahead = try PatternParser.parse("<a>(?=<b><c>)").references
    #expect(
      ahead.map { "\($0.name) \($0.isFirst) \($0.isLast)" } == [
        "a true false", "b false false", "c false true",
      ])
  }

  @Test func `any text is parsed or refused at a place inside it`() {
    var generator = SeededGenerator(seed: 20_261_121)
    let pieces = [
      "甲", "乙", "a", "1", "(", ")", "|", "?", "<", ">", "^", "$", "\\", "..", "-", ".", "(?=", "=",
    ]
    for _ in 0..<4000 {
      let count = Int.random(in: 1...12, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      do throws(ExpressionProblem) {
        let parsed = try PatternParser.parse(text)
        for reference in parsed.references {
          let bytes = Array(text.utf8)[reference.range]
          #expect(
            String(decoding: bytes, as: UTF8.self) == "<\(reference.name)>",
            "\(text), seed \(generator.seed)")
        }
      } catch {
        #expect(
          error.range.lowerBound < error.range.upperBound
            && error.range.upperBound <= text.utf8.count, "\(text), seed \(generator.seed)")
      }
    }
  }
}
