import Documents
import PatternAutomaton
import SourceText

/// A calendar date written with three numbers, year first.
package struct NumeralDate: Hashable, Sendable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// Reads the first three runs of digits in `text`, or the eight digits with which it begins; nil unless they
  /// form a date of the calendar in the years 1900 to 2200.
  ///
  /// Han numerals count digit by digit for the year (二〇二一) and as numbers for month and day. Runs of
  /// more than six digits before the three are passed over.
  init?(_ text: String) {
    guard let numbers = Self.compact(text) ?? Self.numbers(text) else { return nil }
    year = Self.fullYear(numbers[0])
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
    guard run.count == 4, let first = number(run) else { return nil }
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

  /// A year of two digits as one of four: 70 to 99 count from 1900, others from 2000.
  static func fullYear(_ year: Int) -> Int {
    year >= 100 || year < 0 ? year : year < 70 ? 2000 + year : 1900 + year
  }

  /// Year, month and day of the eight digits with which the text begins (20210418 11:10).
  private static func compact(_ text: String) -> [Int]? {
    let digits = text.utf8.drop { $0 == UInt8(ascii: " ") }.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 8, let value = Int(String(decoding: Array(digits), as: UTF8.self)) else {
      return nil
    }
    return [value / 10_000, value / 100 % 100, value % 100]
  }

  private static func numbers(_ text: String) -> [Int]? {
    let runs = text.unicodeScalars.split { !isNumeral($0) }.drop { $0.count > 6 }.prefix(3)
    guard runs.count == 3, let first = runs.first, let year = figures(first) ?? number(first)
    else { return nil }
    let rest = runs.dropFirst().compactMap { $0.count <= 6 ? number($0) : nil }
    return rest.count == 2 ? [year] + rest : nil
  }

  /// What the digits come to one by one, nil where one of them is none of 0 to 9.
  private static func figures(_ run: some Sequence<Unicode.Scalar>) -> Int? {
    var value = 0
    for scalar in run {
      guard let digit = number(CollectionOfOne(scalar)), digit < 10 else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private static func number(_ run: some Sequence<Unicode.Scalar>) -> Int? {
    NumeralValue.of(String(String.UnicodeScalarView(run)).utf8).flatMap { Int(exactly: $0) }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || HanNumeral.zeros.contains(scalar)
      || HanNumeral.oneToTen.contains(scalar)
  }
}
