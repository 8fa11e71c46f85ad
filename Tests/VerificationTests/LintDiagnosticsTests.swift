import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing
import Verification

struct LintDiagnosticsTests {
  private static let folder = "fixtures/diagnostics/lint"

  @Test("every lint has a golden pair", arguments: LintID.allCases)
  func golden(_ id: LintID) throws {
    let name = id.rawValue + ".yaml"
    let file = SourceFile(name: name, bytes: try Repository.bytes("\(Self.folder)/\(name)"))
    let check = PackCheck(files: [file])
    #expect(check.diagnostics.map(\.id.rawValue) == [id.rawValue])
    #expect(check.diagnostics.allSatisfy { $0.severity == .warning && !$0.notes.isEmpty })
    let text = check.diagnostics.map { DiagnosticRenderer().render($0, files: [file]) }.joined()
    try expectGolden(text, "\(Self.folder)/\(id.rawValue).expected")
  }

  @Test func `every golden pair belongs to a lint`() throws {
    let expected = LintID.allCases.flatMap { ["\($0.rawValue).expected", "\($0.rawValue).yaml"] }
    #expect(try Repository.names(in: Self.folder) == expected)
  }

  @Test(
    "Alternatives that are too many to be compared are said not to be",
    arguments: [(1_000, []), (5_000, [.alternatives(ofRule: "a")])]
      as [(Int, [PackLinter.Uncompared])])
  func uncompared(count: Int, expected: [PackLinter.Uncompared]) {
    let lines = (0..<count).map { "      - 督查\($0)\n" }.joined()
    let text = """
      pack: {name: example, version: 0.1.0}
      labels: {demand: {on: clause, mark: true}}
      rules:
        - id: a
          gives: demand
          any:

      """
    let file = SourceFile(name: "a.yaml", bytes: Array((text + lines).utf8))
    #expect(PackCheck(files: [file]).uncompared == expected)
  }

  @Test func `the ids are in alphabetical order and mean nothing else elsewhere`() {
    let ids = LintID.allCases.map(\.rawValue)
    #expect(ids == ids.sorted())
    let others =
      SyntaxDiagnostics.all.map(\.rawValue) + ResolverDiagnosticID.allCases.map(\.rawValue)
    #expect(Set(ids).isDisjoint(with: others))
  }
}
