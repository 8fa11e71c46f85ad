import Analysis
import SourceText
import Testing

/// How the words of a date label become a date.
@Suite struct DocumentDateTests {
  private func date(_ text: String) throws -> String? {
    let pack = try TinyPack.resolve(
      """
      pack: {name: tiny, version: 1.0.0}
      labels:
        date: {on: document, role: metadata, date: true}
      values:
        size:
          forms: [{pattern: <digits> sheets, value: number}]
        day:
          forms:
            - {pattern: <digits> March <digits>, date: {day: number, month: 3, year: second-number}}
            - {pattern: <digits> April, date: {day: number, month: 4}}
      patterns:
        numerals: <digits>-<digits>-<digits>
      rules:
        - {id: date/any, gives: date, within: block, any: [<day>, <size>, <numerals>]}
      """)
    var scratch = Analyzer.Scratch()
    let result = try Analyzer(pack).analyze(
      SourceFile(name: "t.txt", bytes: Array(text.utf8)), &scratch)
    return result.metadata["date"]
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
}
