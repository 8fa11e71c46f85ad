/// Where each line of a text begins; lines end at LF, CR LF or a lone CR.
///
/// `starts[0] == 0` and `starts` is strictly increasing.
package struct LineTable: Hashable, Sendable {
  private let starts: [Int]

  /// The lines of `bytes`, by LF and CR as in ASCII and UTF-8.
  ///
  /// - Complexity: O(`bytes.count`).
  package init(_ bytes: [UInt8]) {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\r") {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        starts.append(index)
      } else if byte == UInt8(ascii: "\n") {
        starts.append(index)
      }
    }
    self.starts = starts
  }

  /// The number of lines; an empty text has one.
  package var count: Int { starts.count }

  /// The offset of the first byte of the 0-based `line`.
  package func start(ofLine line: Int) -> Int { starts[line] }

  /// The 0-based line that holds the byte at `offset`.
  ///
  /// - Complexity: O(log `count`).
  package func line(containing offset: Int) -> Int {
    max(0, starts.firstSorted { $0 > offset } - 1)
  }
}
