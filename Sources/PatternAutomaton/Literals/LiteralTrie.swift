/// The trie of all literals over symbols; state 0 is the root.
struct LiteralTrie {
  private var parents: [Int32] = [0]
  private var symbols: [UInt16] = [0]
  private var literals: [Int32] = [-1]
  /// By symbol, the state below the root, where literals begin and most failures end; 0 for none.
  private var firsts: [Int32] = []
  /// Of all other states.
  private var children = ChildTable()

  /// Whether one more state can be named; see `ChildTable`.
  var hasRoom: Bool { parents.count <= 1 << ChildTable.stateBits }

  /// The state below `state` on `symbol`, which is made if there is none.
  ///
  /// - Precondition: there is room.
  mutating func child(of state: Int32, _ symbol: UInt16) -> Int32 {
    if state == 0 {
      let known = first(symbol)
      if known != 0 { return known }
      let missing = Int(symbol) + 1 - firsts.count
      if missing > 0 { firsts.append(contentsOf: repeatElement(0, count: missing)) }
      let next = newState(below: 0, symbol)
      firsts[Int(symbol)] = next
      return next
    }
    let place = children.place(of: state, symbol)
    let known = children.state(at: place)
    if known != 0 { return known }
    let next = newState(below: state, symbol)
    children.insert(next, below: state, symbol, at: place)
    return next
  }

  private func first(_ symbol: UInt16) -> Int32 {
    Int(symbol) < firsts.count ? firsts[Int(symbol)] : 0
  }

  private mutating func newState(below state: Int32, _ symbol: UInt16) -> Int32 {
    parents.append(state)
    symbols.append(symbol)
    literals.append(-1)
    return Int32(parents.count - 1)
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
    while candidate != 0 {
      let place = children.place(of: candidate, symbols[Int(state)])
      let found = children.state(at: place)
      if found != 0 { return found }
      candidate = failures[Int(candidate)]
    }
    return first(symbols[Int(state)])
  }
}

/// A hash table of states by parent and symbol.
///
/// All that is asked for stands in one word, because with many literals a builder spends its time waiting
/// for memory: a state and its parent are below 2^24, for `BuildLimit.literalBytes` bounds them.
private struct ChildTable {
  /// Bits 0–23: one less than the state; 24–47: its parent; 48–63: the symbol, which is never 0, as a
  /// free place is.
  private var places = [UInt64](repeating: 0, count: 1 << 10)
  private var count = 0
  /// Odd and different in each process, so that no pack can be made whose states collide.
  private let factor = UInt64.random(in: .min ... .max) | 1

  static let stateBits: UInt64 = 24

  /// The place of the child, or the free one where it belongs.
  func place(of parent: Int32, _ symbol: UInt16) -> Int {
    place(UInt64(symbol) << Self.stateBits | UInt64(UInt32(bitPattern: parent)))
  }

  private func place(_ key: UInt64) -> Int {
    let mask = places.count - 1
    var mixed = key &* factor
    mixed = (mixed ^ mixed >> 32) &* factor
    var place = Int(mixed >> 24) & mask
    while places[place] != 0, places[place] >> Self.stateBits != key {
      place = (place + 1) & mask
    }
    return place
  }

  /// The state there; 0, which is nobody's child, where the place is free.
  func state(at place: Int) -> Int32 {
    places[place] == 0 ? 0 : Int32(places[place] & (1 << Self.stateBits - 1)) + 1
  }

  /// Puts the state below `parent` on `symbol` at the free place that `place` gave.
  mutating func insert(_ state: Int32, below parent: Int32, _ symbol: UInt16, at place: Int) {
    let key = UInt64(symbol) << Self.stateBits | UInt64(UInt32(bitPattern: parent))
    places[place] = key << Self.stateBits | UInt64(UInt32(bitPattern: state - 1))
    count += 1
    guard count * 2 > places.count else { return }
    let old = places
    places = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { places[self.place(entry >> Self.stateBits)] = entry }
  }
}
