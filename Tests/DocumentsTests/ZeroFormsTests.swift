import Documents
import Testing

struct ZeroFormsTests {
  static let written = [
    ("二○一二年", "二〇一二年"), ("二◯一九年", "二〇一九年"), ("二OO八年", "二〇〇八年"), ("二ＯＯ八年", "二〇〇八年"),
    ("二ОО八年", "二〇〇八年"), ("二o一o年", "二〇一〇年"), ("二0二0年", "二〇二〇年"), ("二〇二0年", "二〇二〇年"),
    ("于二0一九年,二○二○年", "于二〇一九年,二〇二〇年"),
  ]

  @Test("Signs for 〇 between Han figures are 〇", arguments: written)
  func signs(_ text: String, _ expected: String) {
    #expect(read(text).blockStrings == [expected])
    #expect(read(text).noise.isEmpty)
  }

  @Test(
    "Elsewhere they are what they are",
    arguments: ["一O", "二0", "第二○", "○○县", "王○○", "K歌O二", "二000年", "十○二一", "100个", "一、O二三"])
  func kept(_ text: String) {
    #expect(read(text).blockStrings == [text])
  }
}
