import SourceText

/// Joins lines that begin with a mark which closes what stands before it, as text taken from pages has
/// them that break before each comma: no line of Chinese begins so, hence the line above goes on.
struct LeadingMarks {
  private let text: [UInt8]

  /// `text` is normalised.
  init(_ text: [UInt8]) { self.text = text }

  /// The text with such lines joined to those above, and the map to the text as it was; the text itself
  /// if it has none.
  ///
  /// - Complexity: O(bytes).
  func joined(noise: inout NoiseCounter) -> (text: [UInt8], offsets: OffsetMap) {
    var rewriter = TextRewriter(text)
    var previous: Range<Int>?
    var start = 0
    while start < text.count {
      let end = TextLine.end(from: start, of: text)
      let line = TextLine.trimmed(start..<end, of: text)
      if let previous, !line.isEmpty, isClosing(at: line.lowerBound), mayGoOn(previous) {
        noise.add(.wrappedLines)
        rewriter.replace(previous.upperBound..<line.lowerBound, with: [])
      }
      // Behind a blank line another thought begins, whatever stands there.
      previous = line.isEmpty ? nil : line
      start = end + 1
    }
    return rewriter.finish()
  }

  /// Whether the line, which is not empty, lacks a mark at its end.
  private func mayGoOn(_ line: Range<Int>) -> Bool {
    let last = text[line.upperBound - 1]
    if last >= 0x80 { return HanCharacter.ends(text, at: line.upperBound) || isQuoteEnd(line) }
    return switch last {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: ")"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private func isQuoteEnd(_ line: Range<Int>) -> Bool {
    Self.quoteEnds.contains(TextLine.scalar(text, line.upperBound - 3))
  }

  private func isClosing(at offset: Int) -> Bool {
    switch text[offset] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"):
      true
    default: Self.closing.contains(TextLine.scalar(text, offset))
    }
  }

  /// The marks 、 。 ” 》.
  private static let closing: Set<UInt32> = [0x3001, 0x3002, 0x201D, 0x300B]
  /// The marks ” ’ 》.
  private static let quoteEnds: Set<UInt32> = [0x201D, 0x2019, 0x300B]
}
