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

  /// What a date that is stated beside the text says: a whole date as three numbers write it, or a
  /// year, or a year and a month, as ISO 8601 writes them; nil for other text.
  ///
  /// - Complexity: O(text).
  package static func stated(_ text: String) -> String? {
    NumeralDate(text)?.description ?? partial(text)
  }

  private static func partial(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, parts.map(\.count) == [4, 2].dropLast(2 - parts.count),
      text.allSatisfy({ $0 == "-" || ("0"..."9").contains($0) }),
      let year = Int(parts[0]), (1900...2200).contains(year),
      parts.count < 2 || (1...12).contains(Int(parts[1]) ?? 0)
    else { return nil }
    return text
  }

  private static func numbers(_ text: String) -> [Int] {
    let runs = text.unicodeScalars.split { !isNumeral($0) }
    return runs.filter { $0.count <= 6 }.compactMap { run in
      NumeralValue.of(String(String.UnicodeScalarView(run)).utf8).map { Int($0) }
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || HanNumeral.zeros.contains(scalar)
      || HanNumeral.oneToTen.contains(scalar)
  }
}
