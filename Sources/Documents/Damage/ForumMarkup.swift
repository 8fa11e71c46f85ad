import SourceText

/// Markup of forums and of Markdown in a text that was taken off a page: `[b]…[/b]`, `![](a.jpg)`.
enum ForumMarkup {
  private static let names: Set<String> = [
    "align", "attach", "b", "backcolor", "color", "email", "flash", "float", "font", "free", "hide",
    "hr", "i", "img", "indent", "list", "media", "p", "quote", "s", "size", "table", "td", "tr",
    "u",
    "url",
  ]
  /// Endings of the paths of pictures.
  private static let pictures = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"]
  private static let longest = 160

  /// Adds the markup in `line` to `remnants`, in text order.
  ///
  /// - Complexity: O(length of `line`), for each closing bracket at most `longest` bytes more.
  static func find(
    in line: Range<Int>, of text: [UInt8], _ census: ByteCensus,
    into remnants: inout [(range: Range<Int>, bytes: [UInt8])]
  ) {
    if census.has(UInt8(ascii: "[")) { findTags(in: line, of: text, into: &remnants) }
    if census.has(UInt8(ascii: "/")), let range = path(endingLine: line, of: text) {
      remnants.append((range, []))
    }
  }

  private static func findTags(
    in line: Range<Int>, of text: [UInt8],
    into remnants: inout [(range: Range<Int>, bytes: [UInt8])]
  ) {
    var opened: Set<String> = []
    var tags: [(name: String, isPlain: Bool, range: Range<Int>)] = []
    var rest = text[line]
    while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[(open + 1)...]
      if open > line.lowerBound, text[open - 1] == UInt8(ascii: "!"),
        let range = picture(open - 1, line, text)
      {
        remnants.append((range, []))
        rest = text[range.upperBound..<line.upperBound]
      } else if let tag = tag(open, line, text) {
        tags.append(tag)
        if !tag.isPlain { opened.insert(tag.name) }
        rest = text[tag.range.upperBound..<line.upperBound]
      }
    }
    // A name alone in brackets is a tag if one with `/` or `=` stands on the line too.
    for tag in tags where opened.contains(tag.name) { remnants.append((tag.range, [])) }
  }

  /// The tag at `open`; it is plain without `/` or `=`.
  private static func tag(
    _ open: Int, _ line: Range<Int>, _ text: [UInt8]
  ) -> (name: String, isPlain: Bool, range: Range<Int>)? {
    let limit = min(line.upperBound, open + longest)
    guard let close = text[open..<limit].firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let isClosing = text[open + 1] == UInt8(ascii: "/")
    let body = text[(open + (isClosing ? 2 : 1))..<close]
    let word = body.prefix(while: \.isLetter)
    let name = String(decoding: word, as: UTF8.self)
    let rest = body.dropFirst(word.count)
    guard names.contains(name.lowercased()), rest.isEmpty || rest.first == UInt8(ascii: "=") else {
      return nil
    }
    return (name, !isClosing && rest.isEmpty, open..<close + 1)
  }

  /// A picture in Markdown that begins with the `!` at `start`.
  private static func picture(
    _ start: Int, _ line: Range<Int>, _ text: [UInt8]
  ) -> Range<Int>? {
    let limit = min(line.upperBound, start + longest)
    guard let middle = text[start..<limit].firstIndex(of: UInt8(ascii: "]")), middle + 1 < limit,
      text[middle + 1] == UInt8(ascii: "("),
      let end = text[middle..<limit].firstIndex(of: UInt8(ascii: ")")), end > middle + 2
    else { return nil }
    return start..<end + 1
  }

  /// The path of a picture at the end of `line`.
  private static func path(endingLine line: Range<Int>, of text: [UInt8]) -> Range<Int>? {
    guard "gGfFpP".utf8.contains(text[line.upperBound - 1]) else { return nil }
    var start = line.upperBound
    let limit = max(line.lowerBound, line.upperBound - longest)
    while start > limit, text[start - 1] > 0x20, text[start - 1] < 0x7F { start -= 1 }
    let path = String(decoding: text[start..<line.upperBound], as: UTF8.self).lowercased()
    guard path.contains("/"), pictures.contains(where: path.hasSuffix),
      let slash = text[start...].firstIndex(of: UInt8(ascii: "/"))
    else { return nil }
    // What stands before the first slash belongs to the path only if it is an address.
    return (path.hasPrefix("http") ? start : slash)..<line.upperBound
  }
}
