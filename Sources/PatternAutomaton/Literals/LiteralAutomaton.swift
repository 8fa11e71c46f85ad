/// Finds all occurrences of many literals in one pass: Aho–Corasick over characters.
///
/// The alphabet is the character, not the byte: `symbols` maps each character to a small number, 0
/// for characters that occur in no literal and reset the automaton. Edges of the trie lie in one
/// open hash table; the edges of the root, which most characters of a text take, in a plain array.
/// A character costs one step forward and, amortised, at most one step back over a failure link.
struct LiteralAutomaton: Sendable {
  /// What is known of a literal when it ends somewhere.
  struct Literal: Hashable, Sendable {
    var length: Int32
    /// The neighbour must be no ASCII letter or digit.
    var needsEdgeBefore: Bool
    var needsEdgeAfter: Bool
  }

  /// Classes of characters that begin runs; one bit each in `classes`.
  enum CharacterClass {
    static let digit: UInt8 = 1
    static let letter: UInt8 = 2
    static let numeral: UInt8 = 4
  }

  /// Symbol by scalar below 0x10000.
  let symbols: [UInt16]
  /// Symbols of scalars from 0x10000 on, sorted by scalar.
  let supplementary: [(scalar: UInt32, symbol: UInt16)]
  /// Character class by symbol.
  let classes: [UInt8]
  /// Next state by symbol, from the root.
  let rootNext: [UInt32]
  /// Keys `state << 16 | symbol` of the open hash table; `UInt64.max` is free.
  let edgeKeys: [UInt64]
  let edgeTargets: [UInt32]
  let edgeMask: Int
  let edgeShift: UInt64
  /// The longest proper suffix of the state that is a state.
  let failure: [UInt32]
  /// The literal that ends in the state, or -1.
  let literalAt: [Int32]
  /// The nearest state on the failure path, this one first, in which a literal ends; 0 for none.
  let output: [UInt32]
  let literals: [Literal]

  static let root: UInt32 = 0

  /// The target of the trie's edge, or nil.
  @inline(__always)
  func edge(
    _ state: UInt32, _ symbol: UInt16, _ keys: Span<UInt64>, _ targets: Span<UInt32>
  ) -> UInt32? {
    let key = UInt64(state) << 16 | UInt64(symbol)
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> edgeShift)
    while true {
      let found = keys[slot]
      if found == key { return targets[slot] }
      if found == .max { return nil }
      slot = (slot &+ 1) & edgeMask
    }
  }

  func supplementarySymbol(_ scalar: UInt32) -> UInt16 {
    var low = 0
    var high = supplementary.count
    while low < high {
      let middle = (low + high) / 2
      if supplementary[middle].scalar < scalar { low = middle + 1 } else { high = middle }
    }
    return low < supplementary.count && supplementary[low].scalar == scalar
      ? supplementary[low].symbol : 0
  }

  /// Calls `found` with the literal and its span for every occurrence, ordered by end, and `run`
  /// with the class and offset of every character that belongs to one.
  ///
  /// - Complexity: O(bytes + occurrences).
  func scan(
    _ bytes: Span<UInt8>, found: (_ literal: Int, _ match: Match) -> Void,
    run: (_ characterClass: UInt8, _ position: Int) -> Void
  ) {
    let symbols = symbols.span
    let classes = classes.span
    let rootNext = rootNext.span
    let keys = edgeKeys.span
    let targets = edgeTargets.span
    let failure = failure.span
    let output = output.span
    var state = Self.root
    var position = 0
    while position < bytes.count {
      let start = position
      let scalar = Characters.scalar(position, bytes)
      position = Characters.after(position, bytes)
      let symbol = scalar < 0x10000 ? symbols[Int(scalar)] : supplementarySymbol(scalar)
      if symbol == 0 {
        state = Self.root
        continue
      }
      let characterClass = classes[Int(symbol)]
      if characterClass != 0 { run(characterClass, start) }
      while state != Self.root {
        if let next = edge(state, symbol, keys, targets) {
          state = next
          break
        }
        state = failure[Int(state)]
        if state == Self.root {
          state = rootNext[Int(symbol)]
          break
        }
      }
      if state == Self.root { state = rootNext[Int(symbol)] }
      if output[Int(state)] != 0 { emit(state, position, bytes, found) }
    }
  }

  /// Reports the literals that end at `end` in `state`, the longest first.
  private func emit(
    _ state: UInt32, _ end: Int, _ bytes: Span<UInt8>, _ found: (Int, Match) -> Void
  ) {
    var state = output[Int(state)]
    while state != Self.root {
      let index = Int(literalAt[Int(state)])
      let literal = literals[index]
      let start = end - Int(literal.length)
      let isBroken =
        (literal.needsEdgeBefore && start > 0 && Characters.isWord(bytes[start - 1]))
        || (literal.needsEdgeAfter && end < bytes.count && Characters.isWord(bytes[end]))
      if !isBroken { found(index, Match(start: Int32(start), end: Int32(end))) }
      state = output[Int(failure[Int(state)])]
    }
  }
}
