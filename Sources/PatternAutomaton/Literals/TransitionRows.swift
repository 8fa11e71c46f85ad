/// The rows of all states but the root, and where they stand in one table.
struct TransitionRows {
  private let trie: LiteralTrie
  private let links: LiteralTrie.Links
  /// By state, where it leads: a range of `symbols` and `targets`.
  private var ranges: [Range<Int>]
  private var symbols: [UInt16] = []
  private var targets: [Int32] = []
  private var bases: [Int32]
  private var isComplete = true
  private(set) var slots: [Transition] = []
  /// By base, the base to try next after a miss; empty when the rows are complete.
  private(set) var failures: [Int32] = []

  private let completeLimit: Int

  /// Fills the rows, and completes them unless that takes more than `completeLimit` transitions.
  init(_ trie: LiteralTrie, _ links: LiteralTrie.Links, completeLimit: Int) {
    self.completeLimit = completeLimit
    self.trie = trie
    self.links = links
    ranges = Array(repeating: 0..<0, count: links.failures.count)
    bases = Array(repeating: 0, count: links.failures.count)
    // Each state is led to from its parent at least.
    symbols.reserveCapacity(links.failures.count)
    targets.reserveCapacity(links.failures.count)
    fill()
    if symbols.count > completeLimit {
      isComplete = false
      symbols.removeAll()
      targets.removeAll()
      fill()
    }
  }

  /// The step from wherever it begins to `state`.
  func transition(to state: Int32) -> Transition {
    Transition(
      symbol: trie.symbol(of: state), base: Int(bases[Int(state)]),
      output: Int(links.outputs[Int(state)]))
  }

  /// Merges each state's children with the row of its failure link, which is complete already.
  private mutating func fill() {
    for state in links.order.dropFirst() {
      let start = symbols.count
      var inherited = isComplete ? ranges[Int(links.failures[Int(state)])] : 0..<0
      for child in links.children(of: state) {
        let symbol = trie.symbol(of: child)
        while let first = inherited.first, symbols[first] <= symbol {
          if symbols[first] < symbol { append(symbols[first], targets[first]) }
          inherited = first + 1..<inherited.upperBound
        }
        append(symbol, child)
      }
      for index in inherited { append(symbols[index], targets[index]) }
      ranges[Int(state)] = start..<symbols.count
      if isComplete, symbols.count > completeLimit { return }
    }
  }

  private mutating func append(_ symbol: UInt16, _ target: Int32) {
    symbols.append(symbol)
    targets.append(target)
  }

  /// Gives each row its base, large rows first because they are hardest to place, and fills the
  /// table.
  mutating func place(symbolCount: Int) throws(BuildError) {
    var table = TransitionTable(symbolCount: symbolCount)
    // The size, inverted so that large ones come first, then the state: one number sorts faster.
    let order = links.order.dropFirst().filter { !ranges[Int($0)].isEmpty }
      .map { UInt64(symbolCount - ranges[Int($0)].count) << 32 | UInt64($0) }
      .sorted().map { Int32($0 & 0xFFFF_FFFF) }
    for state in order {
      bases[Int(state)] = Int32(try table.place(symbols[ranges[Int(state)]]))
    }
    if !isComplete { linkBases(order, slotCount: table.slots.count) }
    for state in order {
      for index in ranges[Int(state)] {
        table.set(Int(bases[Int(state)]), transition(to: targets[index]))
      }
    }
    slots = table.slots
  }

  private mutating func linkBases(_ order: [Int32], slotCount: Int) {
    // A state without children of its own goes on where its failure link does.
    for state in links.order.dropFirst() where ranges[Int(state)].isEmpty {
      bases[Int(state)] = bases[Int(links.failures[Int(state)])]
    }
    failures = Array(repeating: 0, count: slotCount)
    for state in order {
      failures[Int(bases[Int(state)])] = bases[Int(links.failures[Int(state)])]
    }
  }
}
