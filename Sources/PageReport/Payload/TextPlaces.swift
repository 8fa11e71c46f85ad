import SourceText

/// Turns bytes of a text into the units that a browser counts strings by.
struct TextPlaces {
  /// By byte: the UTF-16 units before it.
  private let units: [Int]

  /// - Complexity: O(n).
  init(_ text: String) {
    var units: [Int] = []
    units.reserveCapacity(text.utf8.count + 1)
    var count = 0
    for scalar in text.unicodeScalars {
      for _ in 0..<UTF8.width(scalar) { units.append(count) }
      count += UTF16.width(scalar)
    }
    units.append(count)
    self.units = units
  }

  /// `span` in UTF-16 units, or nil where it is none of this text.
  func place(_ span: SourceSpan?) -> (start: Int, end: Int)? {
    guard let span, span.start >= 0, span.end < units.count else { return nil }
    return (units[span.start], units[span.end])
  }
}
