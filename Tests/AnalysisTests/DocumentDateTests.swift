import Analysis
import RuleLanguage
import SourceText
import Testing

/// How the words of a date label become a date.
@Suite struct DocumentDateTests {
  private func date(_ text: String) throws -> String? { try fields(text)["date"] }

  /// `stated` is the date beside the text.
  private func fields(_ text: String, stated: String? = nil) throws -> Metadata {
    let pack = try TinyPack.resolve(
      """
      pack: {name: tiny, version: 1.0.0}
      labels:
        date: {on: document, role: metadata, date: true}
        event: {on: document, role: metadata, date: true}
      values:
        size:
          forms: [{pattern: <digits> sheets, value: number}]
        day:
          forms:
            - {pattern: <digits> March <digits>, date: {day: number, month: 3, year: second-number}}
            - {pattern: <digits> April, date: {day: number, month: 4}}
        next:
          forms: [{pattern: until <digits> June, date: {day: number, month: 6}}]
      patterns:
        numerals: <digits>-<digits>-<digits>
      rules:
        - {id: date/any, gives: date, within: block, any: [<day>, <size>, <numerals>]}
        - {id: event/any, gives: event, within: block, any: [<next>]}
      """)
    var scratch = Analyzer.Scratch()
    var facts = StatedMetadata()
    if let stated { facts.add(.init(name: "date", value: stated, source: .frontMatter)) }
    return try Analyzer(pack).analyze(
      SourceFile(name: "t.txt", bytes: Array(text.utf8)), stating: facts, &scratch
    ).metadata
  }

  @Test(
    "A whole date of the pack is read first, then three numbers",
    arguments: [
      ("held on 14 March 2025", "2025-03-14"),
      ("held on 31 March 25", "2025-03-31"),
      ("held on 2025-3-4", "2025-03-04"),
      ("held on 4 April", nil),
      ("held with 12 sheets", nil),
      ("held on 14-3-2025", nil),
      ("held on 2025-2-31", nil), ("held on 2024-2-29", "2024-02-29"),
      ("held", nil),
    ])
  func dates(_ text: String, _ expected: String?) throws {
    #expect(try date(text) == expected)
  }

  @Test(
    "A stated date is read as people and spreadsheets write it",
    arguments: [
      ("2021年4月", "2021-04"), ("2021年", "2021"), ("2021-3", "2021-03"), ("2021/4", "2021-04"),
      ("2021.4", "2021-04"), ("20210405", "2021-04-05"), ("２０２１－０４－０５", "2021-04-05"),
      ("２０２１年４月", "2021-04"), ("二〇二一年十二月", "2021-12"), (" 2021 年 4 月 ", "2021-04"),
      ("2021", "2021"), ("2021-04", "2021-04"), ("2021年4月5日", "2021-04-05"),
      ("20210418 11:10:25", "2021-04-18"), ("2021-04-18 11:10", "2021-04-18"),
      ("二三年五月十日14时", "2023-05-10"), ("98年12月1日", "1998-12-01"), ("21.4.5", "2021-04-05"),
      ("123456789 2021-4-5", "2021-04-05"), ("2021 123456789 4-5", nil), ("2021-二三-5 6", nil),
      ("2021-13", nil), ("2021年13月", nil), ("20211305", nil), ("20211305 8:05:09", nil),
      ("202104", nil), ("21-4", nil),
      ("4/2021", nil), ("2021Q4", nil), ("2021年Q4", nil), ("2021-", nil), ("2021--4", nil),
      ("2021届4", nil), ("12345678", nil), ("2021年4", nil), ("2021月", nil), ("", nil),
      ("20240531123456789012", nil), ("2024-20240531123456789012", nil),
      ("１８４４６７４４０７３７０９５５１６１６", nil),
      ("二〇二四〇五三一一二三四五六七八九〇一二", nil), ("2024年20240531123456789012月", nil),
    ])
  func readings(_ text: String, _ expected: String?) {
    #expect(NumeralDate.stated(text) == expected)
  }

  @Test(
    "What is stated counts where it is a date, else what the text says",
    arguments: [
      (nil, "2024-03-14", "2024-06-30"),
      ("2023-01-02", "2023-01-02", "2023-06-30"),
      ("lately", "2024-03-14", "2024-06-30"),
      ("2023-02-30", "2024-03-14", "2024-06-30"),
      // Of a month or a year counts what is there.
      ("2023-01", "2023-01", "2023-06-30"), ("2023", "2023", "2023-06-30"),
    ] as [(String?, String, String?)])
  func stated(_ stated: String?, _ date: String, _ event: String?) throws {
    let fields = try fields("held on 2024-3-14, open until 30 June", stated: stated)
    #expect(fields["date"] == date)
    #expect(fields["event"] == event)
  }

  @Test(
    "A stated year chooses among the entries of a table that had the name in turn",
    arguments: [
      ("2005", "990100"), ("2005-06", "990100"), ("2005-06-07", "990100"), ("2015", "990101"),
      (nil, "990101"),
    ] as [(String?, String)])
  func places(_ stated: String?, _ code: String) throws {
    let rules = """
      pack: {name: tiny, version: 1.0.0}
      labels:
        date: {on: document, role: metadata, date: true}
        place: {on: document, role: metadata, text: true}
      gazetteers:
        towns: {file: towns.tsv, label: place}
      rules:
        - {id: place/any, gives: place, within: block, any: [云川市]}
      """
    let table = """
      code\tname\tlevel\tprovince\tfirst_year\tlast_year
      990100\t云川市\tcity\t湘南省\t2000\t2010
      990101\t云川市\tcity\t湘南省\t2011\t2030

      """
    let files = [("tiny.yaml", rules + "\n"), ("towns.tsv", table)].map {
      SourceFile(name: $0, bytes: Array($1.utf8))
    }
    let (pack, diagnostics) = PackResolver.resolve(files: files)
    var scratch = Analyzer.Scratch()
    var facts = StatedMetadata()
    if let stated { facts.add(.init(name: "date", value: stated, source: .frontMatter)) }
    let metadata = try Analyzer(try #require(pack, "\(diagnostics)")).analyze(
      SourceFile(name: "t.txt", bytes: Array("云川市开会。".utf8)), stating: facts, &scratch
    ).metadata
    #expect(metadata["place_code"] == code)
  }
}
