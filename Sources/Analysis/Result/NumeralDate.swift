import Documents
import PatternAutomaton
import SourceText

/// A calendar date written with three numbers, year first.
package struct NumeralDate: Hashable, Sendable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// Reads the first three runs of digits in `text`; nil unless they form a date of the calendar in
  /// the years 1900 to 2200.
  ///
  /// Han numerals count digit by digit for the year (二〇二一) and as numbers for month and day.
  init?(_ text: String) {
    let numbers = Self.numbers(text)
    guard numbers.count >= 3 else { return nil }
    year = numbers[0] < 100 ? 2000 + numbers[0] : numbers[0]
    month = numbers[1]
    day = numbers[2]
    guard (1900...2200).contains(year), (1...12).contains(month), civil.normalized == civil else {
      return nil
    }
  }

  var civil: CivilDate { CivilDate(year: year, month: month, day: day) }

  /// ISO 8601, as in 2021-04-18.
  package var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// What a date that is stated beside the text says: a whole date as three numbers write it or as eight
  /// digits do, or a year, or a year and a month, as ISO 8601 writes them; nil for other text.
  ///
  /// Digits and signs may be at full width; a year and a month have a sign of dates between them
  /// (`2021-4`, `2021/4`, `2021.4`) or the words for both behind them (2021年4月).
  ///
  /// - Complexity: O(text).
  package static func stated(_ text: String) -> String? {
    let plain = Normalizer.folded(text)
    return NumeralDate(plain)?.description ?? partial(plain)
  }

  private static func partial(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars.filter { !$0.properties.isWhitespace })
    let run = scalars.prefix(while: isNumeral)
    // Of longer runs the value may be no whole number of the machine.
    guard run.count == 4 || run.count == 8, let first = number(run) else { return nil }
    if run.count == 8, scalars.count == 8 {
      let (year, day) = (first / 10_000, first % 100)
      return NumeralDate("\(year)-\(first / 100 % 100)-\(day)")?.description
    }
    guard run.count == 4, (1900...2200).contains(first) else { return nil }
    let rest = String(String.UnicodeScalarView(scalars[4...]))
    if rest.isEmpty || rest == "年" { return "\(first)" }
    let isSpelt = rest.hasPrefix("年") && rest.hasSuffix("月")
    guard isSpelt || ["-", "/", "."].contains(rest.prefix(1)) else { return nil }
    let digits = rest.dropFirst().dropLast(isSpelt ? 1 : 0)
    guard digits.unicodeScalars.allSatisfy(isNumeral), (1...2).contains(digits.count),
      let month = number(digits.unicodeScalars), (1...12).contains(month)
    else { return nil }
    return "\(first)-\(month < 10 ? "0" : "")\(month)"
  }

  private static func numbers(_ text: String) -> [Int] {
    let runs = text.unicodeScalars.split { !isNumeral($0) }
    return runs.filter { $0.count <= 6 }.compactMap(number)
  }

  private static func number(_ run: some Sequence<Unicode.Scalar>) -> Int? {
    NumeralValue.of(String(String.UnicodeScalarView(run)).utf8).flatMap { Int(exactly: $0) }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || HanNumeral.zeros.contains(scalar)
      || HanNumeral.oneToTen.contains(scalar)
  }
}
