import Analysis
import Reporting
import SourceText
import Testing

/// What of the words of a slot stands in a cell of the ledger.
struct LedgerCellTests {
  private func cell(_ others: [String]) -> String? {
    var result = SampleArticle.result
    result.paragraphs[1].directives[0].slots[0].others = others.map {
      Evidence(rule: "r", text: $0, bytes: SourceSpan(0, 0))
    }
    var ledger = Ledger(pack: SampleArticle.pack)
    ledger.add(result)
    return ledger.rows.first?.words.first ?? nil
  }

  @Test(
    "What says from when is no deadline",
    arguments: [([], "2024-06-10"), (["onset"], "2024-05-20"), (["onset", "day"], nil)]
      as [(Set<String>, String?)])
  func deadline(starts: Set<String>, expected: String?) {
    var result = SampleArticle.result
    result.paragraphs[1].directives[0].slots[0].measures =
      [("day", "2024-05-20"), ("onset", "2024-06-10")].map { name, date in
        MeasureResult(name: name, reading: .date(date), text: date, bytes: SourceSpan(0, 0))
      }
    var pack = SampleArticle.pack
    pack.starts = starts
    var ledger = Ledger(pack: pack)
    ledger.add(result)
    #expect(ledger.rows.first?.deadline == expected)
  }

  @Test(
    "All words stand in the cell, of many the first three",
    arguments: [
      ([], "修补"), (["完成"], "修补 / 完成"), (["完成", "养护"], "修补 / 完成 / 养护"),
      (["完成", "养护", "清扫"], "修补 / 完成 / 养护 / …"),
    ] as [([String], String)])
  func words(others: [String], expected: String) {
    #expect(cell(others) == expected)
  }
}
