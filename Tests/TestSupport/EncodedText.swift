package import Decoding

/// Turns text into the bytes of an encoding: the way back that the program itself never needs.
package enum EncodedText {
  /// The bytes of `text`; nil if a character has none.
  package static func bytes(_ text: String, as encoding: TextEncoding) -> [UInt8]? {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .gb18030: pairs(text, gb18030)
    case .big5: pairs(text, big5)
    }
  }

  /// `text` with every character that has a traditional form in Big5 written in it.
  package static func traditional(_ text: String, folding: (String) -> [UInt8]) -> String {
    var forms: [String: Unicode.Scalar] = [:]
    for scalar in big5.keys.sorted() where scalar.value >= 0x4E00 && scalar.value < 0xA000 {
      let folded = String(decoding: folding(String(scalar)), as: UTF8.self)
      if folded != String(scalar), forms[folded] == nil { forms[folded] = scalar }
    }
    return String(text.map { forms[String($0)].map(Character.init) ?? $0 })
  }

  /// Whether all characters of `text` can be written in Big5.
  package static func isInBig5(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || big5[scalar] != nil
  }

  private static let gb18030 = table(.gb18030, trails: Array(0x40...0x7E) + Array(0x80...0xFE))
  private static let big5 = table(.big5, trails: Array(0x40...0x7E) + Array(0xA1...0xFE))

  private static func table(
    _ encoding: TextEncoding, trails: [UInt8]
  ) -> [Unicode.Scalar: [UInt8]] {
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for lead in UInt8(0x81)...0xFE {
      let row = trails.flatMap { [lead, $0, UInt8(ascii: "\n")] }
      let lines = TextDecoder.decode(row, as: encoding)?.text.split(separator: UInt8(ascii: "\n"))
      for (trail, line) in zip(trails, lines ?? []) {
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
        if let scalar = scalars.first, scalars.count == 1, scalar != "\u{FFFD}",
          table[scalar] == nil
        {
          table[scalar] = [lead, trail]
        }
      }
    }
    return table
  }

  private static func pairs(_ text: String, _ table: [Unicode.Scalar: [UInt8]]) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let code = table[scalar] {
        bytes += code
      } else {
        return nil
      }
    }
    return bytes
  }
}
