import SourceText

/// Walks through the tags of a page and collects its text with what stands around it.
///
/// Elements that are open lie on a stack of bounded depth; deeper ones are counted and passed over.
/// Wrongly nested and unclosed tags are taken as browsers take them, in spirit: a block ends an
/// open paragraph, a cell the cell before it, and no end tag reaches out of a cell.
///
/// - Complexity: O(bytes).
struct PageReader {
  private struct OpenElement {
    var tag: Tag
    var element: Int32
    /// Whether it hides what is in it.
    var hides: Bool
    /// Whether text in it is not shown: it or one around it hides it.
    var isHidden: Bool
    var isLink = false
    var heading: UInt8
    var table: Int32
    /// Whether its end tag came before that of an element inside it.
    var isClosed = false
  }

  /// Browsers go no deeper.
  private static let deepest = 512

  private var lexer: TagLexer
  private(set) var outline: PageOutline
  private(set) var runs: [TextRun] = []
  /// By table: whether it arranges the page instead of holding data.
  private(set) var isLayoutTable: [Bool] = []
  /// By table: line breaks with text in the cell that is read.
  private var breaksInCell: [Int] = []
  private var stack: [OpenElement] = []
  private var openCount = [Int](repeating: 0, count: Tag.count)
  private var tooDeep = [Int](repeating: 0, count: Tag.count)
  private var gap = Gap.line
  private var linkDepth = 0
  private var preDepth = 0
  /// The number of the element for all that stands in a page's head.
  private var head = 0

  init(_ source: [UInt8]) {
    lexer = TagLexer(source, from: source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    outline = PageOutline(source)
  }

  mutating func read() {
    head = outline.add(.head, in: 0, classes: 0..<0, identifier: 0..<0)
    while let token = lexer.next() {
      switch token {
      case .text(let range): add(range)
      case .open(let name, let attributes, _):
        if let tag = Tag(lexer.source, name) {
          open(tag, Attributes(source: lexer.source, range: attributes))
        }
      case .close(let name):
        if let tag = Tag(lexer.source, name) { close(tag) }
      }
    }
  }

  private mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty, stack.last?.isHidden != true else { return }
    let isBlank = lexer.source[range].allSatisfy(TagLexer.isBlank)
    if isBlank, gap != .none { return }
    if openCount[Int(Tag.sup.rawValue)] > 0, isNote(range) { return }
    let table = stack.last?.table ?? -1
    if !isBlank, table >= 0, gap == .line {
      breaksInCell[Int(table)] += 1
      if breaksInCell[Int(table)] > PageReader.mostBreaks { isLayoutTable[Int(table)] = true }
    }
    runs.append(
      TextRun(
        range: range, element: stack.last?.element ?? 0, gap: gap, isLink: linkDepth > 0,
        isPreformatted: preDepth > 0, isHead: false, heading: stack.last?.heading ?? 0,
        table: table))
    gap = .none
  }

  /// Whether the text is the number of a note in brackets, `[1]`.
  private func isNote(_ range: Range<Int>) -> Bool {
    let text = lexer.source[range]
    return (3...5).contains(text.count) && text.first == UInt8(ascii: "[")
      && text.last == UInt8(ascii: "]") && text.dropFirst().dropLast().allSatisfy(\.isDigit)
  }

  /// More lines than these in one cell are not data.
  private static let mostBreaks = 3

  /// Adds text of the head, a line of its own.
  private mutating func addHead(_ range: Range<Int>, _ tag: Tag, called name: Range<Int>) {
    guard !range.isEmpty else { return }
    let element = outline.add(tag, in: head, classes: name, identifier: 0..<0)
    runs.append(
      TextRun(
        range: range, element: Int32(element), gap: .line, isLink: false, isPreformatted: false,
        isHead: true, heading: 0, table: -1))
    gap = .line
  }

  private mutating func open(_ tag: Tag, _ attributes: Attributes) {
    if tag.isRaw {
      readRaw(tag)
      return
    }
    // The lines of a title are one.
    let isInTitle = tag == .br && (1...2).contains(stack.last?.heading ?? 0)
    if tag == .br && !isInTitle || tag.isBlock { breakLine(tag) }
    if tag == .meta {
      let facts = TagFacts(attributes)
      if !facts.field.isEmpty { addHead(facts.content, .meta, called: facts.field) }
    }
    if tag.isVoid || tag == .html || tag == .head { return }
    closeImplied(before: tag)
    guard stack.count < PageReader.deepest else {
      tooDeep[Int(tag.rawValue)] += 1
      return
    }
    push(tag, TagFacts(attributes))
  }

  private mutating func push(_ tag: Tag, _ facts: TagFacts) {
    let outer = stack.last
    let hides = tag.isHidden || facts.isHidden || (facts.isInvisible && tag.isInline)
    var entry = OpenElement(
      tag: tag, element: outer?.element ?? 0, hides: hides,
      isHidden: hides || (outer?.isHidden ?? false),
      heading: UInt8(tag.headingLevel), table: outer?.table ?? -1)
    if tag.headingLevel == 0, !tag.isBlock { entry.heading = outer?.heading ?? 0 }
    if !tag.isInline || !facts.classes.isEmpty || !facts.identifier.isEmpty {
      entry.element = Int32(
        outline.add(
          tag, in: Int(entry.element), classes: facts.classes, identifier: facts.identifier))
    }
    if tag == .table {
      if entry.table >= 0 { isLayoutTable[Int(entry.table)] = true }
      entry.table = Int32(isLayoutTable.count)
      isLayoutTable.append(false)
      breaksInCell.append(0)
    }
    if tag.isCell, entry.table >= 0 { breaksInCell[Int(entry.table)] = 0 }
    if tag == .a, facts.isLink {
      entry.isLink = true
      linkDepth += 1
    }
    if tag == .pre { preDepth += 1 }
    openCount[Int(tag.rawValue)] += 1
    stack.append(entry)
  }

  /// Passes over raw text, but keeps the title; a frame or script without end hides nothing more.
  private mutating func readRaw(_ tag: Tag) {
    let start = lexer.position
    guard let content = lexer.rawText(tag.name) else {
      if tag == .script || tag == .style { lexer.skipRest() }
      return
    }
    if tag == .title, stack.last?.isHidden != true, openCount[Int(Tag.svg.rawValue)] == 0 {
      addHead(start..<content.upperBound, .title, called: 0..<0)
    }
  }

  /// Notes that a line ends here, unless all there is since the last text is a border of cells.
  private mutating func breakLine(_ tag: Tag) {
    switch tag {
    case .td, .th: gap = gap == .line && !isRowOpen ? .line : .cell
    case .tr, .table, .caption, .thead, .tbody, .tfoot, .ul, .ol, .dl: gap = .line
    case .h1, .h2, .h3, .h4, .h5, .h6: gap = .line
    default: if gap == .none { gap = .line }
    }
    if tag == .tr { isRowOpen = false }
    if tag.isCell { isRowOpen = true }
  }

  /// Whether a cell of the row was opened before.
  private var isRowOpen = false

  private mutating func closeImplied(before tag: Tag) {
    switch tag {
    case .li: closeOpen([.li], upTo: [.ul, .ol])
    case .dt, .dd: closeOpen([.dt, .dd], upTo: [.dl])
    case .td, .th: closeOpen([.td, .th], upTo: [.tr, .table])
    case .tr: closeOpen([.tr], upTo: [.table])
    case .a: if linkDepth > 0 { close(.a) }
    case .option: closeOpen([.option], upTo: [.select])
    case .rt, .rp: closeOpen([.rt, .rp], upTo: [.ruby])
    default: break
    }
    if tag.isBlock {
      // A reading that nobody ended hides no more than its line.
      closeOpen([.ruby], upTo: [])
      closeOpen([.p], upTo: [.td, .th, .table, .div])
    }
  }

  /// Closes the innermost of `tags`, unless one of `limits` lies inside it.
  private mutating func closeOpen(_ tags: [Tag], upTo limits: [Tag]) {
    guard tags.contains(where: { openCount[Int($0.rawValue)] > 0 }) else { return }
    var index = stack.count - 1
    while index >= 0, !limits.contains(stack[index].tag) {
      if tags.contains(stack[index].tag), !stack[index].isClosed {
        pop(to: index)
        return
      }
      index -= 1
    }
  }

  private mutating func close(_ tag: Tag) {
    if tag == .p || tag == .br || tag.isBlock { endLine(tag) }
    if tooDeep[Int(tag.rawValue)] > 0 {
      tooDeep[Int(tag.rawValue)] -= 1
      return
    }
    guard openCount[Int(tag.rawValue)] > 0 else { return }
    var index = stack.count - 1
    while index >= 0 {
      if stack[index].tag == tag, !stack[index].isClosed {
        if tag.isInline, tag != .ruby, index < stack.count - 1 {
          markClosed(index)
        } else {
          pop(to: index)
        }
        return
      }
      if stack[index].tag.isBarrier, !tag.isBarrier, tag != .tr { return }
      index -= 1
    }
  }

  private mutating func endLine(_ tag: Tag) {
    if tag.isCell || tag == .tr || tag == .table {
      if tag != .td && tag != .th { gap = .line }
      if gap == .none { gap = .cell }
      return
    }
    if gap == .none { gap = .line }
  }

  /// Takes the effect of an element that stays on the stack below open ones.
  private mutating func markClosed(_ index: Int) {
    stack[index].isClosed = true
    release(stack[index])
    stack[index].isLink = false
    guard stack[index].hides else { return }
    stack[index].hides = false
    // Browsers take the elements inside it out of it: what comes next in them is shown.
    var isHidden = index > 0 && stack[index - 1].isHidden
    for index in index..<stack.count {
      isHidden = isHidden || stack[index].hides
      stack[index].isHidden = isHidden
    }
  }

  /// Takes the elements from `index` on off the stack, and those below it that waited for them.
  private mutating func pop(to index: Int) {
    while stack.count > index || stack.last?.isClosed == true {
      let entry = stack.removeLast()
      if !entry.isClosed { release(entry) }
    }
  }

  private mutating func release(_ entry: OpenElement) {
    openCount[Int(entry.tag.rawValue)] -= 1
    if entry.isLink { linkDepth -= 1 }
    if entry.tag == .pre { preDepth -= 1 }
  }

  var source: [UInt8] { lexer.source }
}
