import SourceText

/// Cuts a normalised text into blocks, sentences and clauses in one pass.
///
/// At an opening quotation mark or bracket it looks ahead for the closing one; if that follows
/// within `longestOpaque` characters, what is between them is passed over. A longer quote, and one
/// with a full stop that a clause begins with, is speech: read as if its marks were not there.
package struct Segmenter {
  /// Quotes with more characters than this are transparent.
  private static let longestOpaque = 40

  private let text: [UInt8]
  /// Beyond so many nothing more is read.
  private let mostClauses: Int
  private(set) var blocks: [TextBlock] = []
  private(set) var sentences: [Sentence] = []
  private(set) var clauses: [Clause] = []
  /// The number of sentences that end at damage.
  private(set) var doubtfulCount = 0
  /// Where the clause that is being read begins.
  private var clauseStart = 0
  /// The first character from `clauseStart` on that is no blank, as far as somebody asked for it.
  private var firstCharacter = 0
  /// Index of the first clause of the sentence that is being read.
  private var firstClause = 0
  /// Whether blanks stand between the cells of the block that is being read.
  private var hasBlankCells = false

  init(_ text: [UInt8], mostClauses: Int = .max) {
    self.text = text
    self.mostClauses = mostClauses
  }

  /// Fills the three arrays; `line` gives the line for the offset at which a block begins.
  ///
  /// - Complexity: O(bytes), apart from calls of `line`.
  mutating func run(line: (Int) -> Int) {
    for content in TextLines(text).trimmed where !content.isEmpty {
      let known = (sentences: sentences.count, clauses: clauses.count)
      readBlock(content)
      blocks.append(
        TextBlock(
          span: SourceSpan(content.lowerBound, content.upperBound),
          line: line(content.lowerBound), sentences: known.sentences..<sentences.count,
          clauses: known.clauses..<clauses.count))
      if clauses.count > mostClauses { return }
    }
  }

  /// The parts of a text that was normalised before, each line a block with the line number 0.
  ///
  /// - Complexity: O(bytes).
  package static func cut(
    _ text: [UInt8]
  ) -> (blocks: [TextBlock], sentences: [Sentence], clauses: [Clause]) {
    var segmenter = Segmenter(text)
    segmenter.run { _ in 0 }
    return (segmenter.blocks, segmenter.sentences, segmenter.clauses)
  }

  private mutating func readBlock(_ block: Range<Int>) {
    let text = text
    let bytes = text.span
    clauseStart = block.lowerBound
    hasBlankCells = TextLine.isNumberedRow(block, of: text)
    var index = block.lowerBound
    while index < block.upperBound, clauses.count <= mostClauses {
      let byte = bytes[index]
      if byte >= 0xE4, byte <= 0xE9 {
        index += 3
      } else if byte < 0x80 {
        index = readASCII(byte, at: index, in: block)
      } else {
        index = readMark(at: index, in: block)
      }
    }
    endSentence(at: block.upperBound, next: block.upperBound, delimiter: .none, isDoubtful: false)
  }

  /// Deals with the ASCII character at `index` and returns where to go on.
  private mutating func readASCII(_ byte: UInt8, at index: Int, in block: Range<Int>) -> Int {
    switch byte {
    case UInt8(ascii: ","):
      if !isInsideNumber(index, in: block), !isInsideDate(index, in: block) {
        endClause(at: index, next: index + 1, .comma)
      }
    // Cells of a row: who, what and until when are each said in one of their own.
    case UInt8(ascii: "\t"), UInt8(ascii: "|"): endClause(at: index, next: index + 1, .comma)
    case UInt8(ascii: " ") where hasBlankCells: endClause(at: index, next: index + 1, .comma)
    case UInt8(ascii: ";"): endClause(at: index, next: index + 1, .semicolon)
    case UInt8(ascii: ":"):
      if !isInsideTimeOrAddress(index, in: block) { endClause(at: index, next: index + 1, .colon) }
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      // A lost character whose reading is left ends nothing.
      if byte == UInt8(ascii: "?"),
        let end = BracketedReading.end(ofSwallowed: index + 1, of: text)
      {
        return min(end, block.upperBound)
      }
      if !isInsideLatin(index, in: block) { return readStop(at: index, in: block) }
    case UInt8(ascii: "."):
      if LatinStop(text: text, block: block, start: sentenceStart()).ends(at: index) {
        return readLatinStop(at: index, in: block)
      }
    case UInt8(ascii: "("): return closing(of: .round, at: index, in: block) ?? index + 1
    default: break
    }
    return index + 1
  }

  /// Deals with the character of several bytes at `index` and returns where to go on.
  private mutating func readMark(at index: Int, in block: Range<Int>) -> Int {
    let next = index + text[index].characterLength
    switch TextLine.scalar(text, index) {
    case 0x3002: return readStop(at: index, in: block)
    case 0xFFFD:
      var end = next
      while end < block.upperBound, TextLine.scalar(text, end) == 0xFFFD { end += 3 }
      endSentence(at: index, next: end, delimiter: .stop, isDoubtful: true)
      return end
    case 0x201C:
      let beginsClause = clauseStart == index
      if let end = closing(of: beginsClause ? .speech : .quotation, at: index, in: block) {
        return end
      }
      if beginsClause { clauseStart = next }
      return next
    case 0x300A: return closing(of: .title, at: index, in: block) ?? next
    default: return next
    }
  }

  /// Ends the sentence at the stops that begin at `index`; closing marks after them belong to it.
  private mutating func readStop(at index: Int, in block: Range<Int>) -> Int {
    var end = index
    while end < block.upperBound, Self.isStop(text, end) { end += text[end].characterLength }
    let isDoubtful = isDamage(index..<end, in: block)
    while end < block.upperBound, Self.isClosingMark(text, end) { end += text[end].characterLength }
    if isCellEnd(end, in: block) {
      endClause(at: index, next: end, .comma)
    } else {
      endSentence(at: index, next: end, delimiter: .stop, isDoubtful: isDoubtful)
    }
    return end
  }

  /// Whether the cells of a row go on behind a stop that ends at `index`: they say more of it.
  private func isCellEnd(_ index: Int, in block: Range<Int>) -> Bool {
    var next = index
    while byte(next, in: block) == UInt8(ascii: " ") { next += 1 }
    if hasBlankCells, next > index, next < block.upperBound { return true }
    return [UInt8(ascii: "\t"), UInt8(ascii: "|")].contains(byte(next, in: block))
  }

  /// Ends the sentence at the `.` at `index`; closing marks after it belong to it.
  private mutating func readLatinStop(at index: Int, in block: Range<Int>) -> Int {
    var end = index + 1
    while end < block.upperBound, Self.isClosingMark(text, end) || Self.isStraightQuote(text[end]) {
      end += text[end].characterLength
    }
    endSentence(at: index, next: end, delimiter: .stop, isDoubtful: false)
    return end
  }

  /// Where the sentence that is being read begins: at a character that is no blank.
  ///
  /// - Complexity: O(1), and each blank is passed over once.
  private mutating func sentenceStart() -> Int {
    if firstClause < clauses.count { return clauses[firstClause].span.start }
    firstCharacter = max(firstCharacter, clauseStart)
    while firstCharacter < text.count, text[firstCharacter] == UInt8(ascii: " ") {
      firstCharacter += 1
    }
    return firstCharacter
  }

  /// Whether the stops are two question marks in the middle of a text: a lost byte, not a question.
  private func isDamage(_ stops: Range<Int>, in block: Range<Int>) -> Bool {
    guard stops.count == 2, text[stops].allSatisfy({ $0 == UInt8(ascii: "?") }),
      stops.upperBound < block.upperBound, HanCharacter.ends(text, at: stops.lowerBound)
    else { return false }
    return HanCharacter.begins(text, at: stops.upperBound) || text[stops.upperBound].isLetter
  }
}

// MARK: - Ends

extension Segmenter {
  private mutating func endClause(at end: Int, next: Int, _ delimiter: Delimiter) {
    let content = TextLine.trimmed(clauseStart..<max(clauseStart, end), of: text)
    clauseStart = next
    guard !content.isEmpty else { return }
    clauses.append(
      Clause(
        span: SourceSpan(content.lowerBound, content.upperBound), sentence: sentences.count,
        delimiter: delimiter))
  }

  private mutating func endSentence(
    at end: Int, next: Int, delimiter: Delimiter, isDoubtful: Bool
  ) {
    endClause(at: end, next: next, delimiter)
    guard firstClause < clauses.count else { return }
    sentences.append(
      Sentence(
        span: SourceSpan(clauses[firstClause].span.start, clauses[clauses.count - 1].span.end),
        clauses: firstClause..<clauses.count, block: blocks.count,
        isClosed: delimiter == .stop && !isDoubtful, isDoubtful: isDoubtful))
    if isDoubtful { doubtfulCount += 1 }
    firstClause = clauses.count
  }
}

// MARK: - Characters

extension Segmenter {
  private enum Pair {
    case quotation
    /// A quotation that is none if it holds a full stop.
    case speech
    case title
    case round

    var marks: (opening: UInt32, closing: UInt32) {
      switch self {
      case .quotation, .speech: (0x201C, 0x201D)
      case .title: (0x300A, 0x300B)
      case .round: (0x28, 0x29)
      }
    }
  }

  /// The offset after the mark that closes the one at `start`, if it is near enough.
  private func closing(of pair: Pair, at start: Int, in block: Range<Int>) -> Int? {
    let marks = pair.marks
    var depth = 1
    var index = start + text[start].characterLength
    for _ in 0...Self.longestOpaque {
      guard index < block.upperBound else { return nil }
      let byte = text[index]
      let scalar = byte < 0x80 ? UInt32(byte) : TextLine.scalar(text, index)
      index += byte.characterLength
      if scalar == 0x3002, pair == .speech { return nil }
      if scalar == marks.closing {
        depth -= 1
        if depth == 0 { return index }
      } else if scalar == marks.opening {
        depth += 1
      }
    }
    return nil
  }

  private static func isStop(_ text: [UInt8], _ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): true
    case 0xE3: TextLine.scalar(text, index) == 0x3002
    default: false
    }
  }

  /// Whether one of ” ’ 》 ) stands at `index`.
  private static func isClosingMark(_ text: [UInt8], _ index: Int) -> Bool {
    if text[index] < 0x80 { return text[index] == UInt8(ascii: ")") }
    switch TextLine.scalar(text, index) {
    case 0x201D, 0x2019, 0x300B: return true
    default: return false
    }
  }

  private static func isStraightQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

  /// The byte at `index`, or a line end outside the block.
  private func byte(_ index: Int, in block: Range<Int>) -> UInt8 {
    block.contains(index) ? text[index] : UInt8(ascii: "\n")
  }

  /// Whether the comma separates thousands: a digit before it, exactly three after it.
  private func isInsideNumber(_ index: Int, in block: Range<Int>) -> Bool {
    byte(index - 1, in: block).isDigit
      && (1...3).allSatisfy { byte(index + $0, in: block).isDigit }
      && !byte(index + 4, in: block).isDigit
  }

  /// Whether the comma stands before the year of a date such as June 3, 2021: a Latin word and at
  /// most two digits before it, exactly four digits after it.
  private func isInsideDate(_ index: Int, in block: Range<Int>) -> Bool {
    guard byte(index + 1, in: block) == UInt8(ascii: " "),
      (2...5).allSatisfy({ byte(index + $0, in: block).isDigit }),
      !byte(index + 6, in: block).isDigit
    else { return false }
    var start = index
    while byte(start - 1, in: block).isDigit { start -= 1 }
    return (1...2).contains(index - start) && byte(start - 1, in: block) == UInt8(ascii: " ")
      && byte(start - 2, in: block).isLetter
  }

  /// Whether the colon stands between digits, as in 12:30, or before `//`.
  private func isInsideTimeOrAddress(_ index: Int, in block: Range<Int>) -> Bool {
    let next = byte(index + 1, in: block)
    if next == UInt8(ascii: "/") { return byte(index + 2, in: block) == next }
    return next.isDigit && byte(index - 1, in: block).isDigit
  }

  /// Whether the mark stands inside a Latin word or address.
  private func isInsideLatin(_ index: Int, in block: Range<Int>) -> Bool {
    let (last, next) = (byte(index - 1, in: block), byte(index + 1, in: block))
    return (last.isAlphanumeric || last == UInt8(ascii: "/")) && next.isAlphanumeric
  }
}
