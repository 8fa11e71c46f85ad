import PatternAutomaton
import TestSupport
import Testing

@Suite struct SearchTests {
  /// The words that the pattern matches in the text.
  private func words(_ pattern: PatternElement, _ text: String, sets: [[String]] = []) throws
    -> [String]
  {
    let characters = Array(text)
    let probe = SearchProbe(sets: sets, patterns: [pattern])
    let ranges = try probe.engine(text)[0]
    #expect(ranges == probe.oracle(text)[0], "the oracle says otherwise")
    return ranges.map { String(characters[$0]) }
  }

  @Test(
    "Literals match everywhere, overlapping",
    arguments: [
      ("督查", "督查组与督查", ["督查", "督查"]),
      ("哈哈", "哈哈哈", ["哈哈", "哈哈"]),
      ("台", "台账", ["台"]),
      ("甲,乙", "甲,乙", ["甲,乙"]),
      ("ab", "ab abc xab ab", ["ab", "ab"]),
      ("5个", "15个5个", ["5个"]),
      ("𠮷野", "𠮷野家", ["𠮷野"]),
      ("查", "无", []),
    ])
  func literals(_ pattern: String, _ text: String, _ expected: [String]) throws {
    #expect(try words(literal(pattern), text) == expected)
  }

  @Test(
    "Of the literals of a set the longest is kept at each start",
    arguments: [
      (["督", "督查", "督查组"], "督查组", ["督查组"]),
      (["督查", "查组"], "督查组", ["督查", "查组"]),
      (["一", "一二三四"], "一二三五", ["一"]),
      (["甲", "甲"], "甲", ["甲"]),
      ([], "甲", []),
    ])
  func sets(_ set: [String], _ text: String, _ expected: [String]) throws {
    #expect(try words(.set(LiteralSetID(index: 0)), text, sets: [set]) == expected)
  }

  @Test(
    "A gap stays in its clause and within its bounds",
    arguments: [
      (0, 2, "甲乙", ["甲乙"]), (0, 2, "甲一二乙", ["甲一二乙"]), (0, 2, "甲一二三乙", []),
      (2, 3, "甲一乙", []), (2, 3, "甲一二乙", ["甲一二乙"]), (0, 9, "甲一,乙", []),
      (0, 9, "甲。乙", []), (0, 9, "甲一乙二乙", ["甲一乙二乙"]), (0, 3, "甲𠮷乙", ["甲𠮷乙"]),
    ])
  func gaps(_ minimum: Int, _ maximum: Int, _ text: String, _ expected: [String]) throws {
    let pattern = PatternElement.sequence([
      literal("甲"), .gap(minimum: minimum, maximum: maximum), literal("乙"),
    ])
    #expect(try words(pattern, text) == expected)
  }

  @Test(
    "A match ends before what must follow it",
    arguments: [
      (literal("丙"), "甲丙", ["甲"]), (literal("丙"), "甲丁", []), (literal("丙"), "甲乙丙", ["甲乙"]),
      (literal("丙"), "甲乙", []), (literal("乙"), "甲乙乙", ["甲乙"]), (literal("乙"), "甲乙", ["甲"]),
      (.alternatives([literal("乙丙"), literal("丁")]), "甲乙丙甲乙丁", ["甲", "甲乙"]),
      (.sequence([.gap(minimum: 0, maximum: 2), literal("丙")]), "甲丁丙,甲丁丁丁丙,甲丁,丙", ["甲"]),
      (literal(","), "甲,甲乙。甲", ["甲"]), (.atom(.han), "甲,甲乙", ["甲"]),
      (.end(.clause), "甲丙甲乙,丙", ["甲乙"]),
    ])
  func lookaheads(_ ahead: PatternElement, _ text: String, _ expected: [String]) throws {
    let pattern = PatternElement.sequence([
      literal("甲"), .optional(literal("乙")), .lookahead(ahead),
    ])
    #expect(try words(pattern, text) == expected)
  }

  @Test func `what must follow holds only for the ways that lead there`() throws {
    let ways = PatternElement.sequence([
      literal("甲"),
      .alternatives([
        .lookahead(literal("丙")), literal("乙"), .sequence([literal("丙"), literal("丁")]),
      ]),
    ])
    #expect(try words(ways, "甲丙,甲乙,甲丙丁,甲丁") == ["甲", "甲乙", "甲丙丁"])
  }

  @Test func `a pattern that refers to one with something behind it goes on where that ends`()
    throws
  {
    var probe = SearchProbe(sets: [])
    probe.patterns = [
      .sequence([literal("甲"), .optional(literal("乙")), .lookahead(literal("丙"))]),
      .sequence([.pattern(PatternID(index: 0)), literal("丙丁")]),
      .sequence([.pattern(PatternID(index: 0)), literal("丁")]),
      .pattern(PatternID(index: 0)),
      .sequence([literal("甲"), .lookahead(.pattern(PatternID(index: 0)))]),
    ]
    let found = try probe.engine("甲丙丁甲甲乙丙")
    #expect(found == [[0..<1, 4..<6], [0..<3], [], [0..<1, 4..<6], [3..<4]])
    #expect(found == probe.oracle("甲丙丁甲甲乙丙"))
  }

  @Test(
    "Atoms are whole runs",
    arguments: [
      (PatternAtom.number, "共25个", ["25"]), (.number, "二十五个", ["二十五"]),
      (.number, "一1", ["一", "1"]),
      (.digits, "12月3日", ["12", "3"]), (.latin, "用APP办", ["APP"]),
    ])
  func atoms(_ atom: PatternAtom, _ text: String, _ expected: [String]) throws {
    #expect(try words(.atom(atom), text) == expected)
  }

  @Test(
    "A number goes on over points, thousands and units",
    arguments: [
      ("3.5万元", "3.5万"), ("1,200户", "1,200"), ("3万5千户", "3万5千"), ("2021,3人", "2021"),
    ])
  func numbers(_ text: String, _ expected: String) throws {
    let ranges = try SearchProbe(patterns: [.atom(.number)]).engine(text)[0]
    #expect(ranges.first.map { String(Array(text)[$0]) } == expected)
  }

  @Test(
    "Edges are those of their windows",
    arguments: [
      (WindowEdge.clause, "甲一,甲二。甲三", 3), (.sentence, "甲一,甲二。甲三", 2),
      (.block, "甲一,甲二。甲三", 1), (.block, "甲一\n甲二", 2),
    ])
  func edges(_ edge: WindowEdge, _ text: String, _ expected: Int) throws {
    #expect(try words(.sequence([.start(edge), literal("甲")]), text).count == expected)
  }

  @Test("A pattern at the edge of a window needs no word")
  func edgeOnly() throws {
    let pattern = PatternElement.sequence([
      .start(.clause), .atom(.han), .gap(minimum: 0, maximum: 9), .end(.clause),
    ])
    #expect(try words(pattern, "甲一,a乙。丙") == ["甲一", "丙"])
  }

  @Test("A pattern inside another contributes all its matches")
  func references() throws {
    let inner = PatternElement.sequence([literal("督查"), .optional(literal("组"))])
    let outer = PatternElement.sequence([.pattern(PatternID(index: 0)), literal("组长")])
    let probe = SearchProbe(patterns: [inner, outer])
    #expect(try probe.engine("督查组长") == [[0..<3], [0..<4]])
  }

  @Test("A pattern that ends in a gap contributes every end of it")
  func referenceWithTrailingGap() throws {
    let inner = PatternElement.sequence([literal("甲"), .gap(minimum: 0, maximum: 3)])
    let outer = PatternElement.sequence([.pattern(PatternID(index: 0)), literal("乙")])
    let probe = SearchProbe(patterns: [inner, outer])
    #expect(try probe.engine("甲一乙二丙") == [[0..<4], [0..<3]])
  }

  @Test("A gap may begin where one clause ends and the next begins")
  func touchingClauses() throws {
    var builder = PatternSetBuilder()
    let pattern = try builder.addPattern(
      .sequence([literal("甲"), .gap(minimum: 1, maximum: 2), literal("乙")]))
    let haystack = Haystack(
      bytes: Array("甲一乙".utf8),
      clauses: [Window(start: 0, end: 3), Window(start: 3, end: 9)], sentences: [], blocks: [])
    var scratch = SearchScratch()
    try builder.build().search(haystack, &scratch)
    #expect(Array(scratch.matches(of: pattern)) == [Match(start: 0, end: 9)])
  }

  @Test("A text that breaks off within a character neither traps nor matches there")
  func brokenText() throws {
    var builder = PatternSetBuilder()
    // U+4000 is what the first byte of a Han character and two zero bytes would spell.
    let patterns = try [literal("\u{4000}"), literal("甲"), .atom(.latin)].map {
      try builder.addPattern(
        .sequence([$0, .gap(minimum: 0, maximum: 9), .optional(literal("乙"))]))
    }
    let set = try builder.build()
    var scratch = SearchScratch()
    let bytes = Array("a甲𠮷é甲乙".utf8)
    for start in bytes.indices {
      for end in start...bytes.count {
        let piece = Array(bytes[start..<end])
        let window = [Window(start: 0, end: Int32(piece.count))]
        set.search(
          Haystack(bytes: piece, clauses: window, sentences: window, blocks: window), &scratch)
        #expect(scratch.matches(of: patterns[0]).isEmpty)
        for match in patterns.flatMap({ scratch.matches(of: $0) }) {
          #expect(match.start < match.end && match.end <= piece.count, "\(piece)")
        }
      }
    }
  }

  @Test("Bytes that are no UTF-8 never trap", arguments: 0..<20)
  func malformedText(_ block: Int) throws {
    var builder = PatternSetBuilder()
    // U+00B7 and U+0080 have a byte more than the stray byte that spells their number.
    let patterns = try ["·", "\u{80}", "甲", "A"].map {
      try builder.addPattern(
        .sequence([literal($0), .gap(minimum: 0, maximum: 3), .optional(.atom(.number))]))
    }
    let set = try builder.build()
    var scratch = SearchScratch()
    for round in 0..<100 {
      var random = SeededGenerator(seed: UInt64(block * 100 + round))
      let bytes = Array("·甲𠮷1A".utf8) + [0x80, 0xB7, 0xC0, 0xFF]
      let text = (0..<Int.random(in: 1...90, using: &random)).map { _ in
        bytes.randomElement(using: &random) ?? 0
      }
      let window = [Window(start: 0, end: Int32(text.count))]
      set.search(
        Haystack(bytes: text, clauses: window, sentences: window, blocks: window), &scratch)
      for match in patterns.flatMap({ scratch.matches(of: $0) }) {
        let isInside = 0 <= match.start && match.start < match.end && match.end <= text.count
        #expect(isInside, "seed \(random.seed)")
      }
    }
  }

  @Test("Scratch from another set and text changes nothing")
  func scratch() throws {
    var scratch = SearchScratch()
    let wide = SearchProbe(
      sets: [["甲", "乙"]], patterns: [.set(LiteralSetID(index: 0)), literal("丙"), .atom(.number)])
    _ = try wide.engine("甲乙丙甲乙丙", &scratch)
    let narrow = SearchProbe(patterns: [literal("丁")])
    #expect(try narrow.engine("丁甲", &scratch) == [[0..<1]])
    #expect(try narrow.engine("甲乙", &scratch) == [[]])
  }

  @Test("Patterns that cannot be are refused")
  func refused() throws {
    func error(_ pattern: PatternElement) -> BuildError? {
      #expect(throws: BuildError.self) {
        var builder = PatternSetBuilder()
        _ = try builder.addPattern(pattern)
        _ = try builder.build()
      }
    }
    #expect(error(.optional(literal("甲"))) == .matchesEmptyText)
    #expect(error(.atom(.han)) == .needsWords)
    #expect(error(.alternatives([literal("甲"), .atom(.han)])) == .needsWords)
    #expect(error(literal("")) == .emptyLiteral)
    #expect(error(.literal([0xFF])) == .malformedLiteral([0xFF]))
    #expect(error(.alternatives([])) == .emptyAlternatives)
    #expect(error(.pattern(PatternID(index: 0))) == .unknownPattern(PatternID(index: 0)))
    #expect(error(.set(LiteralSetID(index: 0))) == .unknownLiteralSet(LiteralSetID(index: 0)))
    let long = PatternElement.sequence([
      literal("甲"), .gap(minimum: 0, maximum: 2000), literal("乙"),
    ])
    #expect(error(long) == .limitExceeded(.gap, count: 2000))
  }
}
