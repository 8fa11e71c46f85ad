/// Strings that forums strew between sentences against copying: `5 A& O. r6`, `! e$ T( f2 ]`.
enum ForumJunk {
  /// Where the junk that begins at `start`, after a stop or at the start of a line, ends.
  ///
  /// It is ASCII in pieces of at most three characters, four pieces or more, with signs that prose
  /// does not use and letters or digits of both cases; nil for anything else.
  ///
  /// - Complexity: O(length of the ASCII stretch).
  static func end(startingAt start: Int, of text: [UInt8]) -> Int? {
    var end = start
    while end < text.count, text[end] >= 0x20, text[end] < 0x7F { end += 1 }
    // An opening bracket or a digit before Han belongs to what follows.
    let pieces = text[start..<end].split(separator: 0x20)
    guard pieces.count >= 3, end - start <= 60, pieces.allSatisfy({ $0.count <= 3 }) else {
      return nil
    }
    let signs = pieces.joined().count { "&^$#@*+~|\\`=_<>]}{[".utf8.contains($0) }
    let letters = pieces.joined().count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    let mixed = pieces.count { piece in
      piece.count > 1 && !isNumber(piece)
        && !piece.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    }
    guard signs > 0, letters >= 2, mixed >= 2 else { return nil }
    if end < text.count, text[end] >= 0x80, let last = pieces.last, isNumber(last),
      text[end - 1] != 0x20
    {
      return end - last.count
    }
    return end
  }

  private static func isNumber(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}
