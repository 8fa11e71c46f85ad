import SourceText

/// Where the characters and clauses of one text stand, so that a gap is crossed without walking it.
///
/// Offsets run from 0 to the number of bytes; the tables take some ten bytes for each byte of text.
struct TextPlaces: Sendable {
  /// By offset the number of the character that it lies in; at the end how many there are.
  private var characters: [Int32] = []
  /// By character its offset, then the length of the text.
  private var offsets: [Int32] = []
  /// By character, and for the end, the first of the Han characters in a row that end right before it; its
  /// own number where none do.
  private var hanStarts: [Int32] = []
  /// By character, and for the end, the one behind the Han characters in a row that begin with it; its own
  /// number where none do.
  private var hanEnds: [Int32] = []
  /// By offset the first clause that ends there or later.
  private var clauses: [Int32] = []
  /// No character of the text has more bytes.
  private(set) var mostBytes = 1

  /// Reads another text; what is allocated is used again.
  ///
  /// - Complexity: O(bytes).
  mutating func read(_ haystack: Haystack) {
    characters.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    clauses.removeAll(keepingCapacity: true)
    let bytes = haystack.bytes.span
    characters.reserveCapacity(bytes.count + 1)
    clauses.reserveCapacity(bytes.count + 1)
    var position = 0
    mostBytes = 1
    while position < bytes.count {
      let next = Characters.after(position, bytes)
      mostBytes = max(mostBytes, next - position)
      let number = Int32(offsets.count)
      offsets.append(Int32(position))
      for _ in position..<next { characters.append(number) }
      position = next
    }
    characters.append(Int32(offsets.count))
    offsets.append(Int32(bytes.count))
    for (index, clause) in haystack.clauses.enumerated() where Int(clause.end) >= clauses.count {
      let missing = Int(clause.end) + 1 - clauses.count
      clauses.append(contentsOf: repeatElement(Int32(index), count: missing))
    }
    let missing = bytes.count + 1 - clauses.count
    let none = Int32(haystack.clauses.count)
    if missing > 0 { clauses.append(contentsOf: repeatElement(none, count: missing)) }
    readHan(haystack.bytes)
  }

  /// Notes where rows of Han characters begin and end.
  private mutating func readHan(_ bytes: [UInt8]) {
    hanStarts.removeAll(keepingCapacity: true)
    hanEnds.removeAll(keepingCapacity: true)
    let end = offsets.count - 1
    var start = 0
    for number in 0..<end {
      hanStarts.append(Int32(start))
      if HanCharacter.begins(bytes, at: Int(offsets[number])) { continue }
      hanEnds.append(contentsOf: repeatElement(Int32(number), count: number + 1 - start))
      start = number + 1
    }
    hanStarts.append(Int32(start))
    hanEnds.append(contentsOf: repeatElement(Int32(end), count: end + 1 - start))
  }

  /// The first and last offset that a gap from `offset` leads to, or nil where the clause ends
  /// before `minimum` characters.
  func reach(
    _ minimum: Int, _ maximum: Int, from offset: Int, _ haystack: Haystack
  ) -> (nearest: Int, furthest: Int)? {
    var clause = Int(clauses[offset])
    let windows = haystack.clauses.span
    // Clauses can touch: the one that ends here holds nothing of the gap, the next one may.
    while clause < windows.count, Int(windows[clause].end) == offset { clause += 1 }
    var limit = offset
    if clause < windows.count, Int(windows[clause].start) <= offset {
      limit = Int(windows[clause].end)
    }
    let first = Int(characters[offset])
    let last = min(first + maximum, Int(characters[limit]))
    guard first + minimum <= last else { return nil }
    return (Int(offsets[first + minimum]), Int(offsets[last]))
  }

  /// The offsets from which a gap may lead to one in `range`, and some more between these.
  func reached(
    _ minimum: Int, _ maximum: Int, to range: OffsetRange, _ haystack: Haystack
  ) -> OffsetRange? {
    let low = Int(range.low)
    let clause = Int(clauses[low])
    let windows = haystack.clauses.span
    var start = low
    if clause < windows.count { start = min(start, Int(windows[clause].start)) }
    let first = max(0, Int(characters[low]) - maximum)
    let last = Int(characters[Int(range.high)]) - minimum
    guard last >= 0 else { return nil }
    let reached = OffsetRange(
      low: max(Int32(start), offsets[first]), high: offsets[last])
    return reached.low <= reached.high ? reached : nil
  }

  /// The first and last offset that Han characters in a row from `offset` lead to, or nil where they are
  /// fewer than `minimum`.
  func reachByHan(
    _ minimum: Int, _ maximum: Int, from offset: Int
  ) -> (nearest: Int, furthest: Int)? {
    let first = Int(characters[offset])
    let last = min(first + maximum, Int(hanEnds[first]))
    guard first + minimum <= last else { return nil }
    return (Int(offsets[first + minimum]), Int(offsets[last]))
  }

  /// The offsets from which Han characters in a row may lead to one in `range`, and some more between these.
  func reachedByHan(_ minimum: Int, _ maximum: Int, to range: OffsetRange) -> OffsetRange? {
    let low = Int(characters[Int(range.low)])
    let first = max(low - maximum, Int(hanStarts[low]))
    let last = Int(characters[Int(range.high)]) - minimum
    return first <= last ? OffsetRange(low: offsets[first], high: offsets[last]) : nil
  }

  /// How many characters begin in `start..<end`, which are offsets of characters.
  func characterCount(_ start: Int, _ end: Int) -> Int {
    Int(characters[end] - characters[start])
  }

  /// The offset behind the character at `offset`, which is not the end.
  func after(_ offset: Int) -> Int { Int(offsets[Int(characters[offset]) + 1]) }
}

/// A closed range of byte offsets.
struct OffsetRange: Comparable, Sendable {
  let low: Int32
  let high: Int32

  /// Orders by where ranges begin, then by where they end.
  static func < (left: OffsetRange, right: OffsetRange) -> Bool {
    left.low < right.low || left.low == right.low && left.high < right.high
  }
}
