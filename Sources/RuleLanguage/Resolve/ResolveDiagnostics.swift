import Diagnostics
import SourceText

/// Messages of the resolver, in the order of their ids.
extension Diagnostic {
  /// A second definition of a name.
  ///
  /// Wrong: two rules `a/b`. Right: two ids.
  static func duplicateDefinition(
    _ what: String, _ name: String, at label: Label, first: Label
  ) -> Diagnostic {
    Diagnostic(
      "duplicate-definition", .error, "\(what) `\(name)` is defined twice", at: label,
      secondary: [Label(file: first.file, span: first.span, text: "first defined here")],
      notes: ["give one of them another name"])
  }

  /// A term that stands twice in one lexicon.
  static func duplicateTerm(_ term: String, at label: Label, first: Label) -> Diagnostic {
    Diagnostic(
      "duplicate-term", .warning, "`\(term)` stands twice in this lexicon", at: label,
      secondary: [Label(file: first.file, span: first.span, text: "first here")])
  }

  /// A key whose value must be a list.
  ///
  /// Wrong: `any: x`. Right: `any: [x]`.
  static func expectedList(_ what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      "expected-list", .error, "`\(what)` takes a list", at: label,
      notes: ["write `[one, two]` or one item a line after `- `"])
  }

  /// A key whose value must be a mapping.
  ///
  /// Wrong: `labels: [a]`. Right: `labels: {a: …}`.
  static func expectedMapping(_ what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      "expected-mapping", .error, "`\(what)` takes keys with values", at: label,
      notes: ["write `key: value`, one a line"])
  }

  /// A value that is no number or outside its range.
  ///
  /// Wrong: `confidence: high`. Right: `0.6`.
  static func expectedNumber(
    _ what: String, in range: ClosedRange<Double>, at label: Label
  ) -> Diagnostic {
    Diagnostic(
      "expected-number", .error,
      "`\(what)` takes a number from \(plain(range.lowerBound)) to \(plain(range.upperBound))",
      at: label)
  }

  /// A key whose value must be text.
  ///
  /// Wrong: `id: [a]`. Right: `id: a`.
  static func expectedText(_ what: String, at label: Label) -> Diagnostic {
    Diagnostic("expected-text", .error, "`\(what)` takes text", at: label)
  }

  /// Any problem inside a pattern or a formula, under the id of that problem.
  static func expression(_ problem: ExpressionProblem, at label: Label) -> Diagnostic {
    Diagnostic(
      DiagnosticID(problem.id), .error, problem.message, at: label,
      notes: problem.note.map { [$0] } ?? [])
  }

  /// Gifts of one rule on different units.
  ///
  /// Wrong: a tag and a slot in one rule. Right: two rules.
  static func giftsOnDifferentUnits(at label: Label) -> Diagnostic {
    Diagnostic(
      "gifts-on-different-units", .error,
      "the labels that one rule gives must stand on the same unit", at: label,
      notes: ["write one rule for each unit"])
  }

  /// A name with other characters than lower-case letters, digits and hyphens.
  static func invalidName(_ name: String, _ what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      "invalid-name", .error, "`\(name)` cannot be the name of a \(what)", at: label,
      notes: ["names are lower-case letters, digits and hyphens"])
  }

  /// A value that the label does not take.
  ///
  /// Wrong: `tag = high`. Right: a declared level.
  static func invalidValue(
    _ value: String, of name: String, known: [String], at label: Label
  ) -> Diagnostic {
    Diagnostic(
      "invalid-value", .error, "`\(value)` is no value of `\(name)`", at: label,
      notes: suggestion(value, known, prefix: "it takes"))
  }

  /// Labels that depend on each other.
  ///
  /// Wrong: a rule for `a` reads `b`, a rule for `b` reads `a`.
  static func labelCycle(_ path: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      "label-cycle", .error, "labels depend on each other: \(path.joined(separator: " → "))",
      at: label)
  }

  /// A rule on a large unit that reads the label of a smaller one.
  ///
  /// Right: `count(name) > 0`.
  static func labelOfSmallerUnit(_ name: String, _ unit: UnitKind, at label: Label) -> Diagnostic {
    Diagnostic(
      "label-of-smaller-unit", .error,
      "`\(name)` stands on a \(unit.rawValue), which is smaller than the window of this rule",
      at: label, notes: ["write `where: count(\(name)) > 0`"])
  }

  /// A required key is missing.
  ///
  /// Wrong: a rule without `id`.
  static func missingKey(_ key: String, in what: String, at label: Label) -> Diagnostic {
    Diagnostic("missing-key", .error, "\(what) needs `\(key)`", at: label)
  }

  /// No file of the pack has a header.
  static func missingPackHeader(file: Int) -> Diagnostic {
    Diagnostic(
      "missing-pack-header", .error, "no file of the pack says what it is",
      at: Label(file: file, span: SourceSpan(0, 0)),
      notes: ["add `pack: {name: my-pack, version: 0.1.0}` to one file"])
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }

  static func suggestion(_ name: String, _ known: [String], prefix: String) -> [String] {
    if let nearest = EditDistance.nearest(to: name, in: known) {
      return ["did you mean `\(nearest)`?"]
    }
    guard !known.isEmpty, known.count <= 24 else { return [] }
    return ["\(prefix) \(known.map { "`\($0)`" }.joined(separator: ", "))"]
  }
}
