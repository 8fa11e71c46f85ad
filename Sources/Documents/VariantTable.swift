/// Which character stands for a character of three bytes in normalised text.
///
/// Looked up by pages of 64 characters, those that share their first two bytes: `entries` holds
/// the pages in a row, `pages[code / 64]` is the index of the page's first entry, and page 0 is
/// empty for all that have no variants. An entry is the scalar to write, 0 for no change, or
/// `removed`.
struct VariantTable: Sendable {
  static let shared = VariantTable()
  /// The entry of a character that is dropped.
  static let removed: UInt16 = 1
  /// The entry of a character whose form depends on its neighbours.
  static let undecided: UInt16 = 2

  let pages: [UInt16]
  let entries: [UInt16]

  private init() {
    var pages = [UInt16](repeating: 0, count: 1 << 10)
    var entries = [UInt16](repeating: 0, count: 64)
    func set(_ key: UInt32, _ value: UInt16) {
      let page = Int(key >> 6)
      if pages[page] == 0 {
        pages[page] = UInt16(entries.count)
        entries += [UInt16](repeating: 0, count: 64)
      }
      entries[Int(pages[page]) + Int(key & 63)] = value
    }
    for table in [Self.traditional, Self.compatibility] {
      var key: UInt32?
      for scalar in table.unicodeScalars {
        if let known = key {
          set(known, UInt16(truncatingIfNeeded: scalar.value))
          key = nil
        } else {
          key = scalar.value
        }
      }
    }
    for range in Self.invisible { for key in range { set(key, Self.removed) } }
    for range in Self.blanks { for key in range { set(key, UInt16(UInt8(ascii: " "))) } }
    for key: UInt32 in [0x2028, 0x2029] { set(key, UInt16(UInt8(ascii: "\n"))) }
    for key in PhraseVariants.keys { set(key, Self.undecided) }
    self.pages = pages
    self.entries = entries
  }

  /// Zero-width characters, direction marks, variation selectors, the byte order mark.
  private static let invisible: [ClosedRange<UInt32>] = [
    0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
    0xFEFF...0xFEFF,
  ]
  /// Blanks of any width, and the one that Chinese word processors keep in the private area.
  private static let blanks: [ClosedRange<UInt32>] = [
    0x2000...0x200A, 0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
    0xE5E5...0xE5E5,
  ]

  /// The entry of the scalar `code`, which is below U+10000.
  func entry(_ code: UInt32) -> UInt16 {
    entries[Int(pages[Int(code >> 6)]) + Int(code & 63)]
  }
}
