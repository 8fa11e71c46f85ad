/// Writes rows as RFC 4180: comma, CR LF, and quotes only where a cell needs them.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a CR would be run as a formula by a
/// spreadsheet; it gets an apostrophe in front. Numbers are written by the caller as they are.
package struct CSVWriter: Sendable {
  /// The content of one cell.
  package enum Cell: Hashable, Sendable {
    /// Quoted where it has to be, and kept from being run as a formula.
    case text(String)
    /// In decimal digits.
    case integer(Int)
    /// With at most four decimals; see `NumberFormat.decimal`.
    case number(Double)
    /// Nothing between the separators: what is not known.
    case empty

    /// A text, or an empty cell for nil.
    package init(_ text: String?) { self = text.map(Cell.text) ?? .empty }
    /// A number, or an empty cell for nil.
    package init(_ number: Double?) { self = number.map(Cell.number) ?? .empty }
  }

  /// The bytes by which spreadsheets that take CSV for an old encoding know UTF-8.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// What is written so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// A table without rows.
  package init() {}

  /// Writes one row with its line break.
  package mutating func row(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): write(text)
      case .integer(let value): bytes.append(contentsOf: String(value).utf8)
      case .number(let value): bytes.append(contentsOf: NumberFormat.decimal(value).utf8)
      case .empty: break
      }
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private mutating func write(_ text: String) {
    let starters: [UInt8] = [0x09, 0x0D] + Array("=+-@".utf8)
    let isFormula = text.utf8.first.map(starters.contains) ?? false
    let needsQuotes = text.utf8.contains { [0x0A, 0x0D, 0x22, 0x2C].contains($0) }
    if needsQuotes { bytes.append(0x22) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if needsQuotes { bytes.append(0x22) }
  }
}
