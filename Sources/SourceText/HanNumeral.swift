/// The Han characters that write numbers: the one list of them for all that reads or finds numbers.
package enum HanNumeral {
  /// Both ways to write 0 in a number: the figure and the word; not in `oneToTen`.
  package static let zeros: [Unicode.Scalar] = ["〇", "零"]

  /// One to ten in order, as dates and headings count with them.
  package static let oneToTen: [Unicode.Scalar] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
  ]

  /// Hundred and above: what may follow digits in one number, as in `3万5千`.
  package static let units: [Unicode.Scalar] = ["百", "千", "万", "亿"]

  /// What makes an ordinal of the number behind it.
  package static let ordinal: Unicode.Scalar = "第"

  /// Another two, and the half.
  private static let others: [Unicode.Scalar] = ["两", "半"]

  /// Every numeral once.
  package static let all = zeros + oneToTen + units + others

  /// What each numeral stands for: 0 to 9 for figures, the size for units from ten up, 0.5 for the
  /// half.
  package static let values = Dictionary(
    uniqueKeysWithValues: zip(
      all, [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000, 10_000, 100_000_000, 2, 0.5]))
}
