import SourceText

/// The syllables of Mandarin in Latin letters.
enum PinyinSyllables {
  /// The letters of a syllable in one number, eight bits each.
  private static let keys: Set<UInt64> = {
    Set(table.split(separator: " ").map { syllable in syllable.utf8.reduce(0) { key($0, $1) } })
  }()

  private static func key(_ letters: UInt64, _ letter: UInt8) -> UInt64 {
    letters << 8 | UInt64(letter)
  }

  /// The longest holds two readings: `( zhuāng,chuáng )`.
  private static let longest = 36

  /// Where bracketed readings begin that end with the closing bracket at the end of `text`.
  ///
  /// That is the offset of `(`; nil if the bracket holds something else than readings, divided by
  /// commas or slashes, or does not follow a Han character.
  static func startOfReading(endingIn text: [UInt8]) -> Int? {
    let end = text.count - 1
    let limit = max(0, end - longest)
    var index = end - 1
    while index >= limit, text[index] != UInt8(ascii: "(") {
      guard text[index] >= 0x80 || text[index].isLetter || isDivider(text[index]) else {
        return nil
      }
      index -= 1
    }
    guard index >= limit, index + 1 < end else { return nil }
    let bracket = text[(index + 1)..<end]
    // A blank before the bracket goes with it where tone marks show that it is a reading.
    let isMarked = bracket.contains { $0 >= 0x80 }
    if isMarked, index > 0, text[index - 1] == UInt8(ascii: " ") { index -= 1 }
    guard HanCharacter.ends(text, at: index) else { return nil }
    let readings = bracket.split(omittingEmptySubsequences: false) {
      $0 != UInt8(ascii: " ") && isDivider($0)
    }
    if readings.allSatisfy(isReading) { return index }
    return isMarked && isWord(bracket, before: index, of: text) ? index : nil
  }

  /// Whether `bracket` holds the readings of several characters, each with its tone mark, that stand
  /// before `index`.
  private static func isWord(
    _ bracket: ArraySlice<UInt8>, before index: Int, of text: [UInt8]
  ) -> Bool {
    let readings = bracket.split(separator: UInt8(ascii: " "))
    guard (2...4).contains(readings.count),
      readings.allSatisfy({ reading in reading.contains { $0 >= 0x80 } && isReading(reading) })
    else { return false }
    return readings.indices.allSatisfy { HanCharacter.ends(text, at: index - 3 * $0) }
  }

  private static func isDivider(_ byte: UInt8) -> Bool { " ,/".utf8.contains(byte) }

  /// Whether `bytes` are one syllable with or without a tone mark, with blanks around it at most.
  ///
  /// A lone letter without a mark is a label, such as `(a)`, and capitals in a row without one are
  /// an abbreviation, such as `(AN)`.
  static func isReading(_ bytes: ArraySlice<UInt8>) -> Bool {
    var packed: UInt64 = 0
    var (count, capitals) = (0, 0)
    var isMarked = false
    var rest = bytes.drop { $0 == UInt8(ascii: " ") }
    while rest.last == UInt8(ascii: " ") { rest.removeLast() }
    while let byte = rest.popFirst() {
      if byte.isLetter {
        packed = key(packed, byte | 0x20)
        if byte & 0x20 == 0 { capitals += count == 0 ? 1 : 2 }
      } else if byte & 0xE0 == 0xC0, let next = rest.popFirst(), let letter = base(byte, next) {
        packed = key(packed, letter)
        isMarked = true
      } else {
        return false
      }
      count += 1
    }
    return count > (isMarked ? 0 : 1) && count <= 7 && (isMarked || capitals < 2)
      && keys.contains(packed)
  }

  /// The letter under a tone mark, for a character of two bytes; `v` for `ü`.
  private static func base(_ lead: UInt8, _ trail: UInt8) -> UInt8? {
    switch small(UInt32(lead & 0x1F) << 6 | UInt32(trail & 0x3F)) {
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

  /// The small letter of a capital with a tone mark.
  private static func small(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDD: scalar + 0x20
    case 0x100, 0x112, 0x11A, 0x12A, 0x14C, 0x16A, 0x1F8: scalar + 1
    case 0x1CD...0x1DC where scalar % 2 == 1: scalar + 1
    default: scalar
    }
  }
}
