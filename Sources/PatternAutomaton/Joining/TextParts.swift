/// In which parts of the text something begins: a bit for each of at most 64 parts of equal length.
///
/// What every match of a pattern passes through stands close together in the text. Parts tell in a few
/// steps where that is so, and most patterns whose words all occur have no such place.
struct TextParts: Hashable, Sendable {
  private(set) var bits: UInt64

  private init(bits: UInt64) { self.bits = bits }

  /// The most parts that a text has.
  private static let count = 64

  static let none = TextParts(bits: 0)
  static let all = TextParts(bits: .max)

  var isEmpty: Bool { bits == 0 }

  /// How often the length of a text must be halved for its offsets to number at most 64 parts.
  static func shift(_ byteCount: Int) -> Int {
    max(0, Int.bitWidth - byteCount.leadingZeroBitCount - 6)
  }

  @inline(__always)
  func contains(_ offset: Int, _ shift: Int) -> Bool { bits >> UInt64(offset >> shift) & 1 != 0 }

  @inline(__always)
  mutating func insert(_ offset: Int, _ shift: Int) { bits |= 1 << UInt64(offset >> shift) }

  mutating func formUnion(_ other: TextParts) { bits |= other.bits }

  mutating func formIntersection(_ other: TextParts) { bits &= other.bits }

  func overlaps(_ other: TextParts) -> Bool { bits & other.bits != 0 }

  /// The offsets from the first to the last of these parts.
  func extent(_ shift: Int) -> Range<Int> {
    isEmpty
      ? 0..<0
      : bits.trailingZeroBitCount << shift..<(TextParts.count - bits.leadingZeroBitCount) << shift
  }

  /// These parts and as many parts before each as `bytes` before an offset can reach.
  ///
  /// - Complexity: O(log parts).
  func reachedWithin(_ bytes: Int, _ shift: Int) -> TextParts {
    spread(bytes, shift) { $0 >> $1 }
  }

  /// These parts and as many parts behind each as `bytes` behind an offset can reach.
  ///
  /// - Complexity: O(log parts).
  func reaching(_ bytes: Int, _ shift: Int) -> TextParts { spread(bytes, shift) { $0 << $1 } }

  @inline(__always)
  private func spread(
    _ bytes: Int, _ shift: Int, _ moved: (UInt64, UInt64) -> UInt64
  ) -> TextParts {
    var missing = min(63, (bytes + 1 << shift - 1) >> shift)
    var spread = bits
    var step = 1
    while missing > 0 {
      let next = min(step, missing)
      spread |= moved(spread, UInt64(next))
      missing -= next
      step += next
    }
    return TextParts(bits: spread)
  }
}
