import Diagnostics
import SourceText

/// The rows of a gazetteer's file: cells between tabs, one row a line.
///
/// Lines that begin with `#` are comments. The first other line names the columns: `code`, `name` and
/// `level`, then those of ancestors from the outermost inwards, then `first_year` and `last_year`.
struct GazetteerTable {
  /// No table has more rows.
  static let mostRows = 200_000
  /// No table has more columns of ancestors.
  private static let mostAncestors = 8
  private static let head = ["code", "name", "level"]
  private static let tail = ["first_year", "last_year"]

  private(set) var ancestors: [String] = []
  private(set) var entries: [Gazetteer.Entry] = []
  private(set) var problems: [Diagnostic] = []
  private let file: SourceFile
  private let index: Int
  private var hasHeader = false
  /// Whether no row can hold what is not UTF-8.
  private let isUTF8: Bool
  /// The cells of the line that is read.
  private var cells: [SourceSpan] = []

  /// Reads all rows; what is wrong stands in `problems`, at most `limit` of them.
  ///
  /// - Complexity: O(bytes).
  init(_ file: SourceFile, index: Int, limit: Int = 20) {
    self.file = file
    self.index = index
    let bytes = file.bytes
    isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, problems.count < limit {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let last = end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
      if last > start, bytes[start] != UInt8(ascii: "#") { readLine(SourceSpan(start, last)) }
      if entries.count > Self.mostRows {
        report("the table has more than \(Self.mostRows) rows", SourceSpan(start, last))
        break
      }
      start = end + 1
    }
    if !hasHeader, problems.isEmpty {
      report("the table has no line that names its columns", SourceSpan(0, 0))
    }
  }

  private mutating func report(_ message: String, _ span: SourceSpan) {
    problems.append(.malformedRow(message, at: Label(file: index, span: span)))
  }

  private mutating func readLine(_ line: SourceSpan) {
    cells.removeAll(keepingCapacity: true)
    let file = file
    let bytes = file.bytes.span
    var start = line.start
    for offset in line.start...line.end
    where offset == line.end || bytes[offset] == UInt8(ascii: "\t") {
      cells.append(SourceSpan(start, offset))
      start = offset + 1
    }
    if hasHeader { readRow(line) } else { readHeader(cells.map(file.text), line) }
  }

  private mutating func readHeader(_ names: [String], _ line: SourceSpan) {
    hasHeader = true
    let inner = names.dropFirst(Self.head.count).dropLast(Self.tail.count)
    guard Array(names.prefix(Self.head.count)) == Self.head,
      Array(names.suffix(Self.tail.count)) == Self.tail,
      names.count >= Self.head.count + Self.tail.count, inner.count <= Self.mostAncestors
    else {
      report("the columns must be code, name, level, ancestors, first_year, last_year", line)
      return
    }
    ancestors = Array(inner)
  }

  private mutating func readRow(_ line: SourceSpan) {
    let wanted = Self.head.count + ancestors.count + Self.tail.count
    guard cells.count == wanted else {
      report("the row has \(cells.count) cells, but there are \(wanted) columns", line)
      return
    }
    for place in Self.head.indices where cells[place].start == cells[place].end {
      report("the row has no \(Self.head[place])", line)
      return
    }
    if !isUTF8, file.text(line).unicodeScalars.contains("\u{FFFD}") {
      report("the row is not UTF-8", line)
      return
    }
    guard let first = Int(file.text(cells[wanted - 2])),
      let last = Int(file.text(cells[wanted - 1])), first <= last
    else {
      report("the last two cells must be a first and a last year", line)
      return
    }
    let place = LocatedSpan(file: index, span: cells[1])
    entries.append(
      Gazetteer.Entry(
        code: file.text(cells[0]), name: file.text(cells[1]), level: file.text(cells[2]),
        ancestors: cells[3..<(3 + ancestors.count)].map(file.text), years: first...last,
        span: place))
  }
}
