import TestSupport
import Testing

@testable import PatternAutomaton

/// The automaton equals the naive definition on random patterns and texts.
@Suite struct OracleTests {
  private static let alphabet = Array("甲甲甲乙乙丙丙𠮷一十a1,。\n")

  private func text(_ length: Int, _ random: inout SeededGenerator) -> String {
    String((0..<length).map { _ in Self.alphabet.randomElement(using: &random) ?? "甲" })
  }

  private func word(_ random: inout SeededGenerator) -> String {
    let letters = Array("甲甲乙乙丙𠮷a1")
    let length = Int.random(in: 1...2, using: &random)
    return String((0..<length).map { _ in letters.randomElement(using: &random) ?? "甲" })
  }

  private func element(
    _ depth: Int, _ known: Int, _ random: inout SeededGenerator
  ) -> PatternElement {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 5), using: &random) {
    case 0, 1: return literal(word(&random))
    case 2: return .set(LiteralSetID(index: Int.random(in: 0..<2, using: &random)))
    case 3: return .atom(PatternAtom.allCases.randomElement(using: &random) ?? .han)
    case 4:
      return known > 0
        ? .pattern(PatternID(index: Int.random(in: 0..<known, using: &random)))
        : literal(word(&random))
    case 5: return .optional(element(depth - 1, known, &random))
    case 6:
      return .alternatives(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          element(depth - 1, known, &random)
        })
    case 7:
      let edge = WindowEdge.allCases.randomElement(using: &random) ?? .clause
      return Bool.random(using: &random)
        ? .sequence([.start(edge), element(depth - 1, known, &random)])
        : .sequence([element(depth - 1, known, &random), .end(edge)])
    case 8: return .lookahead(element(depth - 1, known, &random))
    default:
      var members = [element(depth - 1, known, &random)]
      if Bool.random(using: &random) { members.append(gap(&random)) }
      members.append(element(depth - 1, known, &random))
      return .sequence(members)
    }
  }

  private func gap(_ random: inout SeededGenerator) -> PatternElement {
    let least = Int.random(in: 0...2, using: &random)
    return .gap(minimum: least, maximum: least + Int.random(in: 0...3, using: &random))
  }

  /// Expects of the engine what the definition says; what that is.
  @discardableResult
  private func check(
    _ probe: SearchProbe, _ text: String, _ random: SeededGenerator
  ) throws -> [[Range<Int>]] {
    let found = try probe.engine(text)
    #expect(found == probe.oracle(text), "seed \(random.seed): \(probe.patterns) on \(text)")
    // The same where every list is given up before the next pattern is asked for.
    var forgetful = SearchScratch()
    forgetful.leastRoom = -1_000_000
    let again = try probe.engine(text, &forgetful)
    #expect(again == found, "seed \(random.seed): \(probe.patterns) on \(text)")
    return found
  }

  @Test("On random patterns and texts the engine says what the definition says", arguments: 0..<64)
  func equalsOracle(_ block: Int) throws {
    for round in 0..<60 {
      var random = SeededGenerator(seed: UInt64(block * 1000 + round))
      var probe = SearchProbe(sets: (0..<2).map { _ in (0..<3).map { _ in word(&random) } })
      while probe.patterns.count < 4 {
        // Every pattern holds a literal, so that none can match without text.
        let anchor = literal(word(&random))
        let inner = element(3, probe.patterns.count, &random)
        if !probe.patterns.isEmpty, Int.random(in: 0..<3, using: &random) == 0 {
          probe.voids[probe.patterns.count] = [
            Int.random(in: 0..<probe.patterns.count, using: &random)
          ]
        }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: probe.patterns.append(.sequence([anchor, inner]))
        case 3: probe.patterns.append(.sequence([anchor, gap(&random), .lookahead(inner)]))
        case 1: probe.patterns.append(.sequence([anchor, inner, gap(&random)]))
        case 2: probe.patterns.append(.sequence([gap(&random), .optional(inner), anchor]))
        default: probe.patterns.append(.sequence([inner, anchor]))
        }
      }
      probe.completeLimit = round.isMultiple(of: 2) ? 0 : 1 << 18
      // In longer texts starts are passed over because what they need is too far away.
      let longest = round % 6 == 5 ? 90 : 24
      let text = text(Int.random(in: 0...longest, using: &random), &random)
      try check(probe, text, random)
    }
  }

  @Test("Words that stand side by side and far apart are joined like any", arguments: 0..<20)
  func distantWords(_ block: Int) throws {
    for round in 0..<20 {
      var random = SeededGenerator(seed: UInt64(9000 + block * 100 + round))
      func someWords() -> PatternElement {
        .alternatives((0..<3).map { _ in literal(word(&random)) })
      }
      var probe = SearchProbe(sets: [])
      let rare = PatternElement.alternatives([literal("丁"), literal("丁戊"), literal("戊")])
      probe.patterns = [
        .sequence([someWords(), gap(&random), rare]),
        .sequence([rare, .optional(.sequence([gap(&random), someWords()])), someWords()]),
        .sequence([gap(&random), someWords(), .atom(.digits), gap(&random), rare]),
        .sequence([.pattern(PatternID(index: 0)), gap(&random), someWords()]),
        .sequence([
          someWords(), .optional(someWords()), .lookahead(.sequence([gap(&random), rare])),
        ]),
        .sequence([.start(.clause), .alternatives([someWords(), .atom(.han)]), gap(&random), rare]),
      ]
      var text = ""
      for _ in 0..<Int.random(in: 2...6, using: &random) {
        text += self.text(Int.random(in: 0...20, using: &random), &random)
        text += ["丁", "丁戊", "戊", "1丁"].randomElement(using: &random) ?? ""
      }
      try check(probe, text, random)
    }
  }

  @Test("What follows a gap may be another gap, a Han character or an edge", arguments: 0..<20)
  func chainedGaps(_ block: Int) throws {
    for round in 0..<20 {
      var random = SeededGenerator(seed: UInt64(20_000 + block * 100 + round))
      func link() -> PatternElement {
        let edge = WindowEdge.allCases.randomElement(using: &random) ?? .clause
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return .atom(.han)
        case 1: return .optional(.start(edge))
        case 2: return .end(edge)
        case 3: return .optional(.atom(.han))
        case 4: return .optional(.lookahead(literal(word(&random))))
        default: return .optional(literal(word(&random)))
        }
      }
      func chain() -> [PatternElement] {
        (0..<Int.random(in: 1...4, using: &random)).flatMap { _ in [gap(&random), link()] }
      }
      var probe = SearchProbe(sets: [])
      probe.patterns = [
        .sequence([literal(word(&random))] + chain() + [gap(&random), literal(word(&random))]),
        .sequence([literal(word(&random))] + chain()),
        .sequence(chain() + [literal(word(&random))]),
        .sequence([.pattern(PatternID(index: 1))] + chain() + [literal(word(&random))]),
      ]
      let text = text(Int.random(in: 0...30, using: &random), &random)
      try check(probe, text, random)
    }
  }

  @Test("Han characters in a row are as many as are asked for", arguments: 0..<20)
  func rowsOfHan(_ block: Int) throws {
    for round in 0..<20 {
      var random = SeededGenerator(seed: UInt64(40_000 + block * 100 + round))
      func row() -> [PatternElement] {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
          Bool.random(using: &random) ? .atom(.han) : .optional(.atom(.han))
        }
      }
      func some() -> PatternElement { literal(word(&random)) }
      var probe = SearchProbe(sets: [])
      probe.patterns = [
        .sequence(row() + [some()]),
        .sequence([some()] + row()),
        .sequence([some(), .alternatives([.sequence(row()), some()])] + row() + [some()]),
        .sequence([some(), .lookahead(.sequence(row() + [some()]))]),
        .sequence([.pattern(PatternID(index: 1))] + row() + [gap(&random)] + row() + [some()]),
        .sequence([some(), .optional(.sequence(row()))] + row() + [.end(.clause)]),
      ]
      probe.voids = [3: [0]]
      let text = text(Int.random(in: 0...30, using: &random), &random)
      try check(probe, text, random)
    }
  }

  @Test("What matches without text is no match, and lets others go on", arguments: 0..<20)
  func withoutText(_ block: Int) throws {
    for round in 0..<20 {
      var random = SeededGenerator(seed: UInt64(30_000 + block * 100 + round))
      func edge() -> WindowEdge { WindowEdge.allCases.randomElement(using: &random) ?? .clause }
      var probe = SearchProbe(sets: [])
      probe.patterns = [
        .sequence([.start(edge()), gap(&random)]),
        .sequence([.start(edge()), .optional(literal(word(&random))), .end(edge())]),
        .sequence([.start(edge()), .optional(literal(word(&random)))]),
        .sequence([.pattern(PatternID(index: 0)), literal(word(&random))]),
        .sequence([.pattern(PatternID(index: 2)), gap(&random), literal(word(&random))]),
        literal(word(&random)),
      ]
      probe.voids = [2: [0], 5: [1]]
      let text = text(Int.random(in: 0...24, using: &random), &random)
      let found = try check(probe, text, random)
      #expect(found.joined().allSatisfy { !$0.isEmpty }, "seed \(random.seed)")
    }
  }

  @Test("Texts of many stretches are searched like short ones", arguments: [0, 1 << 18])
  func longText(_ completeLimit: Int) throws {
    var random = SeededGenerator(seed: 7)
    var probe = SearchProbe(sets: [(0..<40).map { _ in word(&random) + word(&random) }])
    probe.completeLimit = completeLimit
    probe.patterns = [.set(LiteralSetID(index: 0)), .atom(.number), .atom(.latin)]
    let text = text(6000, &random)
    let found = try probe.engine(text)
    #expect(found == probe.oracle(text), "seed \(random.seed)")
    #expect(found.allSatisfy { $0.count > 100 })
  }
}
