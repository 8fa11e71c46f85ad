import SourceText

/// A title from the head of a page that stands again, without a line end, before the text.
///
/// Document-sharing pages name a file on the first lines, `….docx`, and lose the line end after the
/// title in the text of it.
struct GluedTitle {
  /// So many lines at the head are looked at.
  private static let head = 12
  /// In bytes, of the title.
  private static let lengths = 24...180
  private static let extensions = [".docx", ".doc", ".pdf", ".pptx", ".ppt", ".txt", ".wps"]

  private var lines = 0
  private var titles: [[UInt8]] = []

  /// Takes note of `line`, the next that is not blank, whose text begins at `start`; returns where
  /// the line is to be broken.
  mutating func read(_ line: Range<Int>, from start: Int, of text: [UInt8]) -> Int? {
    let found = titles.first { title in
      line.upperBound - start > 2 * title.count + 60 && Self.begins(title, at: start, of: text)
    }
    if let found, TextLine.isProse(line, of: text) {
      let end = start + found.count
      return HanCharacter.begins(text, at: end) ? end : nil
    }
    lines += 1
    guard lines <= Self.head else { return nil }
    let title = stem(of: line, text)
    if Self.lengths.contains(title.count), HanCharacter.ends(text, at: title.upperBound) {
      titles.append(Array(text[title]))
    }
    return nil
  }

  /// Whether `title` stands at `start`, where the text has at least as many bytes.
  private static func begins(_ title: [UInt8], at start: Int, of text: [UInt8]) -> Bool {
    for index in title.indices where title[index] != text[start + index] { return false }
    return true
  }

  /// The line without the ending of a file's name.
  private func stem(of line: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    let ending =
      text[line.upperBound - 1] < 0x80
      ? Self.extensions.first { text[line].suffix($0.utf8.count).elementsEqual($0.utf8) } : nil
    return line.lowerBound..<line.upperBound - (ending?.utf8.count ?? 0)
  }
}
