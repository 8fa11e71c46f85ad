package import SourceText

/// How bad a diagnostic is.
package enum Severity: String, Sendable, Hashable, CaseIterable {
  case error
  case warning
  case note
}

/// The permanent, readable name of a kind of diagnostic, such as `duplicate-key`.
package struct DiagnosticID: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
  package let rawValue: String
  package init(stringLiteral value: String) { rawValue = value }
  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A place in one file, with what is to be said about it.
package struct Label: Hashable, Sendable {
  /// Index of the file in the list that is handed to the renderer.
  package let file: Int
  package let span: SourceSpan
  /// Words set beside the caret; may be empty.
  package let text: String

  package init(file: Int, span: SourceSpan, text: String = "") {
    self.file = file
    self.span = span
    self.text = text
  }
}

/// The replacement of a span by other text.
package struct TextEdit: Hashable, Sendable {
  package let file: Int
  package let span: SourceSpan
  package let replacement: String

  package init(file: Int, span: SourceSpan, replacement: String) {
    self.file = file
    self.span = span
    self.replacement = replacement
  }
}

/// A correction that can be applied without further thought.
package struct FixIt: Hashable, Sendable {
  package let message: String
  package let edits: [TextEdit]

  package init(_ message: String, edits: [TextEdit]) {
    self.message = message
    self.edits = edits
  }
}

/// One problem in a rule file: a value with positions, rendered only at the edge of the program.
///
/// Messages are lower case without a full stop and quote source text in backticks.
package struct Diagnostic: Hashable, Sendable {
  package let id: DiagnosticID
  package let severity: Severity
  package let message: String
  package let primary: Label
  package let secondary: [Label]
  /// What was expected, the nearest valid name, or the remedy.
  package let notes: [String]
  package let fixIts: [FixIt]

  package init(
    _ id: DiagnosticID, _ severity: Severity = .error, _ message: String, at primary: Label,
    secondary: [Label] = [], notes: [String] = [], fixIts: [FixIt] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.primary = primary
    self.secondary = secondary
    self.notes = notes
    self.fixIts = fixIts
  }
}
