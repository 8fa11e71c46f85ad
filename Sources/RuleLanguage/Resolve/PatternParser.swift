import SourceText

/// A problem in a pattern or formula, with a range of bytes of its text.
struct ExpressionProblem: Error, Hashable {
  let id: String
  let message: String
  let note: String?
  /// Half-open byte range in the text of the expression.
  let start: Int
  let end: Int

  init(_ id: String, _ message: String, note: String? = nil, _ start: Int, _ end: Int) {
    self.id = id
    self.message = message
    self.note = note
    self.start = start
    self.end = end
  }
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

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The tree of `text`.
  static func parse(_ text: String) throws(ExpressionProblem) -> PatternNode {
    var parser = PatternParser(text)
    guard parser.bytes.count <= longestPattern else {
      throw ExpressionProblem(
        "pattern-too-long", "a pattern has at most \(longestPattern) bytes",
        note: "put the alternatives into a lexicon and write `<its-name>`", 0, 1)
    }
    let node = try parser.alternatives()
    if parser.position < parser.bytes.count {
      throw ExpressionProblem(
        "pattern-unbalanced", "`)` closes nothing", note: "write `\\)` for the character itself",
        parser.position, parser.position + 1)
    }
    try check(node, parser.bytes.count)
    return node
  }

  private static func check(_ node: PatternNode, _ length: Int) throws(ExpressionProblem) {
    guard canAnchor(node) else {
      throw ExpressionProblem(
        "pattern-without-text", "the pattern can match without any word",
        note: "a pattern needs a literal, a lexicon or an atom that is not optional", 0, length)
    }
    try checkEdges(node, first: true, last: true, length)
  }

  /// Whether every match of `node` holds some text.
  private static func canAnchor(_ node: PatternNode) -> Bool {
    switch node {
    case .literal, .reference: true
    case .gap, .start, .end, .optional: false
    case .sequence(let nodes): nodes.contains(where: canAnchor)
    case .alternatives(let nodes): nodes.allSatisfy(canAnchor)
    }
  }

  /// Gaps stand after text or `^`; edges stand at the outside.
  private static func checkEdges(
    _ node: PatternNode, first: Bool, last: Bool, _ length: Int
  ) throws(ExpressionProblem) {
    switch node {
    case .gap where first:
      throw ExpressionProblem(
        "pattern-gap-at-edge", "a pattern cannot begin with a gap",
        note: "leave the gap out: a pattern matches anywhere in its window", 0, length)
    case .start where !first:
      throw ExpressionProblem(
        "pattern-misplaced-edge", "`^` stands only at the start of a pattern",
        note: "write `\\^` for the character itself", 0, length)
    case .end where !last:
      throw ExpressionProblem(
        "pattern-misplaced-edge", "`$` stands only at the end of a pattern",
        note: "write `\\$` for the character itself", 0, length)
    case .sequence(let nodes):
      for (index, inner) in nodes.enumerated() {
        try checkEdges(
          inner, first: first && index == 0, last: last && index == nodes.count - 1, length)
      }
    case .alternatives(let nodes):
      for inner in nodes { try checkEdges(inner, first: first, last: last, length) }
    case .optional(let inner): try checkEdges(inner, first: first, last: last, length)
    case .literal, .reference, .gap, .start, .end: return
    }
  }

  private mutating func alternatives() throws(ExpressionProblem) -> PatternNode {
    var members = [try sequence()]
    while peek == UInt8(ascii: "|") {
      position += 1
      members.append(try sequence())
    }
    return members.count == 1 ? members[0] : .alternatives(members)
  }

  private mutating func sequence() throws(ExpressionProblem) -> PatternNode {
    let start = position
    var members: [PatternNode] = []
    var literal: [UInt8] = []
    func flush(_ literal: inout [UInt8], _ members: inout [PatternNode]) {
      if !literal.isEmpty { members.append(.literal(String(decoding: literal, as: UTF8.self))) }
      literal = []
    }
    while let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      if let node = try operation(byte) {
        flush(&literal, &members)
        members.append(node)
      } else {
        literal.append(bytes[position])
        position += 1
      }
    }
    flush(&literal, &members)
    guard !members.isEmpty else {
      throw ExpressionProblem(
        "pattern-empty-alternative", "nothing stands here",
        note: "write `(…)?` for text that may be missing", start, min(start + 1, bytes.count))
    }
    return members.count == 1 ? members[0] : .sequence(members)
  }

  /// The operator at the position, consumed; nil where a byte of text stands, after its escape.
  private mutating func operation(_ byte: UInt8) throws(ExpressionProblem) -> PatternNode? {
    switch byte {
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "<"): return try reference()
    case UInt8(ascii: "^"):
      position += 1
      return .start
    case UInt8(ascii: "$"):
      position += 1
      return .end
    case UInt8(ascii: ".") where position + 1 < bytes.count && bytes[position + 1] == byte:
      return try gap()
    case UInt8(ascii: "\\"):
      guard position + 1 < bytes.count else {
        throw ExpressionProblem(
          "pattern-dangling-escape", "`\\` escapes nothing", position, position + 1)
      }
      position += 1
      return nil
    case UInt8(ascii: ">"), UInt8(ascii: "?"):
      let name = byte == UInt8(ascii: ">") ? ">" : "?"
      throw ExpressionProblem(
        "pattern-stray-operator", "`\(name)` stands alone",
        note: name == "?"
          ? "`?` follows a group, as in `(…)?`; write `\\?` for the character itself"
          : "write `\\>` for the character itself", position, position + 1)
    default: return nil
    }
  }

  private mutating func group() throws(ExpressionProblem) -> PatternNode {
    let start = position
    depth += 1
    guard depth <= Self.deepestNesting else {
      throw ExpressionProblem(
        "pattern-too-deep", "groups nest at most \(Self.deepestNesting) deep",
        note: "give the inner part a name under `patterns`", start, start + 1)
    }
    position += 1
    let inner = try alternatives()
    guard peek == UInt8(ascii: ")") else {
      throw ExpressionProblem("pattern-unbalanced", "`(` is never closed", start, start + 1)
    }
    position += 1
    depth -= 1
    if peek == UInt8(ascii: "?") {
      position += 1
      return .optional(inner)
    }
    return inner
  }

  private mutating func reference() throws(ExpressionProblem) -> PatternNode {
    let start = position
    position += 1
    var name: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: ">") {
      name.append(byte)
      position += 1
    }
    guard peek != nil, !name.isEmpty else {
      throw ExpressionProblem(
        "pattern-unbalanced", name.isEmpty ? "`<>` names nothing" : "`<` is never closed",
        note: "write `<name>` for a lexicon or pattern, `\\<` for the character itself", start,
        min(start + 1, bytes.count))
    }
    position += 1
    return .reference(String(decoding: name, as: UTF8.self))
  }

  private mutating func gap() throws(ExpressionProblem) -> PatternNode {
    let start = position
    position += 2
    let first = digits()
    var minimum = 0
    var maximum = first ?? Self.defaultGap
    if let first, peek == UInt8(ascii: "-"), position + 1 < bytes.count,
      Self.isDigit(bytes[position + 1])
    {
      position += 1
      minimum = first
      maximum = digits() ?? first
    }
    guard maximum <= Self.longestGap else {
      throw ExpressionProblem(
        "pattern-gap-too-long", "a gap has at most \(Self.longestGap) characters",
        note: "use `ordered` or `near` for words further apart", start, position)
    }
    guard minimum <= maximum else {
      throw ExpressionProblem(
        "pattern-gap-reversed", "the gap ends before it starts",
        note: "write `..\(maximum)-\(minimum)`", start, position)
    }
    return .gap(minimum: minimum, maximum: maximum)
  }

  private mutating func digits() -> Int? {
    var value: Int?
    while let byte = peek, Self.isDigit(byte) {
      value = min((value ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000)
      position += 1
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
}
