import SourceText

/// The attributes of one tag, read when somebody asks.
struct Attributes {
  let source: [UInt8]
  let range: Range<Int>

  /// Calls `body` with each name and value, in order, until it returns false.
  ///
  /// - Complexity: O(bytes of the tag).
  func read(_ body: (_ name: Range<Int>, _ value: Range<Int>) -> Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      while index < range.upperBound, isSeparator(source[index]) { index += 1 }
      let start = index
      while index < range.upperBound, !isSeparator(source[index]), source[index] != 0x3D {
        index += 1
      }
      let name = start..<index
      while index < range.upperBound, TagLexer.isBlank(source[index]) { index += 1 }
      var value = index..<index
      if index < range.upperBound, source[index] == 0x3D {
        value = self.value(from: index + 1)
        index = value.upperBound
        if index < range.upperBound, isQuote(source[index]) { index += 1 }
      }
      if !body(name, value) { return }
    }
  }

  /// The value without its quotation marks.
  private func value(from start: Int) -> Range<Int> {
    var index = start
    while index < range.upperBound, TagLexer.isBlank(source[index]) { index += 1 }
    guard index < range.upperBound else { return index..<index }
    if isQuote(source[index]) {
      let quote = source[index]
      let end = source[index + 1..<range.upperBound].firstIndex(of: quote) ?? range.upperBound
      return index + 1..<end
    }
    let first = index
    while index < range.upperBound, !TagLexer.isBlank(source[index]) { index += 1 }
    return first..<index
  }

  /// Whether `range` of the source is `word`, without regard to case.
  func isWord(_ word: String, at range: Range<Int>) -> Bool {
    range.count == word.utf8.count
      && zip(source[range], word.utf8).allSatisfy { $0.lowercased == $1 }
  }

  /// Whether the first `limit` bytes of `range` hold `word`, blanks left out and without regard to
  /// case.
  func holds(_ word: String, in range: Range<Int>, within limit: Int = 400) -> Bool {
    let letters = source[range.prefix(limit)].filter { !TagLexer.isBlank($0) }.map(\.lowercased)
    let wanted = Array(word.utf8)
    guard letters.count >= wanted.count else { return false }
    return (0...letters.count - wanted.count).contains {
      letters[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  private func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

  private func isSeparator(_ byte: UInt8) -> Bool { TagLexer.isBlank(byte) || byte == 0x2F }
}

/// What the reader of pages wants to know of a tag.
struct TagFacts {
  var classes = 0..<0
  var identifier = 0..<0
  /// `name`, `property` or `itemprop` of a `meta`.
  var field = 0..<0
  var content = 0..<0
  var isLink = false
  var isHidden = false
  /// Whether it keeps its place without being seen.
  ///
  /// Sites do so to junk inside of lines, and to the
  /// whole text until a script shows it.
  var isInvisible = false

  init(_ attributes: Attributes) {
    var seen = 0
    attributes.read { name, value in
      seen += 1
      guard let first = attributes.source[name].first else { return seen < 1000 }
      switch first.lowercased {
      case UInt8(ascii: "c"):
        if classes.isEmpty, attributes.isWord("class", at: name) { classes = value }
        if content.isEmpty, attributes.isWord("content", at: name) { content = value }
      case UInt8(ascii: "i"):
        if identifier.isEmpty, attributes.isWord("id", at: name) { identifier = value }
        if field.isEmpty, attributes.isWord("itemprop", at: name) { field = value }
      case UInt8(ascii: "n"):
        if field.isEmpty, attributes.isWord("name", at: name) { field = value }
      case UInt8(ascii: "p"):
        if field.isEmpty, attributes.isWord("property", at: name) { field = value }
      case UInt8(ascii: "h"):
        if attributes.isWord("href", at: name) { isLink = true }
        if attributes.isWord("hidden", at: name) { isHidden = true }
      case UInt8(ascii: "s"):
        if attributes.isWord("style", at: name) {
          if attributes.holds("display:none", in: value) { isHidden = true }
          if attributes.holds("visibility:hidden", in: value) { isInvisible = true }
        }
      default: break
      }
      return seen < 1000
    }
  }
}
