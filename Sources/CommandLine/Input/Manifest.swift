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
    for separator in DelimitedText.separators {
      let records = try Manifest.records(bytes, separator)
      tables.append(records)
      if Manifest.pathColumn(records) != nil { break }
    }
    guard let records = tables.max(by: { Manifest.rank($0) < Manifest.rank($1) }),
      let columns = records.first?.fields
    else {
      throw Failure(message: "the manifest is empty; its first line names the columns")
    }
    guard let path = Manifest.pathColumn(records) else {
      throw Failure(
        message: "the manifest has no column `path`; it has \(Manifest.list(columns))")
    }
    if let twice = columns.first(where: { name in columns.count { $0 == name } > 1 }) {
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
  /// A row belongs to the source with the same path, else to the only one with the same file name.
  ///
  /// - Throws: `Failure` where there is no such column, a row fits several sources by its file
  ///   name, or two rows fit one source.
  /// - Complexity: O(rows + sources).
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
  /// - Throws: `Failure` where a row fits several sources by its file name, or two rows fit one
  ///   source.
  /// - Complexity: O(rows × columns + sources).
  package func facts(for sources: [String]) throws(Failure) -> [String: [StatedMetadata.Fact]] {
    try owners(among: sources).mapValues { facts(ofRow: $0) }
  }

  /// The paths of rows that fit none of `sources`; rows belong as for `values`.
  ///
  /// - Throws: `Failure` as `facts(for:)`.
  /// - Complexity: O(rows + sources).
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

  private func owners(among sources: [String]) throws(Failure) -> [String: Int] {
    var owners: [String: Int] = [:]
    let exact = Dictionary(sources.map { (Manifest.plain($0), $0) }) { first, _ in first }
    let named = Dictionary(grouping: sources, by: Manifest.fileName)
    for (number, row) in rows.enumerated() {
      let path = Manifest.plain(row[pathColumn])
      var owner = exact[path]
      if owner == nil {
        let candidates = named[Manifest.fileName(path)] ?? []
        if candidates.count > 1 {
          throw Failure(
            message: "row `\(path)` of the manifest fits \(Manifest.list(candidates)); "
              + "write the path as it is given on the command line")
        }
        owner = candidates.first
      }
      guard let owner else { continue }
      if let earlier = owners[owner] {
        throw Failure(
          message: "rows `\(rows[earlier][pathColumn])` and `\(row[pathColumn])` of the manifest "
            + "both fit \(owner); leave one out")
      }
      owners[owner] = number
    }
    return owners
  }

  private static func plain(_ path: String) -> String {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
