import RuleLanguage

/// Turns the parts of a date as words give them into a calendar date.
enum DateReading {
  /// ISO 8601, as precise as the parts: a day, a month or a year.
  ///
  /// `base` is the date of the document; nil where the parts need of it what is not known, where they
  /// lie outside the years 1000 to 9999, or where no month or day of the week has the number that is given. A day behind
  /// the last of its month is that last day.
  /// A month without a year that would lie nine months and more before that of `base` is one of the next
  /// year: what is due in January is asked for in December.
  static func resolve(_ parts: [DatePart: Double], base: PartialDate?) -> String? {
    // What counts further than from one end of the years to the other leaves them.
    guard parts.values.allSatisfy({ abs($0) < 4_000_000 }) else { return nil }
    // A day and a half ends on the second day.
    let numbers = parts.mapValues { Int($0.rounded(.up)) }
    let precision = precision(numbers)
    // Only months that are counted from a date carry into another year.
    guard let year = numbers[.year].map(NumeralDate.fullYear) ?? base?.year,
      let month = numbers[.month] ?? (precision > 1 ? base?.month : 1), (1...12).contains(month),
      let day = numbers[.day] ?? (precision > 2 ? base?.day : 1), day >= 1
    else { return nil }
    var date = CivilDate(year: year + (numbers[.yearsAfter] ?? 0), month: month, day: day)
    if let quarters = numbers[.quartersAfter] {
      date.month = (month - 1) / 3 * 3 + 3 + quarters * 3
    }
    if numbers[.month] != nil, numbers[.year] == nil, numbers[.yearsAfter] == nil,
      let baseMonth = base?.month, baseMonth - month >= 9
    {
      date.year += 1
    }
    date.month += numbers[.monthsAfter] ?? 0
    guard (1000...9999).contains(date.year) else { return nil }
    date = date.normalized
    var days = date.daysSinceEpoch + (numbers[.weeksAfter] ?? 0) * 7 + (numbers[.daysAfter] ?? 0)
    if let weekday = numbers[.weekday] {
      guard (1...7).contains(weekday) else { return nil }
      days += weekday - CivilDate(daysSinceEpoch: days).weekday
    }
    return text(CivilDate(daysSinceEpoch: days), precision)
  }

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
