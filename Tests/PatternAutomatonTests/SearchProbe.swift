import PatternAutomaton

/// Runs patterns over a text by the engine and by the oracle.
struct SearchProbe {
  var sets: [[String]] = []
  var patterns: [PatternElement] = []
  /// By pattern the patterns before it whose matches void its own.
  var voids: [Int: [Int]] = [:]
  /// 0 makes the automaton follow failure links.
  var completeLimit = 1 << 18

  /// The longest matches by start of every pattern, as `start..<end` in characters.
  func engine(_ text: String) throws -> [[Range<Int>]] {
    var scratch = SearchScratch()
    return try engine(text, &scratch)
  }

  func engine(_ text: String, _ scratch: inout SearchScratch) throws -> [[Range<Int>]] {
    var builder = PatternSetBuilder(completeLimit: completeLimit)
    for set in sets { _ = builder.addLiteralSet(set.map { Array($0.utf8) }) }
    let ids = try patterns.enumerated().map { index, pattern in
      try builder.addPattern(
        pattern, voidedBy: (voids[index] ?? []).map { PatternID(index: $0) })
    }
    let windows = Windows(text)
    try builder.build().search(windows.haystack, &scratch)
    return ids.map { id in
      scratch.matches(of: id).map { windows.character($0.start)..<windows.character($0.end) }
    }
  }

  func oracle(_ text: String) -> [[Range<Int>]] {
    let windows = Windows(text)
    let naive = NaiveMatcher(
      text: Array(text), clauses: windows.clauses, sentences: windows.sentences,
      blocks: windows.blocks, sets: sets, patterns: patterns, voids: voids)
    return patterns.indices.map { naive.matches($0) }
  }
}

/// The windows of a text in which `,` ends clauses, `。` sentences and line feeds blocks.
struct Windows {
  let text: [Character]
  let clauses: [Range<Int>]
  let sentences: [Range<Int>]
  let blocks: [Range<Int>]
  private let offsets: [Int]

  init(_ string: String) {
    text = Array(string)
    clauses = Self.windows(text, [",", "。", "\n"])
    sentences = Self.windows(text, ["。", "\n"])
    blocks = Self.windows(text, ["\n"])
    offsets = text.reduce(into: [0]) { $0.append($0[$0.count - 1] + String($1).utf8.count) }
  }

  var haystack: Haystack {
    func windows(_ ranges: [Range<Int>]) -> [Window] {
      ranges.map {
        Window(start: Int32(offsets[$0.lowerBound]), end: Int32(offsets[$0.upperBound]))
      }
    }
    return Haystack(
      bytes: Array(String(text).utf8), clauses: windows(clauses), sentences: windows(sentences),
      blocks: windows(blocks))
  }

  /// The index of the character at a byte offset.
  func character(_ offset: Int32) -> Int { offsets.firstIndex(of: Int(offset)) ?? -1 }

  private static func windows(_ text: [Character], _ ends: Set<Character>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (index, character) in text.enumerated() where ends.contains(character) {
      if index > start { result.append(start..<index) }
      start = index + 1
    }
    if text.count > start { result.append(start..<text.count) }
    return result
  }
}

func literal(_ text: String) -> PatternElement { .literal(Array(text.utf8)) }
