import Analysis
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
    "What is stated counts where it is a date, else what the text says",
    arguments: [
      (nil, "2024-03-14", "2024-06-30"),
      ("2023-01-02", "2023-01-02", "2023-06-30"),
      ("lately", "2024-03-14", "2024-06-30"),
      ("2023-02-30", "2024-03-14", "2024-06-30"),
      // A month is a date, though not one to count from.
      ("2023-01", "2023-01", nil),
    ] as [(String?, String, String?)])
  func stated(_ stated: String?, _ date: String, _ event: String?) throws {
    let fields = try fields("held on 2024-3-14, open until 30 June", stated: stated)
    #expect(fields["date"] == date)
    #expect(fields["event"] == event)
  }
}
