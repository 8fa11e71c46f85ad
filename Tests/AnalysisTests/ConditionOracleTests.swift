import Documents
import RuleLanguage
import SourceText
import TestSupport
import Testing

@testable import Analysis

/// The evaluator says of random conditions and texts what the definition says.
@Suite struct ConditionOracleTests {
  private static let header = """
    pack: {name: oracle, version: 1.0.0}
    labels:
      in-sentence: {on: sentence, mark: true}
      in-document: {on: document, mark: true}
    rules:
    """

  private func word(_ random: inout SeededGenerator) -> String {
    func letter() -> String { ["甲", "乙", "丙", "丁"].randomElement(using: &random) ?? "" }
    let first = letter()
    let forms = [
      "(\(first)|\(first)\(letter())\(letter()))", letter(), letter(), letter() + letter(),
      "\(letter())..3\(letter())",
      "(\(letter())|\(letter())..1-4\(letter()))", "\(letter())(\(letter()))?",
      "\(letter())(\(letter()))?(?=..2\(letter())|,)",
    ]
    return "'\(forms.randomElement(using: &random) ?? "")'"
  }

  private func words(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
    let count = Int.random(in: count, using: &random)
    return (0..<count).map { _ in word(&random) }.joined(separator: ", ")
  }

  private func condition(_ depth: Int, _ random: inout SeededGenerator) -> String {
    let form = Int.random(in: depth > 0 ? 0..<7 : 0..<3, using: &random)
    if form == 0 { return word(&random) }
    if form == 1 { return "{ordered: [\(words(2...4, &random))]}" }
    if form == 2 {
      let characters = Int.random(in: 1...9, using: &random)
      return "{near: {within: \(characters), of: [\(words(2...4, &random))]}}"
    }
    let members = (0..<3).map { _ in condition(depth - 1, &random) }.joined(separator: ", ")
    switch form {
    case 3: return "{any: [\(members)]}"
    case 4: return "{all: [\(members)]}"
    case 5: return "{none: [\(members)]}"
    default: return "{at-least: {count: 2, of: [\(members)]}}"
    }
  }

  private func text(_ random: inout SeededGenerator) -> String {
    let letters = Array("甲甲乙乙丙丙丁丁中中,。\n")
    let count = Int.random(in: 1...40, using: &random)
    return String((0..<count).map { _ in letters.randomElement(using: &random) ?? "中" })
  }

  @Test("On random conditions and texts the evaluator keeps to the definition", arguments: 0..<32)
  func equalsOracle(_ block: Int) throws {
    for round in 0..<20 {
      var random = SeededGenerator(seed: UInt64(block * 100 + round))
      let rules = ["in-sentence", "in-document"].map { label in
        "  - {id: x/\(label), gives: \(label), any: [\(condition(2, &random)), 戊]}"
      }.joined(separator: "\n")
      let pack = try TinyPack.resolve(Self.header + "\n" + rules + "\n")
      let analyzer = try Analyzer(pack)
      var scratch = Analyzer.Scratch()
      for _ in 0..<3 {
        let text = text(&random)
        let document = DocumentReader.read(SourceFile(name: "t", bytes: Array(text.utf8)))
        let oracle = NaiveCondition(document)
        let evaluator = analyzer.run(document, &scratch).evaluator
        let comment: Comment = "seed \(random.seed)\n\(rules)\n\(text)"
        let whole = SourceSpan(0, document.text.count)
        #expect(
          (evaluator.labels.value(1, 0) > 0) == oracle.holds(pack.rules[1].condition, in: whole),
          comment)
        for (index, sentence) in document.sentences.enumerated() {
          let expected = oracle.holds(pack.rules[0].condition, in: sentence.span)
          #expect((evaluator.labels.value(0, index) > 0) == expected, comment)
        }
        evaluator.matches.release(&scratch.matches)
      }
    }
  }
}
