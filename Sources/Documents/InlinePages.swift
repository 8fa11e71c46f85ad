import SourceText

/// Page marks that lost their line ends and stand between two halves of a sentence or a word:
/// `…城市第2页品质…`, `…城市- 2 -品质…`, `…城市2、品质…`.
///
/// One alone may be a reference; marks count if their numbers run on, a page of text apart.
struct InlinePages {
  private struct Mark {
    var number: Int
    var range: Range<Int>
  }

  private enum Form: Hashable { case label, dashes, number }

  /// A page of text has at least so many bytes.
  private static let page = 300
  private var marks: [Form: [Mark]] = [:]

  /// Takes note of `line`; the numbers of its `2、` run on from the page marks at line starts,
  /// of which the last had the number `last` and ended at `end`.
  mutating func read(_ line: Range<Int>, of text: [UInt8], after last: Int, at end: Int) {
    guard line.count > Self.page else { return }
    if last > 0, marks[.number] == nil {
      marks[.number] = [Mark(number: last, range: end..<end)]
    }
    let bytes = text.span
    var index = line.lowerBound + 3
    while index < line.upperBound - 4 {
      guard bytes[index] < 0x3A, bytes[index] > 0x2F else {
        index += 1
        continue
      }
      guard let (number, end) = Enumeration.digits(in: index..<line.upperBound, of: text) else {
        while index < line.upperBound, bytes[index] < 0x3A, bytes[index] > 0x2F { index += 1 }
        continue
      }
      if let (form, range) = Self.mark(index..<end, of: text) {
        marks[form, default: []].append(Mark(number: number, range: range))
      }
      index = end
    }
  }

  /// The mark around the digits at `digits`, if Han stands on both sides of it.
  private static func mark(_ digits: Range<Int>, of text: [UInt8]) -> (Form, Range<Int>)? {
    var (start, end) = (digits.lowerBound, digits.upperBound)
    if HanCharacter.ends(text, at: start), TextLine.scalar(text, end) == 0x3001 {
      return HanCharacter.begins(text, at: end + 3) ? (.number, start..<end + 3) : nil
    }
    while text[start - 1] == 0x20 { start -= 1 }
    while end < text.count, text[end] == 0x20 { end += 1 }
    guard end < text.count else { return nil }
    let form: Form
    if TextLine.scalar(text, start - 3) == PageLabel.ordinal,
      TextLine.scalar(text, end) == PageLabel.page
    {
      (form, start, end) = (.label, start - 3, end + 3)
    } else if text[start - 1] == UInt8(ascii: "-"), text[end] == UInt8(ascii: "-") {
      (form, start, end) = (.dashes, start - 1, end + 1)
    } else {
      return nil
    }
    while start > 0, text[start - 1] == 0x20 { start -= 1 }
    while end < text.count, text[end] == 0x20 { end += 1 }
    guard HanCharacter.ends(text, at: start), HanCharacter.begins(text, at: end) else { return nil }
    return (form, start..<end)
  }

  /// The places to remove, in no order.
  var places: [Range<Int>] {
    var places: Set<Range<Int>> = []
    for marks in marks.values {
      var own: Set<Range<Int>> = []
      var last = marks.first
      for mark in marks.dropFirst() {
        guard let known = last else { break }
        if mark.number == known.number + 1,
          mark.range.lowerBound >= known.range.upperBound + Self.page
        {
          own.formUnion([known.range, mark.range])
          last = mark
        } else if mark.number != known.number + 1, own.isEmpty {
          last = mark
        }
      }
      places.formUnion(own)
    }
    return places.filter { !$0.isEmpty }
  }
}
