/// The place in the file of each byte of a scalar's value, with one more for its end.
///
/// Most values stand in the file as they are, and then their start says it all: a list of offsets
/// for each of 100,000 terms would be most of the memory of a pack.
package struct ByteOffsets: Hashable, Sendable, RandomAccessCollection {
  private let start: Int
  /// One more than the value has bytes, so at least 1.
  package let count: Int
  /// Empty where each byte stands behind the one before it.
  private let listed: [Int32]

  /// The offsets of a value that stands unchanged at `start..<end`.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    count = end - start + 1
    listed = []
  }

  /// The offsets of a value byte by byte, and of its end.
  ///
  /// - Precondition: there is an offset at least; none is above `Int32.max`.
  /// - Complexity: O(`offsets.count`).
  package init(_ offsets: [Int]) {
    start = offsets[0]
    count = offsets.count
    let isRun =
      offsets[offsets.count - 1] == offsets[0] + offsets.count - 1
      && offsets.indices.allSatisfy { offsets[$0] == offsets[0] + $0 }
    listed = isRun ? [] : offsets.map { Int32($0) }
  }

  /// The offsets of a value whose bytes stand at `bytes`, and its end at `end`.
  init(_ bytes: [Int32], end: Int) {
    start = 0
    count = bytes.count + 1
    listed = bytes + [Int32(end)]
  }

  /// Always 0, the first byte of the value.
  package var startIndex: Int { 0 }
  /// Behind the offset of the value's end.
  package var endIndex: Int { count }

  /// Offset in the file, 0-based, of the byte at `position` of the value, or of its end.
  ///
  /// - Precondition: `position` is at least 0 and less than `count`.
  package subscript(position: Int) -> Int {
    precondition(position >= 0 && position < count, "no byte of the value is there")
    return listed.isEmpty ? start + position : Int(listed[position])
  }
}
