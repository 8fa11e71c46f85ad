import SourceText

/// Characters of UTF-8 and the numbers that they write, read straight from bytes.
enum Characters {
  /// The offset after the character at `position`, at most `bytes.count`.
  static func after(_ position: Int, _ bytes: Span<UInt8>) -> Int {
    min(position + bytes[position].characterLength, bytes.count)
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
    let length = lead.characterLength
    if length == 1 { return UInt32(lead) }
    guard position + length <= bytes.count else { return 0 }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for index in position + 1..<position + length {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return value
  }

  /// Han characters that write numbers.
  static let numerals = HanNumeral.all.map(\.value)

  /// Han characters that may follow digits in one number.
  static let units = HanNumeral.units.map(\.value)
}
