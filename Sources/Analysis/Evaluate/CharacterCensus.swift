/// Counts of kinds of characters in a piece of normalised text.
struct CharacterCensus: Sendable {
  private(set) var characters = 0
  private(set) var han = 0
  private(set) var latin = 0
  private(set) var digits = 0
  private(set) var stops = 0
  private(set) var bars = 0
  private(set) var isClosed = false

  /// - Complexity: O(bytes).
  init(_ bytes: ArraySlice<UInt8>) {
    var previousIsBlank = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      characters += 1
      let isBlank = scalar == " "
      if isBlank, !previousIsBlank { bars += 1 }
      previousIsBlank = isBlank
      if isBlank { continue }
      isClosed = Self.closing.contains(scalar)
      count(scalar)
    }
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "0"..."9": digits += 1
    case "a"..."z", "A"..."Z": latin += 1
    case "\u{3400}"..."\u{9FFF}", "\u{20000}"..."\u{3FFFF}": han += 1
    case "。", "!", "?", "！", "？": stops += 1
    case "|", ">", "»", "•", "·", "｜": bars += 1
    default: break
    }
  }

  private static let closing: Set<Unicode.Scalar> = [
    "。", "!", "?", "！", "？", ";", "；", ":", "：", "”", ")", "）", "》",
  ]
}
