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
  /// A bit for each slot, 1 where it belongs to a row: eight bytes tell of 64 slots.
  private var taken: [UInt64] = []
  private var usedBases: [Bool]
  private var firstFree = 1
  private var lastLength = 0
  private var recent = 1

  /// After so many misses a row goes elsewhere: placing stays linear at the price of unused slots.
  private static let patience = 64

  init(symbolCount: Int) {
    self.symbolCount = symbolCount
    slots = Array(repeating: 0, count: symbolCount)
    usedBases = Array(repeating: false, count: symbolCount)
    usedBases[0] = true
    taken = Array(repeating: 0, count: symbolCount / 64 + 1)
  }

  /// Reserves the slots of a row and returns its base; `set` fills them.
  ///
  /// - Precondition: `symbols` ascend and are neither empty nor 0.
  mutating func place(_ symbols: ArraySlice<UInt16>) throws(BuildError) -> Int {
    let first = symbols.first.map(Int.init) ?? 0
    // What was too narrow for the last rows may be wide enough for shorter ones.
    if symbols.count != lastLength { firstFree = 1 }
    lastLength = symbols.count
    let base = fit(symbols, first, from: &firstFree) ?? nextFit(symbols, first)
    try BuildLimit.transitions.check(base + symbolCount)
    let missing = base + symbolCount - slots.count
    if missing > 0 {
      slots.append(contentsOf: repeatElement(0, count: missing))
      usedBases.append(contentsOf: repeatElement(false, count: missing))
      let words = slots.count / 64 + 1 - taken.count
      taken.append(contentsOf: repeatElement(0, count: words))
    }
    usedBases[base] = true
    for symbol in symbols {
      let slot = base + Int(symbol)
      taken[slot >> 6] |= 1 << UInt64(slot & 63)
    }
    return base
  }

  /// Fills a slot that `place` reserved for the row at `base`.
  mutating func set(_ base: Int, _ transition: Transition) {
    slots[base + transition.symbol] = transition
  }

  /// The first base at which the row fits with its first symbol at `start` or a later slot; after
  /// too many misses nil, and `start` is where the search stopped.
  private func fit(_ symbols: ArraySlice<UInt16>, _ first: Int, from start: inout Int) -> Int? {
    start = nextFree(from: start)
    var slot = max(start, first + 1)
    for _ in 0..<Self.patience {
      slot = nextFree(from: slot)
      if fits(symbols, slot - first) { return slot - first }
      slot += 1
    }
    start = slot
    return nil
  }

  /// Near the last row that found no room between others, or behind all rows.
  private mutating func nextFit(_ symbols: ArraySlice<UInt16>, _ first: Int) -> Int {
    var start = recent
    var base = fit(symbols, first, from: &start) ?? max(slots.count - first, 1)
    while !fits(symbols, base) { base += 1 }
    recent = base + first
    return base
  }

  private func isTaken(_ slot: Int) -> Bool {
    slot >> 6 < taken.count && taken[slot >> 6] >> UInt64(slot & 63) & 1 != 0
  }

  /// The first slot at or after `slot` that belongs to no row.
  private func nextFree(from slot: Int) -> Int {
    var word = slot >> 6
    guard word < taken.count else { return slot }
    var free = ~taken[word] & (UInt64.max << UInt64(slot & 63))
    while free == 0 {
      word += 1
      guard word < taken.count else { return word << 6 }
      free = ~taken[word]
    }
    return word << 6 + free.trailingZeroBitCount
  }

  private func fits(_ symbols: ArraySlice<UInt16>, _ base: Int) -> Bool {
    if base < usedBases.count, usedBases[base] { return false }
    for symbol in symbols where isTaken(base + Int(symbol)) { return false }
    return true
  }
}
