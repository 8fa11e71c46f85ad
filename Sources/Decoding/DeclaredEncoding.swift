import SourceText

/// Finds the encoding that a page names in its head: `<meta charset=…>`, `http-equiv`, `<?xml`.
enum DeclaredEncoding {
  /// Declarations stand at the beginning; what comes later is text about encodings.
  private static let head = 4096
  private static let longestName = 24

  /// The encoding that is declared in markup, if it is one that is known.
  static func find(in bytes: [UInt8]) -> TextEncoding? {
    let head = bytes.prefix(head).map(\.lowercased)
    for (opening, key) in [("<?xml", "encoding"), ("<meta", "charset")] {
      for start in offsets(of: Array(opening.utf8), in: head[...]) {
        let end = head[start...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
        let tag = head[start..<end]
        for place in offsets(of: Array(key.utf8), in: tag) {
          if let name = value(tag[(place + key.utf8.count)...]),
            let encoding = TextEncoding(named: name)
          {
            return encoding
          }
        }
      }
    }
    return nil
  }

  private static func offsets(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> [Int] {
    guard bytes.count >= word.count else { return [] }
    return (bytes.startIndex...bytes.endIndex - word.count).filter {
      bytes[$0...].starts(with: word)
    }
  }

  /// The name after `=` and quotation marks.
  private static func value(_ bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes.drop { $0 == UInt8(ascii: " ") }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { " \"'".utf8.contains($0) }
    let name = rest.prefix(longestName).prefix { $0.isAlphanumeric || "-_".utf8.contains($0) }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
