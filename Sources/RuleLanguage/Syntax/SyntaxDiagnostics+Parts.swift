import Diagnostics
import SourceText

extension SyntaxDiagnostics {
  static func error(
    _ id: String, _ message: String, at place: Label, secondary: [Label] = [], notes: [String],
    fixIts: [FixIt] = []
  ) -> Diagnostic {
    Diagnostic(
      DiagnosticID(id), .error, message, at: place, secondary: secondary, notes: notes,
      fixIts: fixIts)
  }

  /// `text` up to a length that fits into a line.
  static func shortened(_ text: String) -> String {
    let limit = 60
    guard let cut = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
      cut < text.endIndex
    else { return text }
    return text[..<cut] + "…"
  }

  static func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
