package import SourceText

/// How bad a diagnostic is.
package enum Severity: String, Sendable, Hashable, CaseIterable {
  /// The rule file cannot be used, or does not do what it was given for; exit status 1.
  case error
  /// The file can be used, but says something in vain; counts as an error under `--strict`.
  case warning
  /// Worth knowing, and never counted.
  case note
}

/// The permanent, readable name of a kind of diagnostic, such as `duplicate-key`.
package struct DiagnosticID: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
  /// In lower case with hyphens; unique in the program and never given to another problem.
  package let rawValue: String
  /// An id that stands in the source, where it is declared.
  package init(stringLiteral value: String) { rawValue = value }
  /// The id `rawValue`, which nothing checks.
  package init(rawValue: String) { self.rawValue = rawValue }
  /// The id `rawValue`, which nothing checks: mostly the raw value of a catalogue's case.
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A place in one file, with what is to be said about it.
package struct Label: Hashable, Sendable {
  /// Index of the file in the list that is handed to the renderer.
  package let file: Int
  /// Bytes of that file; empty where something is missing.
  package let span: SourceSpan
  /// Words set beside the caret; may be empty.
  package let text: String

  /// Creates a label for a place that the caller has found in the file number `file`.
  package init(file: Int, span: SourceSpan, text: String = "") {
    self.file = file
    self.span = span
    self.text = text
  }
}

/// The replacement of a span by other text.
package struct TextEdit: Hashable, Sendable {
  /// Index of the file in the list that the correction is applied to, the renderer's list.
  package let file: Int
  /// The bytes of that file that are replaced; empty to put something in before the byte at its
  /// start.
  package let span: SourceSpan
  /// What stands there afterwards, written in UTF-8; empty to remove.
  package let replacement: String

  /// Creates an edit for a place that the caller has found in the file number `file`.
  package init(file: Int, span: SourceSpan, replacement: String) {
    self.file = file
    self.span = span
    self.replacement = replacement
  }
}

/// A correction that can be applied without further thought.
package struct FixIt: Hashable, Sendable {
  /// What applying it does, lower case, as an order to the reader: `write what it is folded to`.
  package let message: String
  /// Made all together or not at all; in any order, and none touches another.
  package let edits: [TextEdit]

  /// Creates a correction from edits that the caller knows to be disjoint.
  package init(_ message: String, edits: [TextEdit]) {
    self.message = message
    self.edits = edits
  }
}

/// One problem in a rule file, or one thing that an article leaves open: a value with positions,
/// rendered only at the edge of the program.
///
/// Messages are lower case without a full stop and quote source text in backticks.
package struct Diagnostic: Hashable, Sendable {
  /// For rule files one of the catalogue, which `duban check --explain` explains.
  package let id: DiagnosticID
  /// As the check that found it says; `--strict` changes how it counts, not this.
  package let severity: Severity
  /// One clause without line feeds; the renderer replaces what would move a cursor.
  package let message: String
  /// Where the problem stands: diagnostics are sorted by it and the head of the drawing names it.
  package let primary: Label
  /// What else the reader must see, such as the first of two definitions; in any file, drawn in the
  /// order of the text.
  package let secondary: [Label]
  /// What was expected, the nearest valid name, or the remedy.
  package let notes: [String]
  /// Corrections of which one is to be made; `duban check --fix` makes the first.
  package let fixIts: [FixIt]

  /// Creates a diagnostic from parts that the caller has put into words.
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
