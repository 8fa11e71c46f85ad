import Testing

@testable import Documents

struct ItemNumberTests {
  private func number(_ text: String) -> ItemNumber? {
    ItemNumber(at: 0, of: Array(text.utf8))
  }

  @Test(
    "Numbers written alike are equal",
    arguments: [
      ("一、目标", "十二、要求"), ("(一)目标", "(三)要求"), ("1.目标", "12.要求"), ("1、目标", "2.要求"),
      ("(1)目标", "(2)要求"), ("第一阶段", "第三阶段"), ("第2条", "第10条"),
    ])
  func alike(_ first: String, _ second: String) throws {
    #expect(number(first) != nil)
    #expect(number(first) == number(second))
  }

  @Test(
    "Numbers written otherwise differ",
    arguments: [("一、目标", "(一)目标"), ("1.目标", "(1)目标"), ("1.目标", "一、目标"), ("第一阶段", "第一条")])
  func unlike(_ first: String, _ second: String) throws {
    #expect(number(first) != nil)
    #expect(number(second) != nil)
    #expect(number(first) != number(second))
  }

  @Test(
    "What counts or dates is no item",
    arguments: ["3.5万元", "2018年", "三个街道", "(城管局)", "一", "(一", "", "第", "目标", "第一", "(一、", "第一、"])
  func none(_ text: String) { #expect(number(text) == nil) }
}
