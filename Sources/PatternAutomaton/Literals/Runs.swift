import SourceText

/// Finds the ends of the runs that the atoms `number`, `digits` and `latin` stand for.
enum Runs {
  /// The end of the run of ASCII digits at `start`.
  static func digitsEnd(_ start: Int, _ bytes: Span<UInt8>) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    return end
  }

  /// The end of the run of ASCII letters at `start`.
  static func latinEnd(_ start: Int, _ bytes: Span<UInt8>) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isLetter { end += 1 }
    return end
  }

  /// The end of the number that starts at `start`, which holds a digit or a Han numeral.
  ///
  /// A number that starts with a digit goes on with digits, figures after a point, groups of three
  /// after a comma, and Han units (`3.5万`, `1,200`, `3万5千`); one that starts with a Han numeral
  /// goes on with Han numerals only.
  static func numberEnd(_ start: Int, _ bytes: Span<UInt8>) -> Int {
    var end = start
    guard bytes[start].isDigit else {
      while end < bytes.count, isOne(of: Characters.numerals, end, bytes) { end += 3 }
      return end
    }
    while end < bytes.count {
      let figures = figuresEnd(end, bytes)
      if figures > end {
        end = figures
      } else if isOne(of: Characters.units, end, bytes) {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  /// The end of the figures with inner points and commas at `start`; `start` where there are none.
  private static func figuresEnd(_ start: Int, _ bytes: Span<UInt8>) -> Int {
    var end = digitsEnd(start, bytes)
    guard end > start else { return start }
    var commaMayFollow = end - start <= 3
    while end + 1 < bytes.count {
      let next = digitsEnd(end + 1, bytes)
      if bytes[end] == UInt8(ascii: "."), next > end + 1 {
        commaMayFollow = false
      } else if bytes[end] == UInt8(ascii: ","), commaMayFollow, next == end + 4 {
        // A thousands comma; any other comma between digits separates two numbers.
      } else {
        break
      }
      end = next
    }
    return end
  }

  private static func isOne(of scalars: [UInt32], _ position: Int, _ bytes: Span<UInt8>) -> Bool {
    bytes[position] >= 0xE0 && scalars.contains(Characters.scalar(position, bytes))
  }
}
