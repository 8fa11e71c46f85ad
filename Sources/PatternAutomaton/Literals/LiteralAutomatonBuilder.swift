import SourceText

/// Builds a `LiteralAutomaton` from literals that may repeat; equal ones share an index.
struct LiteralAutomatonBuilder {
  /// Symbols by scalar below 0x10000, and those of the others; 0 for none.
  private var symbols = [UInt16](repeating: 0, count: 0x10000)
  private var supplementary: [UInt32: UInt16] = [:]
  /// By symbol, what the root's row says of the character's classes.
  private var classes: [UInt64] = [0]
  private var trie = LiteralTrie()
  private var literals: [LiteralAutomaton.Literal] = []
  private var byteCount = 0
  private var reported: Set<PatternAtom> = []
  private let completeLimit: Int

  /// Completes rows with at most `completeLimit` transitions in all.
  init(completeLimit: Int) { self.completeLimit = completeLimit }

  /// Has the scan report where the characters stand that the atom's runs consist of.
  mutating func report(_ atom: PatternAtom) throws(BuildError) {
    guard reported.insert(atom).inserted else { return }
    switch atom {
    case .han: return
    case .latin:
      for letter in UInt32(UInt8(ascii: "a"))...UInt32(UInt8(ascii: "z")) {
        classes[Int(try symbol(letter))] |= Transition.letterClass
        classes[Int(try symbol(letter - 0x20))] |= Transition.letterClass
      }
    case .number, .digits:
      for digit in UInt32(UInt8(ascii: "0"))...UInt32(UInt8(ascii: "9")) {
        classes[Int(try symbol(digit))] |= Transition.numeralClass
      }
      for numeral in Characters.numerals {
        classes[Int(try symbol(numeral))] |= Transition.numeralClass
      }
    }
  }

  /// Adds a literal and returns its index.
  mutating func add(_ literal: [UInt8]) throws(BuildError) -> Int {
    guard let first = literal.first, let last = literal.last else { throw .emptyLiteral }
    let bytes = literal.span
    guard (try? UTF8Span(validating: bytes)) != nil else { throw .malformedLiteral(literal) }
    var state: Int32 = 0
    var position = 0
    while position < bytes.count {
      // So many states have more bytes than that in any case.
      guard trie.hasRoom else {
        throw .limitExceeded(.literalBytes, count: byteCount + literal.count)
      }
      state = trie.child(of: state, try symbol(Characters.scalar(position, bytes)))
      position = Characters.after(position, bytes)
    }
    if let known = trie.literal(at: state) { return known }
    byteCount += literal.count
    try BuildLimit.literals.check(literals.count + 1)
    try BuildLimit.literalBytes.check(byteCount)
    trie.end(literals.count, at: state)
    literals.append(
      LiteralAutomaton.Literal(
        length: Int32(literal.count), needsEdgeBefore: first.isAlphanumeric,
        needsEdgeAfter: last.isAlphanumeric))
    return literals.count - 1
  }

  private mutating func symbol(_ scalar: UInt32) throws(BuildError) -> UInt16 {
    let known = scalar < 0x10000 ? symbols[Int(scalar)] : supplementary[scalar] ?? 0
    if known != 0 { return known }
    try BuildLimit.characters.check(classes.count)
    let symbol = UInt16(classes.count)
    classes.append(0)
    if scalar < 0x10000 { symbols[Int(scalar)] = symbol } else { supplementary[scalar] = symbol }
    return symbol
  }

  /// - Complexity: O(characters of all literals), but for one sort of the rows by size.
  func build() throws(BuildError) -> LiteralAutomaton {
    let links = trie.links(symbolCount: classes.count)
    var rows = TransitionRows(trie, links, completeLimit: completeLimit)
    try rows.place(symbolCount: classes.count)
    var rootRow = classes.enumerated().map { Transition($0.offset) | $0.element }
    for child in links.children(of: 0) {
      rootRow[Int(trie.symbol(of: child))] |= rows.transition(to: child)
    }
    var literals = literals
    for state in links.order {
      guard let literal = trie.literal(at: state) else { continue }
      literals[literal].next = links.outputs[Int(links.failures[Int(state)])]
    }
    return LiteralAutomaton(
      symbols: symbols, supplementary: supplementary, rootRow: rootRow, slots: rows.slots,
      failures: rows.failures, literals: literals)
  }
}
