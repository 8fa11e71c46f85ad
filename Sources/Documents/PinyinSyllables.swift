/// The syllables of Mandarin in Latin letters.
enum PinyinSyllables {
  /// The letters of a syllable in one number, eight bits each.
  private static let keys: Set<UInt64> = {
    Set(table.split(separator: " ").map { syllable in syllable.utf8.reduce(0) { key($0, $1) } })
  }()

  private static func key(_ letters: UInt64, _ letter: UInt8) -> UInt64 {
    letters << 8 | UInt64(letter)
  }

  /// Where a bracketed reading begins that ends with the closing bracket at the end of `text`.
  ///
  /// That is the offset of `(`; nil if the bracket does not hold one syllable in lower case, with
  /// blanks around it at most, or does not follow a Han character. A lone letter without tone
  /// mark is a label, such as `(a)`, and no reading.
  static func startOfReading(endingIn text: [UInt8]) -> Int? {
    var index = text.count - 2
    var letters: [UInt8] = []
    var isMarked = false
    // The longest is `( chuǎng )`.
    let limit = max(0, text.count - 16)
    while index >= limit {
      let byte = text[index]
      if byte == UInt8(ascii: "(") { break }
      if byte == UInt8(ascii: " ") {
      } else if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
        letters.append(byte)
      } else if byte >= 0x80, index > 0, let letter = base(text[index - 1], byte) {
        letters.append(letter)
        isMarked = true
        index -= 1
      } else {
        return nil
      }
      index -= 1
    }
    guard index >= limit, text[index] == UInt8(ascii: "("), letters.count > (isMarked ? 0 : 1),
      letters.count <= 7, keys.contains(letters.reversed().reduce(0) { key($0, $1) }),
      HanCharacter.ends(text, at: index)
    else { return nil }
    return index
  }

  /// Whether `bytes` are one syllable in small letters, with or without a tone mark; a lone letter
  /// without one is a label.
  static func isReading(_ bytes: ArraySlice<UInt8>) -> Bool {
    var packed: UInt64 = 0
    var count = 0
    var isMarked = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: " ") { continue }
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
        packed = key(packed, byte)
      } else if byte & 0xE0 == 0xC0, index < bytes.endIndex, let letter = base(byte, bytes[index]) {
        packed = key(packed, letter)
        isMarked = true
        index += 1
      } else {
        return false
      }
      count += 1
    }
    return count > (isMarked ? 0 : 1) && count <= 7 && keys.contains(packed)
  }

  /// The letter under a tone mark, for a character of two bytes; `v` for `ü`.
  private static func base(_ lead: UInt8, _ trail: UInt8) -> UInt8? {
    switch UInt32(lead & 0x1F) << 6 | UInt32(trail & 0x3F) {
    case 0xE0, 0xE1, 0x101, 0x103, 0x1CE, 0x251: UInt8(ascii: "a")
    case 0xE8, 0xE9, 0xEA, 0x113, 0x115, 0x11B: UInt8(ascii: "e")
    case 0xEC, 0xED, 0x12B, 0x12D, 0x1D0: UInt8(ascii: "i")
    case 0xF2, 0xF3, 0x14D, 0x14F, 0x1D2: UInt8(ascii: "o")
    case 0xF9, 0xFA, 0x16B, 0x16D, 0x1D4: UInt8(ascii: "u")
    case 0xFC, 0x1D6, 0x1D8, 0x1DA, 0x1DC: UInt8(ascii: "v")
    case 0x144, 0x148, 0x1F9: UInt8(ascii: "n")
    case 0x261: UInt8(ascii: "g")
    default: nil
    }
  }
}
