import SourceText

/// The number that a run of numerals stands for.
package enum NumeralValue {
  /// Reads a run as the atom `number` finds it: `25`, `1,200`, `3.5万`, `二十五`, `一百三十七`, `二〇二五`.
  ///
  /// Han numerals without a unit are read figure by figure; 半 alone is one half. Nil for text that
  /// holds no numeral.
  ///
  /// - Complexity: O(bytes).
  package static func of(_ run: some Sequence<UInt8>) -> Double? {
    let scalars = Array(String(decoding: Array(run), as: UTF8.self).unicodeScalars)
    guard !scalars.isEmpty else { return nil }
    var sum = SectionSum()
    var index = 0
    while index < scalars.count {
      if let (value, end) = figures(scalars, index) {
        sum.digit(value, isFigures: true)
        index = end
      } else {
        sum.add(scalars[index])
        index += 1
      }
    }
    return sum.isEmpty ? nil : sum.total
  }

  /// Arabic figures with inner commas and one point.
  private static func figures(
    _ scalars: [Unicode.Scalar], _ start: Int
  ) -> (value: Double, end: Int)? {
    var end = start
    var digits = ""
    while end < scalars.count {
      let scalar = scalars[end]
      if ("0"..."9").contains(scalar) || (scalar == "." && !digits.contains(".")) {
        digits.unicodeScalars.append(scalar)
      } else if scalar != "," {
        break
      }
      end += 1
    }
    return Double(digits).map { ($0, end) }
  }

  /// Adds up sections: figures times tens, hundreds and thousands, times ten thousands.
  private struct SectionSum {
    private var whole = 0.0
    private var section = 0.0
    private var figure = 0.0
    private var hasFigure = false
    /// The unit before the figure, when nothing stands between them.
    private var unitBefore = 1.0
    private(set) var isEmpty = true

    /// The number so far; a last figure right behind a large unit counts in the next smaller one, as
    /// 三百五 is 350.
    var total: Double {
      whole + section + (hasFigure && unitBefore >= 100 ? figure * unitBefore / 10 : figure)
    }

    mutating func digit(_ value: Double, isFigures: Bool = false) {
      isEmpty = false
      if value == 0 || hasFigure || isFigures { unitBefore = 1 }
      figure = hasFigure && !isFigures ? figure * 10 + value : value
      hasFigure = true
    }

    mutating func add(_ scalar: Unicode.Scalar) {
      guard let value = HanNumeral.values[scalar] else { return }
      switch value {
      case 0.5:
        isEmpty = false
        figure += value
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
      unitBefore = size
    }
  }
}
