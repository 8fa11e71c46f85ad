import FoundationEssentials
import TestSupport
import Testing

@testable import Analysis

@Suite struct CivilDateTests {
  @Test(arguments: [21, 22] as [UInt64])
  func `days and dates agree with the calendar of the toolchain`(_ seed: UInt64) throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      // From 1600 on, where the toolchain's calendar is Gregorian.
      let days = Int.random(in: -135_000...200_000, using: &generator)
      let date = CivilDate(daysSinceEpoch: days)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(days) * 86_400))
      #expect(
        [date.year, date.month, date.day] == [parts.year, parts.month, parts.day],
        "seed \(seed), day \(days)")
      #expect(date.weekday % 7 + 1 == parts.weekday, "seed \(seed), day \(days)")
      #expect(date.daysSinceEpoch == days)
      #expect(date.normalized == date)
    }
  }

  @Test(
    "months and days outside their range are carried or cut",
    arguments: [
      ((2025, 13, 10), (2026, 1, 10)), ((2025, 0, 31), (2024, 12, 31)),
      ((2025, 2, 31), (2025, 2, 28)), ((2024, 2, 31), (2024, 2, 29)),
      ((2025, 4, 31), (2025, 4, 30)), ((2025, 26, 1), (2027, 2, 1)), ((2025, 5, 0), (2025, 5, 1)),
    ])
  func carried(_ written: (Int, Int, Int), _ expected: (Int, Int, Int)) {
    let date = CivilDate(year: written.0, month: written.1, day: written.2).normalized
    #expect((date.year, date.month, date.day) == expected)
  }
}
