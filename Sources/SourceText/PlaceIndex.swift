/// Lines and columns of many places in one file, also where all of them stand in one long line.
package struct PlaceIndex: Sendable {
  private let file: SourceFile
  /// How many scalars begin before each multiple of `stride`.
  private let counts: [Int]
  /// Bytes that are counted anew for a place.
  private static let stride = 1 << 9

  /// Counts the scalars of the file once.
  ///
  /// - Complexity: O(bytes).
  package init(_ file: SourceFile) {
    self.file = file
    var counts: [Int] = []
    counts.reserveCapacity(file.bytes.count / Self.stride + 1)
    var count = 0
    for (offset, byte) in file.bytes.enumerated() {
      if offset % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.counts = counts
  }

  /// As `SourceFile.location(of:)`.
  ///
  /// - Complexity: O(log lines).
  package func location(of offset: Int) -> SourceLocation {
    let line = file.lines.line(containing: offset)
    var start = file.lines.start(ofLine: line)
    if start == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let end = min(max(offset, start), file.bytes.count)
    return SourceLocation(line: line + 1, column: scalars(before: end) - scalars(before: start) + 1)
  }

  /// How many scalars begin before the byte at `offset`.
  private func scalars(before offset: Int) -> Int {
    guard !counts.isEmpty else { return 0 }
    let block = min(offset / Self.stride, counts.count - 1)
    var count = counts[block]
    for byte in file.bytes[block * Self.stride..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
