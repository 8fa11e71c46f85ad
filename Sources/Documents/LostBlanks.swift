import SourceText

/// Question marks that a converter wrote for blanks which it did not know: those before the first character
/// of a line, and lines that hold nothing else; 听 again and again at the head of a line, as which no-break
/// blanks of UTF-8 are read in GBK.
///
/// One such place says nothing, for the mark may stand for a character or a question. A single mark on a line
/// of its own behind words without an end may be the end of these.
struct LostBlanks {
  /// A converter that cannot write such blanks writes none of them.
  private static let fewest = 2

  private let text: [UInt8]
  private var places: [Range<Int>] = []

  /// `text` is normalised.
  ///
  /// - Complexity: O(bytes).
  init(_ text: [UInt8]) {
    self.text = text
    var previous = 0..<0
    for line in TextLines(text).trimmed where !line.isEmpty {
      if text[line.lowerBound] == UInt8(ascii: "?"),
        let place = place(in: line, behind: previous)
      {
        places.append(place)
      } else if let place = misread(in: line) {
        places.append(place)
      }
      if places.last != line { previous = line }
    }
  }

  /// The text without such marks, and the map to the text as it was; the text itself if it has none.
  ///
  /// - Complexity: O(bytes).
  func removed(noise: inout NoiseCounter) -> (text: [UInt8], offsets: OffsetMap) {
    var rewriter = TextRewriter(text)
    if places.count >= Self.fewest {
      noise.add(.innerBlanks, places.count)
      for place in places { rewriter.replace(place, with: []) }
    }
    return rewriter.finish()
  }

  /// Blanks at the head of `line` that were read in another encoding.
  private func misread(in line: Range<Int>) -> Range<Int>? {
    var end = line.lowerBound
    while TextLine.scalar(text, end) == Self.readAsHan { end += 3 }
    return end - line.lowerBound >= 3 * Self.fewestMisread ? line.lowerBound..<end : nil
  }

  private static let readAsHan: UInt32 = 0x542C
  /// Fewer may be a word.
  private static let fewestMisread = 3

  /// The marks at the head of `line`, which follows `previous`, that may stand for blanks.
  private func place(in line: Range<Int>, behind previous: Range<Int>) -> Range<Int>? {
    let marks = text[line].prefix { $0 == UInt8(ascii: "?") || TextLine.isBlank($0) }
    let count = marks.count { $0 == UInt8(ascii: "?") }
    if marks.endIndex == line.upperBound {
      return count > 1 || TextLine.isClosed(previous, of: text) ? line : nil
    }
    guard count > 1, begins(at: marks.endIndex) else { return nil }
    return line.lowerBound..<marks.endIndex
  }

  /// Whether a line may begin at `offset`: a Han character, a digit, or a mark that opens something.
  private func begins(at offset: Int) -> Bool {
    text[offset].isDigit || text[offset] == UInt8(ascii: "(")
      || HanCharacter.begins(text, at: offset)
      || Self.opening.contains(TextLine.scalar(text, offset))
  }

  /// The marks “ 《 〔.
  private static let opening: Set<UInt32> = [0x201C, 0x300A, 0x3014]
}
