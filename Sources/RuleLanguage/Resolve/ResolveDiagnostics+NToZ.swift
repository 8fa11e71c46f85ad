import Diagnostics
import SourceText

/// Messages of the resolver whose ids come after those of `ResolveDiagnostics.swift`.
extension Diagnostic {
  /// A named pattern that reaches itself.
  ///
  /// Wrong: `a: x<a>`.
  static func patternCycle(_ path: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      "pattern-cycle", .error, "patterns refer to each other: \(path.joined(separator: " → "))",
      at: label, notes: ["patterns have no recursion; use a gap such as `..8`"])
  }

  /// A rule without anything to fulfil.
  ///
  /// Right: one of `any`, `all`, `where`, ….
  static func ruleWithoutCondition(_ id: String, at label: Label) -> Diagnostic {
    Diagnostic(
      "rule-without-condition", .error, "rule `\(id)` has no condition", at: label,
      notes: ["add `any`, `all`, `at-least`, `ordered`, `near`, `label` or `where`"])
  }

  /// A key that nothing reads.
  ///
  /// Wrong: `witin:`. Right: `within:`.
  static func unknownKey(
    _ key: String, in what: String, known: [String], at label: Label
  ) -> Diagnostic {
    Diagnostic(
      "unknown-key", .error, "\(what) has no key `\(key)`", at: label,
      notes: suggestion(key, known, prefix: "it has"))
  }

  /// A label that is declared nowhere.
  static func unknownLabel(_ name: String, known: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      "unknown-label", .error, "no label is named `\(name)`", at: label,
      notes: suggestion(name, known, prefix: "labels are"))
  }

  /// A name or function in a formula that means nothing.
  static func unknownName(_ name: String, known: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      "unknown-name", .error, "nothing in a formula is named `\(name)`", at: label,
      notes: suggestion(name, known, prefix: "known are"))
  }

  /// A reference in a pattern to no lexicon, pattern or atom.
  static func unknownReference(_ name: String, known: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      "unknown-reference", .error, "`<\(name)>` is no lexicon, pattern or atom", at: label,
      notes: suggestion(name, known, prefix: "known are"))
  }

  /// A lexicon or named pattern that nothing refers to.
  static func unused(_ what: String, _ name: String, at label: Label) -> Diagnostic {
    Diagnostic("unused-definition", .warning, "\(what) `\(name)` is used by nothing", at: label)
  }

  /// A window larger than the unit of the label.
  ///
  /// Wrong: a slot with `within: paragraph`.
  static func windowTooLarge(_ window: UnitKind, _ unit: UnitKind, at label: Label) -> Diagnostic {
    Diagnostic(
      "window-too-large", .error,
      "a \(window.rawValue) is larger than the \(unit.rawValue) that takes the label", at: label,
      notes: ["leave `within` out to use the \(unit.rawValue) itself"])
  }

  /// A setting that names a label of the wrong kind or unit.
  static func wrongKind(_ name: String, expected: String, at label: Label) -> Diagnostic {
    Diagnostic("wrong-kind-of-label", .error, "`\(name)` must be \(expected)", at: label)
  }
}
