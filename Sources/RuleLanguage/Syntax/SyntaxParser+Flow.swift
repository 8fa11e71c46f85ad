import Diagnostics
import SourceText

extension SyntaxParser {
  /// Parses the `[…]` or `{…}` at `position` and moves behind its closing bracket.
  ///
  /// When it is not closed, `leftFlow` is set and `position` is at the content that follows.
  mutating func parseFlowCollection(parent: Int) -> SyntaxNode {
    let start = position
    guard enter() else {
      leftFlow = true
      return emptyScalar(at: start)
    }
    openBrackets.append(bytes[start])
    defer {
      depth -= 1
      openBrackets.removeLast()
    }
    position += 1
    let content: SyntaxNode.Content
    if bytes[start] == UInt8(ascii: "[") {
      content = .sequence(parseFlowItems(open: start, parent: parent))
    } else {
      content = .mapping(parseFlowEntries(open: start, parent: parent))
    }
    return SyntaxNode(content, span: SourceSpan(start, max(start + 1, min(position, end))))
  }

  private mutating func parseFlowItems(open: Int, parent: Int) -> [SyntaxNode] {
    var items: [SyntaxNode] = []
    var isAfterItem = false
    while beginFlowElement(open: open, parent: parent, isAfterItem: &isAfterItem) {
      let parsed = parseFlowNode(parent: parent)
      guard !leftFlow else { break }
      isAfterItem = true
      guard let item = parsed else { continue }
      items.append(item)
      if byte(position) == .space, behindBlanks == .colon { skipBlanks() }
      if byte(position) == .colon {
        report(
          SyntaxDiagnostics.flowPair(
            label(position, position + 1),
            text: text(SourceSpan(item.span.start, flowElementEnd(from: position))),
            fixIts: embracePair(from: item.span.start)))
        skipFlowElement()
      }
    }
    return items
  }

  private mutating func parseFlowEntries(open: Int, parent: Int) -> [SyntaxNode.Entry] {
    var entries: [SyntaxNode.Entry] = []
    var keys = KeyRegister()
    var isAfterItem = false
    while beginFlowElement(open: open, parent: parent, isAfterItem: &isAfterItem) {
      isAfterItem = true
      guard let key = parseFlowKey(parent: parent) else {
        if leftFlow { break }
        continue
      }
      position += 1
      let empty = emptyScalar(at: position)
      guard skipFlowSpace(open: open, parent: parent) else { break }
      let next = byte(position)
      var value: SyntaxNode? = empty
      if next != .comma, next != UInt8(ascii: "}"), next != UInt8(ascii: "]") {
        value = parseFlowNode(parent: parent)
      }
      guard !leftFlow else { break }
      if byte(position) == .colon {
        let span = SourceSpan(value?.span.start ?? position, flowElementEnd(from: position))
        report(
          SyntaxDiagnostics.colonInPlainScalar(
            label(position, position + 1), fixIts: bytes[span.start].isQuote ? [] : [quote(span)]))
        skipFlowElement()
      }
      if let first = keys.insert(key) {
        report(
          SyntaxDiagnostics.duplicateKey(
            label(key.span, "given again here"), key: text(key.span),
            first: label(first, "first given here"), line: entryText(from: first.start)))
      } else {
        entries.append(SyntaxNode.Entry(key: key, value: value ?? empty))
      }
    }
    return entries
  }

  /// Moves to the next element; false when the collection is closed or was left.
  ///
  /// `isAfterItem` says that an element has been read since the last comma.
  private mutating func beginFlowElement(
    open: Int, parent: Int, isAfterItem: inout Bool
  ) -> Bool {
    while true {
      let before = position
      guard skipFlowSpace(open: open, parent: parent) else { return false }
      let next = byte(position)
      if next == UInt8(ascii: "]") || next == UInt8(ascii: "}") {
        if (next == UInt8(ascii: "]")) != (bytes[open] == UInt8(ascii: "[")) {
          let closing = closingBrackets([bytes[open]])
          report(
            SyntaxDiagnostics.mismatchedBracket(
              label(position, position + 1), open: label(open, open + 1, "opened here"),
              fixIts: openBrackets.count > 1
                ? []
                : [correction("write `\(closing)`", [edit(position, position + 1, closing)])]))
        }
        position += 1
        return false
      }
      if next == .comma {
        if !isAfterItem {
          var stop = position + 1
          while byte(stop) == .space { stop += 1 }
          report(
            SyntaxDiagnostics.emptyFlowEntry(
              label(position, position + 1),
              fixIts: [correction("remove the comma", [edit(position, stop)])]))
        }
        isAfterItem = false
        position += 1
        continue
      }
      guard isAfterItem else { return true }
      if reportMissingComma(before: before) {
        isAfterItem = false
        return true
      }
    }
  }

  /// Reports the element at `position`, which no comma separates from the one before; false where
  /// it was left because it is the rest of that one.
  private mutating func reportMissingComma(before: Int) -> Bool {
    let place = SourceSpan(position, elementEnd)
    let isNewLine = bytes[before..<position].contains { $0.isBreak }
    let isText = !bytes[position].isQuote && !bytes[position].isFlowIndicator
    var first = before
    while first > 0, bytes[first - 1].isBlank { first -= 1 }
    let wasText = first > 0 && !bytes[first - 1].isQuote && !bytes[first - 1].isFlowIndicator
    if isNewLine, isText, wasText {
      report(SyntaxDiagnostics.multiLinePlain(label(place), first: label(first, first), fixIts: []))
      skipFlowElement()
      return false
    }
    report(
      SyntaxDiagnostics.missingComma(
        label(place), fixIts: [correction("insert a comma", [edit(first, first, ",")])]))
    return true
  }

  /// Parses the key of a flow entry up to its colon; nil, after a report, where there is none.
  private mutating func parseFlowKey(parent: Int) -> SyntaxNode? {
    let start = position
    let first = byte(start)
    if first == UInt8(ascii: "?"), endsToken(start + 1) || first.isFlowIndicator {
      var key = start + 1
      while byte(key) == .space { key += 1 }
      let hasColon = byte(scanPlain(from: key, inFlow: true).stop) == .colon
      report(
        SyntaxDiagnostics.complexKey(
          label(start, start + 1),
          fixIts: hasColon ? [correction("remove `?`", [edit(start, key)])] : []))
      skipFlowElement()
      return nil
    }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
      let node = parseFlowCollection(parent: parent)
      guard !leftFlow else { return nil }
      report(
        SyntaxDiagnostics.complexKey(label(node.span), fixIts: quoteOnOneLine(node.span)))
      skipFlowElement()
      return nil
    }
    if first == .colon, endsToken(start + 1) || byte(start + 1).isFlowIndicator {
      report(SyntaxDiagnostics.missingKey(label(start, start + 1)))
      skipFlowElement()
      return nil
    }
    guard let key = parseFlowNode(parent: parent) else { return nil }
    while byte(position) == .space { position += 1 }
    guard byte(position) == .colon else {
      if let colon = bytes[key.span.start..<key.span.end].firstIndex(of: .colon),
        !bytes[key.span.start].isQuote
      {
        report(
          SyntaxDiagnostics.missingSpaceAfterColon(
            label(colon, colon + 1), fixIts: [insertBlank(at: colon + 1)]))
      } else {
        report(SyntaxDiagnostics.missingColonInFlow(label(key.span), text: text(key.span)))
      }
      skipFlowElement()
      return nil
    }
    // Also before a comma or bracket: libyaml refuses `{a:}`.
    if !endsToken(position + 1) {
      report(
        SyntaxDiagnostics.missingSpaceAfterColon(
          label(position, position + 1), fixIts: [insertBlank(at: position + 1)]))
    }
    checkKey(key)
    return key
  }

  /// Parses a value inside a flow collection; nil after a report where none may begin.
  private mutating func parseFlowNode(parent: Int) -> SyntaxNode? {
    let start = position
    switch byte(start) {
    case UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "*"):
      if skipProperty(parent: parent) || byte(position).isFlowIndicator || byte(position).isBreak {
        return emptyScalar(at: start)
      }
      return parseFlowNode(parent: parent)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return parseFlowCollection(parent: parent)
    case UInt8(ascii: "?") where endsToken(start + 1):
      report(SyntaxDiagnostics.complexKey(label(start, start + 1)))
      skipFlowElement()
      return nil
    default:
      guard let node = parseScalar(parent: parent, inFlow: true) else {
        skipFlowElement()
        return nil
      }
      return node
    }
  }

  private var behindBlanks: UInt8 {
    var offset = position
    while byte(offset) == .space { offset += 1 }
    return byte(offset)
  }

  // MARK: Space and recovery

  /// The end of the element at `position`: of a quoted one its quote, of a bracket the bracket.
  private var elementEnd: Int {
    if byte(position).isQuote, let close = closingQuote(from: position) { return close + 1 }
    if byte(position).isFlowIndicator { return position + 1 }
    return flowElementEnd(from: position)
  }

  /// Moves over blanks, comments and line breaks; false, after a report, when the collection opened
  /// at `open` cannot go on here.
  private mutating func skipFlowSpace(open: Int, parent: Int) -> Bool {
    let before = position
    while true {
      skipBlanks()
      if byte(position) == .hash {
        checkSpaceBeforeComment()
        position = lineEnd(from: position)
      }
      guard position < end, byte(position).isBreak else { break }
      skipBreak()
      advance()
      guard column >= 0 else { break }
      if column > parent { continue }
      guard byte(position) == UInt8(ascii: "]") || byte(position) == UInt8(ascii: "}") else {
        return leaveFlow(open: open, behind: before)
      }
      let blanks = String(repeating: " ", count: max(parent - column, 0) + 2)
      report(
        SyntaxDiagnostics.flowIndentation(
          label(position, position + 1),
          fixIts: [FixIt("indent the bracket", edits: [edit(position, position, blanks)])]))
    }
    if position >= end {
      column = -1
      return leaveFlow(open: open, behind: before)
    }
    return true
  }

  private mutating func leaveFlow(open: Int, behind last: Int) -> Bool {
    if !leftFlow, depth <= limits.depth {
      var last = min(last, end)
      while last > open + 1, bytes[last - 1].isBlank { last -= 1 }
      // Behind a quote that never closes a bracket would be a part of the text.
      let isInQuote = diagnostics.contains {
        $0.id == "unclosed-quote" && $0.primary.span.start > open
      }
      let fixIt = correction("close it", [edit(last, last, closingBrackets(openBrackets))])
      report(
        SyntaxDiagnostics.unclosedFlow(
          label(open, open + 1), bracket: bytes[open], fixIts: isInQuote ? [] : [fixIt]))
    }
    leftFlow = true
    return false
  }

  /// The brackets that close `open`, the innermost first.
  private func closingBrackets(_ open: [UInt8]) -> String {
    open.reversed().map { $0 == UInt8(ascii: "[") ? "]" : "}" }.joined()
  }

  /// Puts the pair that begins at `start` and whose colon is at `position` into braces.
  private func embracePair(from start: Int) -> [FixIt] {
    let stop = flowElementEnd(from: position)
    var value = position + 1
    while byte(value) == .space { value += 1 }
    var behind = stop
    while byte(behind) == .space { behind += 1 }
    let isSimple =
      !byte(value).isQuote && !byte(value).isFlowIndicator && endsToken(position + 1)
      && (byte(behind) == .comma || byte(behind) == UInt8(ascii: "]"))
      && byte(scanPlain(from: value, inFlow: true).stop) != .colon
    guard isSimple else { return [] }
    return [correction("put it into braces", [edit(start, start, "{"), edit(stop, stop, "}")])]
  }

  /// The end of the element at `offset`: before the next comma, bracket or line break.
  private func flowElementEnd(from offset: Int) -> Int {
    var offset = offset
    while !byte(offset).isBreak, !byte(offset).isFlowIndicator { offset += 1 }
    while offset > position, bytes[offset - 1].isBlank { offset -= 1 }
    return max(offset, position + (position < end ? 1 : 0))
  }

  /// Moves to the comma, bracket or line break that ends the element at `position`.
  private mutating func skipFlowElement() {
    if byte(position) != .comma, byte(position) != UInt8(ascii: "]"),
      byte(position) != UInt8(ascii: "}"), !byte(position).isBreak
    {
      position += 1
    }
    while !byte(position).isBreak, !byte(position).isFlowIndicator { position += 1 }
  }
}
