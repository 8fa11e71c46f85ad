/// Whether one is inside of a quotation, asked at rising offsets of one block.
struct Quotation: Sendable {
  private var position: Int
  private var depth = 0

  /// Begins outside of any quotation at `start`.
  init(_ start: Int) { position = start }

  /// Whether more quotation marks were opened than closed before `offset`, a byte of `text`.
  ///
  /// A mark right before `offset` opens what begins there and does not count.
  ///
  /// - Complexity: O(bytes since the last call).
  mutating func isOpen(at offset: Int, of text: [UInt8]) -> Bool {
    let bytes = text.span
    while position + 2 < offset {
      // Quotation marks are U+201C and U+201D.
      if bytes[position] == 0xE2, bytes[position + 1] == 0x80 {
        let outer = depth
        if bytes[position + 2] == 0x9C { depth += 1 }
        if bytes[position + 2] == 0x9D { depth = max(0, depth - 1) }
        position += 3
        if position == offset { return min(outer, depth) > 0 }
      } else {
        position += 1
      }
    }
    return depth > 0
  }
}
