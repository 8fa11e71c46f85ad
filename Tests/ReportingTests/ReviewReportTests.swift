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

  @Test(
    "Of an order to check others it is said that nobody is named who is checked",
    arguments: [
      ("城管局要清理楼道。", []), ("要清理楼道。", ["nobody is named"]),
      ("核查组要清理楼道。", ["it is left open who is checked"]), ("核查组要清理落后的单位。", []),
    ])
  func checked(text: String, expected: [String]) throws {
    let pack = """
      pack: {name: example, version: 0.1.0}
      labels:
        order: {on: clause, mark: true}
        action: {on: directive, role: slot, amount: true}
        who: {on: directive, role: slot, amount: true, absent: nobody is named}
        force: {on: directive, role: slot, amount: true}
        class: {on: directive, choices: [order]}
        checks: {on: directive, mark: true}
        checked: {on: directive, amount: true}
      directives:
        marks: {demand: order}
        bearer: {slot: who}
        force: {slot: force}
        core: [action]
        class: {label: class, default: order}
        perspective: {mark: checks, supervised: checked, unnamed: 0.1}
      scores:
        specificity:
          parts: {action: 50 * action, who: 50 * who}
      rules:
        - {id: order/must, gives: order, any: [要]}
        - {id: action/clean, gives: action = 1, any: [清理]}
        - {id: who/named, gives: who = 1, any: [城管局, 核查组]}
        - {id: checks/team, gives: checks, any: [核查组]}
        - {id: checked/behind, gives: checked = 1, any: [落后的单位]}

      """
    let file = SourceFile(name: "pack.yaml", bytes: Array(pack.utf8))
    let resolved = PackResolver.resolve(files: [file])
    let analyzer = try Analyzer(#require(resolved.pack, "\(resolved.diagnostics)"))
    var scratch = Analyzer.Scratch()
    let draft = SourceFile(name: "a.txt", bytes: Array(text.utf8))
    let result = analyzer.analyze(DocumentReader.read(draft), withProspects: true, &scratch)
    let report = ReviewReport(
      pack: analyzer.summary,
      options: TableReport.Options(
        language: .en, words: ReportWords(), width: 80, usesColor: false, showsEverything: false))
    #expect(report.diagnostics(result, file: 0).map(\.message) == expected)
  }
}
