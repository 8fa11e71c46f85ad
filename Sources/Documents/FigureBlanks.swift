import SourceText

/// Blanks that set figures off from the Han characters around them, as word processors do:
/// `9 月 20 日前`, `320 处`, `95 %`.
///
/// In titles, lists and rows a blank separates, so that elsewhere than in prose only those count that
/// stand in a row of figures with one character between them, as in dates.
struct FigureBlanks {
  /// A figure with the blanks around it.
  private struct Figure {
    /// With its blanks.
    let extent: Range<Int>
    /// The blank before it, behind a Han character.
    let before: Int?
    /// The blank behind it, before a Han character or a percent sign.
    let after: Int?
  }

  private var figures: [Figure] = []
  private let text: [UInt8]
  private let line: Range<Int>

  /// - Complexity: O(length of the line).
  init(in line: Range<Int>, of text: [UInt8]) {
    self.text = text
    self.line = line
    var index = line.lowerBound
    while index < line.upperBound {
      let start = index
      while index < line.upperBound, text[index].isDigit { index += 1 }
      if index > start { figures.append(figure(start..<index)) }
      if index < line.upperBound { index += TextLine.length(text[index]) }
    }
  }

  /// The offsets of the blanks, in text order.
  var blanks: [Int] {
    guard figures.contains(where: { $0.before != nil || $0.after != nil }) else { return [] }
    if TextLine.isProse(line, of: text) {
      return figures.flatMap { [$0.before, $0.after] }.compactMap(\.self)
    }
    var found: [Int] = []
    for (figure, next) in zip(figures, figures.dropFirst())
    where isOneCharacter(between: figure, next) {
      // The figure in the middle of a row has its blank behind it from the pair before.
      found += [figure.after, next.before, next.after].compactMap(\.self).filter {
        $0 > found.last ?? -1
      }
    }
    return found
  }

  /// The offsets of blanks between the digits of a year and before its 年: `2 0 2 4 年`, `202 4年`.
  ///
  /// - Complexity: O(length of the line).
  static func inYears(of line: Range<Int>, in text: [UInt8]) -> [Int] {
    var found: [Int] = []
    for index in line where text[index] == 0xE5 && TextLine.scalar(text, index) == year {
      var (start, digits, blanks) = (index, [UInt8](), [Int]())
      while start > line.lowerBound, digits.count < 4 {
        let byte = text[start - 1]
        if byte.isDigit {
          digits.append(byte)
        } else if byte == UInt8(ascii: " "), blanks.last != start {
          blanks.append(start - 1)
        } else {
          break
        }
        start -= 1
      }
      let isSplit = blanks.contains { $0 > start && text[$0 - 1].isDigit && text[$0 + 1].isDigit }
      guard isSplit, digits.count == 4, start == line.lowerBound || !text[start - 1].isDigit,
        digits[3] == UInt8(ascii: "2") && digits[2] == UInt8(ascii: "0")
          || digits[3] == UInt8(ascii: "1") && digits[2] == UInt8(ascii: "9")
      else { continue }
      found += blanks.reversed()
    }
    return found
  }

  private static let year: UInt32 = 0x5E74

  private func figure(_ digits: Range<Int>) -> Figure {
    let (start, end) = (digits.lowerBound, digits.upperBound)
    let hasBefore = start > line.lowerBound && text[start - 1] == UInt8(ascii: " ")
    let hasAfter = end + 1 < line.upperBound && text[end] == UInt8(ascii: " ")
    let isPercent = hasAfter && text[end + 1] == UInt8(ascii: "%")
    return Figure(
      extent: (hasBefore ? start - 1 : start)..<(hasAfter ? end + 1 : end),
      before: hasBefore && HanCharacter.ends(text, at: start - 1) ? start - 1 : nil,
      after: hasAfter && (isPercent || HanCharacter.begins(text, at: end + 1)) ? end : nil)
  }

  private func isOneCharacter(between figure: Figure, _ next: Figure) -> Bool {
    let gap = next.extent.lowerBound - figure.extent.upperBound
    return gap == 3 && HanCharacter.begins(text, at: figure.extent.upperBound)
  }
}
