/// Reads JSON (RFC 8259, nothing beyond it) from front to back without a tree in between.
///
/// Written for analyses and records of many megabytes of which a few fields are wanted: what is not
/// asked for is checked and passed over without recursion, and text without escapes is copied in one
/// piece. A caller that reads objects inside objects recurses as deep as its own form does.
///
///     var cursor = try JSONCursor(bytes)
///     try cursor.object { cursor, name throws(JSONCursor.Failure) in
///       if name == "line" { line = try cursor.integer() } else { try cursor.skip() }
///     }
///     try cursor.end()
package struct JSONCursor: Sendable {
  /// What is wrong with the bytes, or unlike what the caller asked for.
  package struct Failure: Error, Hashable, Sendable {
    /// Lower case, without a full stop.
    package let message: String
    /// 0-based, in the bytes that were given.
    package let offset: Int

    /// Creates a failure; callers that check more than the grammar make them too.
    package init(message: String, offset: Int) {
      self.message = message
      self.offset = offset
    }
  }

  /// What a value can be.
  package enum Kind: Hashable, Sendable {
    /// The six of RFC 8259, section 3; `list` is its array, `text` its string, and `true` and
    /// `false` are one.
    case object, list, text, number, boolean, null
  }

  let bytes: [UInt8]
  /// 0-based place of the next byte.
  package internal(set) var offset = 0
  /// Halves of surrogate pairs that stood alone in the texts read; each is U+FFFD in its text.
  package internal(set) var loneSurrogates = 0
  /// Arrays and objects inside one another that are passed over.
  private static let deepest = 1000

  /// A cursor before the first of `bytes`.
  ///
  /// - Throws: `Failure` where they are not UTF-8.
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8]) throws(Failure) {
    self.bytes = bytes
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw Failure(message: "is not UTF-8", offset: error.byteOffsets.lowerBound)
    }
  }

  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// A failure at the next byte.
  package func failure(_ message: String) -> Failure { Failure(message: message, offset: offset) }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard current == byte else { return false }
    offset += 1
    return true
  }

  /// What the next value is, by its first byte; nil where no value begins here.
  package mutating func kind() -> Kind? {
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .list
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "-"), .some(0x30...0x39): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: return nil
    }
  }

  /// Reads an object; `field` reads or skips the value of each name.
  ///
  /// - Throws: `Failure` where no object begins or its marks are not in order, and whatever `field`
  ///   throws.
  /// - Complexity: O(bytes of the names), and what `field` does for each.
  package mutating func object(
    _ field: (inout JSONCursor, String) throws(Failure) -> Void
  ) throws(Failure) {
    guard take(UInt8(ascii: "{")) else { throw failure("expected an object, `{…}`") }
    if take(UInt8(ascii: "}")) { return }
    repeat {
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw failure("expected `:` after a name") }
      try field(&self, name)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure("expected `,` or `}`") }
  }

  /// Reads a list; `element` reads or skips each value.
  ///
  /// - Throws: `Failure` where no list begins or its marks are not in order, and whatever `element`
  ///   throws.
  /// - Complexity: O(members), and what `element` does for each.
  package mutating func list(
    _ element: (inout JSONCursor) throws(Failure) -> Void
  ) throws(Failure) {
    guard take(UInt8(ascii: "[")) else { throw failure("expected a list, `[…]`") }
    if take(UInt8(ascii: "]")) { return }
    repeat {
      try element(&self)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure("expected `,` or `]`") }
  }

  /// Passes over `null`, if it stands here.
  ///
  /// - Returns: whether it stood here; if not, nothing but blanks was passed over.
  /// - Throws: `Failure` for another word that begins with `n`.
  package mutating func takeNull() throws(Failure) -> Bool {
    guard kind() == .null else { return false }
    try literal("null")
    return true
  }

  /// Reads `true` or `false`.
  ///
  /// - Throws: `Failure` where neither stands here.
  package mutating func boolean() throws(Failure) -> Bool {
    guard kind() == .boolean else { throw failure("expected `true` or `false`") }
    let value = current == UInt8(ascii: "t")
    try literal(value ? "true" : "false")
    return value
  }

  private mutating func literal(_ word: StaticString) throws(Failure) {
    let start = offset
    while let byte = current, Self.isPartOfWord(byte) { offset += 1 }
    guard bytes[start..<offset].elementsEqual("\(word)".utf8) else {
      offset = start
      throw failure("expected a value")
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Passes over one value with all that it holds.
  ///
  /// - Throws: `Failure` where it is no value of RFC 8259, or lists and objects are nested too
  ///   deep: more than 1000.
  /// - Complexity: O(bytes of the value).
  package mutating func skip() throws(Failure) {
    // The brackets that close what is open.
    var open: [UInt8] = []
    repeat {
      switch kind() {
      case .object: if try enter(UInt8(ascii: "}"), &open) { continue }
      case .list: if try enter(UInt8(ascii: "]"), &open) { continue }
      case .text: try skipString()
      case .number: _ = try numberRange()
      case .boolean: _ = try boolean()
      case .null: try literal("null")
      case nil: throw missingValue(in: open)
      }
      try leave(&open)
    } while !open.isEmpty
  }

  /// Goes on to the first value in what the bracket `close` will end, or behind it where it holds
  /// none.
  ///
  /// - Returns: whether there is a value.
  private mutating func enter(_ close: UInt8, _ open: inout [UInt8]) throws(Failure) -> Bool {
    guard open.count < Self.deepest else {
      throw failure("lists and objects are nested deeper than \(Self.deepest)")
    }
    offset += 1
    if take(close) { return false }
    open.append(close)
    if close == UInt8(ascii: "}") { try skipName() }
    return true
  }

  /// Goes on behind a value: to the next one, or out of all that ends here.
  private mutating func leave(_ open: inout [UInt8]) throws(Failure) {
    while let close = open.last {
      if take(UInt8(ascii: ",")) {
        if close == UInt8(ascii: "}") { try skipName() }
        return
      }
      guard take(close) else {
        guard current != nil else { throw missingValue(in: open) }
        throw failure("expected `,` or `\(Character(Unicode.Scalar(close)))`")
      }
      open.removeLast()
    }
  }

  private mutating func skipName() throws(Failure) {
    guard kind() == .text else {
      throw current == nil ? missingValue(in: [0]) : failure("expected a name or text in `\"`")
    }
    try skipString()
    guard take(UInt8(ascii: ":")) else { throw failure("expected `:` after a name") }
  }

  private func missingValue(in open: [UInt8]) -> Failure {
    let isCut = current == nil && !open.isEmpty
    return failure(isCut ? "it ends inside a list or an object" : "expected a value")
  }

  /// The end of what was given must be reached.
  ///
  /// - Throws: `Failure` where anything but blanks follows.
  package mutating func end() throws(Failure) {
    skipBlanks()
    if current != nil { throw failure("something follows the object") }
  }
}
