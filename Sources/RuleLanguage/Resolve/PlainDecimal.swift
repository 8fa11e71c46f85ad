import SourceText

/// Numbers as rule files write them: digits, at most one point between digits, no exponent.
enum PlainDecimal {
  /// The value of `text`, or nil when it is written otherwise; a sign is not part of it.
  static func value(_ text: String) -> Double? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    for part in parts {
      guard !part.isEmpty, part.allSatisfy(\.isDigit) else { return nil }
    }
    return Double(text)
  }
}
