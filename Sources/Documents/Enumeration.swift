import SourceText

/// Numbers and numerals that open a line or a section: `2、`, `二、`.
enum Enumeration {
  private static let numerals = HanNumeral.oneToTen.map(\.value)
  /// The mark 、 after a number.
  private static let comma: UInt32 = 0x3001

  /// The number of up to three digits that opens `line`, and the offset after its `、`.
  static func number(in line: Range<Int>, of text: [UInt8]) -> (value: Int, end: Int)? {
    guard let (value, end) = digits(in: line, of: text), TextLine.scalar(text, end) == comma else {
      return nil
    }
    return (value, end + 3)
  }

  /// The number of up to three digits at the start of `range`, and the offset after it.
  static func digits(in range: Range<Int>, of text: [UInt8]) -> (value: Int, end: Int)? {
    var value = 0
    var index = range.lowerBound
    while index < range.upperBound, text[index] >= 0x30, text[index] <= 0x39 {
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
      if index - range.lowerBound > 3 { return nil }
    }
    return index == range.lowerBound ? nil : (value, index)
  }

  /// The value of the numeral at `offset`, if `、` follows it.
  static func numeral(at offset: Int, of text: [UInt8]) -> Int? {
    guard TextLine.scalar(text, offset + 3) == comma else { return nil }
    let scalar = TextLine.scalar(text, offset)
    return numerals.firstIndex(of: scalar).map { $0 + 1 }
  }

  /// Whether `line` begins as an item of a list: with a number that is no ordinal, with `2)` or a bullet.
  static func opensItem(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    if let number = ItemNumber(at: line.lowerBound, of: text) { return !number.isOrdinal }
    if let end = digits(in: line, of: text)?.end {
      return end < line.upperBound && text[end] == UInt8(ascii: ")")
    }
    return isBullet(line, of: text)
  }

  /// Whether `line` begins with a circled number or a mark that heads items.
  private static func isBullet(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    switch TextLine.scalar(text, line.lowerBound) {
    case 0x2022, 0x2460...0x2473, 0x2500...0x27BF: true
    default:
      line.count > 1 && text[line.lowerBound + 1] == UInt8(ascii: " ")
        && [UInt8(ascii: "-"), UInt8(ascii: "*")].contains(text[line.lowerBound])
    }
  }

  /// Where headings `一、`, `二、` … begin inside `lines` that lost their line breaks.
  ///
  /// They follow closing punctuation and run in order from one over all the lines; a single one is
  /// no sequence.
  static func headings(in lines: [Range<Int>], of text: [UInt8]) -> [Int] {
    var found: [Int] = []
    var expected = 1
    for line in lines {
      var index = line.lowerBound
      while index < line.upperBound {
        let byte = text[index]
        if byte >= 0xE4, byte <= 0xE9, numeral(at: index, of: text) == expected {
          if index == line.lowerBound {
            expected += 1
          } else if TextLine.isClosed(line.lowerBound..<index, of: text) {
            expected += 1
            found.append(index)
          }
        }
        index += byte >= 0xE0 && byte < 0xF0 ? 3 : 1
      }
    }
    return expected > 2 ? found : []
  }
}
