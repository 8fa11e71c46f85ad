import PatternAutomaton
import TestSupport
import Testing

@Suite struct NumeralValueTests {
  @Test(
    "a run of numerals has one value",
    arguments: [
      ("0", 0), ("25", 25), ("007", 7), ("3.5", 3.5), ("1,200", 1200), ("1,234,567.5", 1_234_567.5),
      ("3.5万", 35_000), ("3万5千", 35_000), ("2亿", 200_000_000), ("1.2万亿", 1_200_000_000_000),
      ("5千万", 50_000_000), ("12万3千4百", 123_400),
      ("一", 1), ("两", 2), ("十", 10), ("十五", 15), ("二十", 20), ("二十五", 25), ("百", 100),
      ("一百", 100), ("一百零五", 105), ("一百一十", 110), ("一百三十七", 137), ("三百五", 350),
      ("两千", 2000), ("三千六", 3600), ("两千零二十", 2020), ("一万", 10_000), ("一万五", 15_000),
      ("十二万三千四百五十六", 123_456), ("三千万", 30_000_000), ("一亿零五百", 100_000_500),
      ("二〇二五", 2025), ("二零二五", 2025), ("一九四九", 1949), ("〇", 0),
      ("二五", 25), ("一二三", 123), ("五四", 54), ("〇一", 1), ("12", 12),
      ("半", 0.5), ("一半", 0.5), ("两半", 2.5), ("十一半", 11.5), ("万", 10_000),
      ("1万2", 12_000), ("1万25", 10_025), ("1万2千", 12_000), ("3.5万2", 37_000), ("二百5", 250),
    ] as [(String, Double)])
  func value(_ text: String, _ expected: Double) {
    #expect(NumeralValue.of(text.utf8) == expected, "\(text)")
  }

  @Test(arguments: [
    "", "甲", "abc", "2024.5.31", "3.5.6", "3..5", "1.2.3万", String(repeating: "9", count: 400),
  ])
  func `text that is no numeral has no value`(_ text: String) {
    #expect(NumeralValue.of(text.utf8) == nil)
  }

  @Test(arguments: [
    "二三十", "三四百", "七八千", "一二万", "三五亿", "一百二三十", "十七八", "二十三四", "一百零七八", "十四五",
    "一两", "两三", "二三", "七八", "三五",
  ])
  func `what names a range has no value`(_ text: String) {
    #expect(NumeralValue.of(text.utf8) == nil)
  }

  /// Writes a number in Han numerals the long way; the inverse of what is tested.
  private func written(_ number: Int) -> String {
    let figures = Array("零一二三四五六七八九")
    func section(_ number: Int) -> String {
      var text = ""
      var gap = false
      for (size, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let figure = number / size % 10
        if figure == 0 {
          gap = !text.isEmpty
        } else {
          text += (gap ? "零" : "") + String(figures[figure]) + unit
          gap = false
        }
      }
      return text
    }
    if number == 0 { return "零" }
    var text = ""
    for (size, unit) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
      let part = number / size % 10_000
      guard part > 0 else { continue }
      text += (!text.isEmpty && part < 1000 ? "零" : "") + section(part) + unit
    }
    return text
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `a number written out is read back`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let digits = Int.random(in: 1...11, using: &generator)
      var limit = 1
      for _ in 0..<digits { limit *= 10 }
      let number = Int.random(in: 0..<limit, using: &generator)
      let text = written(number)
      #expect(NumeralValue.of(text.utf8) == Double(number), "seed \(seed): \(text)")
    }
  }
}
