import SourceText

/// The number that a run of numerals stands for.
package enum NumeralValue {
  /// Reads a run as the atom `number` finds it: `25`, `1,200`, `3.5万`, `二十五`, `一百三十七`, `二〇二五`.
  ///
  /// Han numerals without a unit are read figure by figure; 半 and 一半 are one half. Nil for text that
  /// holds no numeral, for figures with more than one point (`2024.5.31`), for a range, which has two
  /// Han figures in a row beside a unit (二三十, 十七八) or is two neighbours alone (两三, 七八, 三五), and
  /// where the number is too large for a `Double`.
  ///
  /// - Complexity: O(bytes).
  package static func of(_ run: some Sequence<UInt8>) -> Double? {
    let scalars = Array(String(decoding: Array(run), as: UTF8.self).unicodeScalars)
    guard !scalars.isEmpty else { return nil }
    var sum = SectionSum()
    var index = 0
    while index < scalars.count {
      let figures = scalars[index...].prefix { isFigure($0) || $0 == "," }
      if figures.contains(where: isFigure) {
        guard let value = value(ofFigures: figures) else { return nil }
        sum.digit(value, isFigures: true)
        index = figures.endIndex
      } else {
        sum.add(scalars[index])
        index += 1
      }
    }
    return sum.isEmpty || sum.isRange || !sum.total.isFinite ? nil : sum.total
  }

  private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "."
  }

  /// Arabic figures with inner commas and at most one point.
  private static func value(ofFigures figures: ArraySlice<Unicode.Scalar>) -> Double? {
    var digits = ""
    digits.unicodeScalars += figures.filter { $0 != "," }
    return Double(digits)
  }

  /// Adds up sections: figures times tens, hundreds and thousands, times ten thousands.
  private struct SectionSum {
    private var whole = 0.0
    private var section = 0.0
    private var figure = 0.0
    private var hasFigure = false
    /// The unit before the figure, when nothing stands between them.
    private var unitBefore = 1.0
    /// Whether the figure before was a Han one other than 0.
    private var followsFigure = false
    private var hasFiguresInRow = false
    /// The Han figures and zeros of the run.
    private var hanFigures: [Double] = []
    private var hasUnit = false
    private(set) var isEmpty = true

    /// Whether it is about so many: what has no units is written figure by figure, but two figures alone
    /// that follow one another, or 三五, are from one to the other.
    var isRange: Bool {
      if hasUnit { return hasFiguresInRow }
      guard hasFiguresInRow, hanFigures.count == 2 else { return false }
      return hanFigures[1] == hanFigures[0] + 1 || hanFigures == [3, 5]
    }

    /// The number so far; a last figure right behind a large unit counts in the next smaller one, as
    /// 三百五 is 350.
    var total: Double {
      whole + section + (hasFigure && unitBefore >= 100 ? figure * unitBefore / 10 : figure)
    }

    private var isOneAlone: Bool { hanFigures == [1] && !hasUnit }

    mutating func digit(_ value: Double, isFigures: Bool = false) {
      isEmpty = false
      if !isFigures { hanFigures.append(value) }
      let isInRow = value != 0 && !isFigures
      if isInRow, followsFigure { hasFiguresInRow = true }
      followsFigure = isInRow
      let isOneFigure = !isFigures || (1...9).contains(value) && value == value.rounded()
      if value == 0 || hasFigure || !isOneFigure { unitBefore = 1 }
      figure = hasFigure && !isFigures ? figure * 10 + value : value
      hasFigure = true
    }

    mutating func add(_ scalar: Unicode.Scalar) {
      guard let value = HanNumeral.values[scalar] else { return }
      switch value {
      case 0.5:
        isEmpty = false
        // 一半 is a half; behind another figure it is a half more.
        figure = isOneAlone ? value : figure + value
        unitBefore = 1
      case ..<10: digit(value)
      case ..<10_000: unit(value)
      default: largeUnit(value)
      }
    }

    private mutating func unit(_ size: Double) {
      section += (hasFigure || figure > 0 ? figure : 1) * size
      restart(after: size)
    }

    private mutating func largeUnit(_ size: Double) {
      let count = isEmpty ? 1 : section + figure
      // What was counted in ten thousands so far is the number of the larger unit too.
      whole = size > 10_000 ? (whole + count) * size : whole + count * size
      section = 0
      restart(after: size)
    }

    private mutating func restart(after size: Double) {
      isEmpty = false
      figure = 0
      hasFigure = false
      followsFigure = false
      hasUnit = true
      unitBefore = size
    }
  }
}
