import SourceText

/// How the number at the head of a line or sentence is written: `一、`, `(一)`, `1.`, `(1)`.
///
/// Items of one list have equal numbers; which list stands inside of which one, an outline tells.
package struct ItemNumber: Hashable, Sendable {
  private let isHan: Bool
  private let isInBrackets: Bool
  /// The character behind an ordinal, 0 where the number is none.
  private let ordinalOf: UInt32

  /// Whether it begins with the prefix of ordinals, as a word in a sentence may.
  var isOrdinal: Bool { ordinalOf != 0 }

  private static let numerals = Set(
    (HanNumeral.oneToTen + HanNumeral.units).map(\.value))

  /// The number that begins at the byte `start` of `text`, nil where none does.
  ///
  /// - Complexity: O(length of the number).
  package init?(at start: Int, of text: [UInt8]) {
    var index = start
    var scalar = Self.scalar(text, index)
    let isInBrackets = scalar == 0x28
    let isOrdinal = scalar == HanNumeral.ordinal.value
    if isInBrackets || isOrdinal {
      index += isOrdinal ? 3 : 1
      scalar = Self.scalar(text, index)
    }
    let isHan = Self.numerals.contains(scalar)
    let numberStart = index
    while isHan ? Self.numerals.contains(scalar) : (0x30...0x39).contains(scalar) {
      index += isHan ? 3 : 1
      scalar = Self.scalar(text, index)
    }
    guard index > numberStart else { return nil }
    let isClosed =
      switch scalar {
      case 0x29: isInBrackets
      case 0x3001: !isInBrackets && !isOrdinal
      case 0x2E:
        !isInBrackets && !isOrdinal && !(0x30...0x39).contains(Self.scalar(text, index + 1))
      case 0x2C: isOrdinal
      default: isOrdinal && scalar >= 0x3400
      }
    guard isClosed else { return nil }
    self.isHan = isHan
    self.isInBrackets = isInBrackets
    ordinalOf = isOrdinal ? scalar : 0
  }

  /// The character at `index` if it has one or three bytes, else 0.
  private static func scalar(_ text: [UInt8], _ index: Int) -> UInt32 {
    guard index < text.count else { return 0 }
    return text[index] < 0x80 ? UInt32(text[index]) : TextLine.scalar(text, index)
  }
}
