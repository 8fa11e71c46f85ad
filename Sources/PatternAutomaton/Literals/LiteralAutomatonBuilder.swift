/// Builds a `LiteralAutomaton` from literals that may repeat; equal ones share an index.
struct LiteralAutomatonBuilder {
  private var symbolByScalar: [UInt32: UInt16] = [:]
  private var classes: [UInt8] = [0]
  private var children: [UInt64: UInt32] = [:]
  /// Parent and symbol of each state, in order of creation, so that parents come first.
  private var parents: [(state: UInt32, symbol: UInt16)] = [(0, 0)]
  private var depths: [Int32] = [0]
  private var literalAt: [Int32] = [-1]
  private var literals: [LiteralAutomaton.Literal] = []
  private var byteCount = 0

  init() {
    typealias Class = LiteralAutomaton.CharacterClass
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") {
      addClass(UInt32(byte), Class.digit | Class.numeral)
    }
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      addClass(UInt32(byte), Class.letter)
      addClass(UInt32(byte) - 32, Class.letter)
    }
    for scalar in Characters.numerals { addClass(scalar, Class.numeral) }
  }

  private mutating func addClass(_ scalar: UInt32, _ characterClass: UInt8) {
    classes.append(characterClass)
    symbolByScalar[scalar] = UInt16(classes.count - 1)
  }

  /// Adds a literal and returns its index.
  mutating func add(_ literal: [UInt8]) throws(BuildError) -> Int {
    guard let first = literal.first, let last = literal.last else { throw .emptyLiteral }
    guard let text = String(validating: literal, as: UTF8.self) else {
      throw .malformedLiteral(literal)
    }
    var state = LiteralAutomaton.root
    for scalar in text.unicodeScalars { state = try child(state, try symbol(scalar.value)) }
    if literalAt[Int(state)] >= 0 { return Int(literalAt[Int(state)]) }
    byteCount += literal.count
    try BuildLimit.literals.check(literals.count + 1)
    try BuildLimit.literalBytes.check(byteCount)
    literalAt[Int(state)] = Int32(literals.count)
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

  private mutating func child(_ state: UInt32, _ symbol: UInt16) throws(BuildError) -> UInt32 {
    let key = UInt64(state) << 16 | UInt64(symbol)
    if let known = children[key] { return known }
    let next = UInt32(parents.count)
    children[key] = next
    parents.append((state, symbol))
    depths.append(depths[Int(state)] + 1)
    literalAt.append(-1)
    return next
  }

  /// - Complexity: O(characters of all literals), but for one sort of the states by depth.
  func build() throws(BuildError) -> LiteralAutomaton {
    var rootNext = [UInt32](repeating: 0, count: classes.count)
    var bits = 4
    while (1 << bits) < children.count * 2 { bits += 1 }
    try BuildLimit.transitions.check(1 << bits)
    var keys = [UInt64](repeating: .max, count: 1 << bits)
    var targets = [UInt32](repeating: 0, count: 1 << bits)
    for (key, target) in children {
      if key >> 16 == 0 { rootNext[Int(key & 0xFFFF)] = target }
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
      while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      targets[slot] = target
    }
    let (failure, output) = links(rootNext)
    return LiteralAutomaton(
      symbols: symbolTable(),
      supplementary: symbolByScalar.filter { $0.key >= 0x10000 }.sorted { $0.key < $1.key }
        .map { (scalar: $0.key, symbol: $0.value) },
      classes: classes, rootNext: rootNext, edgeKeys: keys, edgeTargets: targets,
      edgeMask: keys.count - 1, edgeShift: UInt64(64 - bits), failure: failure,
      literalAt: literalAt, output: output, literals: literals)
  }

  private func symbolTable() -> [UInt16] {
    var table = [UInt16](repeating: 0, count: 0x10000)
    for (scalar, symbol) in symbolByScalar where scalar < 0x10000 { table[Int(scalar)] = symbol }
    return table
  }

  /// Failure and output links, for states in order of depth.
  private func links(_ rootNext: [UInt32]) -> (failure: [UInt32], output: [UInt32]) {
    var failure = [UInt32](repeating: 0, count: parents.count)
    var output = [UInt32](repeating: 0, count: parents.count)
    for state in parents.indices.dropFirst().sorted(by: { depths[$0] < depths[$1] }) {
      let (parent, symbol) = parents[state]
      var fallback = failure[Int(parent)]
      var target: UInt32 = 0
      if parent != 0 {
        while fallback != 0, children[UInt64(fallback) << 16 | UInt64(symbol)] == nil {
          fallback = failure[Int(fallback)]
        }
        target = children[UInt64(fallback) << 16 | UInt64(symbol)] ?? 0
      }
      failure[state] = target
      output[state] = literalAt[state] >= 0 ? UInt32(state) : output[Int(target)]
    }
    return (failure, output)
  }
}
