/// Tells Han characters by their bytes in UTF-8.
enum HanCharacter {
  /// Whether a character that begins with the bytes `first`, `second` is Han.
  ///
  /// U+3400 to U+9FFF and the supplementary ideographic planes.
  static func begins(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xE4...0xE9: true
    case 0xE3: second >= 0x90
    case 0xF0: second >= 0xA0 && second < 0xC0
    default: false
    }
  }

  /// Whether a Han character ends right before `offset` of the valid UTF-8 in `text`.
  static func ends(_ text: [UInt8], at offset: Int) -> Bool {
    guard offset >= 3, text[offset - 1] & 0xC0 == 0x80 else { return false }
    let start = text[offset - 3] >= 0xC0 ? offset - 3 : offset - 4
    return start >= 0 && begins(text[start], text[start + 1])
  }

  /// Whether a Han character begins at `offset` of the valid UTF-8 in `text`.
  static func begins(_ text: [UInt8], at offset: Int) -> Bool {
    offset + 2 < text.count && begins(text[offset], text[offset + 1])
  }
}
