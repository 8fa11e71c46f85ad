import SourceText

/// A pattern's tree with the places of its references.
struct ParsedPattern: Hashable {
  struct Reference: Hashable {
    let name: String
    /// Bytes of the pattern's text, from `<` to after `>`.
    let range: Range<Int>
    /// Whether nothing stands before it, so that the pattern it names may begin with `^`.
    let isFirst: Bool
    /// Whether nothing stands after it, so that the pattern it names may end with `$`.
    let isLast: Bool
  }

  let node: PatternNode
  /// In the order of the text.
  let references: [Reference]
}

/// Parses the pattern language: text means itself, operators are a few ASCII characters.
///
/// One pass, no backtracking; positions are bytes of the pattern's text.
struct PatternParser {
  static let defaultGap = 12
  static let longestGap = 60
  static let deepestNesting = 16
  static let longestPattern = 2000

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  /// Ranges of all gaps, edges, references and lookaheads in the order of the text, which is that of the
  /// tree.
  private var operators: [Range<Int>] = []

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The tree of `text`.
  ///
  /// - Throws: `ExpressionProblem` with the first thing that is wrong.
  /// - Complexity: O(bytes of `text`).
  static func parse(_ text: String) throws(ExpressionProblem) -> ParsedPattern {
    var parser = PatternParser(text)
    guard parser.bytes.count <= longestPattern else {
      throw .patternTooLong(limit: longestPattern, 0..<parser.bytes.count)
    }
    let node = try parser.alternatives()
    if parser.position < parser.bytes.count {
      throw .unbalanced("`)` closes nothing", ")", parser.position..<parser.position + 1)
    }
    return try PatternCheck.check(node, parser.operators, length: parser.bytes.count)
  }

  private mutating func alternatives() throws(ExpressionProblem) -> PatternNode {
    let first = try sequence()
    guard peek == UInt8(ascii: "|") else { return first }
    var members = [first]
    while peek == UInt8(ascii: "|") {
      position += 1
      members.append(try sequence())
    }
    return .alternatives(members)
  }

  private mutating func sequence() throws(ExpressionProblem) -> PatternNode {
    let start = position
    // Most have one member, and then no list is made.
    var first: PatternNode?
    var members: [PatternNode] = []
    while let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let node = isText(byte) ? .literal(try literal()) : try operation(byte)
      if let first, members.isEmpty { members.append(first) }
      if first == nil { first = node } else { members.append(node) }
    }
    guard let first else {
      // A stray `)` at the outside is no empty alternative.
      if depth == 0, start == 0, peek == UInt8(ascii: ")") {
        throw .unbalanced("`)` closes nothing", ")", 0..<1)
      }
      throw .emptyAlternative(max(0, start - 1)..<min(start + 1, bytes.count))
    }
    return members.isEmpty ? first : .sequence(members)
  }

  /// Whether `byte`, which stands at the position, is text or escapes some.
  private func isText(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "?"):
      false
    case UInt8(ascii: "."): position + 1 == bytes.count || bytes[position + 1] != byte
    default: true
    }
  }

  /// The text from the position to the next operator, consumed and without its escapes.
  private mutating func literal() throws(ExpressionProblem) -> String {
    let start = position
    var unescaped: [UInt8]?
    while let byte = peek, isText(byte) {
      if byte == UInt8(ascii: "\\") {
        guard position + 1 < bytes.count else { throw .danglingEscape(position..<position + 1) }
        if unescaped == nil { unescaped = Array(bytes[start..<position]) }
        position += 1
      }
      unescaped?.append(bytes[position])
      position += 1
    }
    return String(decoding: unescaped?[...] ?? bytes[start..<position], as: UTF8.self)
  }

  /// The operator at the position, consumed.
  private mutating func operation(_ byte: UInt8) throws(ExpressionProblem) -> PatternNode {
    switch byte {
    case UInt8(ascii: "("): try isLookahead ? lookahead() : group()
    case UInt8(ascii: "<"): try reference()
    case UInt8(ascii: "^"): edge(.start)
    case UInt8(ascii: "$"): edge(.end)
    case UInt8(ascii: ">"): throw .strayBracket(position..<position + 1)
    case UInt8(ascii: "?"): throw .strayQuestion(position..<position + 1)
    default: try gap()
    }
  }

  private mutating func edge(_ node: PatternNode) -> PatternNode {
    operators.append(position..<position + 1)
    position += 1
    return node
  }

  private mutating func group() throws(ExpressionProblem) -> PatternNode {
    let inner = try bracketed(behind: "(")
    guard peek == UInt8(ascii: "?") else { return inner }
    position += 1
    return .optional(inner)
  }

  /// Whether what stands at the position opens what must follow.
  private var isLookahead: Bool { bytes[position...].starts(with: Self.lookaheadOpening.utf8) }

  private static let lookaheadOpening = "(?="

  private mutating func lookahead() throws(ExpressionProblem) -> PatternNode {
    let start = position
    let index = operators.count
    operators.append(start..<start)
    let inner = try bracketed(behind: Self.lookaheadOpening)
    operators[index] = start..<position
    if peek == UInt8(ascii: "?") { throw .idleLookahead(start..<position + 1) }
    return .lookahead(inner)
  }

  /// The alternatives between `opening`, which stands at the position, and the bracket that closes them.
  private mutating func bracketed(behind opening: String) throws(ExpressionProblem) -> PatternNode {
    let start = position
    depth += 1
    guard depth <= Self.deepestNesting else {
      throw .patternTooDeep(limit: Self.deepestNesting, start..<start + 1)
    }
    position += opening.utf8.count
    if peek == nil { throw .unbalanced("`(` is never closed", "(", start..<start + 1) }
    let inner = try alternatives()
    guard peek == UInt8(ascii: ")") else {
      throw .unbalanced("`(` is never closed", "(", start..<start + 1)
    }
    position += 1
    depth -= 1
    return inner
  }

  private mutating func reference() throws(ExpressionProblem) -> PatternNode {
    let start = position
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
      throw .unbalanced("`<` is never closed", "<", start..<start + 1)
    }
    guard end > start + 1 else { throw .unbalanced("`<>` names nothing", "<", start..<end + 1) }
    position = end + 1
    operators.append(start..<position)
    return .reference(String(decoding: bytes[start + 1..<end], as: UTF8.self))
  }

  private mutating func gap() throws(ExpressionProblem) -> PatternNode {
    let start = position
    position += 2
    let first = digits()
    var minimum = 0
    var maximum = first ?? Self.defaultGap
    if let first, peek == UInt8(ascii: "-"), position + 1 < bytes.count,
      bytes[position + 1].isDigit
    {
      position += 1
      minimum = first
      maximum = digits() ?? first
    }
    guard max(minimum, maximum) <= Self.longestGap else {
      throw .gapTooLong(limit: Self.longestGap, start..<position)
    }
    guard minimum <= maximum else { throw .gapReversed(minimum, maximum, start..<position) }
    operators.append(start..<position)
    return .gap(minimum: minimum, maximum: maximum)
  }

  private mutating func digits() -> Int? {
    var value: Int?
    while let byte = peek, byte.isDigit {
      value = min((value ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000)
      position += 1
    }
    return value
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
}
