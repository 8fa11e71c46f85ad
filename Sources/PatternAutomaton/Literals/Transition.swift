/// One step of the automaton: the symbol it is taken on, where it leads, what ends there.
///
/// Bits 0–15: the symbol; 16–39: the base of the next state's row; 40–61: the output, 0 for none;
/// 62–63: the classes of the character, in the root's row only. One word holds them all, so that a
/// step of the scan waits for one load.
typealias Transition = UInt64

extension Transition {
  init(symbol: UInt16, base: Int, output: Int) {
    self = UInt64(symbol) | UInt64(base) << 16 | UInt64(output) << 40
  }

  /// A numeral ends here.
  static let numeralClass: UInt64 = 1 << 62
  /// A Latin letter ends here.
  static let letterClass: UInt64 = 1 << 63
  static let classMask = numeralClass | letterClass

  @inline(__always) var symbol: Int { Int(self & 0xFFFF) }
  @inline(__always) var base: Int { Int(self >> 16 & 0xFF_FFFF) }
}

/// Rows of transitions that share one array: a double array.
///
/// A row is a base; its transition on a symbol stands at base + symbol. No two rows have the same
/// base, so a slot belongs to a row exactly when it carries the symbol that led to it. Base 0 is an
/// empty row, and a free slot is 0: what symbol 0 does, which is in no literal.
struct TransitionTable {
  private(set) var slots: [Transition]
  private let symbolCount: Int
  private var usedBases: [Bool]
  private var firstFree = 1
  private var recent = 1

  /// After so many misses a row goes elsewhere: placing stays linear at the price of unused slots.
  private static let patience = 200

  init(symbolCount: Int) {
    self.symbolCount = symbolCount
    slots = Array(repeating: 0, count: symbolCount)
    usedBases = Array(repeating: false, count: symbolCount)
    usedBases[0] = true
  }

  /// Reserves the slots of a row and returns its base; `set` fills them.
  ///
  /// - Precondition: `symbols` ascend and are neither empty nor 0.
  mutating func place(_ symbols: ArraySlice<UInt16>) throws(BuildError) -> Int {
    while firstFree < slots.count, slots[firstFree] != 0 { firstFree += 1 }
    let first = symbols.first.map(Int.init) ?? 0
    let base = firstFit(symbols, from: max(firstFree - first, 1)) ?? nextFit(symbols, first)
    try BuildLimit.transitions.check(base + symbolCount)
    let missing = base + symbolCount - slots.count
    if missing > 0 {
      slots.append(contentsOf: repeatElement(0, count: missing))
      usedBases.append(contentsOf: repeatElement(false, count: missing))
    }
    usedBases[base] = true
    for symbol in symbols { slots[base + Int(symbol)] = Transition(symbol) }
    return base
  }

  /// Fills a slot that `place` reserved for the row at `base`.
  mutating func set(_ base: Int, _ transition: Transition) {
    slots[base + transition.symbol] = transition
  }

  private func firstFit(_ symbols: ArraySlice<UInt16>, from start: Int) -> Int? {
    (start..<start + Self.patience).first { fits(symbols, $0) }
  }

  /// Near the last row that found no room between others, or behind all rows.
  private mutating func nextFit(_ symbols: ArraySlice<UInt16>, _ first: Int) -> Int {
    var base = firstFit(symbols, from: recent) ?? max(slots.count - first, 1)
    while !fits(symbols, base) { base += 1 }
    recent = base
    return base
  }

  private func fits(_ symbols: ArraySlice<UInt16>, _ base: Int) -> Bool {
    if base < usedBases.count, usedBases[base] { return false }
    for symbol in symbols {
      let slot = base + Int(symbol)
      if slot < slots.count, slots[slot] != 0 { return false }
    }
    return true
  }
}
