/// The trie of all literals over symbols; state 0 is the root.
struct LiteralTrie {
  private var parents: [Int32] = [0]
  private var symbols: [UInt16] = [0]
  private var literals: [Int32] = [-1]
  private var children = ChildTable()

  /// The state below `state` on `symbol`, which is made if there is none.
  mutating func child(of state: Int32, _ symbol: UInt16) -> Int32 {
    let place = children.place(of: state, symbol, parents, symbols)
    let known = children.state(at: place)
    if known != 0 { return known }
    let next = Int32(parents.count)
    parents.append(state)
    symbols.append(symbol)
    literals.append(-1)
    children.insert(next, at: place, parents, symbols)
    return next
  }

  /// Says that the literal is spelled by the way from the root to `state`.
  mutating func end(_ literal: Int, at state: Int32) { literals[Int(state)] = Int32(literal) }

  func literal(at state: Int32) -> Int? {
    literals[Int(state)] < 0 ? nil : Int(literals[Int(state)])
  }

  /// The last symbol of the way from the root to `state`.
  func symbol(of state: Int32) -> UInt16 { symbols[Int(state)] }

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

  /// - Complexity: O(states + `symbolCount`), expected.
  func links(symbolCount: Int) -> Links {
    let count = parents.count
    let bySymbol = Self.group(Array(1..<Int32(max(count, 1))), symbolCount) {
      Int(symbols[Int($0)])
    }
    let (grouped, starts) = Self.group(bySymbol.states, count) { Int(parents[Int($0)]) }
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

  /// The states in order of their keys, otherwise as they were, and where each key begins.
  private static func group(
    _ states: [Int32], _ keyCount: Int, _ key: (Int32) -> Int
  ) -> (states: [Int32], starts: [Int32]) {
    var starts = [Int32](repeating: 0, count: keyCount + 1)
    for state in states { starts[key(state) + 1] += 1 }
    for key in 0..<keyCount { starts[key + 1] += starts[key] }
    var next = starts
    var grouped = [Int32](repeating: 0, count: states.count)
    for state in states {
      let key = key(state)
      grouped[Int(next[key])] = state
      next[key] += 1
    }
    return (grouped, starts)
  }

  /// The failure link of `state`, given those of all shorter states.
  private func failure(of state: Int32, _ failures: [Int32]) -> Int32 {
    let parent = parents[Int(state)]
    guard parent != 0 else { return 0 }
    var candidate = failures[Int(parent)]
    while true {
      let place = children.place(of: candidate, symbols[Int(state)], parents, symbols)
      let found = children.state(at: place)
      if found != 0 { return found }
      if candidate == 0 { return 0 }
      candidate = failures[Int(candidate)]
    }
  }
}

/// A hash table of states by parent and symbol, both of which stay in the trie's own arrays.
///
/// Four bytes a place instead of a dictionary's key and value: with a million literals the table is
/// what the automaton's builder spends its time in.
private struct ChildTable {
  /// States; 0, which is nobody's child, where a place is free.
  private var places = [Int32](repeating: 0, count: 1 << 10)
  private var count = 0
  /// Odd and different in each process, so that no pack can be made whose states collide.
  private let factor = UInt64.random(in: .min ... .max) | 1

  /// The place of the child, or the free one where it belongs.
  func place(
    of parent: Int32, _ symbol: UInt16, _ parents: [Int32], _ symbols: [UInt16]
  ) -> Int {
    let mask = places.count - 1
    var mixed = (UInt64(UInt32(bitPattern: parent)) << 16 | UInt64(symbol)) &* factor
    mixed = (mixed ^ mixed >> 32) &* factor
    var place = Int(mixed >> 24) & mask
    while places[place] != 0 {
      let state = Int(places[place])
      if parents[state] == parent, symbols[state] == symbol { return place }
      place = (place + 1) & mask
    }
    return place
  }

  func state(at place: Int) -> Int32 { places[place] }

  /// Puts a new state at the free place that `place` gave.
  mutating func insert(
    _ state: Int32, at place: Int, _ parents: [Int32], _ symbols: [UInt16]
  ) {
    places[place] = state
    count += 1
    guard count * 2 > places.count else { return }
    let old = places
    places = Array(repeating: 0, count: old.count * 2)
    for state in old where state != 0 {
      let index = Int(state)
      places[self.place(of: parents[index], symbols[index], parents, symbols)] = state
    }
  }
}
