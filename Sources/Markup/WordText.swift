/// Reads the XML of Word files (WordprocessingML) as lines.
///
/// Namespaces are not resolved: an element is known by its name without the prefix. What was
/// deleted, moved away or hidden is left out, and so are the second versions of drawings for old programs
/// and how characters are pronounced (ruby).
///
/// - Complexity: O(bytes).
package struct WordText {
  private var lexer: TagLexer
  private var outline: PageOutline
  private var runs: [TextRun] = []
  private var isLayoutTable: [Bool] = []
  /// The tables that are open, innermost last, with the paragraphs of text in the current cell.
  private var tables: [(number: Int32, breaks: Int)] = []
  private var gap = Gap.line
  private var element = 0
  /// Open elements whose text does not count.
  private var hiddenDepth = 0
  private var linkDepth = 0
  private var heading = 0
  private var isInText = false
  /// Whether the run is one that Word does not show.
  private var isVanished = false

  private init(_ source: [UInt8]) {
    lexer = TagLexer(source)
    outline = PageOutline(source)
  }

  /// The paragraphs, and the rows of tables; notes follow the text.
  ///
  /// - Complexity: O(bytes).
  package static func read(_ source: [UInt8]) -> MarkedText {
    var reader = WordText(source)
    while let token = reader.lexer.next() { reader.read(token) }
    var writer = LineWriter(
      source, elements: reader.outline.elements.count, isLayoutTable: reader.isLayoutTable)
    for run in reader.runs { writer.add(run) }
    let (text, offsets, lines) = writer.finish()
    return MarkedText(text: text, offsets: offsets, lines: lines, outline: reader.outline)
  }

  /// Whether the bytes begin like the main part of a Word file.
  ///
  /// - Complexity: O(1): at most 4096 bytes are looked at.
  package static func isLikely(_ source: [UInt8]) -> Bool {
    guard source.first == UInt8(ascii: "<") || source.first == 0xEF else { return false }
    var lexer = TagLexer(Array(source.prefix(1 << 12)))
    while let token = lexer.next() {
      if case .open(let name, let attributes, _) = token {
        return localName(source, name) == "document"
          && Attributes(source: lexer.source, range: attributes)
            .holds("wordprocessingml", in: attributes, within: 1 << 12)
      }
    }
    return false
  }

  private static func localName(_ source: [UInt8], _ range: Range<Int>) -> String {
    let name = source[range]
    let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? range.lowerBound
    return String(decoding: name[start...].prefix(24), as: UTF8.self)
  }

  private mutating func read(_ token: TagLexer.Token) {
    switch token {
    case .text(let range):
      if isInText, !isVanished, hiddenDepth == 0, !range.isEmpty { add(range) }
    case .open(let name, let attributes, let isEmpty):
      open(Self.localName(lexer.source, name), name, attributes, isEmpty)
    case .close(let name): close(Self.localName(lexer.source, name))
    }
  }

  private mutating func add(_ range: Range<Int>, isHyphen: Bool = false) {
    if gap == .line, let last = tables.indices.last {
      tables[last].breaks += 1
      if tables[last].breaks > Self.mostBreaks { isLayoutTable[Int(tables[last].number)] = true }
    }
    runs.append(
      TextRun(
        range: range, element: Int32(element), gap: gap, isLink: linkDepth > 0,
        isPreformatted: false, isHead: false, heading: UInt8(heading),
        table: tables.last?.number ?? -1, isHyphen: isHyphen))
    gap = .none
  }

  /// More paragraphs than these in one cell are not data.
  private static let mostBreaks = 3

  private mutating func open(
    _ name: String, _ range: Range<Int>, _ attributes: Range<Int>, _ isEmpty: Bool
  ) {
    switch name {
    case "t": isInText = !isEmpty
    case "r": isVanished = false
    case "vanish": isVanished = !["0", "false", "off"].contains(value(of: "val", in: attributes))
    case "p":
      if gap == .none { gap = .line }
      heading = 0
      isVanished = false
    case "noBreakHyphen": if !isVanished, hiddenDepth == 0 { add(range, isHyphen: true) }
    case "tab": if gap == .none { gap = .cell }
    case "cr": gap = .line
    case "br": if value(of: "type", in: attributes) != "page" { gap = .line }
    case "pStyle", "outlineLvl": readHeading(name, value(of: "val", in: attributes))
    case "del", "moveFrom", "Fallback", "rt": if !isEmpty { hiddenDepth += 1 }
    case "hyperlink": if !isEmpty { linkDepth += 1 }
    case "tbl": openTable()
    case "tr":
      gap = .line
      isFirstCell = true
    case "tc": openCell()
    case "footnotes", "endnotes", "txbxContent":
      gap = .line
      element = outline.add(.div, in: 0, classes: local(range), identifier: 0..<0)
    default: break
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "t": isInText = false
    case "p": if gap == .none { gap = .line }
    case "del", "moveFrom", "Fallback", "rt": hiddenDepth = max(0, hiddenDepth - 1)
    case "hyperlink": linkDepth = max(0, linkDepth - 1)
    case "tbl":
      tables = tables.dropLast()
      gap = .line
    case "txbxContent":
      gap = .line
      element = 0
    default: break
    }
  }

  private mutating func openTable() {
    if let outer = tables.last { isLayoutTable[Int(outer.number)] = true }
    // Browsers go no deeper, and Word goes less deep.
    if tables.count < 512 { tables.append((Int32(isLayoutTable.count), 0)) }
    isLayoutTable.append(false)
    gap = .line
    isFirstCell = true
  }

  private mutating func openCell() {
    if let last = tables.indices.last { tables[last].breaks = 0 }
    // A row begins with a line break; between its cells the paragraphs' breaks do not count.
    gap = gap == .line && isFirstCell ? .line : .cell
    isFirstCell = false
  }

  /// Whether no cell of the row was opened yet.
  private var isFirstCell = true

  /// `Heading1`, the `1` of Chinese versions, or the level of an outline from 0.
  private mutating func readHeading(_ key: String, _ value: String) {
    let digit = value.last?.wholeNumberValue ?? -1
    let isStyle = key == "pStyle"
    let isNamed = value.lowercased().hasPrefix("heading") || value.count == 1
    if isStyle, value == "Title" { heading = 1 }
    if isStyle, isNamed, (1...6).contains(digit) { heading = digit }
    if !isStyle, (0...5).contains(digit) { heading = digit + 1 }
  }

  private func local(_ range: Range<Int>) -> Range<Int> {
    let colon = lexer.source[range].lastIndex(of: UInt8(ascii: ":"))
    return (colon.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
  }

  private func value(of key: String, in range: Range<Int>) -> String {
    var result = ""
    let attributes = Attributes(source: lexer.source, range: range)
    attributes.read { name, value in
      guard Self.localName(lexer.source, name) == key else { return true }
      result = String(decoding: lexer.source[value].prefix(24), as: UTF8.self)
      return false
    }
    return result
  }
}
