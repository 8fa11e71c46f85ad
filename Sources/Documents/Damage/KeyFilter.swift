/// Tells of most keys that are not in a table that they are not, much faster than the table would.
struct KeyFilter: Sendable {
  /// A bit each; some sixteen times the keys of the sample and an article.
  private static let logarithm: UInt64 = 20
  private var bits = [UInt64](repeating: 0, count: 1 << (logarithm - 6))

  mutating func insert(_ key: UInt64) {
    let place = Self.place(key)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// False only where `key` was not inserted.
  func mayHold(_ key: UInt64) -> Bool {
    let place = Self.place(key)
    return bits[place >> 6] >> UInt64(place & 63) & 1 != 0
  }

  /// The upper bits of a product depend on all bits of the key.
  private static func place(_ key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - logarithm))
  }
}
