import SourceText

/// Points that stand for 。 in a text that has none of these: behind a Han character or what closes a quotation,
/// before Han text, a blank or the end of the line.
///
/// The point behind the number of an item (一.) is none.
struct PointStops {
  /// Fewer may be slips.
  private static let fewest = 3
  /// More characters before the first point of a line are no number.
  private static let longestNumber = 3
  private static let stop = Array("\u{3002}".utf8)

  private let text: [UInt8]
  private var places: [Int] = []

  /// `text` is normalised.
  ///
  /// - Complexity: O(bytes).
  init(_ text: [UInt8]) {
    self.text = text
    guard ByteCensus(text).has(UInt8(ascii: ".")) else { return }
    for line in TextLines(text).trimmed {
      var index = line.lowerBound
      while index < line.upperBound {
        if text[index] == 0xE3, TextLine.scalar(text, index) == 0x3002 {
          places = []
          return
        }
        if text[index] == UInt8(ascii: "."), isStop(index, in: line) { places.append(index) }
        index += TextLine.length(text[index])
      }
    }
  }

  /// The text with its stops, and the map to the text as it was; the text itself if it has none.
  func replaced() -> (text: [UInt8], offsets: OffsetMap) {
    var rewriter = TextRewriter(text)
    if places.count >= Self.fewest {
      for place in places { rewriter.replace(place..<place + 1, with: Self.stop) }
    }
    return rewriter.finish()
  }

  private func isStop(_ index: Int, in line: Range<Int>) -> Bool {
    let before = TextLine.scalar(text, index - 3)
    guard
      HanCharacter.ends(text, at: index) || before == 0x201D
        || text[max(index - 1, 0)] == UInt8(ascii: ")")
    else { return false }
    let head = index - line.lowerBound
    if head <= 3 * Self.longestNumber,
      stride(from: line.lowerBound, to: index, by: 3).allSatisfy(isNumeral)
    {
      return false
    }
    let next = index + 1
    guard next < line.upperBound else { return true }
    return text[next] == UInt8(ascii: " ") || text[next] == UInt8(ascii: "(")
      || HanCharacter.begins(text, at: next) || TextLine.scalar(text, next) == 0x201C
      || TextLine.scalar(text, next) == 0x201D
  }

  private func isNumeral(_ offset: Int) -> Bool {
    Unicode.Scalar(TextLine.scalar(text, offset)).map(HanNumeral.oneToTen.contains) ?? false
  }
}
