import PatternAutomaton

/// What patterns mean, written for clarity: the oracle of the automaton.
///
/// A direct definition over characters, exponential where it likes; it shares no code with the
/// engine but the description of a pattern.
struct NaiveMatcher {
  let text: [Character]
  /// Half-open ranges of characters.
  let clauses: [Range<Int>]
  let sentences: [Range<Int>]
  let blocks: [Range<Int>]
  let sets: [[String]]
  let patterns: [PatternElement]
  /// By pattern the patterns whose matches void its own.
  let voids: [Int: [Int]]
  /// What was found already; without it patterns in patterns take too long.
  private let memory = Memory()

  /// A place that a way through an element leads to.
  struct End: Hashable {
    var offset: Int
    /// Where the match ends already, when what led here only had to follow it.
    var kept: Int?
  }

  private final class Memory {
    var ends: [[Int]: Set<Int>] = [:]
    var spans: [Int: [Range<Int>]] = [:]
  }

  init(
    text: [Character], clauses: [Range<Int>], sentences: [Range<Int>], blocks: [Range<Int>],
    sets: [[String]], patterns: [PatternElement], voids: [Int: [Int]]
  ) {
    self.text = text
    self.clauses = clauses
    self.sentences = sentences
    self.blocks = blocks
    self.sets = sets
    self.patterns = patterns
    self.voids = voids
  }

  /// All places where ways through `element` that start at `start` end.
  private func ends(_ element: PatternElement, from start: Int) -> Set<End> {
    switch element {
    case .sequence(let members):
      members.reduce([End(offset: start)]) { starts, member in
        Set(
          starts.flatMap { before in
            ends(member, from: before.offset).map {
              End(offset: $0.offset, kept: before.kept ?? $0.kept)
            }
          })
      }
    case .alternatives(let members): Set(members.flatMap { ends($0, from: start) })
    case .optional(let inner): ends(inner, from: start).union([End(offset: start)])
    case .lookahead(let inner):
      Set(ends(inner, from: start).map { End(offset: $0.offset, kept: start) })
    default: Set(offsets(element, from: start).map { End(offset: $0) })
    }
  }

  /// All ends of an element without members.
  private func offsets(_ element: PatternElement, from start: Int) -> Set<Int> {
    switch element {
    case .literal(let bytes): literal(String(decoding: bytes, as: UTF8.self), start)
    case .set(let set):
      Set([sets[set.index].flatMap { literal($0, start) }.max()].compactMap { $0 })
    case .pattern(let pattern): counted(pattern.index, from: start)
    case .atom(let atom): Set(run(atom, start).map { [$0] } ?? [])
    case .gap(let minimum, let maximum): gap(minimum, maximum, start)
    case .start(let edge): windows(edge).contains { $0.lowerBound == start } ? [start] : []
    case .end(let edge): windows(edge).contains { $0.upperBound == start } ? [start] : []
    case .sequence, .alternatives, .optional, .lookahead: []
    }
  }

  /// For each start the longest match of a pattern, as ranges of characters, which are never empty.
  func matches(_ pattern: Int) -> [Range<Int>] {
    (0...text.count).compactMap { start in
      counted(pattern, from: start).max().map { start..<$0 }
    }.filter { !$0.isEmpty }
  }

  /// The ends of matches of a pattern that share no character with a match that voids them.
  private func counted(_ pattern: Int, from start: Int) -> Set<Int> {
    if let known = memory.ends[[pattern, start]] { return known }
    var ends = Set(ends(patterns[pattern], from: start).map { $0.kept ?? $0.offset })
    if !ends.isEmpty, let voids = voids[pattern] {
      let spans = voids.flatMap(spans)
      ends = ends.filter { end in !spans.contains { $0.overlaps(start..<end) } }
    }
    memory.ends[[pattern, start]] = ends
    return ends
  }

  private func spans(_ pattern: Int) -> [Range<Int>] {
    if let known = memory.spans[pattern] { return known }
    let spans = (0...text.count).flatMap { from in
      counted(pattern, from: from).map { from..<$0 }
    }
    memory.spans[pattern] = spans
    return spans
  }

  private func windows(_ edge: WindowEdge) -> [Range<Int>] {
    switch edge {
    case .clause: clauses
    case .sentence: sentences
    case .block: blocks
    }
  }

  private func literal(_ literal: String, _ start: Int) -> Set<Int> {
    let characters = Array(literal)
    let end = start + characters.count
    guard end <= text.count, Array(text[start..<end]) == characters else { return [] }
    if isWord(characters[0]), start > 0, isWord(text[start - 1]) { return [] }
    if isWord(characters[characters.count - 1]), end < text.count, isWord(text[end]) { return [] }
    return [end]
  }

  private func gap(_ minimum: Int, _ maximum: Int, _ start: Int) -> Set<Int> {
    Set(
      (minimum...maximum).map { start + $0 }.filter { end in
        end == start || clauses.contains { $0.lowerBound <= start && end <= $0.upperBound }
      })
  }

  private func run(_ atom: PatternAtom, _ start: Int) -> Int? {
    guard start < text.count else { return nil }
    switch atom {
    case .han: return isHan(text[start]) ? start + 1 : nil
    case .latin: return run(start, isLetter)
    case .digits: return run(start, isDigit)
    case .number:
      // The texts of the tests hold no points, commas or units beside digits, so that digits and
      // Han numerals never make one number: 一1 is two.
      return isDigit(text[start]) ? run(start, isDigit) : run(start, isNumeral)
    }
  }

  /// The end of the maximal run of characters that fulfil `test`, if one begins at `start`.
  private func run(_ start: Int, _ test: (Character) -> Bool) -> Int? {
    guard test(text[start]), start == 0 || !test(text[start - 1]) else { return nil }
    return (start..<text.count).first { !test(text[$0]) } ?? text.count
  }

  private func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private func isLetter(_ character: Character) -> Bool {
    ("a"..."z").contains(character) || ("A"..."Z").contains(character)
  }

  private func isWord(_ character: Character) -> Bool {
    isDigit(character) || isLetter(character)
  }

  private func isNumeral(_ character: Character) -> Bool {
    "〇零一二三四五六七八九十百千万亿两半".contains(character)
  }

  private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map {
      (0x4E00...0x9FFF).contains($0.value) || (0x20000...0x323AF).contains($0.value) || $0 == "〇"
    } ?? false
  }
}
