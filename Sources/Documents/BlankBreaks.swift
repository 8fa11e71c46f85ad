import SourceText

/// Puts line ends where a text on one line has blanks for them.
///
/// Whoever shares a document loses its line ends, and a blank is left of each. Either each line of the page
/// ended so: then what stands between the blanks is about as long as one another, and `WrappedLines` joins it. Or
/// each paragraph did: then blanks stand behind stops and colons and before numbers of sections, other stops have
/// none behind them, and hardly any stand inside of sentences. Blanks around figures, those between names of one
/// character and strewn ones are neither.
struct BlankBreaks {
  /// A line of fewer bytes is a paragraph.
  private static let longLine = 300
  /// Fewer blanks say nothing.
  private static let fewest = 3
  /// In bytes: words before the text, without a mark, are a title, a number or a name.
  private static let shortestTitle = 12
  /// In bytes, with its number.
  private static let longestHeading = 120

  private let text: [UInt8]
  private var edits: [(range: Range<Int>, isBreak: Bool)] = []
  /// Numbers of pages, with the line end before each where it stands inside of a sentence.
  private var pages: [Range<Int>] = []

  /// `text` is normalised.
  ///
  /// - Complexity: O(bytes).
  init(_ text: [UInt8]) {
    self.text = text
    var long: [Range<Int>] = []
    var length = 0
    for line in TextLines(text).trimmed {
      length += line.count
      if line.count >= Self.longLine { long.append(line) }
    }
    let covered = long.reduce(0) { $0 + $1.count }
    // Pages of a preview are lines that begin with their number.
    guard covered * 2 >= length,
      long.count == 1
        || long.enumerated().allSatisfy({ Enumeration.number(in: $1, of: text)?.value == $0 + 1 })
    else { return }
    let blanks = long.map { breakable(in: $0) }
    let count = blanks.reduce(0) { $0 + $1.count }
    guard count >= Self.fewest else { return }
    if long.count == 1, takeWrapped(long[0], blanks[0]) { return }
    takeParagraphs(long, blanks)
    if long.count > 1, !edits.isEmpty { takePages(long) }
  }

  /// Takes the numbers that open `lines` for those of pages: among short lines nothing shows it later.
  private mutating func takePages(_ lines: [Range<Int>]) {
    var before: Range<Int>?
    for line in lines {
      guard let number = Enumeration.number(in: line, of: text) else { continue }
      var start = line.lowerBound
      if let before, goesOn(before, in: line) { start = before.upperBound }
      pages.append(start..<number.end)
      before = line
    }
  }

  /// Whether `line` ends inside of a sentence and nothing but blanks and line ends stands between it and `next`.
  private func goesOn(_ line: Range<Int>, in next: Range<Int>) -> Bool {
    let gap = TextLine.trimmed(line.upperBound..<next.lowerBound, of: text)
    return !TextLine.isClosed(line, of: text)
      && text[gap].allSatisfy { $0 == UInt8(ascii: "\n") }
  }

  /// The text with its line ends, and the map to the text as it was; the text itself if it has them.
  ///
  /// - Complexity: O(bytes).
  func broken(noise: inout NoiseCounter) -> (text: [UInt8], offsets: OffsetMap) {
    var rewriter = TextRewriter(text)
    noise.add(.innerBlanks, edits.count)
    noise.add(.pageMarkers, pages.count)
    let all = edits + pages.map { ($0, false) }
    for edit in all.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      rewriter.replace(edit.range, with: edit.isBreak ? [UInt8(ascii: "\n")] : [])
    }
    return rewriter.finish()
  }

  /// The blanks inside of `line` that may stand for line ends, in text order.
  private func breakable(in line: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    // The number of a page is no line.
    var index = Enumeration.number(in: line, of: text)?.end ?? line.lowerBound
    while index < line.upperBound, TextLine.isBlank(text[index]) { index += 1 }
    while index < line.upperBound {
      guard TextLine.isBlank(text[index]) else {
        index += TextLine.length(text[index])
        continue
      }
      let start = index
      while index < line.upperBound, TextLine.isBlank(text[index]) { index += 1 }
      if mayBreak(start..<index, in: line) { found.append(start..<index) }
    }
    return found.indices.filter { index in
      !isOneCharacter(behind: index, found)
        && !(index > 0 && isOneCharacter(behind: index - 1, found))
    }.map { found[$0] }
  }

  /// Whether one Han character stands between the blank at `index` and the next of `blanks`.
  private func isOneCharacter(behind index: Int, _ blanks: [Range<Int>]) -> Bool {
    index + 1 < blanks.count && blanks[index + 1].lowerBound - blanks[index].upperBound == 3
  }

  private func mayBreak(_ blank: Range<Int>, in line: Range<Int>) -> Bool {
    if text[blank.lowerBound - 1].isAlphanumeric { return false }
    guard text[blank.upperBound].isAlphanumeric else { return true }
    return ItemNumber(at: blank.upperBound, of: text) != nil
      || isDate(at: blank.upperBound, before: line.upperBound)
  }

  /// Whether three figures with a Han character behind each stand at `start`, and nothing else before a blank.
  private func isDate(at start: Int, before end: Int) -> Bool {
    var index = start
    for _ in 0..<3 {
      let digits = text[index..<end].prefix(while: \.isDigit)
      guard (1...4).contains(digits.count) else { return false }
      index = digits.endIndex
      if index < end, TextLine.isBlank(text[index]) { index += 1 }
      guard index < end, HanCharacter.begins(text, at: index) else { return false }
      index += 3
      if index + 1 < end, TextLine.isBlank(text[index]), text[index + 1].isDigit {
        index += 1
      }
    }
    return index == end || TextLine.isBlank(text[index])
  }

  /// Takes the `blanks` of `line` for the line ends of a text that was cut at a width; returns whether it was.
  private mutating func takeWrapped(_ line: Range<Int>, _ blanks: [Range<Int>]) -> Bool {
    var local = Array(text[line])
    for blank in blanks { local[blank.upperBound - 1 - line.lowerBound] = UInt8(ascii: "\n") }
    let gaps = WrappedLines(local).gaps()
    guard !gaps.isEmpty else { return false }
    let joined = Set(gaps.map { $0.lowerBound + line.lowerBound })
    edits = blanks.map { ($0, !joined.contains($0.lowerBound)) }
    return true
  }

  /// Takes the blanks of `lines` behind stops, around headings and behind titles for line ends, if they are.
  private mutating func takeParagraphs(_ lines: [Range<Int>], _ blanks: [[Range<Int>]]) {
    var breaks: [Range<Int>] = []
    var (evidence, contrary) = (0, 0)
    for (line, blanks) in zip(lines, blanks) {
      var start = Enumeration.number(in: line, of: text)?.end ?? line.lowerBound
      var isHead = true
      for blank in blanks {
        let piece = TextLine.trimmed(start..<blank.lowerBound, of: text)
        let isEnd =
          TextLine.endsSentence(piece, of: text) || text[piece].last == UInt8(ascii: ":")
        let isBefore = ItemNumber(at: blank.upperBound, of: text).map { !$0.isOrdinal } ?? false
        // A mark before the first word stands for a sign that was lost.
        let words = piece.drop { text[$0] == UInt8(ascii: "?") }
        let hasMark = text[words].contains(UInt8(ascii: ",")) || stops(in: words) > 0
        let isHeading =
          Enumeration.opensItem(piece, of: text) && !hasMark && piece.count <= Self.longestHeading
        isHead = isHead && !hasMark && !isEnd
        if isEnd || isBefore || isHeading {
          evidence += 1
        } else if !isHead || piece.count < Self.shortestTitle {
          contrary += 1
          continue
        }
        breaks.append(blank)
        start = blank.upperBound
      }
    }
    let all = lines.reduce(0) { $0 + stops(in: $1) }
    let broken = breaks.count { TextLine.endsSentence(0..<$0.lowerBound, of: text) }
    guard evidence >= Self.fewest, contrary * 2 <= evidence, all > broken + 1 else { return }
    edits = breaks.map { ($0, true) }
  }

  /// The number of stops in `range`.
  private func stops(in range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        || byte == 0xE3 && TextLine.scalar(text, index) == 0x3002
      {
        count += 1
      }
      index += TextLine.length(byte)
    }
    return count
  }
}
