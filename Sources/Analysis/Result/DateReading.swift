import RuleLanguage

/// Turns the parts of a date as words give them into a calendar date.
enum DateReading {
  /// ISO 8601, as precise as the parts: a day, a month or a year.
  ///
  /// `base` is the date of the document; nil where the parts need one and there is none, where they
  /// lie outside the years 1000 to 9999, or where no month has the number that is given.
  static func resolve(_ parts: [DatePart: Double], base: CivilDate?) -> String? {
    let numbers = parts.mapValues { Int(max(-100_000, min(100_000, $0))) }
    let needsBase =
      numbers[.year] == nil || numbers.keys.contains { relative.contains($0) }
      || (numbers[.day] != nil && numbers[.month] == nil)
    if needsBase, base == nil { return nil }
    let start = base ?? CivilDate(year: 2000, month: 1, day: 1)
    var date = start
    if let year = numbers[.year] { date.year = year < 100 ? 2000 + year : year }
    date.year += numbers[.yearsAfter] ?? 0
    if let month = numbers[.month] {
      // Only months that are counted from a date carry into another year.
      guard (1...12).contains(month) else { return nil }
      date.month = month
    }
    if let quarters = numbers[.quartersAfter] {
      date.month = (date.month - 1) / 3 * 3 + 3 + quarters * 3
    }
    date.month += numbers[.monthsAfter] ?? 0
    if let day = numbers[.day] { date.day = day }
    guard (1000...9999).contains(date.year) else { return nil }
    date = date.normalized
    var days = date.daysSinceEpoch + (numbers[.weeksAfter] ?? 0) * 7 + (numbers[.daysAfter] ?? 0)
    if let weekday = numbers[.weekday] {
      days += weekday - CivilDate(daysSinceEpoch: days).weekday
    }
    return text(CivilDate(daysSinceEpoch: days), precision(numbers))
  }

  private static let relative: Set<DatePart> = [
    .yearsAfter, .quartersAfter, .monthsAfter, .weeksAfter, .daysAfter, .weekday,
  ]

  /// How many of year, month and day the parts determine.
  private static func precision(_ parts: [DatePart: Int]) -> Int {
    if [.day, .weekday, .weeksAfter, .daysAfter].contains(where: { parts[$0] != nil }) { return 3 }
    return [.month, .monthsAfter, .quartersAfter].contains { parts[$0] != nil } ? 2 : 1
  }

  private static func text(_ date: CivilDate, _ precision: Int) -> String? {
    guard (1000...9999).contains(date.year) else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let fields = ["\(date.year)", two(date.month), two(date.day)]
    return fields.prefix(precision).joined(separator: "-")
  }
}
