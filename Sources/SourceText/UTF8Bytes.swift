/// The one to four bytes of a scalar in UTF-8, without an array.
package struct UTF8Bytes: RandomAccessCollection {
  /// The number of the scalar that the bytes encode.
  package let scalar: UInt32
  /// The bytes from the lowest eight bits upwards.
  private let packed: UInt32
  /// How many bytes there are, 1 to 4.
  package let count: Int

  /// The bytes of the scalar with this number.
  ///
  /// - Precondition: `scalar` is a Unicode scalar value.
  package init(_ scalar: UInt32) {
    self.scalar = scalar
    switch scalar {
    case ..<0x80:
      (packed, count) = (scalar, 1)
    case ..<0x800:
      (packed, count) = (0x80C0 | scalar >> 6 | (scalar & 0x3F) << 8, 2)
    case ..<0x1_0000:
      let low = (scalar >> 6 & 0x3F) << 8 | (scalar & 0x3F) << 16
      (packed, count) = (0x80_80E0 | scalar >> 12 | low, 3)
    default:
      let low = (scalar >> 12 & 0x3F) << 8 | (scalar >> 6 & 0x3F) << 16 | (scalar & 0x3F) << 24
      (packed, count) = (0x8080_80F0 | scalar >> 18 | low, 4)
    }
  }

  /// Always 0, the place of the lead byte.
  package var startIndex: Int { 0 }
  /// Behind the last byte, 1 to 4.
  package var endIndex: Int { count }
  /// The byte at `position`; one at or behind `endIndex` is not caught.
  ///
  /// - Precondition: `position` is at least 0 and less than `count`.
  package subscript(position: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: packed >> UInt32(8 * position))
  }

  /// The scalar at `start` of `bytes` and its length, or nil and the length of the damage.
  ///
  /// Damage is a maximal subpart: the longest start of a valid sequence, at least one byte.
  package static func decode(_ bytes: [UInt8], at start: Int) -> (scalar: UInt32?, length: Int) {
    let first = bytes[start]
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    var scalar: UInt32
    switch first {
    case ..<0x80: return (UInt32(first), 1)
    case 0xC2...0xDF: (length, scalar) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF:
      (length, scalar) = (3, UInt32(first & 0x0F))
      if first == 0xE0 { lowest = 0xA0 }
      if first == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      (length, scalar) = (4, UInt32(first & 0x07))
      if first == 0xF0 { lowest = 0x90 }
      if first == 0xF4 { highest = 0x8F }
    default: return (nil, 1)
    }
    for offset in 1..<length {
      guard start + offset < bytes.count, case let byte = bytes[start + offset], byte >= lowest,
        byte <= highest
      else { return (nil, offset) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      (lowest, highest) = (0x80, 0xBF)
    }
    return (scalar, length)
  }
}
