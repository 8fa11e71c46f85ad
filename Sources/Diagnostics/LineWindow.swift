import SourceText

/// One line of a file as it is drawn: tabs expanded, invisible characters shown, and only the part
/// around a place when it is long.
struct LineWindow {
  /// The widest excerpt in terminal columns, without the marks of omission.
  static let widest = 96
  /// Columns kept before the place when the line is cut.
  private static let lead = 32
  private static let tabStop = 4

  private struct Cell {
    var text: String
    var width: Int
    var start: Int
  }

  private var cells: [Cell] = []
  /// Offset behind the last byte drawn.
  private var end: Int
  private var isCutBefore = false
  private var isCutAfter = false

  /// Draws the 0-based `line` of `file` around the start of `span`.
  ///
  /// - Complexity: O(`widest`), whatever the length of the line, but for runs of combining marks.
  init(of line: Int, in file: SourceFile, around span: SourceSpan) {
    let bytes = file.bytes
    let lineStart = file.lines.start(ofLine: line)
    var lineEnd = line + 1 < file.lines.count ? file.lines.start(ofLine: line + 1) : bytes.count
    while lineEnd > lineStart, bytes[lineEnd - 1] == 0x0A || bytes[lineEnd - 1] == 0x0D {
      lineEnd -= 1
    }
    // Four bytes a scalar at most: enough on either side to fill the window.
    let reach = Self.widest * 4
    let focus = min(max(span.start, lineStart), lineEnd)
    var start = max(lineStart, focus - reach)
    while start > lineStart, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var stop = min(lineEnd, focus + reach)
    while stop < lineEnd, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
    if line == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), start < 3, stop >= 3 { start = 3 }
    isCutBefore = start > lineStart && !(line == 0 && start == 3)
    isCutAfter = stop < lineEnd
    end = stop
    decode(bytes, from: start, to: stop)
    trim(focus: focus)
  }

  /// What is drawn, with `…` where the line goes on.
  var text: String {
    (isCutBefore ? "…" : "") + cells.map(\.text).joined() + (isCutAfter ? "…" : "")
  }

  /// Whether the start of `span` is drawn.
  func contains(_ span: SourceSpan) -> Bool {
    guard let first = cells.first else { return true }
    return (first.start <= span.start || !isCutBefore) && (span.start <= end || !isCutAfter)
  }

  /// The column at which `span` begins, from 0, and how many it takes, within what is drawn.
  func columns(of span: SourceSpan) -> (column: Int, width: Int) {
    var column = isCutBefore ? 1 : 0
    var width = 0
    for cell in cells {
      if cell.start < span.start {
        column += cell.width
      } else if cell.start < span.end {
        width += cell.width
      }
    }
    return (column, width)
  }

  private mutating func decode(_ bytes: [UInt8], from start: Int, to stop: Int) {
    var offset = start
    var column = 0
    while offset < stop {
      var next = offset + 1
      // Only a lead byte takes continuation bytes with it, so that each stray byte has a cell.
      let longest = bytes[offset].characterLength
      while next < stop, next - offset < longest, bytes[next] & 0xC0 == 0x80 { next += 1 }
      let scalars = Array(String(decoding: bytes[offset..<next], as: UTF8.self).unicodeScalars)
      if bytes[offset] == 0x09 {
        let width = Self.tabStop - column % Self.tabStop
        cells.append(
          Cell(text: String(repeating: " ", count: width), width: width, start: offset))
      } else {
        var shown = String.UnicodeScalarView()
        for scalar in scalars { shown.append(Self.visible(scalar) ?? "\u{FFFD}") }
        let text = String(shown)
        cells.append(Cell(text: text, width: DisplayWidth.columns(of: text), start: offset))
      }
      column += cells.last?.width ?? 0
      offset = next
    }
  }

  /// Drops cells until no more than `widest` columns are left.
  private mutating func trim(focus: Int) {
    var total = cells.reduce(0) { $0 + $1.width }
    guard total > Self.widest || isCutBefore || isCutAfter else { return }
    var before = cells.prefix { $0.start < focus }.reduce(0) { $0 + $1.width }
    var first = 0
    while total > Self.widest, before > Self.lead {
      total -= cells[first].width
      before -= cells[first].width
      first += 1
    }
    var last = cells.count
    while total > Self.widest, last > first + 1 {
      last -= 1
      total -= cells[last].width
    }
    if first > 0 { isCutBefore = true }
    if last < cells.count {
      isCutAfter = true
      end = cells[last].start
    }
    cells = Array(cells[first..<last])
  }

  /// `scalar`, a picture of it when it is a control character, or nil when it would hide or
  /// reorder other text.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x200B...0x200F, 0x2028, 0x2029, 0x2060...0x206F, 0xFEFF: nil
    default: scalar.isTerminalControl ? nil : scalar
    }
  }
}
