/// The bytes of one file together with the name under which people know it.
///
/// Every position in the program is a byte offset into `bytes`; lines and columns are derived late,
/// from `lines`, when something is shown to a person.
package struct SourceFile: Hashable, Sendable {
  /// The path as it was given, or the name of a stream such as `<stdin>`.
  package let name: String
  /// All of it before decoding: with a byte order mark where it has one, valid UTF-8 or not.
  package let bytes: [UInt8]
  /// Lines by the bytes LF and CR, which is wrong for UTF-16: ask the decoded text there.
  package let lines: LineTable

  /// A file whose bytes were read before.
  ///
  /// - Complexity: O(`bytes.count`), for the line table.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    self.lines = LineTable(bytes)
  }

  /// The text under `span`, with invalid UTF-8 shown as U+FFFD.
  ///
  /// - Precondition: `span` lies in `bytes`.
  /// - Complexity: O(bytes of `span`).
  package func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// The line and column of the byte at `offset`, both counted from 1, the column in scalars; a
  /// byte order mark is no column.
  ///
  /// - Complexity: O(log lines + length of the line).
  package func location(of offset: Int) -> SourceLocation {
    let line = lines.line(containing: offset)
    var start = lines.start(ofLine: line)
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    var column = 1
    for byte in bytes[start..<min(max(offset, start), bytes.count)] where byte & 0xC0 != 0x80 {
      column += 1
    }
    return SourceLocation(line: line + 1, column: column)
  }
}
