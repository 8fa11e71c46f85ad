// Other targets ask in their inner loops. The compiler inlines what is inlinable there where the type is public:
// the same functions of a type of the package would be called (Swift 6.3.1).

/// Classes of ASCII characters, to none of which a byte of any other character belongs.
extension UInt8 {
  /// Whether one of `0` to `9`.
  @inlinable @inline(__always)
  package var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether one of `A` to `Z`.
  @inlinable @inline(__always)
  package var isCapital: Bool { self &- 0x41 < 26 }

  /// Whether one of `a` to `z`.
  @inlinable @inline(__always)
  package var isSmall: Bool { self &- 0x61 < 26 }

  /// Whether one of `A` to `Z` or `a` to `z`.
  @inlinable @inline(__always)
  package var isLetter: Bool { (self | 0x20).isSmall }

  /// Whether a letter or a digit: what Latin words and figures are made of.
  @inlinable @inline(__always)
  package var isAlphanumeric: Bool { isDigit || isLetter }

  /// The small letter of one of `A` to `Z`; any other byte as it is.
  @inlinable @inline(__always)
  package var lowercased: UInt8 { isCapital ? self | 0x20 : self }
}

extension UInt8 {
  /// How many bytes the character of UTF-8 has that begins with this one; 1 where none begins with it.
  @inlinable @inline(__always)
  package var characterLength: Int { self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4 }
}
