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
      line.upperBound - start > 2 * title.count + 60 && text[start...].starts(with: title)
    }
    if let found, TextLine.isProse(line, of: text) {
      let end = start + found.count
      return HanCharacter.begins(text, at: end) ? end : nil
    }
    lines += 1
    guard lines <= Self.head, HanCharacter.ends(text, at: stem(of: line, text).upperBound) else {
      return nil
    }
    let title = Array(text[stem(of: line, text)])
    if Self.lengths.contains(title.count) { titles.append(title) }
    return nil
  }

  /// The line without the ending of a file's name.
  private func stem(of line: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    let ending = Self.extensions.first { text[line].suffix($0.utf8.count).elementsEqual($0.utf8) }
    return line.lowerBound..<line.upperBound - (ending?.utf8.count ?? 0)
  }
}
