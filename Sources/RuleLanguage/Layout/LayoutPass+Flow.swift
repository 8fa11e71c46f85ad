import SourceText

extension LayoutPass {
  /// How deep a flow collection stands.
  struct FlowPlace {
    /// The column of the key or dash that it belongs to.
    var base: Int
    var isRoot: Bool
    /// How many brackets are open around it.
    var depth = 0

    /// Where a line begins that stands inside the bracket.
    var inner: Int { base + 2 * (depth + 1) }
    /// Where a line begins with the closing bracket: never at the column of the key, which is not
    /// accepted.
    var closing: Int { base + 2 * max(depth, isRoot ? 0 : 1) }

    var deeper: FlowPlace { FlowPlace(base: base, isRoot: isRoot, depth: depth + 1) }
  }

  /// Writes the `[…]` or `{…}` at the scanner with its line breaks where they were.
  mutating func writeFlow(_ node: SyntaxNode, in place: FlowPlace) {
    writer.append([file.bytes[node.span.start]])
    scanner.move(to: node.span.start + 1)
    switch node.content {
    case .scalar: return
    case .sequence(let items):
      writeElements(items, in: place) { $0.writeFlowNode($1, in: place.deeper) }
    case .mapping(let entries):
      writeElements(entries, in: place) { $0.writeFlowEntry($1, in: place) }
    }
    writer.append([file.bytes[node.span.end - 1]])
    scanner.move(to: node.span.end)
  }

  private mutating func writeElements<Element>(
    _ elements: [Element], in place: FlowPlace, _ write: (inout LayoutPass, Element) -> Void
  ) {
    var trivia = scanner.takeTrivia(isBehindToken: true)
    for (index, element) in elements.enumerated() {
      separate(trivia, at: place.inner, byBlank: index > 0)
      write(&self, element)
      trivia = scanner.takeTrivia(isBehindToken: true)
      if scanner.next == .comma {
        scanner.move(to: scanner.position + 1)
        trivia.append(scanner.takeTrivia(isBehindToken: true))
      }
      if index + 1 < elements.count { writer.append(",") }
    }
    if trivia.lines.last == .blank { trivia.lines.removeLast() }
    separate(trivia, at: place.closing, byBlank: false)
  }

  private mutating func writeFlowEntry(_ entry: SyntaxNode.Entry, in place: FlowPlace) {
    writeFlowNode(entry.key, in: place.deeper)
    _ = scanner.takeTrivia(isBehindToken: true)
    scanner.move(to: scanner.position + 1)
    writer.append(":")
    if entry.value.span.isEmpty {
      // Some parsers want a blank even where no value follows.
      writer.append(" ")
      return
    }
    let trivia = scanner.takeTrivia(isBehindToken: true)
    separate(trivia, at: place.deeper.inner, byBlank: true)
    writeFlowNode(entry.value, in: place.deeper)
  }

  private mutating func writeFlowNode(_ node: SyntaxNode, in place: FlowPlace) {
    if node.scalarText == nil {
      writeFlow(node, in: place)
    } else {
      writer.append(file.bytes[node.span.start..<node.span.end])
      scanner.move(to: node.span.end)
    }
  }

  /// Writes what stands between two tokens: a line break where there was one, else a blank or
  /// nothing.
  private mutating func separate(_ trivia: LayoutTrivia, at column: Int, byBlank: Bool) {
    if trivia.hasBreak || trivia.hasComments {
      place(trivia, next: Level(original: Int.max, canonical: column))
      writer.beginLine(column)
    } else if byBlank {
      writer.append(" ")
    }
  }
}
