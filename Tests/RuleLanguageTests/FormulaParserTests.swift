import TestSupport
import Testing

@testable import RuleLanguage

struct FormulaParserTests {
  /// A tree with all its parentheses.
  private static func dump(_ formula: Formula) -> String {
    switch formula {
    case .number(let value): "\(value)"
    case .name(let name): name
    case .negate(let inner): "(- \(dump(inner)))"
    case .not(let inner): "(not \(dump(inner)))"
    case .binary(let operation, let left, let right):
      "(\(dump(left)) \(operation.rawValue) \(dump(right)))"
    case .call(let name, let arguments):
      "\(name)(" + arguments.map(dump).joined(separator: ", ") + ")"
    }
  }

  @Test(
    "operators bind as in arithmetic",
    arguments: [
      ("20", "20.0"),
      ("0.25", "0.25"),
      ("20 * action", "(20.0 * action)"),
      ("1 + 2 * 3", "(1.0 + (2.0 * 3.0))"),
      ("1 - 2 - 3", "((1.0 - 2.0) - 3.0)"),
      ("8 / 4 / 2", "((8.0 / 4.0) / 2.0)"),
      ("(1 + 2) * 3", "((1.0 + 2.0) * 3.0)"),
      ("-a * b", "((- a) * b)"),
      ("a - -b", "(a - (- b))"),
      ("a == 0 or b > 1 and c", "((a == 0.0) or ((b > 1.0) and c))"),
      ("not a == b", "(not (a == b))"),
      ("not a and b", "((not a) and b)"),
      ("a+1<=b", "((a + 1.0) <= b)"),
      ("a != b", "(a != b)"),
      ("blocks-before - 1", "(blocks-before - 1.0)"),
      ("min(a, b, 3)", "min(a, b, 3.0)"),
      ("if(a > 0, 1, 2)", "if((a > 0.0), 1.0, 2.0)"),
      ("max(a) >= 1", "(max(a) >= 1.0)"),
      ("a\n  + b", "(a + b)"),
    ])
  func tree(_ text: String, _ expected: String) throws {
    #expect(Self.dump(try FormulaParser.parse(text).formula) == expected)
  }

  @Test(
    "what is wrong is named with its place",
    arguments: [
      ("1 +", "formula-malformed", 2..<3),
      ("(1", "formula-malformed", 1..<2),
      ("min()", "formula-malformed", 4..<5),
      ("min(a", "formula-malformed", 4..<5),
      ("a b", "formula-malformed", 2..<3),
      ("a and", "formula-malformed", 4..<5),
      ("and a", "formula-malformed", 0..<3),
      ("1.2.3", "formula-malformed", 0..<5),
      ("1.", "formula-malformed", 0..<2),
      ("1e5", "formula-malformed", 1..<3),
      ("a = 1", "formula-malformed", 2..<3),
      ("a & b", "formula-malformed", 2..<3),
      ("a ≥ 1", "formula-malformed", 2..<5),
      ("A", "formula-malformed", 0..<1),
      ("1 < a < 3", "formula-chained-comparison", 6..<7),
      ("a == b != c", "formula-chained-comparison", 7..<9),
    ])
  func problem(_ text: String, _ id: String, _ range: Range<Int>) {
    let error = #expect(throws: ExpressionProblem.self) { try FormulaParser.parse(text) }
    #expect(error?.id.rawValue == id)
    #expect(error?.range == range)
  }

  @Test func `names are located in the order of the text`() throws {
    let parsed = try FormulaParser.parse("not a + min(b, 2 * c)")
    #expect(parsed.names == [4..<5, 8..<11, 12..<13, 19..<20])
  }

  @Test func `nesting has a limit`() {
    let deep = String(repeating: "-", count: 40) + "1"
    let error = #expect(throws: ExpressionProblem.self) { try FormulaParser.parse(deep) }
    #expect(error?.id == .formulaTooDeep)
  }

  @Test(
    "only plain decimals are numbers",
    arguments: [
      ("0", 0), ("12", 12), ("0.5", 0.5), ("", nil), (".5", nil), ("1.", nil), ("-1", nil),
      ("+1", nil), ("1e3", nil), ("0x1", nil), ("nan", nil), ("inf", nil), ("1_000", nil),
      ("１", nil), (" 1", nil),
    ] as [(String, Double?)])
  func decimal(_ text: String, _ value: Double?) {
    #expect(PlainDecimal.value(text) == value)
  }

  @Test func `any text is parsed or refused at a place inside it`() {
    var generator = SeededGenerator(seed: 7_112_026)
    let pieces = [
      "a", "1", ".", "(", ")", " and ", "not ", "+", "-", "*", "<", "==", ",", "min(", "好",
    ]
    for _ in 0..<4000 {
      let count = Int.random(in: 1...10, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      do throws(ExpressionProblem) { _ = try FormulaParser.parse(text) } catch {
        #expect(
          error.range.lowerBound < error.range.upperBound
            && error.range.upperBound <= text.utf8.count, "\(text), seed \(generator.seed)")
      }
    }
  }
}
