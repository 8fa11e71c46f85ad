/// Writes JSON (RFC 8259) into bytes, without a tree in between.
///
/// Values come out in the order in which they are written, with no blanks, so that one value is one
/// line. A number that is not finite becomes `null`.
package struct JSONWriter: Sendable {
  /// What is written so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// A writer of one value.
  package init() {}

  /// Hands out what is written so far and forgets it, so that a long value need not be held whole.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Writes `{…}`; `body` writes the fields.
  ///
  /// - Throws: what `body` throws; the value is broken off then.
  package mutating func object<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    open(UInt8(ascii: "{"))
    try body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes `[…]`; `element` writes one value for each of `elements`.
  package mutating func array<Element>(
    _ elements: some Sequence<Element>, _ element: (inout JSONWriter, Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for each in elements { element(&self, each) }
    close(UInt8(ascii: "]"))
  }

  /// Writes the name of the field whose value is written next.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a text, escaped as JSON demands.
  package mutating func string(_ value: String) {
    separate()
    quote(value)
    needsComma = true
  }

  /// Writes a whole number.
  package mutating func integer(_ value: Int) { raw(String(value)) }

  /// Writes a number with at most four decimals; see `NumberFormat.decimal`.
  package mutating func number(_ value: Double) {
    raw(value.isFinite ? NumberFormat.decimal(value) : "null")
  }

  /// Writes a number with all its digits, so that what is read back is the same number.
  package mutating func exact(_ value: Double) {
    raw(
      !value.isFinite ? "null" : value == value.rounded() ? NumberFormat.decimal(value) : "\(value)"
    )
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  /// Writes `null`.
  package mutating func null() { raw("null") }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  /// Escapes what RFC 8259 demands, and DEL, which terminals act on; all else stays UTF-8.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Nearly all texts are plain; copied at once they take a quarter of the time.
    if Self.isPlain(text.utf8.span) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0..<0x20, 0x7F:
        let hex = String(byte, radix: 16)
        bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
        bytes.append(contentsOf: hex.utf8)
      default: bytes.append(byte)
      }
    }
  }

  private static func isPlain(_ utf8: Span<UInt8>) -> Bool {
    for index in utf8.indices {
      let byte = utf8[index]
      if byte < 0x20 || byte == 0x7F || byte == 0x22 || byte == 0x5C { return false }
    }
    return true
  }
}

extension JSONWriter {
  /// Writes a field that is text, or `null`.
  package mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a field that is a whole number.
  package mutating func field(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  /// Writes a field that is a number with at most four decimals, or `null`.
  package mutating func field(_ name: String, _ value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  /// Writes a field that is `true` or `false`.
  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// Writes a field that is an object; `body` writes its fields.
  package mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes a field that is an array; `body` writes its values.
  ///
  /// - Throws: what `body` throws; the value is broken off then.
  package mutating func array<Failure: Error>(
    _ name: String, body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    key(name)
    open(UInt8(ascii: "["))
    try body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a field that is an array; `element` writes one value for each of `elements`.
  package mutating func array<Element>(
    _ name: String, _ elements: some Sequence<Element>,
    _ element: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array(elements, element)
  }

  /// Writes a field that is an array of texts.
  package mutating func array(_ name: String, _ elements: [String]) {
    array(name, elements) { $0.string($1) }
  }
}
