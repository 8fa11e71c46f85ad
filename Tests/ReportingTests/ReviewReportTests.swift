import Analysis
import Diagnostics
import Documents
import Reporting
import RuleLanguage
import SourceText
import TestSupport
import Testing

struct ReviewReportTests {
  private static let folder = "fixtures/diagnostics/review"

  @Test("What a draft leaves open has a golden pair, and its kind is in the catalogue")
  func golden() throws {
    let files = try ["open-slot.yaml", "open-slot.txt"].map {
      SourceFile(name: $0, bytes: try Repository.bytes("\(Self.folder)/\($0)"))
    }
    let pack = try #require(PackResolver.resolve(files: [files[0]]).pack)
    let analyzer = try Analyzer(pack)
    var scratch = Analyzer.Scratch()
    let result = analyzer.analyze(DocumentReader.read(files[1]), withProspects: true, &scratch)
    let report = ReviewReport(
      pack: analyzer.summary,
      options: TableReport.Options(
        language: .en, words: ReportWords(), width: 80, usesColor: false, showsEverything: false))
    let found = report.diagnostics(result, file: 0)
    #expect(Set(found.map(\.id)).isSubset(of: report.kinds.map(\.id)))
    let kinds = found.map { DiagnosticCatalogue.kind(of: $0.id.rawValue) }
    #expect(kinds.map(\.?.id) == ["open-slot"])
    #expect(kinds.map(\.?.severity) == found.map(\.severity))
    try expectGolden(
      found.map { DiagnosticRenderer().render($0, files: [files[1]]) }.joined(),
      "\(Self.folder)/open-slot.expected")
  }
}
