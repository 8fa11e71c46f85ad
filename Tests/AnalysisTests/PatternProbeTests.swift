import Documents
import RuleLanguage
import SourceText
import Testing

@testable import Analysis

@Suite struct PatternProbeTests {
  /// What the only pattern of a rule lacks in a text that has nothing of it.
  private func lack(_ pattern: String, _ definitions: String) throws -> Nearness.Lack {
    let pack = try TinyPack.pack(
      "  - {id: x/y, gives: duty = weak, any: ['\(pattern)']}\n" + definitions)
    let document = DocumentReader.read(SourceFile(name: "t", bytes: Array("丁。".utf8)))
    let index = try #require(pack.rules.firstIndex { $0.id == "x/y" })
    let haystack = try Analyzer(try TinyPack.pack()).haystack(document)
    let probe = PatternProbe(pack, rules: [index], document, haystack)
    let expression = try #require(pack.rules[index].condition.alternatives.first)
    guard case .pattern(let words) = expression else { return .nothing }
    return probe.nearest(words, pack.rules[index].within, document.blocks[0].span).lack
  }

  @Test("A limit that stops the search for parts is not taken for their absence")
  func limit() throws {
    let steps = (1...30).map { "  p\($0): <p\($0 - 1)><p\($0 - 1)>\n" }.joined()
    guard case .unmeasured(let error) = try lack("<p30>..2丙", "patterns:\n  p0: (甲|乙)\n" + steps)
    else {
      Issue.record("the limit is swallowed")
      return
    }
    #expect(error.message.contains("characters in one match"))
  }

  @Test("A part that could stand anywhere is no limit")
  func wordless() throws {
    guard case .nothing = try lack("甲<han>乙", "") else {
      Issue.record("a part without words is taken for a limit")
      return
    }
  }
}
