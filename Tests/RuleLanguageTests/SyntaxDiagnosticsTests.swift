import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing

struct SyntaxDiagnosticsTests {
  private static let folder = "fixtures/diagnostics/syntax"

  @Test("every syntax diagnostic has a golden pair", arguments: SyntaxDiagnostics.all)
  func golden(_ id: DiagnosticID) throws {
    let name = id.rawValue + ".yaml"
    let file = SourceFile(name: name, bytes: try Repository.bytes("\(Self.folder)/\(name)"))
    var limits = SyntaxLimits()
    if id.rawValue == "file-too-large" { limits.bytes = 8 }
    let (_, diagnostics) = SyntaxParser.parse(file, index: 0, limits: limits)
    #expect(diagnostics.map(\.id) == [id])
    let text = diagnostics.map { DiagnosticRenderer().render($0, files: [file]) }.joined()
    try expectGolden(text, "\(Self.folder)/\(id.rawValue).expected")
  }

  @Test func `every golden pair belongs to a syntax diagnostic`() throws {
    let expected = SyntaxDiagnostics.all.flatMap {
      ["\($0.rawValue).expected", "\($0.rawValue).yaml"]
    }
    #expect(try Repository.names(in: Self.folder) == expected)
  }

  @Test func `the ids are in alphabetical order`() {
    let ids = SyntaxDiagnostics.all.map(\.rawValue)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }
}
