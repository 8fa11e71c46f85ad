import SourceText

/// Numbers and numerals that open a line or a section: `2、`, `二、`.
enum Enumeration {
  private static let numerals = HanNumeral.oneToTen.map(\.value)
  /// In bytes, with its number.
  private static let longestHeading = 42
  /// A bracket of more bytes is no field of an item.
  private static let longestField = 180
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
    while index < range.upperBound, text[index].isDigit {
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
    // Grades and classes of one kind are counted up in the same way.
    guard !numerals.contains(TextLine.scalar(text, offset + 6)) else { return nil }
    return numerals.firstIndex(of: scalar).map { $0 + 1 }
  }

  /// Where the item begins before which `line` has a bracket with a colon in it: that belongs to the item on
  /// the line above.
  ///
  /// - Complexity: O(length of the bracket).
  static func itemBehindField(in line: Range<Int>, of text: [UInt8]) -> Int? {
    guard text[line].first == UInt8(ascii: "(") else { return nil }
    let bracket = text[line].prefix(longestField).prefix { $0 != UInt8(ascii: ")") }
    let end = bracket.endIndex + 1
    guard end < line.upperBound, text[bracket.endIndex] == UInt8(ascii: ")"),
      bracket.contains(UInt8(ascii: ":"))
    else { return nil }
    let start = TextLine.trimmed(end..<line.upperBound, of: text).lowerBound
    return ItemNumber(at: start, of: text) == nil ? nil : start
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

  /// Where headings `一、`, `二、`, `三、` … begin inside of `lines`, all of a text that are long, where most of its
  /// `length` in bytes stands in lines with such headings: whoever shared it lost the line breaks.
  ///
  /// The first stands at the beginning, or behind a stop or colon, the others behind a stop; two make a
  /// sequence only where nothing else stands in the text, as in the beginning of a longer one, or where words
  /// stand before the first on its line, and one where a colon announces it. Items
  /// of a sentence, which semicolons part, and ordinals in speech are none. Where a blank parts the words of a
  /// heading from what stands under it, that begins there as well.
  ///
  /// - Complexity: O(bytes).
  static func sections(in lines: [Range<Int>], ofLength length: Int, of text: [UInt8]) -> [Int] {
    var found: [Int] = []
    var (covered, inside, expected) = (0, 0, 1)
    var (isAnnounced, isSeries) = (false, false)
    for line in lines {
      let known = found.count
      var index = line.lowerBound
      while index < line.upperBound {
        let byte = text[index]
        if byte >= 0xE4, byte <= 0xE9, numeral(at: index, of: text) == expected {
          let before = TextLine.trimmed(line.lowerBound..<index, of: text)
          let isBehindColon = expected == 1 && text[before].last == UInt8(ascii: ":")
          if before.isEmpty || isBehindColon || TextLine.endsSentence(before, of: text) {
            isAnnounced = isAnnounced || isBehindColon
            if !before.isEmpty {
              found.append(index)
              inside += 1
            }
            if let end = headingEnd(after: index, before: line.upperBound, of: text) {
              found.append(end)
            }
            expected += 1
          } else if expected > 1 {
            isSeries = true
          }
        }
        index += TextLine.length(byte)
      }
      if found.count > known { covered += line.count }
    }
    let isSequence =
      switch expected - 1 {
      case 0: false
      case 1: isAnnounced && !isSeries
      case 2: covered == length || inside == 2
      default: true
      }
    return isSequence && covered * 2 >= length ? found : []
  }

  /// Where a blank stands behind the few words of the heading that begins at `start`.
  private static func headingEnd(after start: Int, before end: Int, of text: [UInt8]) -> Int? {
    var index = start + 6
    while index < min(end, start + longestHeading), HanCharacter.begins(text, at: index) {
      index += 3
    }
    guard index > start + 6, index + 1 < end, TextLine.isBlank(text[index]) else { return nil }
    return HanCharacter.begins(text, at: index + 1) ? index : nil
  }

  /// Where headings `一、`, `二、` … begin inside `lines` that lost their line breaks.
  ///
  /// They follow closing punctuation and run in order from one over all the lines; a single one is
  /// no sequence, unless it is announced.
  static func headings(in lines: [Range<Int>], of text: [UInt8]) -> [Int] {
    var found: [Int] = []
    var expected = 1
    var (isAnnounced, isSeries) = (false, false)
    for line in lines {
      var index = line.lowerBound
      while index < line.upperBound {
        let byte = text[index]
        if byte >= 0xE4, byte <= 0xE9, numeral(at: index, of: text) == expected {
          let before = line.lowerBound..<index
          if before.isEmpty {
            expected += 1
          } else if TextLine.isClosed(before, of: text) {
            if expected == 1, text[index - 1] == UInt8(ascii: ":") {
              isAnnounced = true
            }
            isSeries = isSeries || text[index - 1] == UInt8(ascii: ";")
            expected += 1
            found.append(index)
          } else {
            isSeries = true
          }
        }
        index += TextLine.length(byte)
      }
    }
    return expected > 2 || isAnnounced && !isSeries ? found : []
  }
}
