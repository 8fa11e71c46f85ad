import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing

struct ResolverDiagnosticsTests {
  private static let folder = "fixtures/diagnostics/resolve"

  @Test("every resolver diagnostic has a golden pair", arguments: ResolverDiagnosticID.allCases)
  func golden(_ id: ResolverDiagnosticID) throws {
    let name = id.rawValue + ".yaml"
    let file = SourceFile(name: name, bytes: try Repository.bytes("\(Self.folder)/\(name)"))
    let files = [file] + (try Self.table(of: id))
    let (pack, diagnostics) = PackResolver.resolve(files: files)
    #expect(diagnostics.map(\.id.rawValue) == [id.rawValue])
    #expect((pack == nil) == diagnostics.contains { $0.severity == .error })
    let text = diagnostics.map { DiagnosticRenderer().render($0, files: files) }.joined()
    try expectGolden(text, "\(Self.folder)/\(id.rawValue).expected")
  }

  @Test func `every golden pair belongs to a resolver diagnostic`() throws {
    let expected = try ResolverDiagnosticID.allCases.flatMap { id in
      ["\(id.rawValue).expected"] + (try Self.table(of: id).map(\.name)) + ["\(id.rawValue).yaml"]
    }
    #expect(try Repository.names(in: Self.folder) == expected)
  }

  /// The data file beside the golden pair, if any.
  private static func table(of id: ResolverDiagnosticID) throws -> [SourceFile] {
    let name = "\(id.rawValue).tsv"
    guard try Repository.names(in: folder).contains(name) else { return [] }
    return [SourceFile(name: name, bytes: try Repository.bytes("\(folder)/\(name)"))]
  }

  @Test func `the ids are in alphabetical order`() {
    let ids = ResolverDiagnosticID.allCases.map(\.rawValue)
    #expect(ids == ids.sorted())
  }

  @Test func `no id means something else to the reader of the syntax`() {
    let ids = Set(SyntaxDiagnostics.all.map(\.rawValue))
    #expect(ids.isDisjoint(with: ResolverDiagnosticID.allCases.map(\.rawValue)))
  }
}
