import Diagnostics
import SourceText

extension SyntaxParser {
  private enum Chomping {
    case clip
    case keep
    case strip
  }

  private struct BlockHeader {
    var isFolded: Bool
    var chomping = Chomping.clip
    var increment: Int?
  }

  /// Parses a `|` or `>` scalar whose lines are indented deeper than `parent`, and moves to the
  /// next content.
  mutating func parseBlockScalar(parent: Int) -> SyntaxNode {
    let start = position
    guard let header = parseBlockHeader(parent: parent) else {
      skipBlock(deeperThan: parent)
      return emptyScalar(at: start)
    }
    let headerEnd = lineEnd(from: position)
    position = headerEnd
    skipBreak()
    let outer = max(parent, 0)
    let indentation =
      header.increment.map { outer + $0 } ?? findIndentation(deeperThan: outer, header: start)
    var builder = ScalarBuilder()
    let last = readBlockLines(header, indentation: indentation, into: &builder) ?? headerEnd
    reportShallowLine(indentation: indentation, parent: outer)
    let style: SyntaxNode.Scalar.Style = header.isFolded ? .folded : .literal
    let node = SyntaxNode(
      .scalar(builder.scalar(style, end: last)), span: SourceSpan(start, max(last, start + 1)))
    advance()
    return node
  }

  /// Reads `|` or `>` with its indicators, up to the comment or the end of the line.
  private mutating func parseBlockHeader(parent: Int) -> BlockHeader? {
    let start = position
    var header = BlockHeader(isFolded: bytes[start] == UInt8(ascii: ">"))
    var hasChomping = false
    position += 1
    while true {
      let next = byte(position)
      if (next == .dash || next == UInt8(ascii: "+")) && !hasChomping {
        header.chomping = next == .dash ? .strip : .keep
        hasChomping = true
      } else if next >= UInt8(ascii: "1"), next <= UInt8(ascii: "9"), header.increment == nil {
        header.increment = Int(next - UInt8(ascii: "0"))
      } else {
        break
      }
      position += 1
    }
    let isEnded = endsToken(position)
    if isEnded { skipBlanks() }
    guard isEnded, byte(position).isBreak || byte(position) == .hash else {
      let rest = restOfLine(from: start)
      var fixIts: [FixIt] = []
      if !isEnded, byte(position) == .hash {
        fixIts = [insertBlank(at: position)]
      } else if !isFollowedByLine(deeperThan: parent) {
        fixIts = [quote(valueOfLine(from: start))]
      }
      report(SyntaxDiagnostics.blockScalarHeader(label(rest), text: text(rest), fixIts: fixIts))
      return nil
    }
    return header
  }

  /// The column of the first line that is not empty; if there is none inside, one that makes all
  /// lines empty.
  private mutating func findIndentation(deeperThan outer: Int, header: Int) -> Int {
    var line = position
    var widest: SourceSpan?
    var blanks: [SourceSpan] = []
    while line < end {
      var cursor = line
      while byte(cursor) == .space { cursor += 1 }
      guard byte(cursor).isBreak else {
        guard cursor - line > outer else { break }
        let width = cursor - line
        if let widest, widest.length > width {
          let edits = blanks.filter { $0.length > width }.map { edit($0.start + width, $0.end) }
          report(
            SyntaxDiagnostics.blockScalarIndentation(
              label(widest), fixIts: [FixIt("shorten the blank lines", edits: edits)]))
        } else if byte(cursor) == .tab {
          reportTabInBlock(at: cursor, indentation: width - outer, header: header)
        }
        return width
      }
      if cursor > line { blanks.append(SourceSpan(line, cursor)) }
      if cursor - line > widest?.length ?? 0 { widest = SourceSpan(line, cursor) }
      line = lineStart(after: cursor)
    }
    return max(outer + 1, widest?.length ?? 0)
  }

  /// Reports a tab with which the first line of a block begins; libyaml refuses it unless the
  /// header says where the text begins.
  private mutating func reportTabInBlock(at tab: Int, indentation: Int, header: Int) {
    var fixIts: [FixIt] = []
    if indentation < 10 {
      fixIts = [
        correction(
          "say where the text begins", [edit(header + 1, header + 1, String(indentation))])
      ]
    }
    report(SyntaxDiagnostics.tabIndentation(label(tab, tab + 1), fixIts: fixIts))
  }

  /// Appends the lines at `indentation` or deeper and stops at the start of one that is not.
  ///
  /// Returns the end of the last line that is in the value, or nil if there is none.
  private mutating func readBlockLines(
    _ header: BlockHeader, indentation: Int, into builder: inout ScalarBuilder
  ) -> Int? {
    var last: Int?
    // Offsets of the breaks since the last line of text; the first one ends that line.
    var breaks: [Int] = []
    var wasFoldable = false
    while position < end {
      var cursor = position
      while cursor - position < indentation, byte(cursor) == .space { cursor += 1 }
      if cursor >= end { break }
      if byte(cursor).isBreak {
        breaks.append(cursor)
        position = lineStart(after: cursor)
        continue
      }
      guard cursor - position == indentation else { break }
      let isFoldable = header.isFolded && !byte(cursor).isBlank
      appendBreaks(&breaks, folding: wasFoldable && isFoldable, to: &builder)
      let stop = lineEnd(from: cursor)
      for offset in cursor..<stop { builder.append(bytes[offset], at: offset) }
      wasFoldable = isFoldable
      last = stop
      position = stop
      if stop < end {
        breaks.append(stop)
        position = lineStart(after: stop)
      }
    }
    if header.chomping == .keep {
      for offset in breaks { builder.append(.lineFeed, at: offset) }
      return breaks.last ?? last
    }
    if header.chomping == .clip, last != nil, let first = breaks.first {
      builder.append(.lineFeed, at: first)
    }
    return last
  }

  /// Appends the breaks between two lines of text; folding makes one a space, and of more drops
  /// the first.
  private func appendBreaks(
    _ breaks: inout [Int], folding: Bool, to builder: inout ScalarBuilder
  ) {
    if folding, breaks.count == 1 {
      builder.append(.space, at: breaks[0])
    } else {
      for offset in folding ? breaks[1...] : breaks[...] { builder.append(.lineFeed, at: offset) }
    }
    breaks.removeAll(keepingCapacity: true)
  }

  /// Reports text behind the block that is indented, but less than the block, and leaves it.
  private mutating func reportShallowLine(indentation: Int, parent: Int) {
    var cursor = position
    while byte(cursor) == .space { cursor += 1 }
    let width = cursor - position
    guard cursor < end, width > parent, width < indentation, byte(cursor) != .hash else { return }
    let place = label(position, cursor)
    var edits: [TextEdit] = []
    var hasComment = false
    while position < end {
      var cursor = position
      while byte(cursor) == .space { cursor += 1 }
      let width = cursor - position
      guard byte(cursor).isBreak || width > parent else { break }
      if !byte(cursor).isBreak, width < indentation {
        hasComment = hasComment || byte(cursor) == .hash
        edits.append(edit(cursor, cursor, String(repeating: " ", count: indentation - width)))
      }
      position = lineStart(after: lineEnd(from: cursor))
    }
    // A comment that is indented would become text.
    let fixIts = hasComment ? [] : [correction("indent to column \(indentation + 1)", edits)]
    report(SyntaxDiagnostics.blockScalarIndentation(place, fixIts: fixIts))
  }

  /// The offset behind the line break at `offset`.
  func lineStart(after offset: Int) -> Int {
    guard offset < end else { return end }
    let isPair = bytes[offset] == .carriageReturn && byte(offset + 1) == .lineFeed
    return min(offset + (isPair && offset + 1 < end ? 2 : 1), end)
  }
}
