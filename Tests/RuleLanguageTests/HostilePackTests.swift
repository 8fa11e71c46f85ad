import Diagnostics
import RuleLanguage
import SourceText
import Testing

/// Packs made to hurt: each must end in the diagnostic that names its limit.
///
/// Tests run on threads with small stacks, so that a recursion that follows the pack shows here.
struct HostilePackTests {
  private static let header = "pack: {name: hostile, version: '1'}\n"
  private static let mark = header + "labels: {x: {on: clause, mark: true}}\n"

  /// The ids of what is found wrong, each once, in order.
  private func ids(_ text: String) -> [String] {
    let file = SourceFile(name: "pack.yaml", bytes: Array(text.utf8))
    var ids: [String] = []
    for diagnostic in PackResolver.resolve(files: [file]).diagnostics
    where !ids.contains(diagnostic.id.rawValue) {
      ids.append(diagnostic.id.rawValue)
    }
    return ids
  }

  private func rule(_ keys: String) -> String {
    Self.mark + "rules:\n  - {id: x/y, gives: x, \(keys)}\n"
  }

  @Test func `collections inside one another`() {
    #expect(
      ids(Self.header + "rules: " + String(repeating: "[", count: 10_000)) == ["nesting-too-deep"])
    #expect(
      ids(Self.header + "rules:\n  " + String(repeating: "- ", count: 10_000) + "x\n")
        == ["nesting-too-deep"])
    #expect(ids(Self.header + "rules: " + String(repeating: "!a ", count: 10_000)) == ["yaml-tag"])
  }

  @Test func `groups and formulas inside one another`() {
    let groups = String(repeating: "(", count: 900) + "甲" + String(repeating: ")", count: 900)
    #expect(ids(rule("any: ['\(groups)']")) == ["pattern-too-deep"])
    let deep = String(repeating: "(", count: 40) + "han" + String(repeating: ")", count: 40)
    #expect(ids(rule("where: '\(deep)'")) == ["formula-too-deep"])
    #expect(ids(rule("where: '\(String(repeating: "- ", count: 300))han'")) == ["formula-too-deep"])
    let long = String(repeating: "han+", count: 100_000) + "han"
    #expect(ids(rule("where: '\(long)'")) == ["formula-too-long"])
  }

  @Test func `chains and circles of patterns`() {
    let chain = (1..<10_000).map { "  p\($0): 甲<p\($0 - 1)>\n" }.joined()
    #expect(
      ids(rule("any: [<p9999>]") + "patterns:\n  p0: 甲\n" + chain) == ["references-too-deep"])
    let circle = (0..<10_000).map { "  p\($0): 甲<p\(($0 + 1) % 10_000)>\n" }.joined()
    #expect(ids(rule("any: [<p0>]") + "patterns:\n" + circle) == ["reference-cycle"])
  }

  @Test func `a circle of patterns in the form of a value`() {
    let text = """
      patterns: {a: 甲<b>, b: 乙<a>}
      values: {v: {forms: [{pattern: <a>, value: first}]}}

      """
    #expect(ids(rule("any: [<v>]") + text).contains("reference-cycle"))
  }

  @Test func `chains and circles of lexicons`() {
    let chain = (1..<10_000).map { "  l\($0): {include: [l\($0 - 1)], terms: [甲]}\n" }.joined()
    #expect(
      ids(rule("any: [<l9999>]") + "lexicons:\n  l0: [甲]\n" + chain)
        .contains("references-too-deep"))
    let circle = (0..<10_000).map { "  l\($0): {include: [l\(($0 + 1) % 10_000)]}\n" }.joined()
    #expect(ids(rule("any: [<l0>]") + "lexicons:\n" + circle).contains("reference-cycle"))
  }

  private func labels(_ count: Int, reads: (Int) -> Int) -> String {
    let labels = (0..<count).map { "  l\($0): {on: clause, mark: true}\n" }.joined()
    let rules = (0..<count).map { "  - {id: x/r\($0), gives: l\($0), label: l\(reads($0))}\n" }
    return Self.header + "labels:\n" + labels + "  first: {on: clause, mark: true}\nrules:\n"
      + rules.joined()
  }

  @Test func `a chain of labels of any length has its stages`() throws {
    let text = labels(5000) { $0 + 1 }.replacing("label: l5000", with: "label: first")
    let file = SourceFile(name: "pack.yaml", bytes: Array(text.utf8))
    let pack = try #require(PackResolver.resolve(files: [file]).pack)
    #expect(pack.stages == (1...5000).reversed().map { $0 })
  }

  @Test func `a circle of labels is told in few words`() throws {
    let text = labels(5000) { ($0 + 1) % 5000 }
    let file = SourceFile(name: "pack.yaml", bytes: Array(text.utf8))
    let diagnostics = PackResolver.resolve(files: [file]).diagnostics
      .filter { $0.severity == .error }
    #expect(diagnostics.map(\.id.rawValue) == ["label-cycle"])
    #expect(try #require(diagnostics.first).message.utf8.count < 300)
  }

  @Test func `a thousand of many mistakes are kept, and the pack is refused`() {
    let rules = (0..<3000).map { "  - {id: x/r\($0), gives: y\($0), any: [甲]}\n" }.joined()
    let text = Self.mark + "rules:\n" + rules
    let file = SourceFile(name: "pack.yaml", bytes: Array(text.utf8))
    let (pack, diagnostics) = PackResolver.resolve(files: [file])
    #expect(pack == nil)
    #expect(diagnostics.count { $0.severity == .error } == 1000)
  }
}
