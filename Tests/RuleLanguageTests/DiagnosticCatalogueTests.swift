import Diagnostics
import RuleLanguage
import TestSupport
import Testing

struct DiagnosticCatalogueTests {
  @Test("every id has one line on what it means", arguments: DiagnosticCatalogue.all)
  func summary(_ kind: DiagnosticKind) {
    #expect(!kind.summary.isEmpty)
    #expect(!kind.summary.hasSuffix("."))
    #expect(kind.summary.utf8.count <= 90)
    #expect(DiagnosticCatalogue.kind(of: kind.id.rawValue) == kind)
  }

  @Test func `no id means two things`() {
    let ids = DiagnosticCatalogue.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count >= 70)
  }

  @Test("every id has a golden pair in the folder of its group", arguments: DiagnosticCatalogue.all)
  func golden(_ kind: DiagnosticKind) throws {
    let names = try Repository.names(in: "fixtures/diagnostics/\(kind.group.rawValue)")
    #expect(names.contains("\(kind.id.rawValue).yaml"))
    #expect(names.contains("\(kind.id.rawValue).expected"))
  }
}
