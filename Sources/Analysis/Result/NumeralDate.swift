/// A calendar date written with three numbers, year first.
struct NumeralDate: Hashable, Sendable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// Reads the first three runs of digits in `text`; nil unless they form a date.
  ///
  /// Han numerals count digit by digit for the year (二〇二一) and as numbers for month and day.
  init?(_ text: String) {
    let numbers = Self.numbers(text)
    guard numbers.count >= 3 else { return nil }
    year = numbers[0] < 100 ? 2000 + numbers[0] : numbers[0]
    month = numbers[1]
    day = numbers[2]
    guard (1900...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
  }

  /// ISO 8601, as in 2021-04-18.
  var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private static func numbers(_ text: String) -> [Int] {
    var numbers: [Int] = []
    var run: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) || digits[scalar] != nil {
        run.append(scalar)
      } else {
        if let number = number(run) { numbers.append(number) }
        run = []
      }
    }
    if let number = number(run) { numbers.append(number) }
    return numbers
  }

  /// The number that a run of digits or Han numerals below 100 stands for; nil for an empty run.
  private static func number(_ run: [Unicode.Scalar]) -> Int? {
    guard !run.isEmpty, run.count <= 6 else { return nil }
    var value = 0
    var isTens = false
    for scalar in run {
      if scalar == "十" {
        value = max(1, value) * 10
        isTens = true
      } else {
        let digit = digits[scalar] ?? Int(scalar.value) - 0x30
        value = isTens ? value + digit : value * 10 + digit
      }
    }
    return value
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "十": 10,
  ]
}
