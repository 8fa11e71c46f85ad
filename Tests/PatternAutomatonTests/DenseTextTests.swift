import Testing

@testable import PatternAutomaton

/// Texts in which a pattern ends at every character, in dozens of ways from each: what is kept of that is bounded.
struct DenseTextTests {
  /// A pattern with `ends` ends from each 镇 of a row, and one that goes on from it.
  private static func probe(ends: Int) -> [PatternElement] {
    [
      .sequence([literal("镇"), .gap(minimum: 0, maximum: ends - 1), literal("镇")]),
      .sequence([.pattern(PatternID(index: 0)), literal("村")]),
    ]
  }

  private static func search(_ patterns: [PatternElement], _ text: String) throws -> SearchScratch {
    var builder = PatternSetBuilder()
    for pattern in patterns { _ = try builder.addPattern(pattern) }
    var scratch = SearchScratch()
    try builder.build().search(Windows(text).haystack, &scratch)
    return scratch
  }

  private static func row(_ length: Int) -> String { String(repeating: "镇", count: length) + "村" }

  @Test(
    "What others may go on from is bounded by the length of the text",
    arguments: [(20_000, 4), (20_000, 16), (20_000, 32), (40_000, 32)] as [(Int, Int)])
  func kept(length: Int, ends: Int) throws {
    let scratch = try Self.search(Self.probe(ends: ends), Self.row(length))
    let (isDropped, kept) = (scratch.hasDroppedSpans, scratch.matches.count)
    #expect(isDropped)
    // Each 镇 as a word and the spans of the first pattern, of which one more start may have been under way.
    #expect(kept <= 2 * length + (1 << 14) + ends)
  }

  @Test("The longest match of each place stays, and what follows it", arguments: [2, 4, 16])
  func longest(ends: Int) throws {
    let length = 20_000
    let scratch = try Self.search(Self.probe(ends: ends), Self.row(length))
    let inner = scratch.matches(of: PatternID(index: 0))
    #expect(inner.map(\.start) == (0..<length - 1).map { Int32(3 * $0) })
    #expect(
      inner.map(\.end) == (0..<length - 1).map { Int32(3 * min($0 + ends + 1, length)) })
    // 村 stands behind the longest matches of the last places alone.
    let outer = scratch.matches(of: PatternID(index: 1))
    #expect(outer.count == ends)
    #expect(outer.allSatisfy { Int($0.end) == 3 * (length + 1) })
  }

  @Test(
    "In a text of usual length nothing is left out",
    arguments: [(1_000, 16, false), (1_000, 17, false), (1_001, 18, true)] as [(Int, Int, Bool)])
  func usual(length: Int, ends: Int, isDropped: Bool) throws {
    let scratch = try Self.search(Self.probe(ends: ends), Self.row(length))
    let hasDropped = scratch.hasDroppedSpans
    #expect(hasDropped == isDropped)
  }

  @Test("What was left out of one text is not said of the next")
  func next() throws {
    var builder = PatternSetBuilder()
    for pattern in Self.probe(ends: 16) { _ = try builder.addPattern(pattern) }
    let set = try builder.build()
    var scratch = SearchScratch()
    set.search(Windows(Self.row(20_000)).haystack, &scratch)
    let first = scratch.hasDroppedSpans
    set.search(Windows(Self.row(20)).haystack, &scratch)
    let second = scratch.hasDroppedSpans
    #expect([first, second] == [true, false])
  }

  @Test("Words that many patterns share are kept whole where nobody goes on from them")
  func literals() throws {
    let words = PatternElement.alternatives([literal("镇"), literal("镇镇"), literal("镇镇镇")])
    let scratch = try Self.search([words], Self.row(20_000))
    let isDropped = scratch.hasDroppedSpans
    #expect(!isDropped)
    let found = scratch.matches(of: PatternID(index: 0))
    #expect(found.count == 20_000)
  }

  @Test("Lists of words are given up where they hold too much, and found again")
  func surplus() throws {
    var builder = PatternSetBuilder()
    for unit in 0..<40 {
      // Each has a list of its own, of the same two words that occur.
      let words = ["甲", "乙", "丁\(unit)"].map(literal)
      _ = try builder.addPattern(.sequence([.alternatives(words), literal("丙")]))
    }
    let set = try builder.build()
    let haystack = Windows(String(repeating: "甲丙乙丙", count: 500)).haystack
    var usual = SearchScratch()
    set.search(haystack, &usual)
    var forgetful = SearchScratch()
    forgetful.leastRoom = 2_000
    set.search(haystack, &forgetful)
    let (all, kept) = (usual.matches.count, forgetful.matches.count)
    #expect(all > 40 * 1_000)
    #expect(kept < all / 2)
    for pattern in 0..<40 {
      let found = forgetful.matches(of: PatternID(index: pattern))
      #expect(found.count == 1_000)
      #expect(found == usual.matches(of: PatternID(index: pattern)))
    }
  }
}
