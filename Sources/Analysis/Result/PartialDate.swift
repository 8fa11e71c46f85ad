/// A date of the calendar, or of one the year and month or the year alone.
struct PartialDate: Hashable, Sendable {
  let year: Int
  /// 1 to 12.
  let month: Int?
  /// 1 to the length of the month; nil where the month is.
  let day: Int?

  /// Reads what `NumeralDate.stated` gives: `2024-05-31`, `2024-05` or `2024`; nil for other text.
  init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first else { return nil }
    self.year = year
    month = parts.count > 1 ? parts[1] : nil
    day = parts.count > 2 ? parts[2] : nil
  }
}
