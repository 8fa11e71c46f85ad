import Analysis
import CorpusStatistics
import FoundationEssentials
import Reporting
import SourceText
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

  /// The article with one tag on its first paragraph, earned by these stretches of the text.
  private func table(
    quoting spans: [SourceSpan], everything: Bool = false
  ) -> String {
    var result = SampleArticle.result
    let text = Array(result.paragraphs[0].text.utf8)
    result.paragraphs[0].tags = [
      TagResult(
        tag: "duty", level: 1, levelName: "formulaic",
        evidence: spans.map { span in
          Evidence(
            rule: "duty/x", text: String(decoding: text[span.start..<span.end], as: UTF8.self),
            bytes: SourceSpan(span.start + 31, span.end + 31), inText: span)
        })
    ]
    let options = TableReport.Options(
      language: .en, words: ReportWords(), width: 200, usesColor: false, showsEverything: everything
    )
    return TableReport(pack: SampleArticle.pack, options: options).article(result)
  }

  @Test(
    "Words of a tag that overlap are shown as one, and no more than six",
    arguments: [
      ([(0, 6)], "“昨天”"), ([(0, 6), (3, 12)], "“昨天上午”"), ([(0, 6), (6, 12)], "“昨天” “上午”"),
      ([(6, 12), (0, 12), (3, 6)], "“昨天上午”"),
      ([(0, 3), (3, 6), (6, 9), (9, 12), (13, 16), (16, 19)], "“昨” “天” “上” “午” “云” “川”  "),
      (
        [(0, 3), (3, 6), (6, 9), (9, 12), (13, 16), (16, 19), (19, 22)],
        "“昨” “天” “上” “午” “云” “川” +1"
      ),
    ] as [([(Int, Int)], String)])
  func quotes(spans: [(Int, Int)], words: String) {
    let table = table(quoting: spans.map { SourceSpan($0.0, $0.1) }) + "  "
    #expect(table.replacing("\n", with: "  ").contains("duty ●○ " + words), "\(table)")
  }

  @Test("With everything shown, all words of a tag are")
  func quotesEverything() {
    let spans = (0..<7).map { SourceSpan($0 * 3 + ($0 < 4 ? 0 : 1), $0 * 3 + ($0 < 4 ? 3 : 4)) }
    #expect(!table(quoting: spans, everything: true).contains("+1"))
    #expect(table(quoting: spans).contains("+1"))
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
