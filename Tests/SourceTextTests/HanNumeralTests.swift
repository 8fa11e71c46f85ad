import SourceText
import Testing

struct HanNumeralTests {
  @Test(
    "a numeral stands for its value",
    arguments: [
      ("〇", 0), ("零", 0), ("一", 1), ("二", 2), ("两", 2), ("九", 9), ("十", 10), ("百", 100),
      ("千", 1000), ("万", 10_000), ("亿", 100_000_000), ("半", 0.5),
    ] as [(Unicode.Scalar, Double)])
  func value(_ numeral: Unicode.Scalar, _ expected: Double) {
    #expect(HanNumeral.values[numeral] == expected)
  }

  @Test func `each numeral is listed once, and other characters are none`() {
    #expect(Set(HanNumeral.all).count == HanNumeral.all.count)
    #expect(HanNumeral.values.count == HanNumeral.all.count)
    #expect(HanNumeral.values["个"] == nil && HanNumeral.values["1"] == nil)
  }
}
