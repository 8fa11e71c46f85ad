/// Makes a new text from `source` by edits in text order, and the map between the two.
///
/// Stretches without edits are copied in bulk; if there is no edit at all, the result shares the
/// storage of `source`.
package struct TextRewriter {
  /// What is rewritten; offsets of ranges to copy and to replace are offsets into it.
  package let source: [UInt8]
  /// What is written so far.
  package private(set) var text: [UInt8] = []
  private var edits: [OffsetMap.Edit] = []
  /// The bytes of `source` before this offset are dealt with.
  package private(set) var taken = 0

  /// Begins in front of the first byte of `source`, with nothing written.
  package init(_ source: [UInt8]) {
    self.source = source
  }

  /// Copies `source` up to `offset`.
  ///
  /// - Complexity: O(bytes copied).
  package mutating func copy(upTo offset: Int) {
    guard taken < offset else { return }
    if text.isEmpty { text.reserveCapacity(source.count) }
    text.append(contentsOf: source[taken..<offset])
    taken = offset
  }

  /// Puts `bytes` in the place of `range`, which begins at or after everything dealt with.
  ///
  /// - Complexity: O(bytes copied + `bytes.count`).
  package mutating func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>) {
    copy(upTo: range.lowerBound)
    if bytes.count != range.count {
      record(text.count, bytes.count, range)
    }
    text.append(contentsOf: bytes)
    taken = range.upperBound
  }

  /// Puts the character `scalar` in the place of `range`, which begins at or after everything dealt
  /// with.
  ///
  /// - Complexity: O(bytes copied).
  package mutating func replace(_ range: Range<Int>, with scalar: UInt32) {
    copy(upTo: range.lowerBound)
    let bytes = UTF8Bytes(scalar)
    if bytes.count != range.count { record(text.count, bytes.count, range) }
    for index in 0..<bytes.count { text.append(bytes[index]) }
    taken = range.upperBound
  }

  /// Takes back what was written from `offset` of the new text on.
  ///
  /// Its source is no longer dealt with: give it another replacement.
  ///
  /// - Returns: The source offset from which to replace.
  /// - Complexity: O(bytes and edits taken back).
  package mutating func retract(to offset: Int) -> Int {
    while let last = edits.last, last.start > offset || (last.start == offset && last.length > 0) {
      edits.removeLast()
    }
    text.removeSubrange(offset...)
    taken = edits.last.map { $0.originalEnd + offset - $0.end } ?? offset
    return taken
  }

  /// The new text and its map; the rest of `source` is copied.
  ///
  /// - Complexity: O(bytes of `source` that are left).
  package mutating func finish() -> (text: [UInt8], offsets: OffsetMap) {
    if taken == 0, text.isEmpty { return (source, OffsetMap()) }
    copy(upTo: source.count)
    return (text, OffsetMap(edits: edits))
  }

  private mutating func record(_ start: Int, _ length: Int, _ original: Range<Int>) {
    // Removals that touch become one, so that a map grows with the places and not with the bytes.
    if length == 0, let last = edits.last, last.length == 0, last.start == start,
      last.originalEnd == original.lowerBound
    {
      edits[edits.count - 1].originalLength += original.count
      return
    }
    edits.append(
      OffsetMap.Edit(
        start: start, length: Int32(length), originalStart: original.lowerBound,
        originalLength: original.count))
  }
}
