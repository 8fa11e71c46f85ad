import SourceText

/// Straight quotation marks of Chinese text, which do not say whether they open or close.
///
/// Within a line they take turns, so that the first opens and the second closes. One alone opens where
/// the line begins with it: speech of several paragraphs closes in the last. In a line with any other
/// odd number they stay.
enum StraightQuotes {
  private static let mark = UInt8(ascii: "\"")
  private static let opening = Array("\u{201C}".utf8)
  private static let closing = Array("\u{201D}".utf8)

  /// Adds the marks of `line` to `edits` as “ and ”, but those around what has no Han character at
  /// either end, such as attributes of tags and inches.
  ///
  /// - Complexity: O(bytes of the line).
  static func find(
    in line: Range<Int>, of text: [UInt8], into edits: inout [(range: Range<Int>, bytes: [UInt8])]
  ) {
    let places = line.filter { text[$0] == mark }
    guard let first = places.first,
      places.count.isMultiple(of: 2) || places.count == 1 && first == line.lowerBound
    else { return }
    for number in stride(from: 0, to: places.count, by: 2) {
      let start = places[number]
      let end = number + 1 < places.count ? places[number + 1] : line.upperBound
      guard HanCharacter.begins(text, at: start + 1) || HanCharacter.ends(text, at: end),
        !(isInches(start, of: text) && isInches(end, of: text))
      else { continue }
      edits.append((start..<start + 1, opening))
      if end < line.upperBound { edits.append((end..<end + 1, closing)) }
    }
  }

  private static func isInches(_ place: Int, of text: [UInt8]) -> Bool {
    place > 0 && text[place - 1].isDigit
  }
}
