import Documents
import TestSupport
import Testing

/// Numbers of pages, and ends of pages, in the midst of a sentence.
struct PageNumberTests {
  /// A wrapped text in whose third paragraph `inside` stands between two lines.
  private static func cut(_ inside: String) -> String {
    let lines = WrappedLinesTests.wrapped(WrappedLinesTests.prose, at: 22, .indented)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let index = lines.firstIndex { $0.contains("但也要看到") } ?? 0
    return (lines[...index] + [Substring(inside)] + lines[(index + 1)...]).joined(separator: "\n")
  }

  @Test(
    "The number of a page is no line of a text that was cut at a width",
    arguments: [
      "1", "12", "- 3 -", "—3—", "— 3 —", "－ 3 －", "·3·", "3/12", "3 / 12", "第3页", "第 3 页 共 12 页",
      "\u{0C}", "\n3\n", "\n- 3 -\n\n", "3\n\u{0C}",
    ])
  func number(inside: String) {
    #expect(read(Self.cut(inside)).blockStrings == WrappedLinesTests.prose, "\(inside)")
  }

  @Test("A page may begin with the line behind its end")
  func formFeed() {
    let lines = Self.cut("").replacing("\n\n", with: "\n\u{0C}")
    #expect(read(lines).blockStrings == WrappedLinesTests.prose)
  }

  @Test("A form feed is no part of the line that it begins")
  func feeds() {
    #expect(
      read("\u{0C}一、目标\n清理楼道。\n\u{0C}二、任务\n\u{0C}\n").blockStrings == ["一、目标", "清理楼道。", "二、任务"])
  }

  @Test(
    "In a text with a paragraph on each line the halves of a sentence are joined over it",
    arguments: [("3", 1), ("- 3 -", 1), ("第3页", 1), ("3处", 3), ("3.", 3), ("2021年", 3), ("一", 3)])
  func unwrapped(inside: String, count: Int) {
    let first = "市城管局要在5月20日前更换破损井盖,每天巡查两遍,把责任落到每个网格"
    let document = read("\(first)\n\(inside)\n并于每周五下午报送进度。")
    #expect(document.blockStrings.count == count, "\(document.blockStrings)")
  }

  @Test(
    "Behind what ends, before an item and among short lines a number is a line of its own",
    arguments: [
      "各街道要把责任落到每个网格,每周五下午报送进度。\n3\n并于月底前完成。",
      "市城管局要在5月20日前更换破损井盖,每天巡查两遍,把责任落到网格\n3\n二、守住成果",
      "整治任务\n3\n清理楼道",
    ])
  func other(text: String) {
    #expect(read(text).blockStrings.count == 3)
  }
}
