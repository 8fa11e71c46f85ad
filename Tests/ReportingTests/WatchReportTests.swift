import Analysis
import Diagnostics
import Reporting
import RuleLanguage
import SourceText
import TestSupport
import Testing

struct WatchReportTests {
  @Test("A watched pack's examples are told in the words of the report")
  func words() throws {
    let name = "fixtures/diagnostics/lint/example-fails.yaml"
    let file = SourceFile(name: name, bytes: try Repository.bytes(name))
    let analyzer = try Analyzer(try #require(PackResolver.resolve(files: [file]).pack))
    var report = WatchReport(
      TableReport.Options(
        language: .zh, words: ReportWords(translations: ["test-examples": "BEISPIELE"]), width: 80,
        usesColor: false, showsEverything: false), clears: false)
    var scratch = Analyzer.Scratch()
    let verdicts = analyzer.examples().map { analyzer.verdict(on: $0, &scratch) }
    report.add(verdicts: verdicts, checks: [])
    #expect(report.take().contains("BEISPIELE"))
  }
}
