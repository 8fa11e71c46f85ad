/// Terminal columns of text: 2 for East Asian Wide and Fullwidth scalars, 0 for combining ones.
///
/// Scalars of ambiguous width count as 1. Control characters count as 0: whoever shows them must
/// replace them first.
package enum DisplayWidth {
  /// The columns that `scalar` takes: 0, 1 or 2.
  ///
  /// - Complexity: O(log of the table), O(1) for ASCII.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if contains(value, in: DisplayWidthTable.zero) { return 0 }
    return contains(value, in: DisplayWidthTable.wide) ? 2 : 1
  }

  /// The columns that `text` takes: the sum over its scalars.
  ///
  /// - Complexity: O(scalars · log of the table).
  package static func columns(of text: some StringProtocol) -> Int {
    var total = 0
    for scalar in text.unicodeScalars { total += columns(of: scalar) }
    return total
  }

  private static func contains(_ value: UInt32, in ranges: [UInt32]) -> Bool {
    let count = ranges.count / 2
    let index = (0..<count).firstSorted { value <= ranges[2 * $0 + 1] }
    return index < count && ranges[2 * index] <= value
  }
}

extension Unicode.Scalar {
  /// Whether a terminal acts on it: a control character, or one that turns the direction of others.
  package var isTerminalControl: Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
