/// Builds a `LiteralAutomaton` from literals that may repeat; equal ones share an index.
struct LiteralAutomatonBuilder {
  private var symbolByScalar: [UInt32: UInt16] = [:]
  /// By symbol, what the root's row says of the character's classes.
  private var classes: [UInt64] = [0]
  private var trie = LiteralTrie()
  private var literals: [LiteralAutomaton.Literal] = []
  private var byteCount = 0
  private let completeLimit: Int

  /// Completes rows with at most `completeLimit` transitions in all.
  init(completeLimit: Int) { self.completeLimit = completeLimit }

  /// Has the scan report where the characters stand that the atom's runs consist of.
  mutating func report(_ atom: PatternAtom) throws(BuildError) {
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
    guard let text = String(validating: literal, as: UTF8.self) else {
      throw .malformedLiteral(literal)
    }
    var state: Int32 = 0
    for scalar in text.unicodeScalars { state = trie.child(of: state, try symbol(scalar.value)) }
    if let known = trie.literal(at: state) { return known }
    byteCount += literal.count
    try BuildLimit.literals.check(literals.count + 1)
    try BuildLimit.literalBytes.check(byteCount)
    trie.end(literals.count, at: state)
    literals.append(
      LiteralAutomaton.Literal(
        length: Int32(literal.count), needsEdgeBefore: Characters.isWord(first),
        needsEdgeAfter: Characters.isWord(last)))
    return literals.count - 1
  }

  private mutating func symbol(_ scalar: UInt32) throws(BuildError) -> UInt16 {
    if let known = symbolByScalar[scalar] { return known }
    try BuildLimit.characters.check(classes.count)
    classes.append(0)
    symbolByScalar[scalar] = UInt16(classes.count - 1)
    return UInt16(classes.count - 1)
  }

  /// - Complexity: O(characters of all literals), but for one sort of the rows by size.
  func build() throws(BuildError) -> LiteralAutomaton {
    let links = trie.links()
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
    var symbols = [UInt16](repeating: 0, count: 0x10000)
    for (scalar, symbol) in symbolByScalar where scalar < 0x10000 {
      symbols[Int(scalar)] = symbol
    }
    return LiteralAutomaton(
      symbols: symbols, supplementary: symbolByScalar.filter { $0.key >= 0x10000 },
      rootRow: rootRow, slots: rows.slots, failures: rows.failures, literals: literals)
  }
}
