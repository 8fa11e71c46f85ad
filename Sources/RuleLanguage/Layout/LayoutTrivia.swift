/// What stands between two tokens beside blanks: comments, and blank lines.
struct LayoutTrivia: Hashable {
  enum Line: Hashable {
    /// One blank line or more.
    case blank
    /// A comment on a line of its own; the column is where it stood, from 0.
    case comment([UInt8], column: Int)
  }

  /// The comment behind the token before, with the blanks between them.
  var trailing: [UInt8]?
  var lines: [Line] = []
  var hasBreak = false

  var hasComments: Bool {
    trailing != nil || lines.contains { if case .comment = $0 { true } else { false } }
  }

  /// Adds what stands behind the next token, which moves in front of all of this.
  mutating func append(_ next: LayoutTrivia) {
    if let comment = next.trailing {
      let text = Array(comment.drop { $0 == .space })
      if hasComments || hasBreak {
        lines.append(.comment(text, column: 0))
      } else {
        trailing = comment
      }
    }
    lines += next.lines
    hasBreak = hasBreak || next.hasBreak
  }
}

/// Reads what stands between the nodes of a file that was parsed without mistakes, where `#` always
/// begins a comment.
struct LayoutScanner {
  let bytes: [UInt8]
  private(set) var position: Int
  private var lineStart: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = position
  }

  /// The byte at `position`; nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Whether `---` stands here as the mark of a document.
  var isAtDocumentMarker: Bool {
    guard bytes[position...].starts(with: "---".utf8) else { return false }
    guard position + 3 < bytes.count else { return true }
    return bytes[position + 3].isBlank || bytes[position + 3].isBreak
  }

  /// Moves on to `offset`, the end of a node or token.
  mutating func move(to offset: Int) { position = max(position, offset) }

  /// Moves over blanks, line breaks and comments to the next token, or to the end.
  ///
  /// `isBehindToken` says that a token stands before them on the line, so that a comment there is
  /// a trailing one.
  mutating func takeTrivia(isBehindToken: Bool) -> LayoutTrivia {
    var trivia = LayoutTrivia()
    var isBehindToken = isBehindToken
    var start = position
    var hasText = isBehindToken
    while let byte = next {
      if byte.isBlank {
        position += 1
      } else if byte == .hash {
        let comment = takeComment()
        if isBehindToken {
          let blanks = bytes[start..<position].prefix { $0.isBlank }.count
          trivia.trailing = Array(repeating: .space, count: max(blanks, 1)) + comment
        } else {
          trivia.lines.append(.comment(comment, column: position - lineStart - comment.count))
        }
        hasText = true
        trimComment()
      } else if byte.isBreak {
        if !hasText, trivia.lines.last != .blank { trivia.lines.append(.blank) }
        takeBreak()
        trivia.hasBreak = true
        isBehindToken = false
        hasText = false
        start = position
      } else {
        break
      }
    }
    return trivia
  }

  /// The comment at `position` without blanks at its end; moves behind its last visible byte.
  private mutating func takeComment() -> [UInt8] {
    let start = position
    var end = start
    while let byte = next, !byte.isBreak {
      position += 1
      if !byte.isBlank { end = position }
    }
    position = end
    return Array(bytes[start..<end])
  }

  /// Moves over the blanks behind a comment.
  private mutating func trimComment() {
    while let byte = next, byte.isBlank { position += 1 }
  }

  private mutating func takeBreak() {
    if next == .carriageReturn, position + 1 < bytes.count, bytes[position + 1] == .lineFeed {
      position += 1
    }
    position += 1
    lineStart = position
  }
}
