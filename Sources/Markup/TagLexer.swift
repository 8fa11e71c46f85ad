import SourceText

/// Cuts the bytes of a page, or of an XML file, into tags and text.
///
/// Nothing is an error: a comment, a quotation or an element of raw text that never ends is closed
/// at a place that loses little. Every search for an end that failed is remembered, so that a page
/// of a million openings costs one pass.
///
/// - Complexity: O(bytes) over all calls of `next`.
struct TagLexer {
  enum Token {
    case text(Range<Int>)
    case open(name: Range<Int>, attributes: Range<Int>, isEmpty: Bool)
    case close(name: Range<Int>)
  }

  let source: [UInt8]
  private(set) var position: Int
  /// Ends that do not come any more.
  private var missing: Set<[UInt8]> = []

  init(_ source: [UInt8], from start: Int = 0) {
    self.source = source
    position = start
  }

  /// The next piece, or nil at the end; comments and declarations are left out.
  mutating func next() -> Token? {
    let start = position
    var index = start
    while index < source.count {
      guard source[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      guard index + 1 < source.count else { break }
      let mark = source[index + 1]
      let isTag =
        mark.isLetter
        || (mark == UInt8(ascii: "/") && index + 2 < source.count && source[index + 2].isLetter)
      let isDeclaration =
        mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") || mark == UInt8(ascii: "/")
      guard isTag || isDeclaration else {
        index += 1
        continue
      }
      if index > start {
        position = index
        return .text(start..<index)
      }
      if isTag { return mark == UInt8(ascii: "/") ? closeTag() : openTag() }
      if let content = skipDeclaration() { return .text(content) }
      return next(after: position)
    }
    guard start < source.count else { return nil }
    position = source.count
    return .text(start..<source.count)
  }

  /// Goes on behind declarations without one call inside another.
  private mutating func next(after start: Int) -> Token? {
    while position + 1 < source.count, source[position] == UInt8(ascii: "<"),
      source[position + 1] == UInt8(ascii: "!") || source[position + 1] == UInt8(ascii: "?")
    {
      if let content = skipDeclaration() { return .text(content) }
    }
    return position < source.count ? .text(position..<position) : nil
  }

  /// Passes over a comment, a declaration or an instruction; the text of a CDATA section is text.
  private mutating func skipDeclaration() -> Range<Int>? {
    if starts(with: "<!--") {
      position =
        end(of: "-->", from: position + 2) ?? end(of: ">", from: position + 4)
        ?? source.count
      return nil
    }
    if starts(with: "<![CDATA[") {
      let start = position + 9
      let stop = end(of: "]]>", from: start) ?? source.count + 3
      position = min(stop, source.count)
      return start..<max(start, stop - 3)
    }
    position = end(of: ">", from: position + 2) ?? source.count
    return nil
  }

  private mutating func closeTag() -> Token? {
    let name = nameRange(from: position + 2)
    position = end(of: ">", from: name.upperBound) ?? source.count
    return .close(name: name)
  }

  private mutating func openTag() -> Token? {
    let name = nameRange(from: position + 1)
    var index = name.upperBound
    while index < source.count, source[index] != UInt8(ascii: ">") {
      if source[index] == UInt8(ascii: "=") {
        index = endOfValue(from: index + 1)
      } else {
        index += 1
      }
    }
    let isEmpty = index > name.upperBound && source[index - 1] == UInt8(ascii: "/")
    position = min(index + 1, source.count)
    return .open(name: name, attributes: name.upperBound..<index, isEmpty: isEmpty)
  }

  /// The offset after the value that begins at or after `start`.
  private mutating func endOfValue(from start: Int) -> Int {
    var index = start
    while index < source.count, Self.isBlank(source[index]) { index += 1 }
    guard index < source.count else { return index }
    let quote = source[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return end(of: [quote], from: index + 1) ?? index + 1
    }
    return index
  }

  /// The text of the raw element `name` that was opened just now; `position` goes after its end.
  ///
  /// - Returns: nil, with `position` unchanged, where the element never ends.
  mutating func rawText(_ name: [UInt8]) -> Range<Int>? {
    let start = position
    guard !missing.contains(name) else { return nil }
    var index = start
    while index + 1 < source.count {
      guard source[index] == UInt8(ascii: "<"), source[index + 1] == UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let found = nameRange(from: index + 2)
      if found.count == name.count,
        zip(source[found], name).allSatisfy({ $0.lowercased == $1 })
      {
        position = end(of: ">", from: found.upperBound) ?? source.count
        return start..<index
      }
      index += 2
    }
    missing.insert(name)
    return nil
  }

  /// Goes to the end of the source.
  mutating func skipRest() { position = source.count }

  /// A name ends at a blank, at `/`, `>` or `<`; one without end is cut, for nobody asks for it.
  private func nameRange(from start: Int) -> Range<Int> {
    var index = start
    while index < source.count, !Self.isBlank(source[index]),
      ![UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "<")].contains(source[index])
    {
      index += 1
    }
    return start..<index
  }

  private func starts(with text: String) -> Bool {
    source[position...].starts(with: text.utf8)
  }

  private mutating func end(of text: String, from start: Int) -> Int? {
    end(of: Array(text.utf8), from: start)
  }

  /// The offset after the next `text`.
  private mutating func end(of text: [UInt8], from start: Int) -> Int? {
    if missing.contains(text) { return nil }
    var index = start
    while index + text.count <= source.count {
      if source[index] == text[0], source[index..<index + text.count].elementsEqual(text) {
        return index + text.count
      }
      index += 1
    }
    missing.insert(text)
    return nil
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
