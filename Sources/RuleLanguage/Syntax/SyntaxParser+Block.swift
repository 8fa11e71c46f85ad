import Diagnostics
import SourceText

extension SyntaxParser {
  /// Where a node begins, which decides what it may be.
  enum Placement {
    /// First on its line.
    case ownLine
    /// Behind `- ` on the same line: may open a nested collection.
    case afterDash
    /// Behind `key: ` on the same line: may not.
    case afterKey
  }

  /// Parses the node at `position`, whose lines are all indented deeper than `parent`, and moves
  /// to the next content.
  mutating func parseNode(parent: Int, placement: Placement) -> SyntaxNode {
    let start = position
    if isDash(start) {
      guard placement == .afterKey else { return parseSequence(parent: parent) }
      report(
        SyntaxDiagnostics.sequenceOnKeyLine(
          label(start, start + 1), fixIts: moveBelowKey(start)))
      skipBlock(deeperThan: parent)
      return emptyScalar(at: start)
    }
    switch byte(start) {
    case UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "*"):
      return parseAfterProperty(parent: parent, placement: placement)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return parseFlowValue(parent: parent)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return parseBlockScalar(parent: parent)
    default: break
    }
    if placement == .afterKey { return parseScalarValue(parent: parent, placement: placement) }
    let opensMapping =
      keyColon(from: start) != nil || byte(start) == .colon && endsToken(start + 1)
      || byte(start) == UInt8(ascii: "?") && endsToken(start + 1)
    if opensMapping { return parseMapping() }
    return parseScalarValue(parent: parent, placement: placement)
  }

  /// Reports an anchor, an alias or a tag and parses what follows as if it were not there.
  private mutating func parseAfterProperty(parent: Int, placement: Placement) -> SyntaxNode {
    let start = position
    if placement != .afterKey, isAliasBeforeColon(start) { return parseMapping() }
    if skipProperty(parent: parent) {
      skipLine()
      return emptyScalar(at: start)
    }
    // The column stays that of the property, where the author began the line.
    let base = columnBase
    columnBase += position - start
    guard byte(position).isBreak || byte(position) == .hash else {
      return parseNode(parent: parent, placement: placement)
    }
    columnBase = base
    finishLine()
    guard column > parent else { return emptyScalar(at: start) }
    return parseNode(parent: parent, placement: .ownLine)
  }

  /// Whether an alias stands at `start` in the place of a key.
  private func isAliasBeforeColon(_ start: Int) -> Bool {
    guard byte(start) == UInt8(ascii: "*") else { return false }
    var offset = start
    while !endsToken(offset) { offset += 1 }
    while byte(offset) == .space { offset += 1 }
    return byte(offset) == .colon && endsToken(offset + 1)
  }

  /// Reports the anchor, alias or tag at `position` and moves over it and the blanks behind it;
  /// true for an alias, which is a whole value.
  ///
  /// `parent` is the column of the collection around it.
  mutating func skipProperty(parent: Int) -> Bool {
    let start = position
    if byte(start + 1) == UInt8(ascii: "<") {
      while !endsToken(position), byte(position) != UInt8(ascii: ">") { position += 1 }
    }
    while !endsToken(position), !byte(position).isFlowIndicator { position += 1 }
    let place = label(start, position)
    let isAlias = bytes[start] == UInt8(ascii: "*")
    if isAlias {
      report(SyntaxDiagnostics.yamlAlias(place, name: text(place.span)))
    } else {
      var behind = position
      while byte(behind) == .space { behind += 1 }
      let isLast = byte(behind).isBreak || byte(behind) == .hash
      let isAlone =
        openBrackets.isEmpty
        ? isLast && !isFollowedByLine(deeperThan: parent) : byte(position).isFlowIndicator || isLast
      let fixIts = correctProperty(place.span, isAlone: isAlone)
      if bytes[start] == UInt8(ascii: "&") {
        report(SyntaxDiagnostics.yamlAnchor(place, name: text(place.span), fixIts: fixIts))
      } else {
        report(SyntaxDiagnostics.yamlTag(place, name: text(place.span), fixIts: fixIts))
      }
    }
    skipBlanks()
    return isAlias
  }

  private mutating func parseFlowValue(parent: Int) -> SyntaxNode {
    let start = position
    let node = parseFlowCollection(parent: parent)
    if leftFlow {
      leftFlow = false
      return node
    }
    let behind = position
    while byte(position) == .space { position += 1 }
    if byte(position) == .colon, endsToken(position + 1) {
      report(
        SyntaxDiagnostics.complexKey(
          label(start, behind), fixIts: quoteOnOneLine(SourceSpan(start, behind))))
      skipBlock(deeperThan: parent)
    } else {
      position = behind
      finishLine(after: start)
    }
    return node
  }

  /// Parses a scalar that is a whole value, up to the next content.
  private mutating func parseScalarValue(parent: Int, placement: Placement) -> SyntaxNode {
    let start = position
    let startColumn = column
    guard let node = parseScalar(parent: parent, inFlow: false) else {
      skipBlock(deeperThan: parent)
      return emptyScalar(at: start)
    }
    if placement == .ownLine, bytes[start] == .dash {
      report(
        SyntaxDiagnostics.missingSpaceAfterDash(
          label(start, start + 1), fixIts: separateDashes(from: start, parent: parent)))
      skipBlock(deeperThan: parent)
      return node
    }
    if byte(position) == .colon {
      report(
        SyntaxDiagnostics.colonInPlainScalar(
          label(position, position + 1),
          fixIts: bytes[start].isQuote || isFollowedByLine(deeperThan: parent)
            ? [] : [quote(valueOfLine(from: start))]))
      skipBlock(deeperThan: parent)
      return node
    }
    finishLine(after: start)
    // Two lines at one column of which the second has a key: the first was to have one too.
    if placement != .afterKey, column == startColumn, keyColon(from: position) != nil {
      reportMissingColon(node.span)
      return parseMapping()
    }
    return node
  }

  // MARK: Mappings

  /// The offset of the colon that ends a key at `start`, or nil when the line has none.
  func keyColon(from start: Int) -> Int? {
    let first = byte(start)
    if first.isQuote {
      guard var offset = closingQuote(from: start) else { return nil }
      offset += 1
      while byte(offset) == .space { offset += 1 }
      return byte(offset) == .colon ? offset : nil
    }
    if first.isFlowIndicator || first == .hash { return nil }
    let scan = scanPlain(from: start, inFlow: false)
    return byte(scan.stop) == .colon && scan.stop > start ? scan.stop : nil
  }

  private mutating func parseMapping() -> SyntaxNode {
    let start = position
    let indentation = column
    guard enter() else { return emptyScalar(at: start) }
    defer { depth -= 1 }
    var entries: [SyntaxNode.Entry] = []
    var keys = KeyRegister()
    var last = start
    while column == indentation {
      if let entry = parseEntry(mappingStart: start) {
        last = max(last, entry.value.span.end)
        if let first = keys.insert(entry.key) {
          report(
            SyntaxDiagnostics.duplicateKey(
              label(entry.key.span, "given again here"), key: text(entry.key.span),
              first: label(first, "first given here"), line: entryText(from: first.start)))
        } else {
          entries.append(entry)
        }
        skipDeeper(than: indentation, after: entry.value)
      }
    }
    return SyntaxNode(.mapping(entries), span: SourceSpan(start, last))
  }

  /// Parses one `key: value`, or reports why the line is none and leaves it.
  private mutating func parseEntry(mappingStart: Int) -> SyntaxNode.Entry? {
    let indentation = column
    guard let key = parseKey(mappingStart: mappingStart) else {
      skipBlock(deeperThan: indentation)
      return nil
    }
    // `position` is at the colon.
    position += 1
    if !endsToken(position) {
      report(
        SyntaxDiagnostics.missingSpaceAfterColon(
          label(position - 1, position), fixIts: [insertBlank(at: position)]))
    }
    let empty = emptyScalar(at: position)
    skipBlanks()
    if byte(position).isBreak || byte(position) == .hash {
      skipLine()
      if column > indentation {
        return SyntaxNode.Entry(
          key: key, value: parseNode(parent: indentation, placement: .ownLine))
      }
      // A sequence may stand at the column of its key.
      let isSequence = column == indentation && isDash(position)
      return SyntaxNode.Entry(
        key: key, value: isSequence ? parseSequence(parent: indentation) : empty)
    }
    column = position - columnBase
    return SyntaxNode.Entry(key: key, value: parseNode(parent: indentation, placement: .afterKey))
  }

  /// Parses a key up to its colon, or reports what stands there instead.
  private mutating func parseKey(mappingStart: Int) -> SyntaxNode? {
    let start = position
    let first = byte(start)
    if isDash(start) {
      report(
        SyntaxDiagnostics.mappingSequenceMixed(
          label(start, start + 1, "an item of a sequence"),
          other: label(mappingStart, mappingStart + 1, "a mapping begins here")))
      return nil
    }
    if endsToken(start + 1), first == UInt8(ascii: "?") || first == .colon {
      if first == .colon {
        report(SyntaxDiagnostics.missingKey(label(start, start + 1)))
      } else {
        report(
          SyntaxDiagnostics.complexKey(
            label(start, start + 1), fixIts: joinComplexKey(at: start)))
        skipComplexKey()
      }
      return nil
    }
    if first == UInt8(ascii: "&") || first == UInt8(ascii: "!") || first == UInt8(ascii: "*") {
      if skipProperty(parent: column) { return nil }
      return parseKey(mappingStart: mappingStart)
    }
    guard let colon = keyColon(from: start) else {
      reportNotAKey()
      return nil
    }
    guard let key = parseScalar(parent: column, inFlow: false) else { return nil }
    position = colon
    checkKey(key)
    return key
  }

  /// Stays on a `?` entry until only its last line is left, so that its `:` line is no second
  /// mistake.
  private mutating func skipComplexKey() {
    let indentation = column
    let next = (position, columnBase, column)
    skipBlock(deeperThan: indentation)
    if column == indentation, byte(position) == .colon, endsToken(position + 1) { return }
    (position, columnBase, column) = next
  }

  /// Reports a key that is `<<` or longer than YAML parsers look for a colon.
  mutating func checkKey(_ key: SyntaxNode) {
    guard case .scalar(let scalar) = key.content else { return }
    if scalar.style == .plain, scalar.text == "<<" {
      let rest = entryText(from: key.span.end)
      let value = rest.contains("*") ? ": …" : rest
      report(SyntaxDiagnostics.mergeKey(label(key.span), line: "\"<<\"\(value)"))
    }
    let limit = 1000
    if key.span.length > limit, text(key.span).unicodeScalars.count > limit {
      report(SyntaxDiagnostics.keyTooLong(label(key.span), limit: limit))
    }
  }

  /// Reports a line of a mapping without a key.
  private mutating func reportNotAKey() {
    let line = restOfLine(from: position)
    guard let node = parseScalar(parent: column, inFlow: false) else {
      if byte(line.start).isFlowIndicator { reportMissingColon(line) }
      return
    }
    if node.span.start < node.span.end { reportMissingColon(node.span) }
  }

  /// Reports the text of a line that should have been `key: value`.
  mutating func reportMissingColon(_ span: SourceSpan) {
    if bytes[span.start] == .dash {
      report(
        SyntaxDiagnostics.missingSpaceAfterDash(
          label(span.start, span.start + 1), fixIts: []))
    } else if let colon = bytes[span.start..<span.end].firstIndex(of: .colon) {
      report(
        SyntaxDiagnostics.missingSpaceAfterColon(
          label(colon, colon + 1), fixIts: [insertBlank(at: colon + 1)]))
    } else {
      report(
        SyntaxDiagnostics.missingColon(
          label(span), text: text(span), fixIts: narrowColon(in: span)))
    }
  }

  // MARK: Sequences

  /// Parses items at the current column; `parent == column` when they stand under their key.
  private mutating func parseSequence(parent: Int) -> SyntaxNode {
    let start = position
    let indentation = column
    guard enter() else { return emptyScalar(at: start) }
    defer { depth -= 1 }
    var items: [SyntaxNode] = []
    var last = start + 1
    while column == indentation {
      if isDash(position) {
        let item = parseItem()
        last = max(last, item.span.end)
        items.append(item)
        skipDeeper(than: indentation, after: item)
      } else if byte(position) == .dash, parent < indentation || keyColon(from: position) == nil {
        report(
          SyntaxDiagnostics.missingSpaceAfterDash(
            label(position, position + 1),
            fixIts: [correction("insert a blank", [edit(position + 1, position + 1, " ")])]))
        skipBlock(deeperThan: indentation)
      } else if parent == indentation {
        break
      } else {
        report(
          SyntaxDiagnostics.mappingSequenceMixed(
            label(restOfLine(from: position), "not an item"),
            other: label(start, start + 1, "a sequence begins here")))
        skipBlock(deeperThan: indentation)
      }
    }
    return SyntaxNode(.sequence(items), span: SourceSpan(start, last))
  }

  private mutating func parseItem() -> SyntaxNode {
    let indentation = column
    position += 1
    let empty = emptyScalar(at: position)
    skipBlanks()
    guard byte(position).isBreak || byte(position) == .hash else {
      column = position - columnBase
      return parseNode(parent: indentation, placement: .afterDash)
    }
    skipLine()
    guard column > indentation else { return empty }
    return parseNode(parent: indentation, placement: .ownLine)
  }

  // MARK: Recovery

  /// Reports and leaves lines that are indented deeper than `parent` although `node` is complete.
  mutating func skipDeeper(than parent: Int, after node: SyntaxNode) {
    guard column > parent else { return }
    let start = position
    var isText = false
    if case .scalar(let scalar) = node.content, scalar.style == .plain, !scalar.text.isEmpty {
      isText = !isDash(start) && keyColon(from: start) == nil
    }
    let line = restOfLine(from: start)
    if isText, bytes[node.span.start] == .dash || bytes[start] == .dash {
      let dash = bytes[node.span.start] == .dash ? node.span.start : start
      report(
        SyntaxDiagnostics.missingSpaceAfterDash(
          label(dash, dash + 1), fixIts: separateDashes(from: dash, parent: parent)))
    } else if isText {
      report(
        SyntaxDiagnostics.multiLinePlain(
          label(line), first: label(node.span),
          fixIts: joinPlain(after: node.span, deeperThan: parent)))
    } else {
      report(SyntaxDiagnostics.inconsistentIndentation(label(columnStart, start), column: column))
    }
    while column > parent { skipLine() }
  }

  /// The offset of the first byte of the line at `position`, for showing its indentation.
  private var columnStart: Int {
    var start = position
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    return start
  }
}

/// The keys of one mapping, to find the second of two that are equal.
struct KeyRegister {
  private var keys: [(key: String, span: SourceSpan)] = []
  /// Indices of `keys`, once there are too many to look through.
  private var hashed: [String: Int] = [:]

  private static let few = 16

  /// Adds `key`; returns the span of an equal one given before.
  mutating func insert(_ key: SyntaxNode) -> SourceSpan? {
    guard case .scalar(let scalar) = key.content else { return nil }
    let text = scalar.text
    if keys.count <= Self.few {
      if let first = keys.first(where: { $0.key == text }) { return first.span }
      keys.append((text, key.span))
      return nil
    }
    if hashed.isEmpty {
      for (index, known) in keys.enumerated() { hashed[known.key] = index }
    }
    if let first = hashed[text] { return keys[first].span }
    hashed[text] = keys.count
    keys.append((text, key.span))
    return nil
  }
}
