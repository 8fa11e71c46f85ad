import Diagnostics
import SourceText

/// Corrections of mistakes, offered only where they leave no other mistake behind.
extension SyntaxParser {
  func edit(_ start: Int, _ end: Int, _ replacement: String = "") -> TextEdit {
    TextEdit(file: fileIndex, span: SourceSpan(start, end), replacement: replacement)
  }

  /// A fix-it that says what it does and, where it fits, shows the corrected line.
  ///
  /// `edits` are in the order of the text and do not overlap.
  func correction(_ message: String, _ edits: [TextEdit]) -> FixIt {
    guard let first = edits.first, let last = edits.last else { return FixIt(message, edits: []) }
    // Long lines are not shown, and not searched for their ends: they may have many mistakes.
    let reach = 400
    let start = lineStart(of: first.span.start, within: reach)
    var stop = last.span.end
    while stop - last.span.end <= reach, stop < end, !bytes[stop].isBreak { stop += 1 }
    var line = ""
    var offset = start
    // A fix of several lines is told in words alone.
    guard stop - start <= reach, !bytes[start..<stop].contains(where: \.isBreak) else {
      return FixIt(message, edits: edits)
    }
    for edit in edits {
      line += text(SourceSpan(offset, edit.span.start)) + edit.replacement
      offset = edit.span.end
    }
    line += text(SourceSpan(offset, stop))
    let shown = line.drop { $0 == " " }
    guard shown.count <= 60, !shown.isEmpty, !shown.contains(where: \.isNewline) else {
      return FixIt(message, edits: edits)
    }
    return FixIt("\(message): `\(shown)`", edits: edits)
  }

  func insertBlank(at offset: Int) -> FixIt {
    correction("insert a blank", [edit(offset, offset, " ")])
  }

  /// Puts the text under `span` into quotes, of the kind that need no escapes where there is one.
  func quote(_ span: SourceSpan) -> FixIt {
    let value = text(span)
    var quoted = ""
    if !value.contains("'"), value.contains("\"") || value.contains("\\"), !value.contains("\t") {
      quoted = "'\(value)'"
    } else {
      for scalar in value.unicodeScalars {
        switch scalar {
        case "\"", "\\": quoted += "\\" + String(scalar)
        case "\t": quoted += "\\t"
        default: quoted.unicodeScalars.append(scalar)
        }
      }
      quoted = "\"\(quoted)\""
    }
    return FixIt(
      "write `\(SyntaxDiagnostics.shortened(quoted))`", edits: [edit(span.start, span.end, quoted)])
  }

  /// Puts the collection under `span` into quotes, so that it is a key as it is written; only where
  /// it stands on one line.
  func quoteOnOneLine(_ span: SourceSpan) -> [FixIt] {
    bytes[span.start..<span.end].contains(where: \.isBreak) ? [] : [quote(span)]
  }

  /// The text from `start` to the end of its line, without a comment and blanks before it.
  func valueOfLine(from start: Int) -> SourceSpan {
    let rest = restOfLine(from: start)
    var offset = rest.start + 1
    while offset < rest.end, !(bytes[offset] == .hash && bytes[offset - 1].isBlank) { offset += 1 }
    while offset > rest.start, offset < rest.end, bytes[offset - 1].isBlank { offset -= 1 }
    return SourceSpan(rest.start, max(min(offset, rest.end), rest.start))
  }

  /// The text of the entry whose key begins at `start`, up to the end of its line or, inside
  /// brackets, to the next comma or bracket.
  func entryText(from start: Int) -> String {
    if openBrackets.isEmpty { return text(valueOfLine(from: start)) }
    var stop = start
    while !byte(stop).isBreak, !byte(stop).isFlowIndicator { stop += 1 }
    while stop > start, bytes[stop - 1].isBlank { stop -= 1 }
    return text(SourceSpan(start, stop))
  }

  /// The offset of the first byte of the line that holds `offset`, looked for `reach` bytes back.
  func lineStart(of offset: Int, within reach: Int = .max) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, !bytes[start - 1].isBreak, offset - start <= reach { start -= 1 }
    return start
  }

  /// Whether the next line with content is indented deeper than `parent`.
  func isFollowedByLine(deeperThan parent: Int) -> Bool {
    var offset = lineEnd(from: position)
    while offset < end {
      offset += 1
      let start = offset
      while byte(offset).isBlank { offset += 1 }
      if offset < end, !byte(offset).isBreak, byte(offset) != .hash {
        return offset - start > parent
      }
      offset = lineEnd(from: offset)
    }
    return false
  }

  /// Whether only blank lines and comments follow after the line at `offset`.
  func isLastLine(_ offset: Int) -> Bool {
    var offset = lineEnd(from: offset)
    while offset < end {
      while byte(offset).isBlank { offset += 1 }
      if byte(offset) == .hash { offset = lineEnd(from: offset) }
      guard byte(offset).isBreak else { return false }
      offset += 1
    }
    return true
  }

  /// The dash at `dash` and those that begin the lines below it at its column, up to a line that
  /// is not indented deeper than `parent`, each with a blank behind it.
  func separateDashes(from dash: Int, parent: Int) -> [FixIt] {
    var edits = [edit(dash + 1, dash + 1, " ")]
    let column = dash - lineStart(of: dash)
    var offset = lineEnd(from: dash)
    while offset < end {
      offset += 1
      let start = offset
      while byte(offset) == .space { offset += 1 }
      let isContent = offset < end && !byte(offset).isBreak && byte(offset) != .hash
      if isContent, offset - start <= parent { break }
      if isContent, offset - start == column, byte(offset) == .dash, !endsToken(offset + 1) {
        edits.append(edit(offset + 1, offset + 1, " "))
      }
      offset = lineEnd(from: offset)
    }
    return [correction("insert a blank after the dash", edits)]
  }

  /// Removes the anchor or tag under `span`, or quotes it where nothing follows that it could
  /// belong to.
  func correctProperty(_ span: SourceSpan, isAlone: Bool) -> [FixIt] {
    if isAlone { return [quote(span)] }
    var start = span.start
    var stop = span.end
    while byte(stop) == .space { stop += 1 }
    if byte(stop).isBreak {
      while start > 0, bytes[start - 1] == .space { start -= 1 }
    }
    return [correction("remove `\(SyntaxDiagnostics.shortened(text(span)))`", [edit(start, stop)])]
  }

  /// Joins the lines of the quoted scalar from `start` to its closing quote at `close` as YAML
  /// would.
  func joinQuoted(from start: Int, to close: Int) -> [FixIt] {
    let isDouble = bytes[start] == .doubleQuote
    var edits: [TextEdit] = []
    var offset = start
    while offset < close {
      guard bytes[offset].isBreak else {
        offset += 1
        continue
      }
      var first = offset
      while bytes[first - 1].isBlank { first -= 1 }
      var breaks = 0
      while offset < close, bytes[offset].isBreak || bytes[offset].isBlank {
        let isPair = bytes[offset] == .carriageReturn && byte(offset + 1) == .lineFeed
        if bytes[offset].isBreak, !isPair { breaks += 1 }
        offset += 1
      }
      if bytes[first - 1] == .backslash && isDouble || breaks > 1 && !isDouble { return [] }
      let joint = breaks > 1 ? String(repeating: "\\n", count: breaks - 1) : " "
      edits.append(edit(first, offset, joint))
    }
    return [FixIt("join the lines", edits: edits)]
  }

  /// Joins the lines below the plain text under `span` to it as YAML would, where they hold nothing
  /// but text and are indented deeper than `parent`.
  func joinPlain(after span: SourceSpan, deeperThan parent: Int) -> [FixIt] {
    var edits: [TextEdit] = []
    var last = span.end
    guard restOfLine(from: last).isEmpty else { return [] }
    while true {
      var start = lineEnd(from: last)
      var line = start
      var breaks = 0
      while start < end, byte(start).isBreak || byte(start) == .space {
        let isPair = byte(start) == .carriageReturn && byte(start + 1) == .lineFeed
        if byte(start).isBreak, !isPair {
          line = start + 1
          breaks += 1
        }
        start += 1
      }
      if start >= end || start - line <= parent {
        return edits.isEmpty ? [] : [correction("join the lines", edits)]
      }
      let text = restOfLine(from: start)
      // A comment, a key, an item or text behind an empty line is more than text that goes on.
      guard breaks == 1, valueOfLine(from: start) == text, byte(start) != .hash, !isDash(start),
        keyColon(from: start) == nil
      else { return [] }
      edits.append(edit(last, start, " "))
      last = text.end
    }
  }

  /// Turns `? key` and a `: value` below it into one line, where both are simple.
  func joinComplexKey(at start: Int) -> [FixIt] {
    var first = start + 1
    while byte(first) == .space { first += 1 }
    let key = restOfLine(from: first)
    let isSimple =
      !key.isEmpty && valueOfLine(from: first) == key && keyColon(from: first) == nil
      && !bytes[first].isFlowIndicator && !"-?:&*!|>#%@`".utf8.contains(bytes[first])
    guard isSimple else { return [] }
    let column = start - lineStart(of: start)
    var below = lineEnd(from: first) + 1
    if byte(below - 1) == .carriageReturn, byte(below) == .lineFeed { below += 1 }
    let lineStart = below
    while byte(below) == .space { below += 1 }
    if below - lineStart == column, below < end, byte(below) == .colon, endsToken(below + 1) {
      var value = below + 1
      while byte(value) == .space { value += 1 }
      if isDash(value) { return [] }
      return [
        FixIt(
          "write `\(SyntaxDiagnostics.shortened(text(key) + text(restOfLine(from: below))))`",
          edits: [edit(start, first), edit(key.end, below)])
      ]
    }
    if below - lineStart > column, below < end { return [] }
    return [correction("write the key alone", [edit(start, first), edit(key.end, key.end, ":")])]
  }

  /// Writes the full-width colon in the text under `span`, where there is one, as ASCII.
  func narrowColon(in span: SourceSpan) -> [FixIt] {
    let wide: [UInt8] = [0xEF, 0xBC, 0x9A]
    let found = (span.start..<max(span.start, span.end - 2)).filter {
      bytes[$0..<($0 + 3)].elementsEqual(wide)
    }
    guard found.count == 1, let colon = found.first, colon > span.start else { return [] }
    return [correction("write the colon in ASCII", [edit(colon, colon + 3, ": ")])]
  }

  /// Begins the sequence whose first dash is at `dash` on a line below its key.
  func moveBelowKey(_ dash: Int) -> [FixIt] {
    var colon = dash
    while colon > 0, bytes[colon - 1].isBlank { colon -= 1 }
    guard colon > 0, bytes[colon - 1] == .colon else { return [] }
    let start = lineStart(of: dash)
    let stop = lineEnd(from: dash)
    let isPair = stop + 1 < end && bytes[stop] == .carriageReturn && bytes[stop + 1] == .lineFeed
    let indentation = String(repeating: " ", count: dash - start)
    return [
      FixIt(
        "begin the sequence on the next line",
        edits: [edit(colon, dash, (isPair ? "\r\n" : "\n") + indentation)])
    ]
  }
}
