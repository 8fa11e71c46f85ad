import SourceText

/// Puts the rows of a table together whose cells each have a line of their own, as tables copied from
/// a page have them: cells are separated by tabs then, and a row is a line.
///
/// Such rows show by their numbers: lines that hold nothing but 1, 2, 3 … with as many lines between
/// each of them, two rows from 1 on or three from any number. Lines before the first that are all short
/// are the heads of the columns.
struct CellLines {
  /// Fewer columns are a list whose numbers stand apart, more are pages of text.
  private static let columns = 3...10
  /// The head of a column has no more bytes.
  private static let longestHead = 36

  private let text: [UInt8]
  /// Without blanks at their ends; none is empty.
  private let lines: [Range<Int>]
  /// Which of `lines` hold a number and nothing else, and which number.
  private let numbers: [(line: Int, value: Int)]

  /// The lines of `text`, which is normalised.
  ///
  /// - Complexity: O(bytes).
  init(_ text: [UInt8]) {
    self.text = text
    var lines: [Range<Int>] = []
    var numbers: [(line: Int, value: Int)] = []
    for line in TextLines(text).trimmed {
      if let number = Enumeration.digits(in: line, of: text), number.end == line.upperBound {
        numbers.append((lines.count, number.value))
      }
      if !line.isEmpty { lines.append(line) }
    }
    self.lines = lines
    self.numbers = numbers
  }

  /// The text with each row on one line, and the map to the text as it was; the text itself if it has
  /// no such row.
  ///
  /// - Complexity: O(lines + bytes).
  func joined(noise: inout NoiseCounter) -> (text: [UInt8], offsets: OffsetMap) {
    var rewriter = TextRewriter(text)
    for row in rows() {
      noise.add(.cellLines)
      for index in row.dropLast() {
        let gap = lines[index].upperBound..<lines[index + 1].lowerBound
        rewriter.replace(gap, with: [UInt8(ascii: "\t")])
      }
    }
    return rewriter.finish()
  }

  /// The lines of each row, in text order.
  private func rows() -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var index = 0
    while index + 1 < numbers.count {
      let columns = numbers[index + 1].line - numbers[index].line
      var last = index
      while follows(last), numbers[last + 1].line == numbers[last].line + columns { last += 1 }
      // The number after the last row stands elsewhere: so that row has other lines than cells.
      let count = follows(last) ? last - index : last - index + 1
      let start = numbers[index].line
      if Self.columns.contains(columns), count >= (numbers[index].value == 1 ? 2 : 3),
        start + count * columns <= lines.count
      {
        let isHeaded =
          numbers[index].value == 1 && start - columns >= rows.last?.upperBound ?? 0
          && lines[start - columns..<start].allSatisfy(isHead)
        rows += ((isHeaded ? -1 : 0)..<count).map { row in
          start + row * columns..<start + (row + 1) * columns
        }
      }
      index = max(last, index + 1)
    }
    return rows
  }

  /// Whether the number after the one at `index` is the next.
  private func follows(_ index: Int) -> Bool {
    index + 1 < numbers.count && numbers[index + 1].value == numbers[index].value + 1
  }

  private func isHead(_ line: Range<Int>) -> Bool {
    line.count <= Self.longestHead && !TextLine.isClosed(line, of: text)
  }
}
