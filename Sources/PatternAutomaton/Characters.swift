import SourceText

/// Facts about UTF-8 and about classes of characters, read straight from bytes.
enum Characters {
  /// The number of bytes of the character that starts with `lead`; 1 for a stray continuation.
  static func length(lead: UInt8) -> Int {
    if lead < 0xC0 { return 1 }
    if lead < 0xE0 { return 2 }
    return lead < 0xF0 ? 3 : 4
  }

  /// The offset after the character at `position`, at most `bytes.count`.
  static func after(_ position: Int, _ bytes: Span<UInt8>) -> Int {
    min(position + length(lead: bytes[position]), bytes.count)
  }

  /// The offset of the character that ends at `position`.
  ///
  /// - Precondition: `position > 0`.
  static func before(_ position: Int, _ bytes: Span<UInt8>) -> Int {
    var start = position - 1
    while start > 0, position - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The number of characters that start in `start..<end`.
  static func count(_ start: Int, _ end: Int, _ bytes: Span<UInt8>) -> Int {
    var count = 0
    var position = start
    while position < end {
      count &+= bytes[position] & 0xC0 == 0x80 ? 0 : 1
      position &+= 1
    }
    return count
  }

  /// The scalar at `position`; 0 where the text ends too early.
  static func scalar(_ position: Int, _ bytes: Span<UInt8>) -> UInt32 {
    let lead = bytes[position]
    let length = length(lead: lead)
    if length == 1 { return UInt32(lead) }
    guard position + length <= bytes.count else { return 0 }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for index in position + 1..<position + length {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return value
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether Latin words and figures are made of `byte`.
  static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  /// Han characters that write numbers.
  static let numerals = HanNumeral.all.map(\.value)

  /// Han characters that may follow digits in one number.
  static let units = HanNumeral.units.map(\.value)
}
