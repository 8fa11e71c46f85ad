/// Reads JSON (RFC 8259) from front to back without a tree in between.
///
/// Written for analyses of many megabytes of which a few fields are wanted: what is not asked for is
/// passed over without recursion, and text without escapes is copied in one piece.
struct JSONCursor {
  struct Failure: Error, Hashable, Sendable {
    /// Lower case, without a full stop.
    let message: String
    /// 0-based, in the bytes that were given.
    let offset: Int
  }

  private let bytes: [UInt8]
  private(set) var offset = 0
  /// Arrays and objects inside one another that are passed over.
  private static let deepest = 1000

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func failure(_ message: String) -> Failure { Failure(message: message, offset: offset) }

  private mutating func skipBlanks() {
    while offset < bytes.count, bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset]) {
      offset += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard current == byte else { return false }
    offset += 1
    return true
  }

  /// Reads an object; `field` reads or skips the value of each name.
  mutating func object(
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

  /// Reads an array; `element` reads or skips each value.
  mutating func array(_ element: (inout JSONCursor) throws(Failure) -> Void) throws(Failure) {
    guard take(UInt8(ascii: "[")) else { throw failure("expected a list, `[…]`") }
    if take(UInt8(ascii: "]")) { return }
    repeat {
      try element(&self)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure("expected `,` or `]`") }
  }

  /// Passes over `null`, if it stands here.
  mutating func takeNull() throws(Failure) -> Bool {
    skipBlanks()
    guard current == UInt8(ascii: "n") else { return false }
    guard word() == "null" else { throw failure("expected a value") }
    return true
  }

  /// Whether an object stands here.
  var isAtObject: Bool {
    mutating get {
      skipBlanks()
      return current == UInt8(ascii: "{")
    }
  }

  mutating func optionalString() throws(Failure) -> String? {
    try takeNull() ? nil : try string()
  }

  mutating func boolean() throws(Failure) -> Bool {
    skipBlanks()
    switch word() {
    case "true": return true
    case "false": return false
    default: throw failure("expected `true` or `false`")
    }
  }

  mutating func number() throws(Failure) -> Double {
    skipBlanks()
    let start = offset
    while let byte = current, Self.isPartOfScalar(byte) { offset += 1 }
    if let small = smallNumber(start..<offset) { return small }
    guard let value = Double(String(decoding: bytes[start..<offset], as: UTF8.self)),
      value.isFinite
    else {
      offset = start
      throw failure("expected a number")
    }
    return value
  }

  mutating func integer() throws(Failure) -> Int {
    let start = offset
    let value = try number()
    guard let whole = Int(exactly: value) else {
      offset = start
      throw failure("expected a whole number")
    }
    return whole
  }

  /// Whole numbers of a few digits, which nearly all are, without a string in between.
  private func smallNumber(_ range: Range<Int>) -> Double? {
    guard (1...15).contains(range.count) else { return nil }
    var value = 0
    for index in range {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return Double(value)
  }

  private mutating func word() -> String {
    let start = offset
    while let byte = current, (0x61...0x7A).contains(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Passes over one value with all that it holds.
  mutating func skip() throws(Failure) {
    skipBlanks()
    var open: [UInt8] = []
    repeat {
      switch current {
      case nil: throw failure("it ends inside a list or an object")
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "{"):
        open.append(UInt8(ascii: "}"))
        offset += 1
      case UInt8(ascii: "["):
        open.append(UInt8(ascii: "]"))
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open.popLast() == current else { throw failure("a bracket has no partner") }
        offset += 1
      case .some(0x20), .some(0x2C), .some(0x3A), .some(0x09), .some(0x0A), .some(0x0D):
        guard !open.isEmpty else { throw failure("expected a value") }
        offset += 1
      default:
        let start = offset
        while let byte = current, Self.isPartOfScalar(byte) { offset += 1 }
        guard offset > start else { throw failure("expected a value") }
      }
      if open.count > Self.deepest {
        throw failure("lists and objects are nested deeper than \(Self.deepest)")
      }
    } while !open.isEmpty
  }

  private static func isPartOfScalar(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2B
      || byte == 0x2D || byte == 0x2E
  }

  private mutating func skipString() throws(Failure) {
    offset += 1
    while let byte = current {
      offset += 1
      if byte == UInt8(ascii: "\"") { return }
      if byte == UInt8(ascii: "\\") { offset += 1 }
    }
    throw failure("it ends inside a text")
  }

  /// The end of what was given must be reached.
  mutating func end() throws(Failure) {
    skipBlanks()
    if current != nil { throw failure("something follows the object") }
  }
}

extension JSONCursor {
  mutating func string() throws(Failure) -> String {
    guard take(UInt8(ascii: "\"")) else { throw failure("expected a name or text in `\"`") }
    let start = offset
    while offset < bytes.count, bytes[offset] != 0x22, bytes[offset] != 0x5C, bytes[offset] >= 0x20
    {
      offset += 1
    }
    if current == UInt8(ascii: "\"") {
      defer { offset += 1 }
      return try validated(bytes[start..<offset], at: start)
    }
    offset = start
    return try stringWithEscapes()
  }

  private func validated(_ content: ArraySlice<UInt8>, at start: Int) throws(Failure) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Failure(message: "a text is not UTF-8", offset: start)
    }
    return text
  }

  private mutating func stringWithEscapes() throws(Failure) -> String {
    let start = offset
    var content: [UInt8] = []
    while true {
      let run = offset
      while let byte = current, byte != 0x22, byte != 0x5C, byte >= 0x20 { offset += 1 }
      content += bytes[run..<offset]
      switch current {
      case UInt8(ascii: "\""):
        offset += 1
        return try validated(content[...], at: start)
      case UInt8(ascii: "\\"): try escape(into: &content)
      case nil: throw failure("it ends inside a text")
      default: throw failure("a control character stands in a text; write `\\n` or `\\u00XX`")
      }
    }
  }

  private mutating func escape(into content: inout [UInt8]) throws(Failure) {
    offset += 1
    guard let byte = current else { throw failure("it ends inside a text") }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "u"): content += Array(String(try scalar()).utf8)
    default:
      offset -= 1
      throw failure("`\\` must be followed by one of \" \\ / b f n r t u")
    }
  }

  /// The character of `\uXXXX`, or of two halves; a half that stands alone is U+FFFD.
  private mutating func scalar() throws(Failure) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let isLead = (0xD800..<0xDC00).contains(first)
    if isLead, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      let place = offset
      offset += 2
      let second = try hexadecimal()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
      offset = place
    }
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("`\\u` must be followed by four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
