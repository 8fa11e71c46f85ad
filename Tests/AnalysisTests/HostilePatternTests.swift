import Analysis
import Diagnostics
import RuleLanguage
import SourceText
import Testing

/// Patterns made to hurt: they compile in bounded time, or a limit is named with its place.
struct HostilePatternTests {
  /// The message of the limit that the pack reaches; nil when it compiles.
  private func limit(_ text: String) throws -> String? {
    let header = "pack: {name: hostile, version: '1'}\nlabels: {x: {on: clause, mark: true}}\n"
    let file = SourceFile(name: "pack.yaml", bytes: Array((header + text).utf8))
    let (pack, diagnostics) = PackResolver.resolve(files: [file])
    let resolved = try #require(pack, "\(diagnostics.map(\.message))")
    do throws(CompileError) {
      _ = try Analyzer(resolved)
      return nil
    } catch {
      #expect(error.span != nil)
      return error.message
    }
  }

  private func rule(_ patterns: [String]) -> String {
    "rules:\n  - id: x/y\n    gives: x\n    any:\n" + patterns.map { "      - \($0)\n" }.joined()
  }

  @Test func `patterns that double at each step`() throws {
    let steps = (1...30).map { "  p\($0): <p\($0 - 1)><p\($0 - 1)>\n" }.joined()
    let message = try limit(rule(["<p30>"]) + "patterns:\n  p0: (甲|乙)\n" + steps)
    #expect(try #require(message).contains("characters in one match"))
  }

  @Test func `alternatives that multiply`() throws {
    #expect(try limit(rule([String(repeating: "(甲|乙)", count: 200)])) == nil)
    #expect(try limit(rule([Array(repeating: "甲", count: 250).joined(separator: "..12")])) == nil)
  }

  @Test(
    "Gaps with what may be missing between them",
    arguments: [(719, "", true), (720, "", true), (721, "", false), (720, "甲", true)])
  func chainedGaps(_ characters: Int, _ word: String, _ expected: Bool) throws {
    let pattern = "起" + String(repeating: "..60(甲)?", count: 11) + "..60止"
    let half = String(repeating: "中", count: characters / 2)
    let text = "起" + half + word + half + (characters.isMultiple(of: 2) ? "" : "中") + "止"
    let tags = try analyze(
      text + "。", rules: "  - {id: x/y, gives: duty = weak, any: ['\(pattern)']}"
    ).paragraphs.flatMap(\.tags)
    #expect(tags.flatMap(\.evidence).map(\.text) == (expected ? [text] : []))
  }

  @Test func `what may be missing before the first word`() throws {
    let long = String(repeating: "(<han>|a)?", count: 198) + "甲"
    #expect(try #require(try limit(rule([long]))).contains("at most"))
    let many = (0..<4000).map { String(repeating: "(<han>|a)?", count: 100) + "甲\($0)" }
    #expect(try #require(try limit(rule(many))).contains("ways through the patterns"))
  }

  @Test func `Han characters that may be missing one by one`() throws {
    let many = (0..<4000).map { String(repeating: "(<han>)?", count: 240) + "甲\($0)" }
    #expect(try limit(rule(many)) == nil)
  }

  @Test func `lexicons that include each other twice at each step`() throws {
    let steps = (1...30).flatMap { step in
      ["l", "m"].map { "  \($0)\(step): {include: [l\(step - 1), m\(step - 1)], terms: [丙]}\n" }
    }
    let lexicons = "lexicons:\n  l0: [甲]\n  m0: [乙]\n" + steps.joined()
    #expect(try limit(rule(["<l30>"]) + lexicons) == nil)
  }
}
