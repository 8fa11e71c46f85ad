import SourceText

/// Writes runs of text as lines: blanks folded, references of characters read, cells joined.
struct LineWriter {
  private var rewriter: TextRewriter
  private var lines: [MarkedLine] = []
  /// For every element the characters of running text on its own lines.
  private(set) var weights: [Int]
  private let isLayoutTable: [Bool]
  private var line = LineTally()
  /// What blanks are due before the next character.
  private var blank = Blank.none

  private enum Blank {
    case none
    case blanks
    /// Some of them end a line of the source.
    case lineEnd
  }

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
    if run.isHyphen {
      begin(run, at: run.range.lowerBound)
      rewriter.replace(run.range, with: [UInt8(ascii: "-")])
      count(run, 1, 0)
    } else {
      write(run)
    }
  }

  /// What goes before the next character.
  private var separator = Gap.none

  private mutating func write(_ run: TextRun) {
    let source = rewriter.source
    var index = run.range.lowerBound
    while index < run.range.upperBound {
      if TagLexer.isBlank(source[index]) {
        pass(source[index], run)
        index += 1
        continue
      }
      if source[index] == UInt8(ascii: "&"), let (scalar, end) = reference(at: index, run.range) {
        if let byte = UInt8(exactly: scalar), TagLexer.isBlank(byte) {
          pass(byte, run)
          index = end
          continue
        }
        begin(run, at: index)
        rewriter.replace(index..<end, with: UTF8Bytes(scalar))
        count(run, 1, 0)
        index = end
        continue
      }
      index = copyWord(from: index, run)
    }
  }

  /// Passes over a blank of the source, however it is written.
  private mutating func pass(_ byte: UInt8, _ run: TextRun) {
    if byte != 0x0A {
      if blank == .none { blank = .blanks }
    } else if run.isPreformatted {
      endLine()
    } else {
      blank = .lineEnd
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
    } else if blank != .none, !isLineEndInHan(before: offset) {
      rewriter.replace(range, with: [UInt8(ascii: " ")])
    } else {
      rewriter.replace(range, with: [])
    }
    separator = .none
    blank = .none
  }

  /// Whether the blanks that are due end a line of the source between characters that are written
  /// without blanks.
  private func isLineEndInHan(before offset: Int) -> Bool {
    guard blank == .lineEnd, let last = rewriter.text.last else { return false }
    return last >= 0x80 && rewriter.source[offset] >= 0xE3
  }

  private mutating func count(_ run: TextRun, _ characters: Int, _ stops: Int) {
    line.characters += characters
    line.stops += stops
    if run.isLink { line.linked += characters }
  }

  private func reference(at start: Int, _ range: Range<Int>) -> (scalar: UInt32, end: Int)? {
    let source = rewriter.source
    let limit = min(range.upperBound, start + 2 + HTMLEntity.longest)
    if let end = source[start + 1..<limit].firstIndex(of: UInt8(ascii: ";")),
      let scalar = HTMLEntity.scalar(source[start + 1..<end])
    {
      return (scalar, end + 1)
    }
    guard let (scalar, length) = HTMLEntity.open(source[start + 1..<limit]) else { return nil }
    return (scalar, start + 1 + length)
  }

  private mutating func endLine() {
    blank = .none
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
