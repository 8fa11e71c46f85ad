import SourceText

/// Gathers the bytes of a scalar's value with the place in the file that each comes from.
struct ScalarBuilder {
  private var bytes: [UInt8] = []
  private var first = 0
  /// Empty as long as each byte stands behind the one before it.
  private var offsets: [Int32] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ byte: UInt8, at offset: Int) {
    if bytes.isEmpty { first = offset }
    if !offsets.isEmpty {
      offsets.append(Int32(offset))
    } else if offset != first + bytes.count {
      list()
      offsets.append(Int32(offset))
    }
    bytes.append(byte)
  }

  mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte, at: offset) }
  }

  /// The scalar, whose value ends in the file at `end`.
  func scalar(_ style: SyntaxNode.Scalar.Style, end: Int) -> SyntaxNode.Scalar {
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.isEmpty {
      return SyntaxNode.Scalar(text: text, style: style, offsets: ByteOffsets(end, end))
    }
    if offsets.isEmpty, end == first + bytes.count {
      return SyntaxNode.Scalar(text: text, style: style, offsets: ByteOffsets(first, end))
    }
    var builder = self
    if offsets.isEmpty { builder.list() }
    return SyntaxNode.Scalar(
      text: text, style: style, offsets: ByteOffsets(builder.offsets, end: end))
  }

  private mutating func list() {
    offsets = bytes.indices.map { Int32(first + $0) }
  }
}

extension SyntaxParser {
  /// Where a plain scalar ends.
  struct PlainScan {
    /// Behind its last byte that is not blank.
    var end: Int
    /// At the byte that ended it: a break, a comment, a colon, a flow indicator.
    var stop: Int
    /// The first tab inside it.
    var tab: Int?
  }

  /// Looks for the end of the plain scalar at `start` without reporting anything.
  func scanPlain(from start: Int, inFlow: Bool) -> PlainScan {
    var scan = PlainScan(end: start, stop: start)
    while true {
      let next = byte(scan.stop)
      if next.isBreak { return scan }
      if next.isBlank {
        if next == .tab, scan.tab == nil { scan.tab = scan.stop }
        scan.stop += 1
        continue
      }
      if next == .hash, scan.stop > scan.end { return scan }
      if inFlow, next.isFlowIndicator { return scan }
      if next == .colon {
        if endsToken(scan.stop + 1) || inFlow && byte(scan.stop + 1).isFlowIndicator { return scan }
      }
      scan.stop += 1
      scan.end = scan.stop
    }
  }

  /// Parses the plain or quoted scalar at `position` and the blanks behind a plain one; nil, with
  /// a report, where none may begin.
  mutating func parseScalar(parent: Int, inFlow: Bool) -> SyntaxNode? {
    if byte(position).isQuote { return parseQuoted(parent: parent) }
    let start = position
    let scan = scanPlain(from: start, inFlow: inFlow)
    if !mayBeginPlain(start, inFlow: inFlow) {
      let rest = inFlow ? SourceSpan(start, max(scan.end, start + 1)) : valueOfLine(from: start)
      report(
        SyntaxDiagnostics.indicatorAtStart(
          label(start, min(start + 1, end)), fixIts: [quote(rest)]))
      return nil
    }
    if let tab = scan.tab {
      let tabs = (tab..<scan.stop).filter { bytes[$0] == .tab }
      let fixIt = correction("replace the tab by a blank", tabs.map { edit($0, $0 + 1, " ") })
      report(SyntaxDiagnostics.tabAsSeparator(label(tab, tab + 1), fixIts: [fixIt]))
    }
    if inFlow, let mark = bytes[start..<scan.end].firstIndex(of: UInt8(ascii: "?")) {
      report(
        SyntaxDiagnostics.questionMarkInFlow(
          label(mark, mark + 1), fixIts: [quote(SourceSpan(start, scan.end))]))
    }
    position = scan.stop
    let scalar = SyntaxNode.Scalar(
      text: text(SourceSpan(start, scan.end)), style: .plain, offsets: ByteOffsets(start, scan.end))
    return SyntaxNode(.scalar(scalar), span: SourceSpan(start, scan.end))
  }

  private func mayBeginPlain(_ start: Int, inFlow: Bool) -> Bool {
    let next = start + 1
    switch byte(start) {
    case .dash:
      return !endsToken(next) && !(inFlow && byte(next).isFlowIndicator)
    case .colon, UInt8(ascii: "?"):
      return !inFlow && !endsToken(next)
    case .comma, .hash, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      return false
    default:
      return true
    }
  }

  // MARK: Quoted scalars

  /// The offset of the quote that closes the one at `start` on the same line, or nil.
  func closingQuote(from start: Int) -> Int? {
    let quote = byte(start)
    var offset = start + 1
    while offset < end {
      let next = bytes[offset]
      if next.isBreak { return nil }
      if next == quote {
        if quote == .doubleQuote || byte(offset + 1) != quote { return offset }
        offset += 1
      } else if next == .backslash, quote == .doubleQuote, !byte(offset + 1).isBreak {
        offset += 1
      }
      offset += 1
    }
    return nil
  }

  /// Parses the quoted scalar at `position` and moves behind its closing quote.
  mutating func parseQuoted(parent: Int) -> SyntaxNode {
    let start = position
    let quote = bytes[start]
    let style: SyntaxNode.Scalar.Style = quote == .singleQuote ? .singleQuoted : .doubleQuoted
    guard let close = closingQuote(from: start) else {
      reportUnclosedQuote(from: start, parent: parent)
      return SyntaxNode(
        .scalar(SyntaxNode.Scalar(text: "", style: style, offsets: ByteOffsets(start, start))),
        span: SourceSpan(start, start + 1))
    }
    let inside = SourceSpan(start + 1, close)
    if !bytes[inside.start..<close].contains(where: { $0 == quote || $0 == .backslash }) {
      position = close + 1
      return SyntaxNode(
        .scalar(
          SyntaxNode.Scalar(
            text: text(inside), style: style, offsets: ByteOffsets(inside.start, close))),
        span: SourceSpan(start, close + 1))
    }
    var builder = ScalarBuilder()
    position += 1
    while position < min(close, end) {
      let next = bytes[position]
      if next == .backslash, quote == .doubleQuote {
        appendEscape(to: &builder)
      } else {
        builder.append(next, at: position)
        position += next == quote ? 2 : 1
      }
    }
    position = close + 1
    return SyntaxNode(
      .scalar(builder.scalar(style, end: close)), span: SourceSpan(start, close + 1))
  }

  /// Appends the character that the escape at `position` stands for and moves behind it.
  private mutating func appendEscape(to builder: inout ScalarBuilder) {
    let start = position
    let code = byte(start + 1)
    position += 2
    if let scalar = Self.escapes[code] {
      builder.append(scalar, at: start)
      return
    }
    let digits: Int
    switch code {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: digits = 0
    }
    var value: UInt32 = 0
    var read = 0
    while read < digits, let digit = hexadecimal(byte(position)) {
      value = value << 4 | digit
      position += 1
      read += 1
    }
    if digits > 0, read == digits, let scalar = Unicode.Scalar(value) {
      builder.append(scalar, at: start)
      return
    }
    if digits == 0 {
      while byte(position) & 0xC0 == 0x80 { position += 1 }
    }
    let span = SourceSpan(start, position)
    let fixIt =
      code == .singleQuote
      ? correction("write the quote alone", [edit(start, start + 1)])
      : correction("double the backslash", [edit(start, start, "\\")])
    report(SyntaxDiagnostics.invalidEscape(label(span), text: text(span), fixIts: [fixIt]))
  }

  private func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// The escapes of one character, by the byte behind the backslash.
  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "0"): "\u{00}", UInt8(ascii: "a"): "\u{07}", UInt8(ascii: "b"): "\u{08}",
    UInt8(ascii: "t"): "\u{09}", UInt8(ascii: "\t"): "\u{09}", UInt8(ascii: "n"): "\u{0A}",
    UInt8(ascii: "v"): "\u{0B}", UInt8(ascii: "f"): "\u{0C}", UInt8(ascii: "r"): "\u{0D}",
    UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: " "): "\u{20}", UInt8(ascii: "\""): "\u{22}",
    UInt8(ascii: "/"): "\u{2F}", UInt8(ascii: "\\"): "\u{5C}", UInt8(ascii: "N"): "\u{85}",
    UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
  ]

  /// Tells a quoted scalar that goes on in the next lines from one that is never closed, and moves
  /// behind the first or to the end of the line of the second.
  private mutating func reportUnclosedQuote(from start: Int, parent: Int) {
    let quote = bytes[start]
    var lineStart = lineEnd(from: start)
    // Eight lines are enough to guess well, and keep the cost linear.
    for _ in 0..<8 where lineStart < end {
      lineStart = self.lineStart(after: lineStart)
      let stop = lineEnd(from: lineStart)
      var cursor = lineStart
      while byte(cursor).isBlank { cursor += 1 }
      guard cursor == stop || cursor - lineStart > parent, keyColon(from: cursor) == nil else {
        break
      }
      if let close = bytes[cursor..<max(cursor, stop)].firstIndex(of: quote) {
        report(
          SyntaxDiagnostics.multiLineQuoted(
            label(start, lineEnd(from: start)), end: label(close, close + 1, "it ends here"),
            fixIts: joinQuoted(from: start, to: close)))
        position = close + 1
        columnBase = lineStart
        return
      }
      lineStart = stop
    }
    position = lineEnd(from: start)
    let rest = restOfLine(from: start)
    var before = start
    while before > 0, bytes[before - 1].isBlank { before -= 1 }
    // Elsewhere than behind a key or dash nobody knows where the text was to end.
    let isValue =
      before > 0 && bytes[before - 1] == .colon || before > 0 && bytes[before - 1] == .dash
    let isSure = isValue && openBrackets.isEmpty && valueOfLine(from: start) == rest
    let close = String(decoding: [quote], as: UTF8.self)
    report(
      SyntaxDiagnostics.unclosedQuote(
        label(rest),
        fixIts: isSure ? [correction("close it", [edit(rest.end, rest.end, close)])] : []))
  }
}
