/// Cuts a file of saved analyses into objects: one a line, or the elements of one JSON array.
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

  /// The next object, nil at the end.
  ///
  /// What ends inside an object is handed out as it is.
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
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    while true {
      let chunk = try read()
      hasBytes = hasBytes || !chunk.isEmpty
      buffer += chunk
      if let first = buffer.firstIndex(where: { !blanks.contains($0) }) {
        if buffer[first] == UInt8(ascii: "[") {
          line += buffer[..<first].count { $0 == 0x0A }
          start = first + 1
          scanned = start
          return
        }
        break
      }
      if chunk.isEmpty { break }
    }
    var head: [UInt8]? = buffer
    let read = read
    buffer = []
    lines = RecordStream(.ndjson, limit: limit) { () throws(SystemError) in
      if let first = head, !first.isEmpty {
        head = nil
        return first
      }
      return try read()
    }
  }

  private mutating func nextElement() throws(SystemError) -> RecordStream.Piece? {
    var first = line
    while true {
      if isClosed { return nil }
      while scanned < buffer.count {
        let byte = buffer[scanned]
        scanned += 1
        if byte == 0x0A { line += 1 }
        if isInString {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isInString = false
          }
          continue
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          if depth == 0 {
            first = line
            start = scanned - 1
          }
          depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth == 0 {
            let bytes = Array(buffer[start..<scanned])
            start = scanned
            return RecordStream.Piece(line: first, bytes: bytes)
          }
          if depth < 0 {
            isClosed = true
            return nil
          }
        default: break
        }
      }
      if depth > 0, buffer.count - start > limit {
        isClosed = true
        return RecordStream.Piece(line: first, bytes: [], defect: .tooLong)
      }
      if isAtEnd {
        isClosed = true
        let rest = depth > 0 ? Array(buffer[start...]) : []
        // The list itself was never closed: something is missing even after a whole element.
        return RecordStream.Piece(line: first, bytes: rest, defect: .cutOff)
      }
      try fill()
    }
  }

  private mutating func fill() throws(SystemError) {
    let unused = depth > 0 ? start : scanned
    buffer.removeFirst(unused)
    scanned -= unused
    start = 0
    let chunk = try read()
    isAtEnd = chunk.isEmpty
    buffer += chunk
  }
}
