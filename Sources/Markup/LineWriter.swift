import SourceText

/// Writes runs of text as lines: blanks folded, references of characters read, cells joined.
struct LineWriter {
  private var rewriter: TextRewriter
  private var lines: [MarkedLine] = []
  /// For every element the characters of running text on its own lines.
  private(set) var weights: [Int]
  private let isLayoutTable: [Bool]
  private var line = LineTally()
  /// A blank is due before the next character; -1, or the offset of the first blank in the source.
  private var blank = -1

  /// What is known of the line that is being written.
  private struct LineTally {
    var start = -1
    var run: TextRun?
    var characters = 0
    var linked = 0
    var stops = 0
    var hasCells = false
  }

  init(_ source: [UInt8], elements: Int, isLayoutTable: [Bool]) {
    rewriter = TextRewriter(source)
    weights = Array(repeating: 0, count: elements)
    self.isLayoutTable = isLayoutTable
  }

  mutating func add(_ run: TextRun) {
    let isLayout = run.table >= 0 && isLayoutTable[Int(run.table)]
    switch run.gap {
    case .none: break
    case .cell where line.start >= 0 && !isLayout && line.run?.table == run.table:
      separator = .cell
    case .cell, .line: endLine()
    }
    write(run)
  }

  /// What goes before the next character.
  private var separator = Gap.none

  private mutating func write(_ run: TextRun) {
    let source = rewriter.source
    var index = run.range.lowerBound
    while index < run.range.upperBound {
      if TagLexer.isBlank(source[index]) {
        if run.isPreformatted, source[index] == 0x0A {
          endLine()
        } else if blank < 0 {
          blank = index
        }
        index += 1
        continue
      }
      if source[index] == UInt8(ascii: "&"), let (scalar, end) = reference(at: index, run.range) {
        begin(run, at: index)
        rewriter.replace(index..<end, with: UTF8Bytes(scalar))
        count(run, 1, 0)
        index = end
        continue
      }
      index = copyWord(from: index, run)
    }
  }

  /// Copies the bytes up to the next blank or reference.
  private mutating func copyWord(from start: Int, _ run: TextRun) -> Int {
    let source = rewriter.source
    begin(run, at: start)
    var characters = 0
    var stops = 0
    var index = start
    repeat {
      let byte = source[index]
      if byte & 0xC0 != 0x80 { characters += 1 }
      if Stop.begins(at: index, of: source) { stops += 1 }
      index += 1
    } while index < run.range.upperBound && !TagLexer.isBlank(source[index])
      && source[index] != UInt8(ascii: "&")
    rewriter.copy(upTo: index)
    count(run, characters, stops)
    return index
  }

  /// Writes what goes between the text so far and the character at `offset`.
  private mutating func begin(_ run: TextRun, at offset: Int) {
    let range = rewriter.taken..<offset
    if line.start < 0 {
      rewriter.replace(range, with: lines.isEmpty ? [] : [UInt8(ascii: "\n")])
      line = LineTally(start: rewriter.text.count, run: run)
    } else if separator == .cell {
      rewriter.replace(range, with: [UInt8(ascii: "\t")])
      line.hasCells = run.table >= 0
    } else if blank >= 0, !isNewlineInHan(blank, before: offset) {
      rewriter.replace(range, with: [UInt8(ascii: " ")])
    } else {
      rewriter.replace(range, with: [])
    }
    separator = .none
    blank = -1
  }

  /// Whether the blanks from `start` hold a line break of the source between characters that are
  /// written without blanks.
  private func isNewlineInHan(_ start: Int, before end: Int) -> Bool {
    let source = rewriter.source
    guard start > 0, source[start - 1] >= 0x80, source[end] >= 0xE3 else { return false }
    return source[start..<end].contains(0x0A)
  }

  private mutating func count(_ run: TextRun, _ characters: Int, _ stops: Int) {
    line.characters += characters
    line.stops += stops
    if run.isLink { line.linked += characters }
  }

  private func reference(at start: Int, _ range: Range<Int>) -> (scalar: UInt32, end: Int)? {
    let source = rewriter.source
    let limit = min(range.upperBound, start + 2 + HTMLEntity.longest)
    guard let end = source[start + 1..<limit].firstIndex(of: UInt8(ascii: ";")),
      let scalar = HTMLEntity.scalar(source[start + 1..<end])
    else { return nil }
    return (scalar, end + 1)
  }

  private mutating func endLine() {
    blank = -1
    separator = .none
    guard line.start >= 0, let run = line.run else { return }
    lines.append(
      MarkedLine(
        start: line.start, element: Int(run.element),
        links: line.characters == 0 ? 0 : Double(line.linked) / Double(line.characters),
        heading: Int(run.heading), isRow: line.hasCells))
    if !run.isHead, line.linked * 2 < line.characters {
      let plain = line.characters - line.linked
      weights[Int(run.element)] += line.stops > 0 ? plain : plain / 8
    }
    line = LineTally()
  }

  /// The lines, and the map to the source; nothing of the source is left undecided.
  mutating func finish() -> (text: [UInt8], offsets: OffsetMap, lines: [MarkedLine]) {
    endLine()
    if rewriter.taken < rewriter.source.count {
      rewriter.replace(rewriter.taken..<rewriter.source.count, with: [])
    }
    let (text, offsets) = rewriter.finish()
    return (text, offsets, lines)
  }
}
