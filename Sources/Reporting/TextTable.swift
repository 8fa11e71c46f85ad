/// A table in columns of text; the first column names the row.
///
/// Numbers stand at the right of their columns; the last column may hold words, at its left.
/// Where the columns do not fit side by side they are set below one another in bands, each with
/// the first column again.
package struct TextTable: Sendable {
  private let titles: [String]
  private let rows: [[String]]
  private let endsInWords: Bool

  /// A table of `rows` under `titles`; with `endsInWords` the last column stands at its left.
  ///
  /// - Precondition: every row has as many cells as there are titles, at least one.
  package init(titles: [String], rows: [[String]], endsInWords: Bool = false) {
    precondition(
      !titles.isEmpty && rows.allSatisfy { $0.count == titles.count },
      "every row of a table has a cell for each column")
    self.endsInWords = endsInWords
    self.titles = titles.map(TextLayout.printable)
    self.rows = rows.map { $0.map(TextLayout.printable) }
  }

  /// Adds the table to `page`, the head in bold.
  package func write(to page: inout StyledText) {
    let widths = titles.indices.map { column in
      rows.reduce(TextLayout.width(titles[column])) {
        max($0, TextLayout.width($1[column]))
      }
    }
    let first = min(widths[0], page.width / 3)
    for (index, band) in bands(widths, first: first, width: page.width).enumerated() {
      if index > 0 { page.blankLine() }
      let render = { (cells: [String]) in
        let start = TextLayout.pad(TextLayout.truncate(cells[0], to: first), to: first)
        return band.reduce(start) { line, column in
          let isWords = endsInWords && column == titles.count - 1
          let cell = TextLayout.pad(cells[column], to: widths[column], leading: !isWords)
          return line + "  " + (isWords ? cells[column] : cell)
        }
      }
      page.line(Phrase(render(titles), .bold))
      for row in rows { page.line(Phrase(render(row))) }
    }
  }

  private func bands(_ widths: [Int], first: Int, width: Int) -> [[Int]] {
    var bands: [[Int]] = [[]]
    var used = first
    for column in titles.indices.dropFirst() {
      if used + 2 + widths[column] > width, bands[bands.count - 1].isEmpty == false {
        bands.append([])
        used = first
      }
      bands[bands.count - 1].append(column)
      used += 2 + widths[column]
    }
    return bands
  }
}
