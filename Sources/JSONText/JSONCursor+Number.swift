extension JSONCursor {
  /// Reads a number that a `Double` can hold.
  ///
  /// - Throws: `Failure` at its start where it is none, or beyond what a `Double` holds.
  /// - Complexity: O(bytes of the number).
  package mutating func number() throws(Failure) -> Double {
    try number(of: try numberRange())
  }

  /// Reads a number of `range`.
  ///
  /// - Throws: `Failure` at its start where it is none, or outside of `range`.
  /// - Complexity: O(bytes of the number).
  package mutating func number(in range: ClosedRange<Double>) throws(Failure) -> Double {
    let bytes = try numberRange()
    let value = try number(of: bytes)
    guard range.contains(value) else {
      offset = bytes.lowerBound
      throw failure(
        "expected a number from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))")
    }
    return value
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  /// Reads a number as it is written.
  ///
  /// - Throws: `Failure` at its start where it is no number of RFC 8259.
  /// - Complexity: O(bytes of the number).
  package mutating func numberText() throws(Failure) -> String {
    String(decoding: bytes[try numberRange()], as: UTF8.self)
  }

  /// Reads a number without a fraction; `1.0` and `1e2` have none.
  ///
  /// - Throws: `Failure` at its start where it is no number, has a fraction, or is beyond `Int`.
  /// - Complexity: O(bytes of the number).
  package mutating func integer() throws(Failure) -> Int {
    let range = try numberRange()
    if let small = smallNumber(range) { return small }
    if let whole = Int(String(decoding: bytes[range], as: UTF8.self)) { return whole }
    guard let whole = Int(exactly: try number(of: range)) else {
      offset = range.lowerBound
      throw failure("expected a whole number")
    }
    return whole
  }

  /// The value of the number in the bytes of `range`, which was passed over.
  private mutating func number(of range: Range<Int>) throws(Failure) -> Double {
    if let small = smallNumber(range) { return Double(small) }
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else {
      offset = range.lowerBound
      throw failure("expected a number")
    }
    return value
  }

  /// Passes over a number of RFC 8259, section 6: no sign but `-`, no zero before other digits, and
  /// digits on both sides of a point.
  mutating func numberRange() throws(Failure) -> Range<Int> {
    guard kind() == .number else { throw failure("expected a number") }
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    let startsWithZero = current == UInt8(ascii: "0")
    var digits = skipDigits()
    var isNumber = digits > 0 && !(startsWithZero && digits > 1)
    if current == UInt8(ascii: ".") {
      offset += 1
      digits = skipDigits()
      isNumber = isNumber && digits > 0
    }
    if let byte = current, byte | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      digits = skipDigits()
      isNumber = isNumber && digits > 0
    }
    let range = start..<offset
    guard isNumber else {
      offset = start
      throw failure("expected a number")
    }
    return range
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = current, (0x30...0x39).contains(byte) { offset += 1 }
    return offset - start
  }

  /// Whole numbers of a few digits, which nearly all are, without a string in between; a `Double` holds each.
  private func smallNumber(_ range: Range<Int>) -> Int? {
    guard (1...15).contains(range.count) else { return nil }
    var value = 0
    for index in range {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }
}
