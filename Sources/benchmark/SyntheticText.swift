import PatternAutomaton

/// SplitMix64: the same seed gives the same text on every machine.
struct Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number in `0..<bound`; the bias of the remainder does not matter here.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 31)) >> 33) % bound
  }
}

/// Han text without meaning: frequent and rare characters, clauses, sentences, blocks, figures, and
/// words of a list strewn in.
struct SyntheticText {
  private var noise: Noise
  private let words: [[UInt8]]
  /// One clause in so many begins with a word; 0 for none.
  private let rarity: Int

  init(seed: UInt64, words: [[UInt8]], rarity: Int) {
    noise = Noise(seed: seed)
    self.words = words
    self.rarity = rarity
  }

  /// Different words of 2 to 5 characters.
  static func words(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var noise = Noise(seed: seed)
    var seen: Set<[UInt8]> = []
    var words: [[UInt8]] = []
    while words.count < count {
      var word: [UInt8] = []
      for _ in 0..<2 + noise.below(2) + noise.below(3) { appendHan(&noise, to: &word) }
      if seen.insert(word).inserted { words.append(word) }
    }
    return words
  }

  /// One of some 3,000 characters; the product of two numbers makes the first ones frequent.
  private static func appendHan(_ noise: inout Noise, to bytes: inout [UInt8]) {
    let scalar = 0x5000 + noise.below(56) * noise.below(56) * 3
    bytes.append(UInt8(0xE0 | scalar >> 12))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  }

  /// A text of at least `size` bytes that ends with a block, and how many bytes it has.
  mutating func haystack(_ size: Int) -> (text: Haystack, size: Int) {
    var bytes: [UInt8] = []
    var clauses: [Window] = []
    var sentences: [Window] = []
    var blocks: [Window] = []
    bytes.reserveCapacity(size + 1024)
    while bytes.count < size {
      let block = bytes.count
      for _ in 0...noise.below(5) {
        let sentence = bytes.count
        for last in (0...noise.below(4)).reversed() {
          let clause = bytes.count
          appendClause(to: &bytes)
          clauses.append(Window(start: Int32(clause), end: Int32(bytes.count)))
          if last > 0 { bytes.append(UInt8(ascii: ",")) }
        }
        sentences.append(Window(start: Int32(sentence), end: Int32(bytes.count)))
        bytes += [0xE3, 0x80, 0x82]
      }
      blocks.append(Window(start: Int32(block), end: Int32(bytes.count)))
      bytes.append(UInt8(ascii: "\n"))
    }
    return (
      Haystack(bytes: bytes, clauses: clauses, sentences: sentences, blocks: blocks), bytes.count
    )
  }

  private mutating func appendClause(to bytes: inout [UInt8]) {
    for _ in 0...2 {
      if rarity > 0, noise.below(rarity) == 0 { bytes += words[noise.below(words.count)] }
      for _ in 0..<1 + noise.below(5) { Self.appendHan(&noise, to: &bytes) }
    }
    if noise.below(8) == 0 { bytes += Array(String(1 + noise.below(3000)).utf8) }
  }
}
