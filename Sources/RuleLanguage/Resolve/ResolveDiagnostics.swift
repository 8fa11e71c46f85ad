import Diagnostics
import SourceText

/// Messages of the resolver with ids from A to L, in the order of their ids.
///
/// Those of patterns and formulas stand beside `ExpressionProblem`.
extension Diagnostic {
  init(
    _ id: ResolverDiagnosticID, _ message: String, at primary: Label, secondary: [Label] = [],
    notes: [String] = []
  ) {
    self.init(
      DiagnosticID(id.rawValue), .error, message, at: primary, secondary: secondary, notes: notes)
  }

  /// Keys that exclude one another.
  ///
  /// Wrong: `{on: clause, mark: true, amount: true}`. Right: one of the two.
  static func conflictingKeys(_ keys: [String], in what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .conflictingKeys, "\(what) has both `\(keys[0])` and `\(keys[1])`", at: label,
      notes: ["a label has one kind of value: leave one of them out"])
  }

  /// A form that is read both as a number and as a date.
  ///
  /// Wrong: `{pattern: <number>d, value: number, date: {day: number}}`. Right: one of the two.
  static func conflictingReadings(at label: Label) -> Diagnostic {
    Diagnostic(
      .conflictingKeys, "a form has both `value` and `date`", at: label,
      notes: ["a form stands for a number or for a date: leave one of them out"])
  }

  /// A second definition of a name.
  ///
  /// Wrong: two rules `a/b`. Right: two ids.
  static func duplicateDefinition(
    _ what: String, _ name: String, at label: Label, first: Label
  ) -> Diagnostic {
    Diagnostic(
      .duplicateDefinition, "\(what) `\(name)` is defined twice", at: label,
      secondary: [Label(file: first.file, span: first.span, text: "first defined here")],
      notes: ["remove one of them, or give it another name"])
  }

  /// A value whose form would hold only at an edge of a window.
  ///
  /// Wrong: `values: {days: {forms: [{pattern: ^<number>d, value: number}]}}`.
  static func edgeInValue(_ name: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .edgeInValue, "a form of `\(name)` holds `^` or `$`", at: label,
      notes: ["a value is the same wherever it stands: put the edge into the rule's pattern"])
  }

  /// A list without members.
  ///
  /// Wrong: `any: []`. Right: `any: [x]`.
  static func emptyList(_ what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .emptyList, "\(quoted(what)) has no members", at: label,
      notes: ["leave the key out, or write what it should hold"])
  }

  /// A key whose value must be a date, or the beginning of one.
  ///
  /// Wrong: `from: March 2021`. Right: `from: 2021-03`.
  static func expectedDate(_ what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .expectedDate, "\(quoted(what)) takes a year, a month or a day that the calendar has",
      at: label, notes: ["write `2021`, `2021-03` or `2021-03-15`"])
  }

  /// A key whose value must be a list.
  ///
  /// Wrong: `any: x`. Right: `any: [x]`.
  static func expectedList(_ what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .expectedList, "\(quoted(what)) takes a list", at: label,
      notes: ["write `[one, two]`, or one member a line after `- `"])
  }

  /// A key whose value must be a mapping.
  ///
  /// Wrong: `labels: [a]`. Right: `labels: {a: …}`.
  static func expectedMapping(_ what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .expectedMapping, "\(quoted(what)) takes keys with values", at: label,
      notes: ["write `key: value`, one a line"])
  }

  /// A value that is no plain number or outside its range.
  ///
  /// Wrong: `confidence: high`. Right: `confidence: 0.6`.
  static func expectedNumber(
    _ what: String, in range: ClosedRange<Double>, isWhole: Bool, at label: Label
  ) -> Diagnostic {
    let kind = isWhole ? "a whole number" : "a number"
    let bounds = "from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
    return Diagnostic(
      .expectedNumber, "\(quoted(what)) takes \(kind) \(bounds)", at: label,
      notes: isWhole ? ["write digits only, as in `2`"] : ["write digits, as in `0.5`"])
  }

  /// A key whose value must be text.
  ///
  /// Wrong: `id: [a]`. Right: `id: a`.
  static func expectedText(_ what: String, at label: Label) -> Diagnostic {
    Diagnostic(.expectedText, "\(quoted(what)) takes text", at: label)
  }

  /// Any problem inside a pattern or a formula, under the id of that problem.
  ///
  /// `name` is the pattern referred to when the problem lies in it.
  static func expression(
    _ problem: ExpressionProblem, via name: String? = nil, at label: Label
  ) -> Diagnostic {
    if let name {
      return Diagnostic(
        problem.id, "\(problem.message), and `<\(name)>` holds one", at: label,
        notes: ["refer to `<\(name)>` there, or take the edge out of it"])
    }
    return Diagnostic(
      problem.id, problem.message, at: label, notes: problem.note.map { [$0] } ?? [])
  }

  /// A sentence of reports with a word that the pack forbids there.
  ///
  /// Wrong: `untested: {en: the best}` with `forbidden: [best]`. Right: a sentence without it.
  static func forbiddenWord(_ word: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .forbiddenWord, "`\(word)` is among the forbidden words", at: label,
      notes: ["say what was counted, or take the word out of `forbidden`"])
  }

  /// Gifts of one rule on different units.
  ///
  /// Wrong: a tag and a slot in one rule. Right: two rules.
  static func giftsOnDifferentUnits(at label: Label) -> Diagnostic {
    Diagnostic(
      .giftsOnDifferentUnits, "the labels that one rule gives must stand on the same unit",
      at: label, notes: ["write one rule for each unit"])
  }

  /// A name with other characters than lower-case letters, digits and hyphens.
  ///
  /// Wrong: `Action_1`. Right: `action-1`.
  static func invalidName(
    _ name: String, _ what: String, slashes: Bool = false, at label: Label
  ) -> Diagnostic {
    let others = slashes ? "digits, hyphens and `/`" : "digits and hyphens"
    return Diagnostic(
      .invalidName, "`\(name)` cannot be the name of a \(what)", at: label,
      notes: ["names are lower-case Latin letters, \(others)"])
  }

  /// A value that is not among those that a key or label takes; nil where none is given.
  ///
  /// Wrong: `gives: tag = high`. Right: a declared level.
  static func invalidValue(
    _ value: String?, of name: String, known: [String], at label: Label
  ) -> Diagnostic {
    guard let value else {
      return Diagnostic(
        .invalidValue, "`\(name)` needs a value", at: label,
        notes: ["write `\(name) = \(known.first ?? "…")`"])
    }
    return Diagnostic(
      .invalidValue, "`\(value)` is no value of `\(name)`", at: label,
      notes: suggestion(value, known, prefix: "it takes"))
  }

  /// Labels that depend on each other.
  ///
  /// Wrong: a rule for `a` reads `b`, a rule for `b` reads `a`.
  static func labelCycle(_ path: [String], _ rules: [Rule], at label: Label) -> Diagnostic {
    Diagnostic(
      .labelCycle, "labels depend on each other: \(chain(path))", at: label,
      secondary: zip(rules, path.dropFirst()).map { rule, name in
        Label(file: rule.span.file, span: rule.span.span, text: "reads `\(name)`")
      },
      notes: ["let one of the rules look at the words instead of the label"])
  }

  /// A rule on `own` that reads the label of a unit whose rules come later.
  ///
  /// Wrong: a rule on sentences that reads a label of directives, or one on blocks one of the document.
  static func labelOfLaterUnit(
    _ name: String, _ unit: UnitKind, _ own: UnitKind, at label: Label
  ) -> Diagnostic {
    Diagnostic(
      .labelOfLaterUnit,
      "`\(name)` stands on a \(unit.rawValue), and those come after the rules for a \(own.rawValue)",
      at: label, notes: ["blocks come first, then the text of the body, then directives"])
  }

  /// A rule on a large window that reads the label of a smaller unit.
  ///
  /// Wrong: `within: sentence` with the label of a clause. Right: `where: count(name) > 0`.
  static func labelOfSmallerUnit(
    _ name: String, _ unit: UnitKind, _ window: UnitKind, isLacking: Bool = false, at label: Label
  ) -> Diagnostic {
    let count = "count(\(name)) \(isLacking ? "==" : ">") 0"
    return Diagnostic(
      .labelOfSmallerUnit,
      "`\(name)` stands on a \(unit.rawValue), which is smaller than a \(window.rawValue)",
      at: label, notes: ["write `where: \(count)`, or choose a smaller `within`"])
  }

  /// The names of a circle with arrows; of a long one the first and the last.
  static func chain(_ path: [String]) -> String {
    let longest = 12
    guard path.count > longest else { return path.joined(separator: " → ") }
    let names = path.prefix(longest / 2) + ["…"] + path.suffix(longest / 2)
    return names.joined(separator: " → ")
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }

  /// Keys in backticks; phrases such as "a rule" as they are.
  private static func quoted(_ what: String) -> String {
    what.hasPrefix("a ") || what.hasPrefix("an ") || what.hasPrefix("`") || what.contains(" ")
      ? what : "`\(what)`"
  }

  /// The nearest name, or all of them when they are few.
  static func suggestion(_ name: String, _ known: [String], prefix: String) -> [String] {
    // Among so many names the nearest says little, and finding it takes long.
    if known.count <= 5000, let nearest = EditDistance.nearest(to: name, in: known) {
      return ["did you mean `\(nearest)`?"]
    }
    guard !known.isEmpty, known.count <= 24 else { return [] }
    return ["\(prefix) \(known.map { "`\($0)`" }.joined(separator: ", "))"]
  }
}
