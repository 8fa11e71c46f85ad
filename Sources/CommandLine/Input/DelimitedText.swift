/// Text in cells by RFC 4180, with any byte between the cells.
package struct DelimitedText: Hashable, Sendable {
  /// One row; it spans lines where a cell in quotation marks does.
  package struct Record: Hashable, Sendable {
    /// The line on which it begins, from 1.
    package let line: Int
    /// Cells without the quotation marks around them; at least one.
    package let fields: [String]
  }

  /// A quote that opens in the record of `line` and never closes.
  package struct OpenQuote: Error, Hashable, Sendable {
    /// The line on which the record begins, from 1.
    package let line: Int
  }

  /// What stands between cells in files that are called CSV, the most usual first.
  package static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// Whether a line ends with the byte: LF, CR LF and CR alone end lines, as in text.
  static func isLineEnd(_ byte: UInt8, before next: UInt8?) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n")
  }

  private let separator: UInt8

  /// A reader of cells with that byte between them.
  package init(separator: UInt8) { self.separator = separator }

  /// All records but empty lines; bytes that are not UTF-8 become U+FFFD.
  ///
  /// - Complexity: O(bytes).
  /// - Throws: `OpenQuote` where the bytes end inside quotation marks.
  package func records(_ bytes: [UInt8]) throws(OpenQuote) -> [Record] {
    var records: [Record] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var (line, start) = (1, 1)
    var isQuoted = false
    // An empty cell in quotation marks makes a row of what would be an empty line.
    var wasQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    func endRecord() {
      if !fields.isEmpty || !field.isEmpty || wasQuoted {
        endField()
        records.append(Record(line: start, fields: fields))
        fields = []
      }
      wasQuoted = false
      start = line
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      let isLineEnd = Self.isLineEnd(byte, before: index < bytes.count ? bytes[index] : nil)
      if isLineEnd { line += 1 }
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        if index < bytes.count, bytes[index] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      case _ where isQuoted: field.append(byte)
      case UInt8(ascii: "\"") where field.isEmpty: (isQuoted, wasQuoted) = (true, true)
      case separator: endField()
      case _ where isLineEnd: endRecord()
      case UInt8(ascii: "\r"): continue
      default: field.append(byte)
      }
    }
    if isQuoted { throw OpenQuote(line: start) }
    endRecord()
    return records
  }
}
