/// Tells Han characters: the one answer to what patterns, formulas, repairs and lints mean by them.
package enum HanCharacter {
  /// Whether the scalar is an ideograph, unified or for compatibility, or 々 or 〇.
  package static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3005, 0x3007: true
    default: false
    }
  }

  /// Whether one begins at `offset` of `text`.
  package static func begins(_ text: [UInt8], at offset: Int) -> Bool {
    // No shorter or lower character is one; most of a text's others end here.
    guard offset + 2 < text.count, text[offset] >= 0xE3 else { return false }
    return UTF8Bytes.decode(text, at: offset).scalar.map(contains) ?? false
  }

  /// Whether one ends right before `offset` of the valid UTF-8 in `text`.
  package static func ends(_ text: [UInt8], at offset: Int) -> Bool {
    guard offset >= 3, text[offset - 1] & 0xC0 == 0x80 else { return false }
    let start = text[offset - 3] >= 0xC0 ? offset - 3 : offset - 4
    return start >= 0 && begins(text, at: start)
  }
}

extension Unicode.Scalar {
  /// Whether it is a Han character.
  package var isHan: Bool { HanCharacter.contains(value) }
}
