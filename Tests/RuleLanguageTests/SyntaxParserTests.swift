import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing

struct SyntaxParserTests {
  private func parse(_ text: String) -> (root: SyntaxNode?, diagnostics: [Diagnostic]) {
    SyntaxParser.parse(SourceFile(name: "test.yaml", bytes: Array(text.utf8)), index: 0)
  }

  private func expectTree(_ text: String, _ expected: String) {
    let (root, diagnostics) = parse(text)
    #expect(syntaxDump(root) == expected, "\(text)")
    #expect(diagnostics.isEmpty, "\(text)")
  }

  @Test(
    "block collections nest by column",
    arguments: [
      ("", "nil"), ("# c\n", "nil"), ("a", "a"), ("a: b", "(map (a b))"),
      ("a: b\nc: d", "(map (a b) (c d))"), ("a:\n  b: c\nd:", "(map (a (map (b c))) (d \"\"))"),
      ("a:\n- b\n- c\nd: e", "(map (a (seq b c)) (d e))"), ("- - x\n  - y", "(seq (seq x y))"),
      ("- a: b\n  c: d\n- e", "(seq (map (a b) (c d)) e)"), ("-\n  - b\n-", "(seq (seq b) \"\")"),
      ("- a:\n  - b\n  c: d", "(seq (map (a (seq b)) (c d)))"), ("a:\n  b", "(map (a b))"),
      ("督查 :  暗访  # c\n", "(map (督查 暗访))"), ("'a b': c", "(map (\"a b\" c))"),
      ("---\na: b", "(map (a b))"), ("\u{FEFF}  a: b\n  c: d", "(map (a b) (c d))"),
      ("a:\r\n  - b\r\n  - c\r\n", "(map (a (seq b c)))"), ("a: b\rc: d", "(map (a b) (c d))"),
      ("a:\n\n# x\n  # y\n  b: c\n # z\n  d: e", "(map (a (map (b c) (d e))))"),
    ])
  func block(_ text: String, _ expected: String) { expectTree(text, expected) }

  @Test(
    "flow collections may span lines that are indented",
    arguments: [
      ("[a, b]", "(seq a b)"), ("{a: b, 'c': d}", "(map (a b) (c d))"), ("[]", "(seq)"),
      ("{}", "(map)"), ("[a, [b, {c: d}],]", "(seq a (seq b (map (c d))))"),
      ("a: {b: c,\n  d: e}\nf: g", "(map (a (map (b c) (d e))) (f g))"),
      ("a: [b, # x\n  # y\n  c\n  ]", "(map (a (seq b c)))"),
      ("{a: , b: }", "(map (a \"\") (b \"\"))"),
      ("[a b, \"c, d\", e:f]", "(seq \"a b\" \"c, d\" e:f)"), ("{a:\n b}", "(map (a b))"),
    ])
  func flow(_ text: String, _ expected: String) { expectTree(text, expected) }

  @Test(
    "plain text may hold what pattern syntax needs",
    arguments: [
      "<a>..8(b|c)", "^(x)?y", "(暗访|抽查)(一轮)?", "a#b", "a:b", "-x", "?x", ":x", "x, y", "x]", "a{b}",
      "3.5", "true", "~", "http://x", "it's", "=", "<<", "\u{3000}x", "x\\n",
    ])
  func plain(_ value: String) throws {
    let (root, diagnostics) = parse("key: \(value) # c\n")
    #expect(diagnostics.isEmpty)
    guard case .mapping(let entries)? = root?.content,
      case .scalar(let scalar)? = entries.first?.value.content
    else {
      Issue.record("no scalar for \(value)")
      return
    }
    #expect(scalar.text == value)
    #expect(scalar.style == .plain)
  }

  @Test(
    "quoted scalars are unescaped",
    arguments: [
      (#"'it''s'"#, "it's"), (#"'\n'"#, #"\n"#), (#""a\tb\\\"""#, "a\tb\\\""),
      (#""\u6f22\x41""#, "漢A"),
      (#""\U0001F600\0""#, "😀\0"), ("''", ""),
      (#""\N\_\L\P\e\/""#, "\u{85}\u{A0}\u{2028}\u{2029}\u{1B}/"),
    ])
  func quoted(_ text: String, _ expected: String) {
    let (root, diagnostics) = parse(text)
    #expect(diagnostics.isEmpty)
    guard case .scalar(let scalar)? = root?.content else {
      Issue.record("no scalar for \(text)")
      return
    }
    #expect(scalar.text == expected)
  }

  @Test(
    "block scalars fold and chomp",
    arguments: [
      ("a: |\n  x\n  y\n", "x\ny\n"), ("a: |-\n  x\n\n", "x"), ("a: |+\n  x\n\n", "x\n\n"),
      ("a: >\n  x\n  y\n", "x y\n"), ("a: >-\n x\n  y\n\n z\n", "x\n y\n\nz"),
      ("a: |2\n   x\n", " x\n"),
      ("a: >\n\n  x\n\n\n  y", "\nx\n\ny"), ("a: |\nb: c", ""), ("a: | # c\n  # x", "# x"),
      ("a: |\r\n  x\r\n  y\r\n", "x\ny\n"), ("a: |+\n\n\nb: c", "\n\n"), ("a: >-\n    \nb: c", ""),
    ])
  func blockScalar(_ text: String, _ expected: String) {
    let (root, diagnostics) = parse(text)
    #expect(diagnostics.isEmpty, "\(text)")
    guard case .mapping(let entries)? = root?.content,
      case .scalar(let scalar)? = entries.first?.value.content
    else {
      Issue.record("no scalar for \(text)")
      return
    }
    #expect(scalar.text == expected, "\(text)")
  }

  @Test(
    "each byte of a value knows its place",
    arguments: [
      ("ab", [0, 1, 2]), ("'a''b'", [1, 2, 4, 5]), (#""\u6f22b""#, [1, 1, 1, 7, 8]),
      ("|-\n x\n y", [4, 5, 7, 8]), (">-\n x\n y", [4, 5, 7, 8]), ("督", [0, 1, 2, 3]),
    ])
  func offsets(_ text: String, _ expected: [Int]) {
    guard case .scalar(let scalar)? = parse(text).root?.content else {
      Issue.record("no scalar for \(text)")
      return
    }
    #expect(Array(scalar.offsets) == expected, "\(text)")
    #expect(scalar.offsets.count == scalar.text.utf8.count + 1)
  }

  @Test func `spans leave out blanks and comments`() {
    let text = "a:  [b, c]  # x\n\nd: e\n"
    guard case .mapping(let entries)? = parse(text).root?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key.span) == [SourceSpan(0, 1), SourceSpan(17, 18)])
    #expect(entries.map(\.value.span) == [SourceSpan(4, 10), SourceSpan(20, 21)])
    #expect(parse(text).root?.span == SourceSpan(0, 21))
  }

  @Test(
    "several mistakes are told in one run, each once, and the rest is read",
    arguments: [
      ("a: @x\nb: *y\nc: d", ["indicator-at-start", "yaml-alias"], "(c d)"),
      ("a: [b\nc: \"d\ne: f", ["unclosed-flow", "unclosed-quote"], "(e f)"),
      ("a: b\n  c\nd\ne: f", ["multi-line-plain", "missing-colon"], "(e f)"),
      ("a:\n -b\n -c\nd: e", ["missing-space-after-dash"], "(d e)"),
      ("a:\n   b: c\n  d: e\nf: g", ["inconsistent-indentation"], "(f g)"),
      ("a: {b: c: d, e: [f, g: h]}\ni: j", ["colon-in-plain-scalar", "flow-pair"], "(i j)"),
      ("? a\n: b\nc: d", ["complex-key"], "(c d)"),
      ("\ta: b\n\tc: d", ["tab-indentation"], "(c d)"),
      ("a: |\n    x\n  y\n  z\nb: c", ["block-scalar-indentation"], "(b c)"),
      ("- a\nb: c\n- d", ["mapping-sequence-mixed"], "(seq a d)"),
    ])
  func recovery(_ text: String, _ ids: [String], _ part: String) {
    let (root, diagnostics) = parse(text)
    #expect(diagnostics.map(\.id.rawValue) == ids, "\(text)")
    #expect(syntaxDump(root).contains(part), "\(syntaxDump(root))")
  }

  @Test func `limits are errors`() {
    var limits = SyntaxLimits()
    limits.depth = 2
    let file = SourceFile(name: "test.yaml", bytes: Array("a: [[b]]".utf8))
    let deep = SyntaxParser.parse(file, index: 0, limits: limits)
    #expect(deep.diagnostics.map(\.id.rawValue) == ["nesting-too-deep"])
    limits.bytes = 7
    let large = SyntaxParser.parse(file, index: 0, limits: limits)
    #expect(large.diagnostics.map(\.id.rawValue) == ["file-too-large"])
    #expect(large.root == nil)
  }
}
