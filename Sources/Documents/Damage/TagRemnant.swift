import SourceText

/// What is left of a tag of HTML in a text that was taken off a page: `<p class=…>`, `/p>`, `、br />`.
enum TagRemnant {
  /// Tags in small letters; those that end a line of text come first.
  private static let breaks = ["br", "p", "div", "tr", "li", "h1", "h2", "h3"]
  private static let others = [
    "span", "strong", "b", "font", "a", "td", "table", "ul", "em", "u", "i", "img", "center",
  ]
  private static let longest = 120

  /// The remnant that ends with the `>` at `end` of normalised `text`, and whether a line ends there.
  ///
  /// - Complexity: O(length of the tag).
  static func find(endingAt end: Int, of text: [UInt8]) -> (range: Range<Int>, isBreak: Bool)? {
    let limit = max(0, end - longest)
    var start = end
    // A name of letters and digits stands behind `<`, `</`, `/` or the mark 、 that took their place.
    while start > limit, text[start - 1] != UInt8(ascii: "<"), text[start - 1] != 0x0A,
      text[start - 1] != UInt8(ascii: ">")
    {
      start -= 1
    }
    if end >= 6, text[(end - 2)..<end].elementsEqual("--".utf8) {
      return comment(limit, end, text).map { ($0, false) }
    }
    if start > 0, text[start - 1] == UInt8(ascii: "<") {
      let name = text[start..<end].drop { $0 == UInt8(ascii: "/") }
      return isBreak(name).map { (start - 1..<end + 1, $0) }
    }
    return withoutOpening(limit, end, text)
  }

  /// A comment that ends at `end`.
  private static func comment(_ limit: Int, _ end: Int, _ text: [UInt8]) -> Range<Int>? {
    var start = end - 5
    while start >= limit {
      if text[start] == UInt8(ascii: "<"), text[start + 1] == UInt8(ascii: "!"),
        text[start + 2] == UInt8(ascii: "-"), text[start + 3] == UInt8(ascii: "-")
      {
        return start..<end + 1
      }
      start -= 1
    }
    return nil
  }

  /// The end of a tag at the beginning of `line`: `class="text">`.
  static func attributes(openingLine line: Range<Int>, of text: [UInt8]) -> Range<Int>? {
    var index = line.lowerBound
    while index < line.upperBound,
      text[index].isAlphanumeric || text[index] == UInt8(ascii: "-")
    {
      index += 1
    }
    guard index > line.lowerBound, index + 1 < line.upperBound, text[index] == UInt8(ascii: "="),
      text[index + 1] == UInt8(ascii: "\"") || text[index + 1] == UInt8(ascii: "'"),
      let end = text[index..<min(line.upperBound, index + longest)]
        .firstIndex(of: UInt8(ascii: ">")),
      text[end - 1] == text[index + 1]
    else { return nil }
    return line.lowerBound..<end + 1
  }

  /// A remnant without `<`: `/p>`, `、br />`.
  private static func withoutOpening(
    _ limit: Int, _ end: Int, _ text: [UInt8]
  ) -> (range: Range<Int>, isBreak: Bool)? {
    var start = end
    while start > limit, text[start - 1] < 0x80,
      text[start - 1].isAlphanumeric || text[start - 1] == 0x20
        || text[start - 1] == UInt8(ascii: "/")
    {
      start -= 1
    }
    guard start < end else { return nil }
    if text[start] == UInt8(ascii: "/") {
      return isBreak(text[(start + 1)..<end]).map { (start..<end + 1, $0) }
    }
    guard TextLine.scalar(text, start - 3) == 0x3001, text[end - 1] == UInt8(ascii: "/") else {
      return nil
    }
    return isBreak(text[start..<end]).map { (start - 3..<end + 1, $0) }
  }

  /// Whether the tag that begins with its name ends a line; nil if it is no tag that is known.
  private static func isBreak(_ tag: ArraySlice<UInt8>) -> Bool? {
    let name = String(decoding: tag.prefix(while: \.isAlphanumeric), as: UTF8.self).lowercased()
    let rest = tag.dropFirst(name.utf8.count)
    guard rest.isEmpty || rest.first == 0x20 || rest.first == UInt8(ascii: "/") else { return nil }
    if breaks.contains(name) { return true }
    return others.contains(name) ? false : nil
  }
}
