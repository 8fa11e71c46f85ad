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
