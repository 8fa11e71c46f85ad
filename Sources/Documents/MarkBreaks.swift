import SourceText

/// Joins lines that a page broke at marks and figures.
///
/// No line of Chinese begins with a mark that closes what stands before it, none ends with one that opens
/// something, and neither holds nothing else. Where a page breaks so, it breaks around figures as well.
struct MarkBreaks {
  /// Fewer breaks at marks than this say nothing of a line that holds a figure alone.
  private static let fewest = 2

  private let text: [UInt8]
  /// Without blanks at their ends; empty for blank lines.
  private let lines: [Range<Int>]

  /// `text` is normalised.
  ///
  /// - Complexity: O(bytes).
  init(_ text: [UInt8]) {
    self.text = text
    lines = Array(TextLines(text).trimmed)
  }

  /// The text with such lines joined, and the map to the text as it was; the text itself if it has none.
  ///
  /// - Complexity: O(bytes).
  func joined(noise: inout NoiseCounter) -> (text: [UInt8], offsets: OffsetMap) {
    let pairs = lines.indices.dropLast()
    var isJoined = pairs.map { breaksAtMark($0) }
    var rewriter = TextRewriter(text)
    if isJoined.count(where: \.self) >= Self.fewest {
      for index in pairs where breaksAtFigure(index) { isJoined[index] = true }
    }
    for index in pairs where isJoined[index] {
      noise.add(.wrappedLines)
      rewriter.replace(lines[index].upperBound..<lines[index + 1].lowerBound, with: [])
    }
    return rewriter.finish()
  }

  /// Whether the line at `index` and the next one are broken at a mark.
  ///
  /// Behind a blank line another thought begins, whatever stands there.
  private func breaksAtMark(_ index: Int) -> Bool {
    let (line, next) = (lines[index], lines[index + 1])
    guard !line.isEmpty, !next.isEmpty else { return false }
    if isOpening(before: line.upperBound) { return true }
    if isClosing(at: next.lowerBound) { return mayGoOn(line) }
    if isMark(next), isOpening(before: next.upperBound) { return mayGoOn(line) }
    return isMark(line) && goesOnBehindMark(index)
  }

  /// Whether the sentence goes on behind the line at `index`, which is one mark.
  ///
  /// Behind a bracket or quotation it does where that was broken at its other end too.
  private func goesOnBehindMark(_ index: Int) -> Bool {
    guard index > 0, mayGoOn(lines[index - 1]), !TextLine.endsSentence(lines[index], of: text)
    else {
      return false
    }
    let isPaired =
      !isSeparator(text[lines[index].lowerBound])
      && Self.separator != TextLine.scalar(text, lines[index].lowerBound)
    return !isPaired
      || index > 1 && !lines[index - 2].isEmpty
        && isOpening(before: lines[index - 2].upperBound)
  }

  /// Whether one of the line at `index` and the next is a figure alone, and both belong to one sentence.
  private func breaksAtFigure(_ index: Int) -> Bool {
    let (line, next) = (lines[index], lines[index + 1])
    guard !line.isEmpty, !next.isEmpty,
      HanCharacter.ends(text, at: line.upperBound) || isFigure(line)
    else { return false }
    if isFigure(next) { return index + 2 < lines.count && goesOn(lines[index + 2]) }
    return isFigure(line) && index > 0 && HanCharacter.ends(text, at: lines[index - 1].upperBound)
      && goesOn(next)
  }

  private func goesOn(_ line: Range<Int>) -> Bool {
    !line.isEmpty && HanCharacter.begins(text, at: line.lowerBound)
      && Enumeration.numeral(at: line.lowerBound, of: text) == nil
  }

  private func isFigure(_ line: Range<Int>) -> Bool {
    !line.isEmpty && text[line].allSatisfy(\.isDigit)
  }

  /// Whether the line is one mark.
  private func isMark(_ line: Range<Int>) -> Bool {
    line.count == TextLine.length(text[line.lowerBound])
      && (isClosing(at: line.lowerBound) || isOpening(before: line.upperBound))
  }

  /// Whether the line, which is not empty, lacks a mark at its end.
  private func mayGoOn(_ line: Range<Int>) -> Bool {
    guard let last = text[line].last else { return false }
    if last >= 0x80 {
      return HanCharacter.ends(text, at: line.upperBound)
        || Self.quoteEnds.contains(TextLine.scalar(text, line.upperBound - 3))
    }
    return last.isAlphanumeric || last == UInt8(ascii: ")") || last == UInt8(ascii: "%")
  }

  private func isClosing(at offset: Int) -> Bool {
    switch text[offset] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"): true
    case let byte where isSeparator(byte): true
    default: Self.closing.contains(TextLine.scalar(text, offset))
    }
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
  }

  private func isOpening(before offset: Int) -> Bool {
    text[offset - 1] == UInt8(ascii: "(")
      || Self.opening.contains(TextLine.scalar(text, offset - 3))
  }

  /// The mark 、.
  private static let separator: UInt32 = 0x3001
  /// The marks 、 。 ” 》.
  private static let closing: Set<UInt32> = [0x3001, 0x3002, 0x201D, 0x300B]
  /// The marks “ ‘ 《.
  private static let opening: Set<UInt32> = [0x201C, 0x2018, 0x300A]
  /// The marks ” ’ 》.
  private static let quoteEnds: Set<UInt32> = [0x201D, 0x2019, 0x300B]
}
