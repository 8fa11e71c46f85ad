/// The form of a file that holds one article in each record.
package enum RecordForm: String, Hashable, Sendable, CaseIterable {
  /// One JSON object a line.
  case ndjson
  /// Cells by RFC 4180 below a line of column names.
  case csv

  /// The endings that such files have inside folders.
  package var endings: [String] {
    switch self {
    case .ndjson: [".ndjson", ".jsonl"]
    case .csv: [".csv"]
    }
  }
}

/// Cuts a stream of bytes into records; holds one record and one chunk at a time.
package struct RecordStream {
  /// A record as it stands in the stream, without its line end.
  package struct Piece: Hashable, Sendable {
    /// The line on which it begins, from 1.
    package var line: Int
    /// In the encoding of the file, without the byte order mark; empty where the record is too
    /// long.
    package var bytes: [UInt8]
    /// Nil where the record is whole.
    package var defect: Defect?
  }

  /// Why a record cannot be used.
  package enum Defect: Hashable, Sendable {
    /// Longer than the limit; passed over.
    case tooLong
    /// The stream ends inside quotation marks.
    case openQuote
    /// The stream ends inside a list of objects.
    case cutOff
    /// A comma between elements of a list is missing, or stands where there is nothing to part.
    case misplaced
    /// Something else than a list follows a list.
    case trailing
  }

  /// No record is longer, in bytes.
  package static let longest = 64 << 20

  /// What stands between cells: quotation marks count where a cell begins.
  package var separator = DelimitedText.separators[0]
  private let form: RecordForm
  private let limit: Int
  private let read: () throws(SystemError) -> [UInt8]
  private var buffer: [UInt8] = []
  /// Bytes of `buffer` that were handed out, and those that were looked at.
  private var (start, scanned) = (0, 0)
  private var line: Int
  /// Whether the stream has given any byte yet.
  package private(set) var hasBytes = false
  private var isAtEnd = false
  private var isQuoted = false
  private var isCellEmpty = true
  /// Whether the byte before closed a quotation: another mark there opens it again.
  private var hasJustClosed = false

  /// A stream over `read`, which gives the next bytes, none at the end.
  ///
  /// A record longer than `limit` bytes is passed over and handed out as a defect; what is read begins on
  /// line `first`.
  package init(
    _ form: RecordForm, fromLine first: Int = 1, limit: Int = RecordStream.longest,
    read: @escaping () throws(SystemError) -> [UInt8]
  ) {
    line = first
    self.form = form
    self.limit = limit
    self.read = read
  }

  /// The next record that is not blank; nil at the end.
  ///
  /// - Complexity: O(bytes of the record).
  /// - Throws: `SystemError`, where `read` does.
  package mutating func next() throws(SystemError) -> Piece? {
    while true {
      let first = line
      guard var piece = try nextRaw(first) else { return nil }
      if first == 1, piece.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { piece.bytes.removeFirst(3) }
      if piece.defect != nil || !piece.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        return piece
      }
    }
  }

  private mutating func nextRaw(_ first: Int) throws(SystemError) -> Piece? {
    var isTooLong = false
    while true {
      if let end = scan() {
        var last = end
        if last > start, buffer[last - 1] == UInt8(ascii: "\r") { last -= 1 }
        let bytes = isTooLong ? [] : Array(buffer[start..<last])
        start = end + 1
        line += 1
        return Piece(line: first, bytes: bytes, defect: isTooLong ? .tooLong : nil)
      }
      if isAtEnd {
        guard start < buffer.count || isTooLong else { return nil }
        let bytes = Array(buffer[start...])
        start = buffer.count
        return Piece(
          line: first, bytes: isTooLong ? [] : bytes,
          defect: isTooLong ? .tooLong : isQuoted ? .openQuote : nil)
      }
      if buffer.count - start > limit {
        isTooLong = true
        start = scanned
      }
      try fill()
    }
  }

  private mutating func fill() throws(SystemError) {
    buffer.removeFirst(start)
    scanned -= start
    start = 0
    let chunk = try read()
    isAtEnd = chunk.isEmpty
    hasBytes = hasBytes || !isAtEnd
    buffer += chunk
  }

  /// The offset of the line end that ends the record; nil where the buffer does not hold it.
  private mutating func scan() -> Int? {
    while scanned < buffer.count {
      let byte = buffer[scanned]
      let next = scanned + 1 < buffer.count ? buffer[scanned + 1] : nil
      // Whether CR alone stands there, only the byte behind it tells.
      if byte == UInt8(ascii: "\r"), next == nil, !isAtEnd { return nil }
      scanned += 1
      if isLineEnd(byte, before: next) {
        guard isQuoted else {
          isCellEmpty = true
          return scanned - 1
        }
        line += 1
      } else if form == .csv, !isByteOrderMark {
        track(byte)
      }
    }
    return nil
  }

  /// Whether what was looked at of the record is a byte order mark or its beginning: joined files have one
  /// inside, and it is no part of the cell behind it.
  private var isByteOrderMark: Bool {
    let seen = buffer[start..<scanned]
    return seen.count <= 3 && zip(seen, [0xEF, 0xBB, 0xBF] as [UInt8]).allSatisfy(==)
  }

  private func isLineEnd(_ byte: UInt8, before next: UInt8?) -> Bool {
    switch form {
    case .csv: DelimitedText.isLineEnd(byte, before: next)
    case .ndjson: byte == UInt8(ascii: "\n")
    }
  }

  /// Follows quotation marks; a second one inside quotation marks closes and opens them again.
  private mutating func track(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""):
      let closes = isQuoted
      isQuoted = !isQuoted && (isCellEmpty || hasJustClosed)
      isCellEmpty = false
      hasJustClosed = closes
      return
    case separator where !isQuoted: isCellEmpty = true
    default: isCellEmpty = false
    }
    hasJustClosed = false
  }
}
