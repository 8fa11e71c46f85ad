import SourceText

/// Walks through the nodes of a file and, in step with them, through the text between them, and
/// writes both anew.
struct LayoutPass {
  /// A column as it was written and as it will be.
  struct Level {
    var original: Int
    var canonical: Int
  }

  let file: SourceFile
  var scanner: LayoutScanner
  var writer = LayoutWriter()
  /// Levels that ended since the last comment could stand, the deepest first.
  private var closed: [Level] = []

  /// The new text of `file`, whose tree without mistakes is `root`.
  static func run(_ root: SyntaxNode?, of file: SourceFile) -> [UInt8] {
    var pass = LayoutPass(file)
    pass.layOut(root)
    return pass.writer.finished()
  }

  private init(_ file: SourceFile) {
    self.file = file
    scanner = LayoutScanner(file.bytes)
  }

  private mutating func layOut(_ root: SyntaxNode?) {
    let top = Level(original: 0, canonical: 0)
    place(scanner.takeTrivia(isBehindToken: false), next: top)
    if scanner.isAtDocumentMarker {
      writer.beginLine(0)
      writer.append("---")
      scanner.move(to: scanner.position + 3)
      if let root, !root.span.isEmpty || root.scalarText == nil {
        place(scanner.takeTrivia(isBehindToken: true), next: top)
      }
    }
    if let root, !(root.span.isEmpty && root.scalarText != nil) {
      // At the start of a line this text would be the mark of a document.
      let isLikeMarker = root.scalarText?.hasPrefix("...")
      writer.beginLine(isLikeMarker == true ? 2 : 0)
      if isBlockCollection(root) {
        writeCollection(root, at: Level(original: column(of: root.span.start), canonical: 0))
      } else {
        writeLeaf(root, owner: nil)
      }
    }
    var rest = scanner.takeTrivia(isBehindToken: root != nil)
    if rest.lines.last == .blank { rest.lines.removeLast() }
    place(rest, next: Level(original: -1, canonical: 0))
  }

  // MARK: Nodes

  private func isBlockCollection(_ node: SyntaxNode) -> Bool {
    guard node.scalarText == nil else { return false }
    let first = file.bytes[node.span.start]
    return first != UInt8(ascii: "[") && first != UInt8(ascii: "{")
  }

  /// Writes a block mapping or sequence, the first line of which has been begun at `level`.
  private mutating func writeCollection(_ node: SyntaxNode, at level: Level) {
    switch node.content {
    case .scalar: return
    case .mapping(let entries):
      for (index, entry) in entries.enumerated() {
        if index > 0 { beginElement(at: level) }
        writeKey(entry.key)
        writeValue(entry.value, owner: level, behindDash: false)
      }
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        if index > 0 { beginElement(at: level) }
        writer.append("-")
        scanner.move(to: scanner.position + 1)
        writeValue(item, owner: level, behindDash: true)
      }
    }
    closed.append(level)
  }

  private mutating func beginElement(at level: Level) {
    place(scanner.takeTrivia(isBehindToken: true), next: level)
    writer.beginLine(level.canonical)
  }

  private mutating func writeKey(_ key: SyntaxNode) {
    writeScalar(key)
    _ = scanner.takeTrivia(isBehindToken: true)
    scanner.move(to: scanner.position + 1)
    writer.append(":")
  }

  /// Writes what stands behind the `:` or `-` of an entry at `owner`.
  private mutating func writeValue(_ node: SyntaxNode, owner: Level, behindDash: Bool) {
    // Comments below an entry that are indented deeper belong to it.
    let below = Level(original: owner.original + 1, canonical: owner.canonical + 2)
    guard !node.span.isEmpty else {
      closed.append(below)
      return
    }
    let trivia = scanner.takeTrivia(isBehindToken: true)
    let inner = Level(original: column(of: node.span.start), canonical: owner.canonical + 2)
    if isBlockCollection(node) {
      if behindDash, !trivia.hasComments {
        writer.append(" ")
      } else {
        place(trivia, next: inner)
        writer.beginLine(inner.canonical)
      }
      writeCollection(node, at: inner)
      return
    }
    if trivia.hasComments || trivia.hasBreak && !fitsOnLine(node, owner: owner) {
      place(trivia, next: inner)
      writer.beginLine(inner.canonical)
    } else {
      writer.append(" ")
    }
    writeLeaf(node, owner: owner)
    if !isBlockScalar(node) { closed.append(below) }
  }

  /// Whether `node`, which was written below its key, has room on the line of the key.
  private func fitsOnLine(_ node: SyntaxNode, owner: Level) -> Bool {
    if isBlockScalar(node) { return true }
    // What is written already is left out: copying it for each value would take too long.
    var trial = self
    trial.writer = writer.continued()
    trial.writer.append(" ")
    trial.writeLeaf(node, owner: owner)
    return trial.writer.lineCount == writer.lineCount
      && trial.writer.width <= PackFormatter.widestJoinedLine
  }

  /// Writes a scalar or a flow collection; `owner` is nil for the root.
  private mutating func writeLeaf(_ node: SyntaxNode, owner: Level?) {
    if isBlockScalar(node) {
      writeBlockScalar(node, indentation: (owner?.canonical ?? 0) + 2)
    } else if node.scalarText != nil {
      writeScalar(node)
    } else {
      writeFlow(node, in: FlowPlace(base: owner?.canonical ?? 0, isRoot: owner == nil))
    }
  }

  /// Writes a scalar outside brackets, without quotes where it needs none.
  private mutating func writeScalar(_ node: SyntaxNode) {
    if case .scalar(let scalar) = node.content, scalar.style != .plain,
      PlainText.needsNoQuotes(scalar.text)
    {
      writer.append(scalar.text)
    } else {
      writer.append(file.bytes[node.span.start..<node.span.end])
    }
    scanner.move(to: node.span.end)
  }

  private func isBlockScalar(_ node: SyntaxNode) -> Bool {
    guard case .scalar(let scalar) = node.content else { return false }
    return scalar.style == .literal || scalar.style == .folded
  }

  // MARK: Comments

  /// Writes comments and blank lines before the next line, which will begin at `next`.
  mutating func place(_ trivia: LayoutTrivia, next: Level) {
    if let comment = trivia.trailing { writer.append(comment) }
    for line in trivia.lines {
      switch line {
      case .blank:
        if !writer.isAfterBlankLine { writer.addBlankLine() }
      case .comment(let text, let column):
        writer.beginLine(canonicalColumn(ofComment: column, next: next))
        writer.append(text)
      }
    }
    closed.removeAll(keepingCapacity: true)
  }

  /// Where a comment goes that stood at `column`: to the line after it, unless it was written under
  /// deeper lines before it.
  private func canonicalColumn(ofComment column: Int, next: Level) -> Int {
    guard column > next.original else { return next.canonical }
    var best: Level?
    for level in closed where level.original <= column && level.original > next.original {
      if let best, best.original > level.original { continue }
      best = level
    }
    return best?.canonical ?? next.canonical
  }

  /// The column of the byte at `offset`, from 0; a byte order mark has none.
  private func column(of offset: Int) -> Int {
    let start = file.lines.start(ofLine: file.lines.line(containing: offset))
    let hasMark = start == 0 && file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return offset - start - (hasMark ? 3 : 0)
  }
}
