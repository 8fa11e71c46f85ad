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

  static func quote(_ text: String, _ span: SourceSpan, file: Int) -> FixIt {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    quoted += "\""
    return FixIt(
      "write `\(shortened(quoted))`",
      edits: [TextEdit(file: file, span: span, replacement: quoted)])
  }

  static func insertBlank(at offset: Int, file: Int) -> FixIt {
    FixIt(
      "insert a blank",
      edits: [TextEdit(file: file, span: SourceSpan(offset, offset), replacement: " ")])
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
