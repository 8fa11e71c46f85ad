package import Diagnostics
package import SourceText

/// Bounds on what the parser reads; reaching one is an error, never a silent cut.
package struct SyntaxLimits: Hashable, Sendable {
  /// The largest file in bytes.
  package var bytes = 16 << 20
  /// The deepest nesting of mappings and sequences; a scalar alone has depth 0.
  package var depth = 64

  /// The limits of the language: 16 MiB and 64 levels.
  package init() {}
}

/// Reads the YAML subset of rule files: bytes to nodes with spans.
///
/// What it accepts means the same to any YAML parser that reads every scalar as text; what it does
/// not accept is rejected by a diagnostic of its own. It never fails as a whole: after a mistake it
/// goes on at the next line that belongs to a collection still open, so that one run shows several
/// mistakes. Nodes that stand beside an error are there for further checks only.
///
/// Block collections are recognised by the column of their first byte. While they are parsed,
/// `position` stands at the first content byte of a line and `column` is its column; `column` is
/// -1 at the end of the file.
package struct SyntaxParser {
  let bytes: [UInt8]
  let fileIndex: Int
  let limits: SyntaxLimits

  /// Offset of the byte to read next.
  var position = 0
  /// Offset behind the last byte of the document.
  var end: Int
  /// Offset that counts as column 0 of the line at `position`.
  var columnBase = 0
  var column = -1
  var depth = 0
  /// Whether a flow collection was left before it was closed, at the start of a block line.
  var leftFlow = false
  /// The tabs that indent lines, all told in one diagnostic.
  var indentingTabs: [SourceSpan] = []
  /// The brackets that are open, as they are in the file.
  var openBrackets: [UInt8] = []
  var diagnostics: [Diagnostic] = []

  /// More problems than this in one file end the parse: it is not a rule file.
  static let problemLimit = 1000

  /// Parses `file`, which stands at `index` in the list that the renderer will get.
  ///
  /// The root is nil for an empty file, for one that is too large, and for one that is not UTF-8.
  ///
  /// - Complexity: O(`file.bytes.count`).
  package static func parse(
    _ file: SourceFile, index: Int, limits: SyntaxLimits = SyntaxLimits()
  ) -> (root: SyntaxNode?, diagnostics: [Diagnostic]) {
    var parser = SyntaxParser(file, index: index, limits: limits)
    let root = parser.parseFile()
    parser.reportIndentingTabs(in: file)
    parser.dropEchoes(in: file)
    return (root, parser.diagnostics.sorted { $0.primary.span < $1.primary.span })
  }

  /// Whether the problem is that a line indented by tabs fits no column: how wide its author sees a
  /// tab is not known, and the tab is reported already.
  private static func followsFromTab(_ diagnostic: Diagnostic, _ file: SourceFile) -> Bool {
    guard ["mapping-sequence-mixed", "inconsistent-indentation"].contains(diagnostic.id.rawValue)
    else { return false }
    let line = file.lines.line(containing: diagnostic.primary.span.start)
    return file.bytes[file.lines.start(ofLine: line)...].prefix { $0.isBlank }.contains(.tab)
  }

  private init(_ file: SourceFile, index: Int, limits: SyntaxLimits) {
    self.bytes = file.bytes
    self.fileIndex = index
    self.limits = limits
    self.end = file.bytes.count
  }

  private mutating func parseFile() -> SyntaxNode? {
    guard bytes.count <= limits.bytes else {
      report(SyntaxDiagnostics.fileTooLarge(label(0, 0), limit: limits.bytes))
      return nil
    }
    guard checkEncoding() else { return nil }
    let hasMarker = readDocumentMarkers()
    advance()
    guard column >= 0 else { return hasMarker ? emptyScalar(at: position) : nil }
    let root = parseNode(parent: -1, placement: .ownLine)
    skipDeeper(than: -1, after: root)
    return root
  }

  /// Reports all tabs that indent lines at the first of them, in place of what follows from them.
  private mutating func reportIndentingTabs(in file: SourceFile) {
    guard let first = indentingTabs.first else { return }
    diagnostics.removeAll { Self.followsFromTab($0, file) }
    let message = "replace the tab by blanks"
    let edits = editsOfTabs(in: file)
    diagnostics.append(
      SyntaxDiagnostics.tabIndentation(
        label(first),
        fixIts: edits.isEmpty
          ? [] : [edits.count == 1 ? correction(message, edits) : FixIt(message, edits: edits)]))
  }

  /// Blanks for all tabs that indent lines, as many for each as fit the other lines; none where no number
  /// of them does.
  private func editsOfTabs(in file: SourceFile) -> [TextEdit] {
    // Where not all are known, replacing some would be half a fix.
    guard indentingTabs.count <= Self.problemLimit else { return [] }
    for width in [2, 4, 6, 8] {
      let edits = indentingTabs.map {
        edit($0.start, $0.end, String(repeating: " ", count: width * $0.length))
      }
      var fixed = file.bytes
      for (tabs, edit) in zip(indentingTabs, edits).reversed() {
        fixed.replaceSubrange(tabs.start..<tabs.end, with: edit.replacement.utf8)
      }
      let found = SyntaxParser.parse(
        SourceFile(name: file.name, bytes: fixed), index: fileIndex, limits: limits)
      if found.diagnostics.count <= diagnostics.count { return edits }
    }
    return []
  }

  /// Removes what is reported on a line only because an invisible character stands there.
  private mutating func dropEchoes(in file: SourceFile) {
    let place = { (diagnostic: Diagnostic) in
      file.lines.line(containing: diagnostic.primary.span.start)
    }
    let lines = Set(diagnostics.filter { $0.id == "control-character" }.map(place))
    guard !lines.isEmpty else { return }
    diagnostics.removeAll { $0.id != "control-character" && lines.contains(place($0)) }
  }

  // MARK: Reading

  /// The byte at `offset`, or a line feed behind the end, where every line is over.
  func byte(_ offset: Int) -> UInt8 { offset < end ? bytes[offset] : .lineFeed }

  /// Whether a blank, a line break or the end stands at `offset`.
  func endsToken(_ offset: Int) -> Bool { byte(offset).isBlank || byte(offset).isBreak }

  /// Whether `-` followed by a blank or a line break stands at `offset`.
  func isDash(_ offset: Int) -> Bool { byte(offset) == .dash && endsToken(offset + 1) }

  /// The offset of the line break, or the end, at or after `offset`.
  func lineEnd(from offset: Int) -> Int {
    var offset = offset
    while !byte(offset).isBreak { offset += 1 }
    return min(offset, end)
  }

  /// The text from `start` to the end of its line, without trailing blanks.
  func restOfLine(from start: Int) -> SourceSpan {
    var last = lineEnd(from: start)
    while last > start, bytes[last - 1].isBlank { last -= 1 }
    return SourceSpan(start, last)
  }

  /// Moves over the line break at `position`; CR LF counts as one.
  mutating func skipBreak() {
    guard position < end else { return }
    if bytes[position] == .carriageReturn, byte(position + 1) == .lineFeed, position + 1 < end {
      position += 1
    }
    position += 1
  }

  /// Moves over blanks inside a line; a tab among them is an error.
  mutating func skipBlanks() {
    while byte(position).isBlank {
      let start = position
      while byte(position) == .tab { position += 1 }
      if position > start {
        report(
          SyntaxDiagnostics.tabAsSeparator(
            label(start, position),
            fixIts: [correction("replace the tab by a blank", [edit(start, position, " ")])]))
      } else {
        position += 1
      }
    }
  }

  /// Moves from the start of a line to the first content at or after it and sets `column`.
  mutating func advance() {
    while position < end {
      columnBase = position
      skipIndentation()
      guard position < end else { break }
      if bytes[position] == .hash { position = lineEnd(from: position) }
      guard byte(position).isBreak else {
        column = position - columnBase
        return
      }
      skipBreak()
    }
    position = end
    column = -1
  }

  /// Moves over the blanks at the start of a line.
  ///
  /// A tab is an error and counts as two columns, so that a file indented by tabs throughout is
  /// otherwise read as it was meant.
  private mutating func skipIndentation() {
    while byte(position).isBlank {
      let start = position
      while byte(position) == .tab { position += 1 }
      guard position > start else {
        position += 1
        continue
      }
      columnBase -= position - start
      if indentingTabs.count <= Self.problemLimit {
        indentingTabs.append(SourceSpan(start, position))
      }
    }
  }

  /// Ends the line after the value that began at `start`: only a comment may follow; then moves to
  /// the next content.
  mutating func finishLine(after start: Int? = nil) {
    let behind = position
    skipBlanks()
    if byte(position) == .hash {
      checkSpaceBeforeComment()
    } else if !byte(position).isBreak {
      // Text that begins with a quoted word and goes on without a blank is meant as it stands.
      let isText = start.map { bytes[$0].isQuote } == true && position == behind
      report(
        SyntaxDiagnostics.textAfterValue(
          label(restOfLine(from: position)),
          fixIts: isText ? start.map { [quote(valueOfLine(from: $0))] } ?? [] : []))
    }
    skipLine()
  }

  /// Reports the comment at `position` if no blank stands before it.
  mutating func checkSpaceBeforeComment() {
    guard position > columnBase, position > 0, !bytes[position - 1].isBlank else { return }
    report(
      SyntaxDiagnostics.missingSpaceBeforeComment(
        label(position, position + 1), fixIts: [insertBlank(at: position)]))
  }

  /// Leaves the line and moves to the next content.
  mutating func skipLine() {
    position = lineEnd(from: position)
    skipBreak()
    advance()
  }

  /// Leaves the line and all following ones that are indented deeper than `parent`.
  mutating func skipBlock(deeperThan parent: Int) {
    skipLine()
    while column > parent { skipLine() }
  }

  // MARK: Values

  func label(_ start: Int, _ end: Int, _ text: String = "") -> Label {
    Label(file: fileIndex, span: SourceSpan(start, end), text: text)
  }

  func label(_ span: SourceSpan, _ text: String = "") -> Label {
    Label(file: fileIndex, span: span, text: text)
  }

  /// The text under `span`; the file is known to be UTF-8.
  func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  func emptyScalar(at offset: Int) -> SyntaxNode {
    SyntaxNode(
      .scalar(SyntaxNode.Scalar(text: "", style: .plain, offsets: ByteOffsets(offset, offset))),
      span: SourceSpan(offset, offset))
  }

  mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count < Self.problemLimit else { return }
    diagnostics.append(diagnostic)
    if diagnostics.count >= Self.problemLimit { stop() }
  }

  /// Ends the parse here: what follows is not read.
  mutating func stop() {
    end = min(end, position)
    column = -1
  }

  /// Counts one more level of nesting; false when that is too deep, and then the parse ends.
  mutating func enter() -> Bool {
    depth += 1
    guard depth > limits.depth else { return true }
    report(SyntaxDiagnostics.nestingTooDeep(label(position, position + 1), limit: limits.depth))
    stop()
    return false
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
  static let dash = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let backslash = UInt8(ascii: "\\")
  static let singleQuote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")

  var isBreak: Bool { self == .lineFeed || self == .carriageReturn }
  var isBlank: Bool { self == .space || self == .tab }
  var isQuote: Bool { self == .singleQuote || self == .doubleQuote }

  /// Whether this is one of `, [ ] { }`, which end plain text inside a flow collection.
  var isFlowIndicator: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
