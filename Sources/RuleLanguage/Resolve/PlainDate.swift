import SourceText

/// Dates as rule files write them: the beginning of an ISO 8601 date, down to the year, month or day.
enum PlainDate {
  /// Whether `text` is a year of four digits, alone or with a month and a day that the calendar has,
  /// of two digits each.
  static func isDate(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count <= 3 else { return false }
    var numbers: [Int] = []
    for (part, length) in zip(parts, [4, 2, 2]) {
      guard part.count == length, part.allSatisfy(\.isDigit),
        let number = Int(Substring(part))
      else { return false }
      numbers.append(number)
    }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
    if numbers.count > 2 { return (1...days(of: numbers[1], in: numbers[0])).contains(numbers[2]) }
    return true
  }

  /// How many days a month of the Gregorian calendar has.
  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
