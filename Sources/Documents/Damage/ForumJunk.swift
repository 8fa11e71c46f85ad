import SourceText

/// Strings that forums strew between sentences against copying: `5 A& O. r6`, `! e$ T( f2 ]`.
enum ForumJunk {
  /// No junk has fewer bytes.
  static let shortest = 7

  /// Where the junk is that stands in the ASCII stretch at `start`; nil if there is none.
  ///
  /// It is in pieces of at most three characters, three pieces or more, with letters, and either
  /// signs that prose does not use or many pieces that mix letters, digits and two kinds of marks.
  /// Between words it must have four pieces, both cases and a digit. `isInside` says that a line
  /// began before it: one mark there belongs to the sentence.
  ///
  /// - Complexity: O(length of the ASCII stretch).
  static func range(at start: Int, isInside: Bool, of text: [UInt8]) -> Range<Int>? {
    var start = start
    var end = start
    var isBetweenWords = isInside && TextLine.scalar(text, start - 3) != 0x3002
    while end < text.count, text[end] >= 0x20, text[end] < 0x7F { end += 1 }
    if isInside, start < end, "!?;:,)".utf8.contains(text[start]) {
      isBetweenWords = isBetweenWords && !"!?;".utf8.contains(text[start])
      start += 1
    }
    guard end - start <= 60, isInShortPieces(start..<end, of: text) else { return nil }
    let pieces = text[start..<end].split(separator: 0x20)
    let characters = pieces.joined()
    let marks = Set(characters.filter { !$0.isAlphanumeric })
    let mixed = pieces.count { piece in
      piece.count > 1 && !piece.allSatisfy(\.isDigit) && !piece.allSatisfy(\.isLetter)
    }
    guard characters.count(where: \.isLetter) >= 2, mixed >= 2 else { return nil }
    if isBetweenWords {
      guard pieces.count >= 4, marks.count >= 2, characters.contains(where: \.isDigit),
        characters.contains(where: \.isSmall), characters.contains(where: \.isCapital)
      else { return nil }
    }
    let isStrange = marks.contains { "&^$#@*+~|\\`=_<>]}{[".utf8.contains($0) }
    guard isStrange || pieces.count >= 5 && mixed >= 4 && marks.count >= 2 else { return nil }
    // An opening bracket or a digit right before Han belongs to what follows.
    if end < text.count, text[end] >= 0x80, text[end - 1] == UInt8(ascii: "(") { end -= 1 }
    if end < text.count, text[end] >= 0x80, let last = pieces.last, last.allSatisfy(\.isDigit),
      text[end - 1] != 0x20
    {
      end -= last.count
    }
    return start..<end
  }

  /// Whether blanks divide `range` into three pieces or more of at most three bytes.
  private static func isInShortPieces(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    var (pieces, length) = (0, 0)
    for index in range {
      if text[index] == 0x20 {
        length = 0
      } else {
        length += 1
        if length == 1 { pieces += 1 }
        if length > 3 { return false }
      }
    }
    return pieces >= 3
  }
}
