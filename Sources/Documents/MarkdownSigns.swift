import SourceText

/// The signs of Markdown, which are no part of the text: `#` before headings, `>` and `-` at the head of lines,
/// pairs of `**` and `__`, links and pictures.
enum MarkdownSigns {
  private static let endings = [".md", ".markdown"]
  /// In bytes; what is longer is no link, so that looking for its end is cheap.
  private static let longestAddress = 2_000

  /// Whether a file of this name is written in Markdown.
  static func mayStand(in name: String) -> Bool {
    endings.contains { name.lowercased().hasSuffix($0) }
  }

  /// The normalised `text` without the signs, and the map to it.
  ///
  /// - Complexity: O(bytes).
  static func removed(from text: [UInt8]) -> (text: [UInt8], offsets: OffsetMap) {
    var rewriter = TextRewriter(text)
    for line in TextLines(text).trimmed where !line.isEmpty {
      let head = head(of: line, in: text)
      if !head.isEmpty { rewriter.replace(head, with: []) }
      let rest = head.upperBound..<line.upperBound
      var edits = links(in: rest, of: text)
      for mark in [UInt8(ascii: "*"), UInt8(ascii: "_")] {
        edits += pairs(of: mark, in: rest, of: text)
      }
      for edit in edits.sorted(by: { $0.lowerBound < $1.lowerBound })
      where edit.lowerBound >= rewriter.taken {
        rewriter.replace(edit, with: [])
      }
    }
    return rewriter.finish()
  }

  /// Signs at the head of the line, each with the blank behind it.
  private static func head(of line: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var end = line.lowerBound
    while end < line.upperBound {
      let sign = text[end]
      var next = end
      while next < line.upperBound, text[next] == sign { next += 1 }
      let isHeading = sign == UInt8(ascii: "#") && next - end <= 6
      let isItem =
        next - end == 1
        && [UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(
          sign)
      guard isHeading || isItem, next < line.upperBound, TextLine.isBlank(text[next]) else { break }
      while next < line.upperBound, TextLine.isBlank(text[next]) { next += 1 }
      end = next
    }
    return line.lowerBound..<end
  }

  /// Both marks of every pair.
  private static func pairs(of mark: UInt8, in line: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
    let places = line.dropLast().filter { index in
      text[index] == mark && text[index + 1] == mark
        && (index == line.lowerBound || text[index - 1] != mark)
        && (index + 2 >= line.upperBound || text[index + 2] != mark)
    }
    return places.count.isMultiple(of: 2) ? places.map { $0..<$0 + 2 } : []
  }

  /// Of `[words](address)` all but the words; of `![words](address)` everything.
  private static func links(in line: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
    var edits: [Range<Int>] = []
    var open: Int?
    for index in line {
      if text[index] == UInt8(ascii: "[") { open = index }
      guard text[index] == UInt8(ascii: "]"), let start = open else { continue }
      open = nil
      guard index + 1 < line.upperBound, text[index + 1] == UInt8(ascii: "("),
        let close = text[index..<min(line.upperBound, index + longestAddress)]
          .firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      let isPicture = start > line.lowerBound && text[start - 1] == UInt8(ascii: "!")
      edits += isPicture ? [start - 1..<close + 1] : [start..<start + 1, index..<close + 1]
    }
    return edits
  }
}
