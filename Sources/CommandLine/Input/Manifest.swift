package import Analysis

/// A table of facts about articles: a CSV file with a column of paths and any others.
package struct Manifest: Hashable, Sendable {
  /// Why a table cannot be used.
  package struct Failure: Error, Hashable, Sendable {
    /// Lower case, without a full stop, with the remedy where there is one.
    package let message: String
  }

  /// The names that the column of paths may have.
  package static let pathColumns = ["path", "file", "source"]

  /// The names in the first line, no two alike, the column of paths among them.
  package let columns: [String]
  private let rows: [[String]]
  private let pathColumn: Int

  /// Reads `bytes`, UTF-8 with or without a byte order mark, as RFC 4180: between cells stands what
  /// makes one of the first line the name of the column of paths.
  ///
  /// - Throws: `Failure` where a quotation mark never closes, the table is empty, has no column of
  ///   paths or two columns of one name, or a row has another number of cells.
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8]) throws(Failure) {
    var tables: [[DelimitedText.Record]] = []
    // A cell of a table with other separators may look like a quote that never closes.
    var failure: Failure?
    for separator in DelimitedText.separators {
      do throws(Failure) {
        let records = try Manifest.records(bytes, separator)
        tables.append(records)
        if Manifest.pathColumn(records) != nil { break }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure, !tables.contains(where: { Manifest.pathColumn($0) != nil }) { throw failure }
    guard let records = tables.max(by: { Manifest.rank($0) < Manifest.rank($1) }),
      let columns = records.first?.fields
    else {
      throw Failure(message: "the manifest is empty; its first line names the columns")
    }
    guard let path = Manifest.pathColumn(records) else {
      throw Failure(
        message: "the manifest has no column `path`; it has \(Manifest.list(columns))")
    }
    if let twice = columns.firstRepeated {
      throw Failure(message: "the manifest has two columns `\(twice)`")
    }
    pathColumn = path
    for record in records.dropFirst() where record.fields.count != columns.count {
      throw Failure(
        message: "line \(record.line) of the manifest has \(record.fields.count) cells, "
          + "but there are \(columns.count) columns")
    }
    self.columns = columns
    rows = records.dropFirst().map(\.fields)
  }

  private static func records(
    _ bytes: [UInt8], _ separator: UInt8
  ) throws(Failure) -> [DelimitedText.Record] {
    do throws(DelimitedText.OpenQuote) {
      return try DelimitedText(separator: separator).records(bytes)
    } catch {
      throw Failure(
        message:
          "the quote that opens in the row of line \(error.line) of the manifest never closes"
      )
    }
  }

  private static func pathColumn(_ records: [DelimitedText.Record]) -> Int? {
    records.first?.fields.firstIndex { pathColumns.contains($0) }
  }

  /// How likely the cells are told apart as they were meant.
  private static func rank(_ records: [DelimitedText.Record]) -> Int {
    pathColumn(records) == nil ? records.first?.fields.count ?? 0 : Int.max
  }

  /// The value of `column` for each of `sources`; nil where the manifest has no row or no value.
  ///
  /// A row belongs to the source with the same path. Where there is none, one of the two paths must
  /// end in the other, in whole names, and no row that shares more names with the source may fit it.
  ///
  /// - Throws: `Failure` where there is no such column, a row fits several sources by the end of
  ///   its path, or two rows fit one source equally well.
  /// - Complexity: O(bytes of all paths + sources that each row fits).
  package func values(
    of column: String, for sources: [String]
  ) throws(Failure) -> [String: String] {
    guard let index = columns.firstIndex(of: column) else {
      throw Failure(
        message: "the manifest has no column `\(column)`; it has \(Manifest.list(columns))")
    }
    return try owners(among: sources).mapValues { rows[$0][index] }
  }

  /// What the manifest says of each of `sources` but its path; rows belong as for `values`.
  ///
  /// - Throws: `Failure` where a row fits several sources by the end of its path, or two rows fit
  ///   one source equally well.
  /// - Complexity: as `values(of:for:)`, and O(rows × columns).
  package func facts(for sources: [String]) throws(Failure) -> [String: [StatedMetadata.Fact]] {
    try owners(among: sources).mapValues { facts(ofRow: $0) }
  }

  /// The paths of rows that fit none of `sources`; rows belong as for `values`.
  ///
  /// - Throws: `Failure` as `facts(for:)`.
  /// - Complexity: as `facts(for:)`.
  package func strays(among sources: [String]) throws(Failure) -> [String] {
    let used = Set(try owners(among: sources).values)
    return rows.indices.filter { !used.contains($0) }.map { rows[$0][pathColumn] }
  }

  /// What the manifest says by the paths that stand in it.
  ///
  /// - Throws: `Failure` where two rows have one path.
  /// - Complexity: O(rows × columns).
  package func facts() throws(Failure) -> [String: [StatedMetadata.Fact]] {
    var facts: [String: [StatedMetadata.Fact]] = [:]
    for (number, row) in rows.enumerated() {
      let path = row[pathColumn]
      let earlier = facts.updateValue(self.facts(ofRow: number), forKey: path)
      if earlier != nil {
        throw Failure(message: "two rows of the manifest have the path `\(path)`; leave one out")
      }
    }
    return facts
  }

  private func facts(ofRow row: Int) -> [StatedMetadata.Fact] {
    columns.indices.filter { $0 != pathColumn }.map {
      StatedMetadata.Fact(name: columns[$0], value: rows[row][$0], source: .manifest)
    }
  }

  /// The row of each source that has one.
  private func owners(among sources: [String]) throws(Failure) -> [String: Int] {
    var owners: [String: Int] = [:]
    let ends = PathEnds(sources)
    // A row keeps indices only: many rows may fit the same many sources.
    var loose: [(row: Int, fits: [Int], shared: Int)] = []
    for (number, row) in rows.enumerated() {
      let match = ends.match(row[pathColumn])
      if let exact = match.exact {
        try give(number, to: sources[exact], &owners)
      } else if !match.fits.isEmpty {
        loose.append((number, match.fits, match.count))
      } else if let end = match.end {
        loose.append((number, [end.index], end.count))
      }
    }
    // What shares more of its path with an article stands nearer to it.
    for level in Set(loose.map(\.shared)).sorted(by: >) {
      let taken = Set(owners.keys)
      for (number, fits, shared) in loose where shared == level {
        let free = fits.filter { !taken.contains(sources[$0]) }
        if free.count > 1 {
          throw Failure(
            message:
              "row `\(rows[number][pathColumn])` of the manifest fits \(Manifest.list(free.map { sources[$0] }.sorted())); "
              + "write the path as it is given on the command line")
        }
        if let owner = free.first { try give(number, to: sources[owner], &owners) }
      }
    }
    return owners
  }

  private func give(
    _ row: Int, to owner: String, _ owners: inout [String: Int]
  ) throws(Failure) {
    if let earlier = owners.updateValue(row, forKey: owner) {
      throw Failure(
        message: "rows `\(rows[earlier][pathColumn])` and `\(rows[row][pathColumn])` of the "
          + "manifest both fit \(owner); leave one out")
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 20 ? "\(shown) and more" : shown
  }
}

extension [String] {
  /// The first element that stands again further on; nil where no two are alike.
  ///
  /// - Complexity: O(n).
  var firstRepeated: String? {
    var counts: [String: Int] = [:]
    for element in self { counts[element, default: 0] += 1 }
    return first { counts[$0, default: 0] > 1 }
  }
}
