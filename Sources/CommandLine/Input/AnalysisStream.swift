/// Cuts a file of saved analyses into objects: one a line, or the elements of JSON arrays, one behind another.
///
/// Holds one object and one chunk at a time. Which of the two it is, the first byte that is not blank
/// says.
package struct AnalysisStream {
  private let read: () throws(SystemError) -> [UInt8]
  private let limit: Int
  private var lines: RecordStream?
  private var buffer: [UInt8] = []
  /// Bytes of `buffer` that were handed out, and those that were looked at.
  private var (start, scanned) = (0, 0)
  private var line = 1
  private var place = Place.first
  /// The line on which the element begins that is read; nil between elements.
  private var element: Int?
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// Whether the stream has given any byte yet.
  package private(set) var hasBytes = false
  private var isStarted = false
  private var isAtEnd = false
  private var isClosed = false

  /// A stream over `read`, which gives the next bytes, none at the end.
  ///
  /// An object longer than `limit` bytes is handed out as a defect, and ends the stream in an
  /// array.
  package init(
    limit: Int = RecordStream.longest, read: @escaping () throws(SystemError) -> [UInt8]
  ) {
    self.read = read
    self.limit = limit
  }

  /// The next element or line, nil at the end: whether it is an object is not asked.
  ///
  /// An array that is cut off, commas too many or too few in it, and what stands behind it and is no other, are
  /// each a defect without bytes, and the last piece.
  ///
  /// - Complexity: O(bytes of the object).
  /// - Throws: `SystemError`, where `read` does.
  package mutating func next() throws(SystemError) -> RecordStream.Piece? {
    if !isStarted { try begin() }
    if lines != nil { return try lines?.next() }
    return try nextElement()
  }

  private mutating func begin() throws(SystemError) {
    isStarted = true
    repeat {
      buffer = try read()
      hasBytes = hasBytes || !buffer.isEmpty
      start = buffer.firstIndex { !Self.isBlank($0, aroundLists: true) } ?? buffer.count
      line += buffer[..<start].count { $0 == 0x0A }
    } while !buffer.isEmpty && start == buffer.count
    if start < buffer.count, buffer[start] == UInt8(ascii: "[") {
      start += 1
      scanned = start
      return
    }
    var head: [UInt8]? = Array(buffer[start...])
    let read = read
    buffer = []
    lines = RecordStream(.ndjson, fromLine: line, limit: limit) { () throws(SystemError) in
      if let first = head, !first.isEmpty {
        head = nil
        return first
      }
      return try read()
    }
  }

  /// What may stand outside of the elements.
  private enum Place {
    /// The first element, or the end of the list.
    case first
    /// An element, behind a comma.
    case element
    /// A comma, or the end of the list.
    case comma
    /// Another list, as files that are put together have it, or nothing.
    case behind
  }

  private mutating func nextElement() throws(SystemError) -> RecordStream.Piece? {
    while !isClosed {
      while scanned < buffer.count {
        if let piece = element == nil ? enter(buffer[scanned]) : advance(buffer[scanned]) {
          return piece
        }
      }
      if element != nil, buffer.count - start > limit { return closing(.tooLong) }
      if isAtEnd { return place == .behind ? closing(nil) : closing(.cutOff) }
      try fill()
    }
    return nil
  }

  /// Passes the byte between elements, or begins one with it.
  private mutating func enter(_ byte: UInt8) -> RecordStream.Piece? {
    if Self.isBlank(byte, aroundLists: place == .behind) {
      pass(byte)
      return nil
    }
    switch (place, byte) {
    case (.behind, UInt8(ascii: "[")): place = .first
    case (.behind, _): return closing(.trailing)
    case (.first, UInt8(ascii: "]")), (.comma, UInt8(ascii: "]")): place = .behind
    case (.comma, UInt8(ascii: ",")): place = .element
    case (.comma, _), (_, UInt8(ascii: ",")), (_, UInt8(ascii: "]")), (_, UInt8(ascii: "}")):
      return closing(.misplaced)
    default:
      start = scanned
      element = line
      return nil
    }
    pass(byte)
    return nil
  }

  /// Follows the element; hands it out where it ends.
  private mutating func advance(_ byte: UInt8) -> RecordStream.Piece? {
    if isInString {
      pass(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        if depth == 0 { return finished() }
      }
      return nil
    }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if depth == 0 { return finished() }
      depth -= 1
      if depth == 0 {
        pass(byte)
        return finished()
      }
    // A word or a number ends where something else begins.
    case _ where depth == 0 && (byte == UInt8(ascii: ",") || Self.isBlank(byte)): return finished()
    case UInt8(ascii: "\""): isInString = true
    default: break
    }
    pass(byte)
    return nil
  }

  /// Around lists the bytes of a byte order mark are blanks too.
  private static func isBlank(_ byte: UInt8, aroundLists: Bool = false) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: true
    case 0xEF, 0xBB, 0xBF: aroundLists
    default: false
    }
  }

  private mutating func pass(_ byte: UInt8) {
    scanned += 1
    if byte == UInt8(ascii: "\n") { line += 1 }
  }

  private mutating func finished() -> RecordStream.Piece {
    let piece = RecordStream.Piece(line: element ?? line, bytes: Array(buffer[start..<scanned]))
    start = scanned
    element = nil
    place = .comma
    return piece
  }

  /// Ends the stream, with what is wrong there if anything is.
  private mutating func closing(_ defect: RecordStream.Defect?) -> RecordStream.Piece? {
    isClosed = true
    return defect.map { RecordStream.Piece(line: element ?? line, bytes: [], defect: $0) }
  }

  private mutating func fill() throws(SystemError) {
    let unused = element == nil ? scanned : start
    buffer.removeFirst(unused)
    scanned -= unused
    start = 0
    let chunk = try read()
    isAtEnd = chunk.isEmpty
    buffer += chunk
  }
}
