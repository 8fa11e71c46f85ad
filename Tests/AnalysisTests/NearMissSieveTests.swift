import Documents
import SourceText
import Testing

@testable import Analysis

@Suite struct NearMissSieveTests {
  @Test("Of a rule that does not hold only what came nearer than before is kept")
  func nearer() throws {
    let rules = "  - {id: x/near, gives: repair = strong, within: sentence, any: [甲..2丙]}"
    let analyzer = try Analyzer(try TinyPack.pack(rules))
    let text =
      "甲一二三四五六丙。没有什么。甲一二三丙。甲一二三四丙。" + String(repeating: "没有什么。", count: 50)
    let document = DocumentReader.read(SourceFile(name: "t", bytes: Array(text.utf8)))
    var scratch = Analyzer.Scratch()
    let plain = analyzer.run(document, &scratch)
    let probe = PatternProbe(
      analyzer.compiled.pack, rules: Array(analyzer.compiled.rules.indices), document,
      analyzer.haystack(document))
    var sieve = NearMissSieve(
      plain, RuleExplainer(plain, probe, keepsIdle: false), includesAll: false)
    let kept = RuleReplay(plain, rules: nil, blocks: [0]).records(0) { sieve.keeps($0) }
      .filter { analyzer.compiled.rules[$0.rule].id == "x/near" }
    #expect(kept.map { plain.place($0.window.span).text } == ["甲一二三四五六丙", "甲一二三丙"])
  }
}
