import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing
import Verification

/// Ids that the program adds at its limits.
struct ProgramDiagnosticsTests {
  private static let folder = "fixtures/diagnostics/program"
  private static let kinds = DiagnosticCatalogue.all.filter { $0.group == .program }

  @Test("every diagnostic of the program has a golden pair", arguments: kinds)
  func golden(_ kind: DiagnosticKind) throws {
    let id = kind.id.rawValue
    let file = SourceFile(
      name: "\(id).yaml", bytes: try Repository.bytes("\(Self.folder)/\(id).yaml"))
    var bag = DiagnosticBag()
    bag.add(contentsOf: PackCheck(files: [file]).diagnostics)
    let last = try #require(bag.diagnostics.last)
    #expect(last.id == kind.id)
    try expectGolden(
      DiagnosticRenderer().render(last, files: [file]), "\(Self.folder)/\(id).expected")
  }

  @Test func `every golden pair belongs to a diagnostic of the program`() throws {
    let expected = Self.kinds.flatMap { ["\($0.id.rawValue).expected", "\($0.id.rawValue).yaml"] }
    #expect(try Repository.names(in: Self.folder) == expected)
  }
}
