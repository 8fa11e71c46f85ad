extension JSONCursor {
  /// Reads a text; a half of a surrogate pair that stands alone is U+FFFD in it.
  ///
  /// - Throws: `Failure` where no text begins, none ends, a control character stands in it, or an
  ///   escape is none of RFC 8259.
  /// - Complexity: O(bytes of the text).
  package mutating func string() throws(Failure) -> String {
    guard take(UInt8(ascii: "\"")) else { throw failure("expected a name or text in `\"`") }
    let start = offset
    skipPlain()
    if current == UInt8(ascii: "\"") {
      defer { offset += 1 }
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    var content = Array(bytes[start..<offset])
    var mark = try passMark()
    while mark != .end {
      if mark == .half { loneSurrogates += 1 }
      content += Array(String(mark.scalar).utf8)
      let run = offset
      skipPlain()
      content += bytes[run..<offset]
      mark = try passMark()
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// Reads a text, or nothing from `null`.
  ///
  /// - Throws: `Failure` as `string` does, and for another word that begins with `n`.
  /// - Complexity: O(bytes of the text).
  package mutating func optionalString() throws(Failure) -> String? {
    try takeNull() ? nil : try string()
  }

  /// Passes over the text that begins here.
  mutating func skipString() throws(Failure) {
    offset += 1
    repeat { skipPlain() } while try passMark() != .end
  }

  private mutating func skipPlain() {
    while offset < bytes.count, bytes[offset] != 0x22, bytes[offset] != 0x5C, bytes[offset] >= 0x20
    {
      offset += 1
    }
  }

  /// What stands between two runs of plain characters.
  private enum Mark: Hashable {
    case escape(Unicode.Scalar)
    /// An escape for one half of a surrogate pair, without the other.
    case half
    /// The quotation mark that ends the text.
    case end

    var scalar: Unicode.Scalar { if case .escape(let scalar) = self { scalar } else { "\u{FFFD}" } }
  }

  private mutating func passMark() throws(Failure) -> Mark {
    switch current {
    case UInt8(ascii: "\""):
      offset += 1
      return .end
    case UInt8(ascii: "\\"): return try escaped().map { .escape($0) } ?? .half
    case nil: throw failure("it ends inside a text")
    default: throw failure("a control character stands in a text; write `\\n` or `\\u00XX`")
    }
  }

  private mutating func escaped() throws(Failure) -> Unicode.Scalar? {
    offset += 1
    guard let byte = current else { throw failure("it ends inside a text") }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): return try coded()
    default:
      offset -= 1
      throw failure("`\\` must be followed by one of \" \\ / b f n r t u")
    }
  }

  /// The character of `XXXX`, or of two halves; nil for a half that stands alone.
  private mutating func coded() throws(Failure) -> Unicode.Scalar? {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), offset + 1 < bytes.count,
      bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    let place = offset
    offset += 2
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second) else {
      offset = place
      return nil
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
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
