import SourceText

/// The signs that stand for 〇 where a year is written figure by figure: `二○一九`, `二OO八`, `二0二0`.
///
/// A sign is one if the run of Han figures and such signs around it begins with a figure, holds two of
/// them and is three long: `二O` is none.
enum ZeroForms {
  private static let figures = Set(HanNumeral.oneToTen.dropLast().map(\.value))
  private static let zero = HanNumeral.zeros[0]

  /// Adds the signs in `line` to `edits`, each with what it stands for.
  ///
  /// - Complexity: O(length).
  static func find(
    in line: Range<Int>, of text: [UInt8],
    into edits: inout [(range: Range<Int>, bytes: [UInt8])]
  ) {
    let bytes = text.span
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = bytes[index]
      guard byte >= 0xE4, byte <= 0xE9, figures.contains(TextLine.scalar(text, index)) else {
        index += TextLine.length(byte)
        continue
      }
      index = readRun(from: index, in: line, of: text, into: &edits)
    }
  }

  /// Reads the run that begins with the figure at `start`, and returns its end.
  private static func readRun(
    from start: Int, in line: Range<Int>, of text: [UInt8],
    into edits: inout [(range: Range<Int>, bytes: [UInt8])]
  ) -> Int {
    var (end, figureCount, zeroCount) = (start, 0, 0)
    var signs: [Range<Int>] = []
    while end < line.upperBound {
      if figures.contains(TextLine.scalar(text, end)) {
        figureCount += 1
        end += 3
      } else if TextLine.scalar(text, end) == zero.value {
        zeroCount += 1
        end += 3
      } else if let length = signLength(at: end, of: text) {
        signs.append(end..<end + length)
        end += length
      } else {
        break
      }
    }
    if figureCount >= 2, figureCount + zeroCount + signs.count >= 3 {
      edits += signs.map { ($0, Array(String(zero).utf8)) }
    }
    return end
  }

  /// The length of a circle, an O of the Latin or Cyrillic script or a 0; nil for other characters.
  private static func signLength(at index: Int, of text: [UInt8]) -> Int? {
    switch text[index] {
    case UInt8(ascii: "0"), UInt8(ascii: "O"), UInt8(ascii: "o"): 1
    case 0xD0 where index + 1 < text.count && text[index + 1] == 0x9E: 2
    case 0xE2 where [0x25CB, 0x25EF].contains(TextLine.scalar(text, index)): 3
    default: nil
    }
  }
}
