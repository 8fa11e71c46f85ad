import SourceText
import TestSupport
import Testing

@testable import PatternAutomaton

/// Gaps over tables of places lead where a walk from character to character leads.
struct TextPlacesTests {
  /// A text of characters of one to four bytes, cut into clauses that may touch or leave room.
  private static func haystack(_ random: inout SeededGenerator) -> Haystack {
    let characters = (0..<Int.random(in: 0...24, using: &random)).map { _ in
      Array("a甲é𠮷").randomElement(using: &random) ?? "a"
    }
    let offsets = characters.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + String($1).utf8.count)
    }
    var clauses: [Window] = []
    var start = 0
    while start < characters.count {
      let end = Int.random(in: start + 1...characters.count, using: &random)
      clauses.append(Window(start: Int32(offsets[start]), end: Int32(offsets[end])))
      start = end + Int.random(in: 0...1, using: &random)
    }
    return Haystack(
      bytes: Array(String(characters).utf8), clauses: clauses, sentences: [], blocks: [])
  }

  /// Where a gap of `minimum` to `maximum` characters from `offset` may end, by walking.
  private static func ends(
    _ minimum: Int, _ maximum: Int, from offset: Int, _ haystack: Haystack
  ) -> [Int] {
    let bytes = haystack.bytes.span
    let clause = haystack.clauses.first { Int($0.start) <= offset && offset < Int($0.end) }
    let limit = clause.map { Int($0.end) } ?? offset
    var ends: [Int] = []
    var place = offset
    for count in 0...maximum {
      if count >= minimum { ends.append(place) }
      guard place < limit else { break }
      place = Characters.after(place, bytes)
    }
    return ends
  }

  private static func boundaries(_ haystack: Haystack) -> [Int] {
    let bytes = haystack.bytes.span
    var boundaries = [0]
    while let last = boundaries.last, last < bytes.count {
      boundaries.append(Characters.after(last, bytes))
    }
    return boundaries
  }

  /// Asks `check` about twenty texts, each with a gap of its own.
  private static func gaps(
    _ random: inout SeededGenerator,
    _ check: (inout TextPlaces, Int, Int, Haystack, inout SeededGenerator) -> Void
  ) {
    var places = TextPlaces()
    for _ in 0..<20 {
      let haystack = Self.haystack(&random)
      places.read(haystack)
      let minimum = Int.random(in: 0...3, using: &random)
      let maximum = minimum + Int.random(in: 0...6, using: &random)
      check(&places, minimum, maximum, haystack, &random)
    }
  }

  @Test("A gap ends where a walk over characters ends", arguments: 0..<40)
  func reach(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    Self.gaps(&random) { places, minimum, maximum, haystack, _ in
      for offset in Self.boundaries(haystack) {
        let ends = Self.ends(minimum, maximum, from: offset, haystack)
        let found = places.reach(minimum, maximum, from: offset, haystack)
        #expect(found?.nearest == ends.first && found?.furthest == ends.last, "seed \(seed)")
      }
    }
  }

  /// Two of the boundaries, the first not behind the second.
  private static func stretch(
    of boundaries: [Int], _ random: inout SeededGenerator
  ) -> (low: Int, high: Int)? {
    guard let low = boundaries.randomElement(using: &random),
      let high = boundaries.filter({ $0 >= low }).randomElement(using: &random)
    else { return nil }
    return (low, high)
  }

  @Test("Wherever a gap leads to, it is led to from there", arguments: 0..<40)
  func reached(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    Self.gaps(&random) { places, minimum, maximum, haystack, random in
      let boundaries = Self.boundaries(haystack)
      guard let (low, high) = Self.stretch(of: boundaries, &random) else { return }
      let range = OffsetRange(low: Int32(low), high: Int32(high))
      let found = places.reached(minimum, maximum, to: range, haystack)
      for offset in boundaries {
        let ends = Self.ends(minimum, maximum, from: offset, haystack)
        if ends.contains(where: { $0 >= low && $0 <= high }) {
          #expect(found.map { $0.low <= offset && offset <= $0.high } == true, "seed \(seed)")
        }
        guard offset < haystack.bytes.count else { continue }
        let after = places.after(offset)
        #expect(after == Characters.after(offset, haystack.bytes.span), "seed \(seed)")
      }
      if low == high, let found {
        let walked = Self.ends(minimum, maximum, from: Int(found.low), haystack)
        let isTouching = haystack.clauses.contains { $0.end == found.low }
        #expect(isTouching || walked.contains(low), "too far, seed \(seed)")
      }
    }
  }

  /// Where so many Han characters in a row from `offset` may end, by walking.
  private static func hanEnds(
    _ minimum: Int, _ maximum: Int, from offset: Int, _ haystack: Haystack
  ) -> [Int] {
    var ends: [Int] = []
    var place = offset
    for count in 0...maximum {
      if count >= minimum { ends.append(place) }
      guard HanCharacter.begins(haystack.bytes, at: place) else { break }
      place = Characters.after(place, haystack.bytes.span)
    }
    return ends
  }

  @Test("Han characters in a row end where a walk over them ends", arguments: 0..<40)
  func reachByHan(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    Self.gaps(&random) { places, minimum, maximum, haystack, _ in
      for offset in Self.boundaries(haystack) {
        let ends = Self.hanEnds(minimum, maximum, from: offset, haystack)
        let found = places.reachByHan(minimum, maximum, from: offset)
        #expect(found?.nearest == ends.first && found?.furthest == ends.last, "seed \(seed)")
      }
    }
  }

  @Test("Wherever Han characters in a row lead to, it is led to from there", arguments: 0..<40)
  func reachedByHan(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    Self.gaps(&random) { places, minimum, maximum, haystack, random in
      let boundaries = Self.boundaries(haystack)
      guard let (low, high) = Self.stretch(of: boundaries, &random) else { return }
      let range = OffsetRange(low: Int32(low), high: Int32(high))
      let found = places.reachedByHan(minimum, maximum, to: range)
      for offset in boundaries {
        let ends = Self.hanEnds(minimum, maximum, from: offset, haystack)
        let isFound = found.map { $0.low <= offset && offset <= $0.high } ?? false
        if ends.contains(where: { $0 >= low && $0 <= high }) {
          #expect(isFound, "seed \(seed)")
        } else if low == high {
          #expect(!isFound, "too far, seed \(seed)")
        }
      }
    }
  }
}
