import SourceText

/// A formula's tree with the places of its names.
struct ParsedFormula: Hashable {
  let formula: Formula
  /// Bytes of the formula's text for each name and function, in the order of the text.
  let names: [Range<Int>]
}

/// Parses formulas by precedence climbing; positions are bytes of the formula's text.
struct FormulaParser {
  static let deepestNesting = 32
  /// Numbers, names and signs; what reads the tree goes down as deep as the formula is long.
  static let longestFormula = 500

  private enum Token: Hashable {
    case number(Double)
    case name(String)
    case symbol(String)
  }

  private struct Located: Hashable {
    let token: Token
    let range: Range<Int>
  }

  private let length: Int
  private let tokens: [Located]
  private var position = 0
  private var depth = 0
  private var names: [Range<Int>] = []

  /// The tree of `text`.
  ///
  /// - Throws: `ExpressionProblem` with the first thing that is wrong.
  /// - Complexity: O(bytes of `text`).
  static func parse(_ text: String) throws(ExpressionProblem) -> ParsedFormula {
    let bytes = Array(text.utf8)
    var parser = FormulaParser(length: bytes.count, tokens: try tokenize(bytes))
    let formula = try parser.expression(0)
    if let rest = parser.peek {
      throw .malformedFormula("expected an operator here", rest.range)
    }
    return ParsedFormula(formula: formula, names: parser.names)
  }

  private init(length: Int, tokens: [Located]) {
    self.length = length
    self.tokens = tokens
  }

  private static func tokenize(_ bytes: [UInt8]) throws(ExpressionProblem) -> [Located] {
    var tokens: [Located] = []
    var index = 0
    func run(_ start: Int, _ test: (UInt8) -> Bool) -> Int {
      var end = start
      while end < bytes.count, test(bytes[end]) { end += 1 }
      return end
    }
    while index < bytes.count {
      guard tokens.count <= longestFormula else {
        throw .formulaTooLong(limit: longestFormula, 0..<bytes.count)
      }
      let byte = bytes[index]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        index += 1
      } else if byte.isDigit {
        let end = run(index) { $0.isDigit || $0 == UInt8(ascii: ".") }
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        guard let value = PlainDecimal.value(text) else {
          throw .malformedFormula("`\(text)` is no decimal number", index..<end)
        }
        tokens.append(Located(token: .number(value), range: index..<end))
        index = end
      } else if byte.isSmall {
        // A hyphen joins letters of one name; subtraction has blanks around it.
        let end = run(index) { $0.isSmall || $0.isDigit || $0 == UInt8(ascii: "-") }
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        tokens.append(Located(token: .name(text), range: index..<end))
        index = end
      } else {
        let end = try symbolEnd(bytes, index)
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        tokens.append(Located(token: .symbol(text), range: index..<end))
        index = end
      }
    }
    return tokens
  }

  private static func symbolEnd(_ bytes: [UInt8], _ index: Int) throws(ExpressionProblem) -> Int {
    let pairs = ["==", "!=", "<=", ">="]
    if index + 1 < bytes.count,
      pairs.contains(String(decoding: bytes[index...index + 1], as: UTF8.self))
    {
      return index + 2
    }
    guard "+-*/()<>,".utf8.contains(bytes[index]) else {
      let end = min(index + bytes[index].characterLength, bytes.count)
      throw .malformedFormula(
        "this character has no meaning in a formula",
        note: "formulas use numbers, names, `+ - * /`, comparisons, `and`, `or`, `not`",
        index..<end)
    }
    return index + 1
  }

  private static func precedence(_ operation: Formula.Operator) -> Int {
    switch operation {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 4
    case .add, .subtract: 5
    case .multiply, .divide: 6
    }
  }

  private var peek: Located? { position < tokens.count ? tokens[position] : nil }

  private var operation: Formula.Operator? {
    switch peek?.token {
    case .symbol(let text), .name(let text): Formula.Operator(rawValue: text)
    case .number, nil: nil
    }
  }

  private mutating func expression(_ minimum: Int) throws(ExpressionProblem) -> Formula {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw .formulaTooDeep(limit: Self.deepestNesting, peek?.range ?? 0..<length)
    }
    var left = try prefix()
    var isComparison = false
    while let place = peek?.range, let operation, Self.precedence(operation) >= minimum {
      position += 1
      let compares = Self.precedence(operation) == 4
      if compares, isComparison { throw .chainedComparison(place) }
      isComparison = compares
      let right = try expression(Self.precedence(operation) + 1)
      left = .binary(operation, left, right)
    }
    return left
  }

  private mutating func prefix() throws(ExpressionProblem) -> Formula {
    guard let next = peek else {
      throw .malformedFormula("the formula ends too early", max(0, length - 1)..<length)
    }
    position += 1
    switch next.token {
    case .number(let value): return .number(value)
    case .name("not"): return .not(try expression(3))
    case .symbol("-"): return .negate(try expression(7))
    case .symbol("("):
      let inner = try expression(0)
      try expect(")")
      return inner
    case .name(let name) where Formula.Operator(rawValue: name) != nil:
      throw .malformedFormula("expected a number or a name before `\(name)`", next.range)
    case .name(let name):
      names.append(next.range)
      guard peek?.token == .symbol("(") else { return .name(name) }
      position += 1
      return .call(name, try arguments())
    case .symbol(let text):
      throw .malformedFormula("expected a number or a name, not `\(text)`", next.range)
    }
  }

  private mutating func arguments() throws(ExpressionProblem) -> [Formula] {
    var arguments = [try expression(0)]
    while peek?.token == .symbol(",") {
      position += 1
      arguments.append(try expression(0))
    }
    try expect(")")
    return arguments
  }

  private mutating func expect(_ symbol: String) throws(ExpressionProblem) {
    guard let next = peek, next.token == .symbol(symbol) else {
      throw .malformedFormula(
        "expected `\(symbol)` here", peek?.range ?? max(0, length - 1)..<length)
    }
    position += 1
  }
}
