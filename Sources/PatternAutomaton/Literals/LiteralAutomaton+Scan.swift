/// Something ends at an offset: the offset in bits 32–63, the output in bits 0–21, the classes of
/// the last character in bits 22 and 23.
typealias ScanEvent = UInt64

extension ScanEvent {
  var offset: Int { Int(self >> 32) }
  var output: Int { Int(self & 0x3F_FFFF) }
  var isNumeral: Bool { self & 0x40_0000 != 0 }
  var isLetter: Bool { self & 0x80_0000 != 0 }
}

/// A scan between two stretches of a text.
struct ScanCursor {
  /// The offset of the next character.
  var position = 0
  /// The base of the current state's row.
  var base = 0
  /// How many events the last stretch has written.
  var events = 0
}

extension LiteralAutomaton {
  /// The most bytes of one stretch, and so the most events.
  static let stretch = 4096
  /// How many bytes must follow a stretch, so that a character never ends behind the text.
  static let padding = 3

  /// Scans the next stretch of `bytes` and leaves its events in `events`; false at the end.
  ///
  /// - Precondition: `events` has at least `stretch` elements.
  /// - Complexity: O(characters) when rows are complete, else the same amortised.
  func scan(
    _ bytes: Span<UInt8>, _ cursor: inout ScanCursor, _ events: inout [ScanEvent]
  ) -> Bool {
    let start = cursor.position
    guard start < bytes.count else { return false }
    let safe = bytes.count - Self.padding
    if start < safe {
      advance(bytes, min(start + Self.stretch, safe), &cursor, &events)
      return true
    }
    var tail = [UInt8](repeating: 0, count: 2 * Self.padding + 2)
    for index in start..<bytes.count { tail[index - start] = bytes[index] }
    cursor.position = 0
    advance(tail.span, bytes.count - start, &cursor, &events)
    for index in 0..<cursor.events { events[index] += UInt64(start) << 32 }
    // A character that the text breaks off would end behind it.
    if cursor.events > 0, events[cursor.events - 1].offset > bytes.count { cursor.events -= 1 }
    cursor.position = bytes.count
    return true
  }

  /// Steps over characters until the position is `limit` or more.
  ///
  /// Each step writes an event and keeps it only if it says something, so that a match costs no
  /// branch.
  private func advance(
    _ bytes: Span<UInt8>, _ limit: Int, _ cursor: inout ScanCursor, _ events: inout [ScanEvent]
  ) {
    let symbols = symbols.span
    let rootRow = rootRow.span
    let slots = slots.span
    let failures = failures.span
    let isComplete = failures.isEmpty
    var written = events.mutableSpan
    var position = cursor.position
    var base = cursor.base
    var count = 0
    while position < limit {
      let symbol = nextSymbol(bytes, symbols, &position)
      let root = rootRow[symbol]
      var step = slots[base &+ symbol]
      if !isComplete {
        while step.symbol != symbol, base != 0 {
          base = Int(failures[base])
          step = slots[base &+ symbol]
        }
      }
      if step.symbol != symbol { step = root }
      base = step.base
      let said = (step | (root & Transition.classMask)) >> 40
      written[count] = UInt64(position) << 32 | said
      count &+= said == 0 ? 0 : 1
    }
    cursor = ScanCursor(position: position, base: base, events: count)
  }

  /// The symbol of the character at `position`, which moves behind it.
  @inline(__always)
  private func nextSymbol(
    _ bytes: Span<UInt8>, _ symbols: Span<UInt16>, _ position: inout Int
  ) -> Int {
    let lead = Int(bytes[position])
    if lead & 0xF0 == 0xE0 {
      let high = (lead & 0x0F) << 12 | Int(bytes[position &+ 1] & 0x3F) << 6
      let scalar = high | Int(bytes[position &+ 2] & 0x3F)
      position &+= 3
      return Int(symbols[scalar])
    }
    if lead < 0xC0 {
      position &+= 1
      // A stray continuation is no character, and a literal that it spelled would be longer.
      return lead < 0x80 ? Int(symbols[lead]) : 0
    }
    if lead < 0xE0 {
      let scalar = (lead & 0x1F) << 6 | Int(bytes[position &+ 1] & 0x3F)
      position &+= 2
      return Int(symbols[scalar])
    }
    let scalar = Characters.scalar(position, bytes)
    position &+= 4
    return scalar < 0x10000 ? Int(symbols[Int(scalar)]) : Int(supplementary[scalar] ?? 0)
  }
}
