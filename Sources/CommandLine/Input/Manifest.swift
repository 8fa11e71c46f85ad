/// A table of facts about articles: a CSV file with a column of paths and any others.
package struct Manifest: Hashable, Sendable {
  package struct Failure: Error, Hashable, Sendable {
    package let message: String
  }

  /// The names that the column of paths may have.
  package static let pathColumns = ["path", "file", "source"]

  package let columns: [String]
  private let rows: [[String]]
  private let pathColumn: Int

  /// Reads `bytes` as RFC 4180, with or without a byte order mark.
  package init(_ bytes: [UInt8]) throws(Failure) {
    let records = try CSVReader.records(bytes)
    guard let header = records.first else {
      throw Failure(message: "the manifest is empty; its first line names the columns")
    }
    let columns = header.fields
    guard let path = columns.firstIndex(where: { Manifest.pathColumns.contains($0) }) else {
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

  /// The value of `column` for each of `sources`; nil where the manifest has no row or no value.
  ///
  /// A row belongs to the source with the same path, else to the only one with the same file name.
  package func values(
    of column: String, for sources: [String]
  ) throws(Failure) -> [String: String] {
    guard let index = columns.firstIndex(of: column) else {
      throw Failure(
        message: "the manifest has no column `\(column)`; it has \(Manifest.list(columns))")
    }
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
              + "write the path as it is given to `compare`")
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
    return owners.mapValues { rows[$0][index] }
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

/// Reads CSV by RFC 4180.
private enum CSVReader {
  struct Record {
    /// From 1.
    var line: Int
    var fields: [String]
  }

  /// All records but empty lines.
  static func records(_ bytes: [UInt8]) throws(Manifest.Failure) -> [Record] {
    var records: [Record] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var (line, start) = (1, 1)
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    func endRecord() {
      if !fields.isEmpty || !field.isEmpty {
        endField()
        records.append(Record(line: start, fields: fields))
        fields = []
      }
      start = line
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        if index < bytes.count, bytes[index] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      case _ where isQuoted: field.append(byte)
      case UInt8(ascii: "\"") where field.isEmpty: isQuoted = true
      case UInt8(ascii: ","): endField()
      case UInt8(ascii: "\r"): continue
      case UInt8(ascii: "\n"): endRecord()
      default: field.append(byte)
      }
    }
    if isQuoted {
      throw Manifest.Failure(
        message: "the quote that opens in the row of line \(start) of the manifest never closes")
    }
    endRecord()
    return records
  }
}
