import Analysis
import CorpusStatistics
import FoundationEssentials
import Reporting
import TestSupport
import Testing

struct ArticleReportTests {
  private func table(
    width: Int, _ language: ReportLanguage = .en, everything: Bool = false, color: Bool = false
  ) -> String {
    let report = TableReport(
      pack: SampleArticle.pack,
      options: .init(
        language: language, words: ReportWords(), width: width, usesColor: color,
        showsEverything: everything))
    let results = [SampleArticle.result, SampleArticle.empty]
    let figures = results.map { ArticleFigures($0, pack: SampleArticle.pack) }
    return results.map(report.article).joined() + report.totals(GroupSummary(figures))
  }

  @Test("The table of an article is as it was read and approved", arguments: [80, 120])
  func golden(width: Int) throws {
    try expectGolden(table(width: width), "fixtures/reports/table-\(width).txt")
  }

  @Test("With everything shown the table has whole paragraphs and the parts of scores")
  func everything() throws {
    try expectGolden(
      table(width: 80, .zh, everything: true), "fixtures/reports/table-everything-zh.txt")
  }

  @Test("No line of a table is wider than asked for", arguments: [60, 72, 80, 100, 120])
  func fits(width: Int) {
    for line in table(width: width, everything: true).split(separator: "\n") {
      #expect(TextLayout.width(String(line)) <= width, "\(line)")
    }
  }

  @Test("Colours change nothing but the colours")
  func colors() {
    let plain = table(width: 80)
    let colored = table(width: 80, color: true)
    #expect(colored != plain)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test("JSON has every field of the contract")
  func json() throws {
    try expectGolden(json(SampleArticle.result) + "\n", "fixtures/reports/analysis.json")
  }

  @Test("An article of which nothing is known has null fields, not missing ones")
  func emptyJSON() throws {
    try expectGolden(json(SampleArticle.empty) + "\n", "fixtures/reports/analysis-empty.json")
  }

  @Test("JSON is one line that a parser accepts")
  func parses() throws {
    for result in [SampleArticle.result, SampleArticle.empty] {
      let text = json(result)
      #expect(!text.contains("\n"))
      let decoded = try JSONDecoder().decode(Top.self, from: Data(text.utf8))
      #expect(decoded.schema == "duban.analysis/1")
      #expect(decoded.source == result.source)
    }
  }

  @Test("CSV has a row a directive and as many cells as columns")
  func csv() throws {
    let writer = DirectiveCSV(pack: SampleArticle.pack)
    var csv = CSVWriter()
    writer.writeHeader(to: &csv)
    for result in [SampleArticle.result, SampleArticle.empty] { writer.write(result, to: &csv) }
    try expectGolden(
      String(decoding: csv.bytes, as: UTF8.self), "fixtures/reports/directives.csv")
  }

  private struct Top: Decodable {
    var schema: String
    var source: String
  }

  private func json(_ result: AnalysisResult) -> String {
    var json = JSONWriter()
    AnalysisJSON(pack: SampleArticle.pack).write(result, to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
