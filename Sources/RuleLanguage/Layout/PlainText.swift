/// Which text needs no quotes.
enum PlainText {
  /// Words that some YAML parser reads as something else than text.
  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "~", "=", "<<",
  ]

  /// Whether `text` outside brackets means the same to every YAML parser, also to those that know
  /// numbers and dates, when it stands there without quotes.
  ///
  /// Where it is in doubt the answer is no.
  static func needsNoQuotes(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    if ",[]{}#&*!|>%@`\"'-?:".unicodeScalars.contains(first) || last == ":" { return false }
    if first.properties.isWhitespace || last.properties.isWhitespace { return false }
    if words.contains(text.lowercased()) || text.hasPrefix("...") { return false }
    if text.utf8.allSatisfy({ $0 < 0x80 }), "+.0123456789".unicodeScalars.contains(first) {
      return false
    }
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if previous == ":" && scalar == " " || previous == " " && scalar == "#" { return false }
      if !isShown(scalar) { return false }
      previous = scalar
    }
    return true
  }

  /// Whether a reader sees the character as it is.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default: true
    }
  }
}
