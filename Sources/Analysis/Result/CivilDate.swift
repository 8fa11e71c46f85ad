/// A day of the Gregorian calendar.
struct CivilDate: Hashable, Sendable {
  var year: Int
  /// 1 to 12.
  var month: Int
  /// 1 to the length of the month.
  var day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is so many days after 1 January 1970.
  ///
  /// By H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), `civil_from_days`.
  init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// How many days after 1 January 1970; by the same author, `days_from_civil`.
  var daysSinceEpoch: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// From 1 for Monday to 7 for Sunday.
  var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 + 1 }

  /// The same day with a month outside 1 to 12 carried to the year, and a day behind the end of the
  /// month as its last.
  var normalized: CivilDate {
    let months = year * 12 + month - 1
    let year = Int((Double(months) / 12).rounded(.down))
    let month = months - year * 12 + 1
    let next = CivilDate(
      year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    let first = CivilDate(year: year, month: month, day: 1)
    let length = next.daysSinceEpoch - first.daysSinceEpoch
    return CivilDate(year: year, month: month, day: min(max(1, day), length))
  }
}
