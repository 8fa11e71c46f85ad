/// The trie of all literals over symbols; state 0 is the root.
struct LiteralTrie {
  private var parents: [Int32] = [0]
  private var symbols: [UInt16] = [0]
  private var depths: [Int32] = [0]
  private var literals: [Int32] = [-1]
  private var children: [UInt64: Int32] = [:]

  /// The state below `state` on `symbol`, which is made if there is none.
  mutating func child(of state: Int32, _ symbol: UInt16) -> Int32 {
    let key = Self.key(state, symbol)
    if let known = children[key] { return known }
    let next = Int32(parents.count)
    children[key] = next
    parents.append(state)
    symbols.append(symbol)
    depths.append(depths[Int(state)] + 1)
    literals.append(-1)
    return next
  }

  /// Says that the literal is spelled by the way from the root to `state`.
  mutating func end(_ literal: Int, at state: Int32) { literals[Int(state)] = Int32(literal) }

  func literal(at state: Int32) -> Int? {
    literals[Int(state)] < 0 ? nil : Int(literals[Int(state)])
  }

  /// The last symbol of the way from the root to `state`.
  func symbol(of state: Int32) -> UInt16 { symbols[Int(state)] }

  private static func key(_ state: Int32, _ symbol: UInt16) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 16 | UInt64(symbol)
  }

  /// What Aho and Corasick add to a trie.
  struct Links {
    /// All states, by depth and then by parent.
    var order: [Int32]
    /// By state, the longest proper suffix of its text that is a state.
    var failures: [Int32]
    /// By state, one more than the longest literal that ends in it; 0 for none.
    var outputs: [Int32]
    fileprivate var childStarts: [Int32]
    fileprivate var grouped: [Int32]

    /// The states one symbol below `state`, in order of symbols.
    func children(of state: Int32) -> ArraySlice<Int32> {
      grouped[Int(childStarts[Int(state)])..<Int(childStarts[Int(state) + 1])]
    }
  }

  /// - Complexity: O(states), expected, but for sorting children by symbol.
  func links() -> Links {
    let count = parents.count
    var starts = [Int32](repeating: 0, count: count + 1)
    for state in parents.indices.dropFirst() { starts[Int(parents[state]) + 1] += 1 }
    for state in 0..<count { starts[state + 1] += starts[state] }
    let grouped = (1..<Int32(max(count, 1))).sorted {
      (parents[Int($0)], symbols[Int($0)]) < (parents[Int($1)], symbols[Int($1)])
    }
    var links = Links(
      order: [0], failures: Array(repeating: 0, count: count),
      outputs: Array(repeating: 0, count: count), childStarts: starts, grouped: grouped)
    links.order.reserveCapacity(count)
    var next = 0
    while next < links.order.count {
      links.order += links.children(of: links.order[next])
      next += 1
    }
    for state in links.order.dropFirst() {
      let failure = failure(of: state, links.failures)
      links.failures[Int(state)] = failure
      links.outputs[Int(state)] =
        literals[Int(state)] >= 0 ? literals[Int(state)] + 1 : links.outputs[Int(failure)]
    }
    return links
  }

  /// The failure link of `state`, given those of all shorter states.
  private func failure(of state: Int32, _ failures: [Int32]) -> Int32 {
    let parent = parents[Int(state)]
    guard parent != 0 else { return 0 }
    var candidate = failures[Int(parent)]
    while true {
      if let found = children[Self.key(candidate, symbols[Int(state)])] { return found }
      if candidate == 0 { return 0 }
      candidate = failures[Int(candidate)]
    }
  }
}
