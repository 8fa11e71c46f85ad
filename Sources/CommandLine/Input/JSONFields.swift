/// The fields of one JSON object, as far as records need them: text and numbers; what is nested is
/// passed over.
///
/// Written for lines of many megabytes: no recursion, and text without escapes is copied in one
/// piece.
package struct JSONFields: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case text(String)
    /// A number as it is written.
    case number(String)
    /// What else stands there, in words.
    case other(String)
  }

  package struct Failure: Error, Hashable, Sendable {
    /// Lower case, without a full stop.
    package let message: String
    /// 0-based, in the line.
    package let offset: Int
  }

  /// In the order of the object.
  package private(set) var fields: [(name: String, value: Value)] = []
  /// Halves of surrogate pairs that stand alone; each is U+FFFD in the text.
  package private(set) var loneSurrogates = 0
  private let bytes: [UInt8]
  private var index = 0
  /// Arrays and objects inside one another.
  private static let deepest = 1000

  package subscript(name: String) -> Value? { fields.first { $0.name == name }?.value }

  /// Reads one object from end to end of `bytes`.
  ///
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8]) throws(Failure) {
    self.bytes = bytes
    try readObject()
  }

  package static func == (left: JSONFields, right: JSONFields) -> Bool { left.bytes == right.bytes }
  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func failure(_ message: String) -> Failure { Failure(message: message, offset: index) }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || (0x09...0x0D).contains(byte) { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func readObject() throws(Failure) {
    skipBlanks()
    guard take(UInt8(ascii: "{")) else { throw failure("a record must be an object, `{…}`") }
    skipBlanks()
    if !take(UInt8(ascii: "}")) {
      var names: Set<String> = []
      repeat {
        skipBlanks()
        let name = try readString()
        if !names.insert(name).inserted { throw failure("the field `\(name)` stands twice") }
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { throw failure("expected `:` after a name") }
        skipBlanks()
        fields.append((name, try readValue()))
        skipBlanks()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw failure("expected `,` or `}`") }
    }
    skipBlanks()
    if current != nil { throw failure("something follows the object") }
  }

  private mutating func readValue() throws(Failure) -> Value {
    switch current {
    case UInt8(ascii: "\""): return .text(try readString())
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let kind = current == UInt8(ascii: "{") ? "an object" : "a list"
      try skipNested()
      return .other(kind)
    default:
      let word = readWord()
      switch word {
      case "true", "false", "null": return .other(word)
      default:
        guard let first = word.utf8.first,
          first == UInt8(ascii: "-") || (0x30...0x39).contains(first), Double(word) != nil
        else { throw failure("expected a value") }
        return .number(word)
      }
    }
  }

  private mutating func readWord() -> String {
    let start = index
    while let byte = current, byte < 0x80, Self.isPartOfWord(byte) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2B
      || byte == 0x2D || byte == 0x2E
  }

  /// Passes over an array or object with all that it holds.
  private mutating func skipNested() throws(Failure) {
    var open: [UInt8] = []
    repeat {
      switch current {
      case nil: throw failure("the line ends inside a list or an object")
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "{"):
        open.append(UInt8(ascii: "}"))
        index += 1
      case UInt8(ascii: "["):
        open.append(UInt8(ascii: "]"))
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open.popLast() == current else { throw failure("a bracket has no partner") }
        index += 1
      default: index += 1
      }
      if open.count > Self.deepest {
        throw failure("lists and objects are nested deeper than \(Self.deepest)")
      }
    } while !open.isEmpty
  }

  private mutating func skipString() throws(Failure) {
    index += 1
    while let byte = current {
      index += 1
      if byte == UInt8(ascii: "\"") { return }
      if byte == UInt8(ascii: "\\") { index += 1 }
    }
    throw failure("the line ends inside a text")
  }
}

extension JSONFields {
  private mutating func readString() throws(Failure) -> String {
    let start = index
    guard take(UInt8(ascii: "\"")) else { throw failure("expected a name or text in `\"`") }
    var content: [UInt8] = []
    while true {
      let run = index
      while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20
      {
        index += 1
      }
      content += bytes[run..<index]
      switch current {
      case UInt8(ascii: "\""):
        index += 1
        guard let text = String(validating: content, as: UTF8.self) else {
          throw Failure(message: "a text is not UTF-8", offset: start)
        }
        return text
      case UInt8(ascii: "\\"): try readEscape(into: &content)
      case nil: throw failure("the line ends inside a text")
      default: throw failure("a control character stands in a text; write `\\n` or `\\u00XX`")
      }
    }
  }

  private mutating func readEscape(into content: inout [UInt8]) throws(Failure) {
    index += 1
    guard let byte = current else { throw failure("the line ends inside a text") }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "u"): content += Array(String(try readScalar()).utf8)
    default:
      index -= 1
      throw failure("`\\` must be followed by one of \" \\ / b f n r t u")
    }
  }

  private mutating func readScalar() throws(Failure) -> Unicode.Scalar {
    let first = try readHexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let isLead = (0xD800..<0xDC00).contains(first)
    if isLead, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let place = index
      index += 2
      let second = try readHexadecimal()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
      index = place
    }
    loneSurrogates += 1
    return "\u{FFFD}"
  }

  private mutating func readHexadecimal() throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("`\\u` must be followed by four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
