import SourceText

/// Finds all occurrences of many literals in one pass: Aho–Corasick over characters.
///
/// The alphabet is the character, not the byte: `symbols` maps each character to a small number, 0
/// for characters that occur in no literal and reset the automaton. Rows hold only what differs from
/// the root's row. With few literals they are complete, so that a character costs one step; with
/// many that would blow up the table, so rows hold their own children and a miss follows
/// `failures`.
struct LiteralAutomaton: Sendable {
  /// What is known of a literal when it ends somewhere.
  struct Literal: Hashable, Sendable {
    var length: Int32
    /// The neighbour must be no ASCII letter or digit.
    var needsEdgeBefore: Bool
    var needsEdgeAfter: Bool
    /// The output of the longest literal that ends where this one does and is shorter; 0 for none.
    var next: Int32 = 0
  }

  /// Symbol by scalar below 0x10000.
  let symbols: [UInt16]
  /// Symbols of scalars from 0x10000 on.
  let supplementary: [UInt32: UInt16]
  /// The root's row, by symbol.
  let rootRow: [Transition]
  /// All other rows; see `TransitionTable`.
  let slots: [Transition]
  /// By base, the base to try next after a miss; empty when the rows are complete.
  let failures: [Int32]
  /// By output less one.
  let literals: [Literal]

  /// Calls `found` with each literal of the chain that begins with `output` and ends at `end`, the
  /// longest first.
  @inline(__always)
  func emit(_ output: Int, _ end: Int, _ bytes: Span<UInt8>, _ found: (Int, Match) -> Void) {
    var output = output
    while output != 0 {
      let literal = literals[output - 1]
      let start = end - Int(literal.length)
      let isBroken =
        (literal.needsEdgeBefore && start > 0 && bytes[start - 1].isAlphanumeric)
        || (literal.needsEdgeAfter && end < bytes.count && bytes[end].isAlphanumeric)
      if !isBroken { found(output - 1, Match(start: Int32(start), end: Int32(end))) }
      output = Int(literal.next)
    }
  }
}
