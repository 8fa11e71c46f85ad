/// Whether bytes are UTF-8, or were before they were damaged.
package enum UTF8Probe {
  /// Damaged UTF-8 has at least so many whole characters for one piece of damage.
  private static let wholePerDamage = 5

  /// Whether all of `bytes` is valid.
  ///
  /// - Complexity: O(bytes).
  static func isValid(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  /// The offset of the first byte that is no part of valid UTF-8; nil where there is none.
  ///
  /// - Complexity: O(bytes).
  package static func firstDamage(in bytes: [UInt8]) -> Int? {
    if isValid(bytes) { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { offset += scalar.count }
    return offset
  }

  /// Whether the characters of several bytes in a sample by far outnumber the damage.
  static func isLikely(_ sample: ArraySlice<UInt8>) -> Bool {
    var (whole, damage) = (0, 0)
    var index = sample.startIndex
    while index < sample.endIndex {
      let first = sample[index]
      let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      // A sample may cut its last character.
      if first < 0xF5, index + length > sample.endIndex { break }
      let isWhole =
        length > 0 && first < 0xF5
        && sample[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 }
      if isWhole {
        if length > 2 { whole += 1 }
        index += length
      } else {
        damage += 1
        index += 1
      }
    }
    return damage == 0 || whole >= wholePerDamage * damage
  }
}
