import SourceText

/// Questions about a line of normalised text, asked by the range of its bytes.
enum TextLine {
  /// How far to go on from the byte `first` without a look at every byte of Han characters.
  static func length(_ first: UInt8) -> Int { first >= 0xE0 && first < 0xF0 ? 3 : 1 }

  /// The range without blanks and tabs at its ends.
  static func trimmed(_ range: Range<Int>, of text: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(text[start]) { start += 1 }
    while start < end, isBlank(text[end - 1]) { end -= 1 }
    return start..<end
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// The scalar of three bytes at `offset`; 0 if there is none.
  static func scalar(_ text: [UInt8], _ offset: Int) -> UInt32 {
    guard offset >= 0, offset + 2 < text.count, text[offset] & 0xF0 == 0xE0 else { return 0 }
    return UInt32(text[offset] & 0x0F) << 12 | UInt32(text[offset + 1] & 0x3F) << 6
      | UInt32(text[offset + 2] & 0x3F)
  }

  /// Whether the line has twenty Han characters and a mark that ends a sentence.
  ///
  /// - Complexity: O(length up to the point where both are known).
  static func isProse(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    var han = 0
    var hasStop = false
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = text[index]
      if byte >= 0xE4, byte <= 0xE9 { han += 1 }
      if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") { hasStop = true }
      if byte == 0xE3, scalar(text, index) == 0x3002 { hasStop = true }
      if hasStop, han >= 20 { return true }
      index += length(byte)
    }
    return false
  }

  /// Whether the line is a row of a table with blanks between its cells: a number of up to three
  /// digits, then four characters of Han text or more, then two cells or more.
  ///
  /// - Complexity: O(length), O(1) where no number and blank stand first.
  static func isNumberedRow(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, text[index].isDigit { index += 1 }
    guard index > line.lowerBound, index - line.lowerBound <= 3, index < line.upperBound,
      isBlank(text[index])
    else { return false }
    let cells = text[index..<line.upperBound].split(whereSeparator: isBlank)
    guard cells.count >= 3, let task = cells.first, let byte = task.first else { return false }
    return byte >= 0xE4 && byte <= 0xE9 && task.count >= 12
  }

  /// Whether the line ends with a stop, or with a mark that closes a quotation behind one.
  static func endsSentence(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    guard let last = text[line].last else { return false }
    if last == UInt8(ascii: "!") || last == UInt8(ascii: "?") { return true }
    let mark = scalar(text, line.upperBound - 3)
    guard mark == 0x201D else { return mark == 0x3002 }
    return scalar(text, line.upperBound - 6) == 0x3002
  }

  /// Whether the line ends with punctuation after which a new thought begins.
  static func isClosed(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    guard let last = text[line].last else { return true }
    switch last < 0x80 ? UInt32(last) : scalar(text, line.upperBound - 3) {
    case 0x21, 0x29, 0x3A, 0x3B, 0x3F, 0x3002, 0x201D, 0x2026: return true
    default: return false
    }
  }
}
