import Reporting
import Testing

struct CSVWriterTests {
  private func row(_ cells: CSVWriter.Cell...) -> String {
    var csv = CSVWriter()
    csv.row(cells)
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  @Test(
    "Cells are quoted only where they need it",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("", ""), ("全角，逗号", "全角，逗号"),
    ])
  func quotes(text: String, expected: String) {
    #expect(row(.text(text)) == expected + "\r\n")
  }

  @Test(
    "Text that a spreadsheet would run as a formula gets an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@name", "'@name"), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""), ("=a,b", "\"'=a,b\""), ("a=b", "a=b"),
    ])
  func formulas(text: String, expected: String) {
    #expect(row(.text(text)) == expected + "\r\n")
  }

  @Test("Numbers stay numbers and unknown cells are empty")
  func numbers() {
    #expect(
      row(.integer(-3), .number(-0.5), .empty, .init(String?.none), .init(1.0))
        == "-3,-0.5,,,1\r\n")
  }
}
