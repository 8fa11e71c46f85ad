import Documents
import SourceText
import Testing

struct StraightQuotesTests {
  @Test(
    "Straight marks around Chinese text open and close in turns",
    arguments: [
      ("他说:\"先治脏。\"又说:\"再治乱。\"", "他说:“先治脏。”又说:“再治乱。”"),
      ("按\"一岗双责\"抓落实", "按“一岗双责”抓落实"),
      ("以\"A级\"为准", "以“A级”为准"),
      ("给乘客播\"要3分钟\"的提示,4\"和5\"的管子", "给乘客播“要3分钟”的提示,4\"和5\"的管子"),
      // Speech of several paragraphs closes in the last.
      ("\"先治脏。", "“先治脏。"),
      ("\"先治脏,按\"一岗双责\"办。", "\"先治脏,按\"一岗双责\"办。"),
      // Nobody knows where these close.
      ("没有闭合\"一,二。", "没有闭合\"一,二。"),
      ("5\"屏一台", "5\"屏一台"),
      ("say \"no\" and \"yes\"", "say \"no\" and \"yes\""),
      ("\"", "\""), ("\"\"", "\"\""),
    ])
  func marks(_ text: String, _ expected: String) {
    let document = read(text)
    #expect(document.string == expected)
    #expect(read(document.string).string == expected)
    #expect(document.noise.isEmpty)
  }

  @Test("Places behind the marks are those of the file")
  func places() throws {
    let text = "他说:\"先治脏。\"再治乱。"
    let document = read(text)
    let last = try #require(document.sentences.last)
    let bytes = document.offsets.original(last.span)
    #expect(Array(text.utf8)[bytes.start..<bytes.end].elementsEqual("再治乱".utf8))
  }
}
