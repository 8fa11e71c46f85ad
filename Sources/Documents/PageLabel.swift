import SourceText

/// A line that holds nothing but the number of a page: `第2页`, `第 2 页 / 共 4 页`.
enum PageLabel {
  static let ordinal = HanNumeral.ordinal.value
  static let page: UInt32 = 0x9875
  private static let total: UInt32 = 0x5171

  static func matches(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    // Longer lines hold something else; the bound keeps this cheap for every line.
    guard line.count <= 40, TextLine.scalar(text, line.lowerBound) == ordinal else { return false }
    var rest = line.dropFirst(3)
    guard takePage(from: &rest, of: text) else { return false }
    if rest.isEmpty { return true }
    if text[rest.lowerBound] == UInt8(ascii: "/") || text[rest.lowerBound] == UInt8(ascii: ",") {
      rest = TextLine.trimmed(rest.dropFirst(), of: text)
    }
    guard TextLine.scalar(text, rest.lowerBound) == total else { return false }
    rest = rest.dropFirst(3)
    return takePage(from: &rest, of: text) && rest.isEmpty
  }

  /// Whether the line is the number of a page in any of the usual forms: `12`, `- 12 -`, `·12·`, `3/8`, `第2页`.
  static func isNumber(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    guard !line.isEmpty, line.count <= 40 else { return false }
    if matches(line, of: text) { return true }
    var numbers: [Range<Int>] = []
    var index = line.lowerBound
    while index < line.upperBound {
      let length = text[index].characterLength
      if text[index].isDigit {
        let isInside = numbers.last?.upperBound == index
        let start = isInside ? numbers.removeLast().lowerBound : index
        numbers.append(start..<index + 1)
      } else {
        let mark = length == 1 ? UInt32(text[index]) : scalar(text, index, length)
        guard marks.contains(mark) else { return false }
      }
      index += length
    }
    guard let first = numbers.first, numbers.count <= 2, numbers.allSatisfy({ $0.count <= 4 })
    else { return false }
    let between = TextLine.trimmed(
      first.upperBound..<max(first.upperBound, numbers[numbers.count - 1].lowerBound), of: text)
    return numbers.count == 1 || text[between].elementsEqual([UInt8(ascii: "/")])
  }

  /// Blank, `-`, `/`, `_`, `|`, `~`, `·`, `•`, dashes.
  private static let marks: Set<UInt32> = [
    0x20, 0x09, 0x2D, 0x2F, 0x5F, 0x7C, 0x7E, 0xB7, 0x2022, 0x2010, 0x2012, 0x2013, 0x2014, 0x2015,
    0x2500,
  ]

  /// The scalar at `offset`, of two or three bytes; 0 for others.
  private static func scalar(_ text: [UInt8], _ offset: Int, _ length: Int) -> UInt32 {
    length == 2
      ? UInt32(text[offset] & 0x1F) << 6 | UInt32(text[offset + 1] & 0x3F)
      : TextLine.scalar(text, offset)
  }

  /// Takes a number and 页 off the front of `rest`, with blanks around them.
  private static func takePage(from rest: inout Range<Int>, of text: [UInt8]) -> Bool {
    rest = TextLine.trimmed(rest, of: text)
    guard let (_, end) = Enumeration.digits(in: rest, of: text) else { return false }
    rest = TextLine.trimmed(end..<rest.upperBound, of: text)
    guard TextLine.scalar(text, rest.lowerBound) == page, rest.count >= 3 else { return false }
    rest = TextLine.trimmed(rest.dropFirst(3), of: text)
    return true
  }
}
