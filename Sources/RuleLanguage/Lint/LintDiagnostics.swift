package import Diagnostics
import SourceText

/// Messages of the lints with ids from A to L, in the order of their ids.
extension Diagnostic {
  init(
    _ id: LintID, _ message: String, at primary: Label, secondary: [Label] = [],
    notes: [String] = [], fixIts: [FixIt] = []
  ) {
    self.init(
      DiagnosticID(id.rawValue), .warning, message, at: primary, secondary: secondary,
      notes: notes, fixIts: fixIts)
  }

  /// A formula without names, which has one value for all texts.
  ///
  /// Wrong: `where: 1 > 0`. Right: `where: han > 8`.
  static func constantFormula(at label: Label) -> Diagnostic {
    Diagnostic(
      .constantFormula, "this formula has the same value for every text", at: label,
      notes: ["name a feature or a label in it, or leave `where` out"])
  }

  /// One text that must fire and stay silent.
  static func contradictoryExamples(at label: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .contradictoryExamples, "the rule must fire on this text and stay silent on it", at: label,
      secondary: [first.saying("it must fire on it here")],
      notes: ["remove one of the two"])
  }

  /// A member of a list of conditions that stands there twice.
  ///
  /// Wrong: `any: [x, y, x]`. Right: `any: [x, y]`.
  static func duplicateAlternative(at label: Label, first: Label, fix: FixIt?) -> Diagnostic {
    Diagnostic(
      .duplicateAlternative, "this alternative stands here twice", at: label,
      secondary: [first.saying("first here")], notes: ["remove one of the two"],
      fixIts: fix.map { [$0] } ?? [])
  }

  /// An alternative that stands twice in one group of a pattern.
  ///
  /// Wrong: `(x|y|x)z`. Right: `(x|y)z`.
  static func duplicateAlternative(_ text: String, at label: Label) -> Diagnostic {
    let what = text.isEmpty ? "an alternative" : "`\(text)`"
    return Diagnostic(
      .duplicateAlternative, "\(what) stands twice in one group of the pattern", at: label,
      notes: ["remove one of the two"])
  }

  /// An example that is given twice.
  static func duplicateExample(at label: Label, first: Label, fix: FixIt?) -> Diagnostic {
    Diagnostic(
      .duplicateExample, "this example is given twice", at: label,
      secondary: [first.saying("first here")], notes: ["remove one of the two"],
      fixIts: fix.map { [$0] } ?? [])
  }

  /// Two rules with the same condition.
  static func duplicateRule(
    _ id: String, _ other: String, givesTheSame: Bool, at label: Label, first: Label
  ) -> Diagnostic {
    Diagnostic(
      .duplicateRule, "rule `\(id)` holds exactly where `\(other)` does", at: label,
      secondary: [first.saying("the same condition")],
      notes: [
        givesTheSame
          ? "remove one of them" : "let one rule give all the labels: `gives: [one, two]`"
      ])
  }

  /// A term that stands twice in one lexicon, or in one that it includes.
  ///
  /// Wrong: `[x, y, x]`. Right: `[x, y]`.
  static func duplicateTerm(
    _ term: String, in included: String?, at label: Label, first: Label, fix: FixIt?
  ) -> Diagnostic {
    let message =
      included.map { "`\(term)` comes with the included lexicon `\($0)` already" }
      ?? "`\(term)` stands twice in this lexicon"
    return Diagnostic(
      .duplicateTerm, message, at: label, secondary: [first.saying("first here")],
      notes: ["remove it here"], fixIts: fix.map { [$0] } ?? [])
  }

  /// An example that does not do what it is given for.
  package static func exampleFails(
    _ rule: String, shouldFire: Bool, at label: Label, _ place: Label
  ) -> Diagnostic {
    Diagnostic(
      .exampleFails,
      shouldFire ? "`\(rule)` stays silent on this example" : "`\(rule)` fires on this example",
      at: label, secondary: [place.saying("the rule")],
      notes: ["change the rule or the example; `duban test` fails with it"])
  }

  /// An example that is silent for another reason than it names.
  package static func exampleForAnotherReason(
    _ rule: String, named: String, actual: String, at label: Label, _ place: Label
  ) -> Diagnostic {
    Diagnostic(
      .exampleForAnotherReason,
      "`\(rule)` is stopped by \(reason(actual)) here, not by \(reason(named))", at: label,
      secondary: [place.saying("the rule")],
      notes: [
        "write `because: \(actual)`, or an example in which only \(reason(named)) stops the rule"
      ])
  }

  private static func reason(_ because: String) -> String {
    switch because {
    case "except": "an exception"
    case "unless": "an `unless`"
    default: "its condition"
    }
  }

  /// An exception that voids each match of the rule.
  ///
  /// Wrong: `any: [xy]` with `except: [xy]`.
  static func exceptCoversAll(_ rule: String, at label: Label, pattern: Label) -> Diagnostic {
    Diagnostic(
      .exceptCoversAll, "this exception voids every match, so `\(rule)` never fires", at: label,
      secondary: [pattern.saying("each match of this is void")],
      notes: ["name more of the words around the match, or remove the rule"])
  }

  /// An exception that voids each match of one alternative.
  static func exceptCoversAlternative(at label: Label, exception: Label) -> Diagnostic {
    Diagnostic(
      .exceptCoversAll, "every match of this alternative is void", at: label,
      secondary: [exception.saying("by this exception")],
      notes: ["remove the alternative, or name more words in the exception"])
  }

  /// Words in a form that is folded before they are looked for.
  ///
  /// Wrong: full-width letters, traditional characters. Right: what they are folded to.
  static func foldedText(
    _ folded: String, isInvisible: Bool, edits: [TextEdit], at label: Label
  ) -> Diagnostic {
    let what =
      isInvisible
      ? "this holds an invisible character, which articles lose when they are read"
      : "this is written in a form that articles lose when they are read"
    return Diagnostic(
      .foldedText, what, at: label,
      notes: ["it is looked for as `\(folded)`; write that, so that all see what matches"],
      fixIts: edits.isEmpty ? [] : [FixIt("write what it is folded to", edits: edits)])
  }

  /// An operator at full width, which is text.
  ///
  /// Wrong: `x（y｜z）`. Right: `x(y|z)`.
  static func fullWidthOperator(
    _ sign: String, edits: [TextEdit], at label: Label
  ) -> Diagnostic {
    Diagnostic(
      .fullWidthOperator, "`\(sign)` is plain text in a pattern, not an operator", at: label,
      notes: ["operators are the signs of ASCII; write `\\\(sign)` where the text is meant"],
      fixIts: edits.isEmpty ? [] : [FixIt("write the operators in ASCII", edits: edits)])
  }

  /// An end of a pattern that changes nothing.
  ///
  /// Wrong: `unless: [x(y)?]`. Right: `unless: [x]`.
  static func idleEnding(_ what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .idleEnding, "this pattern \(what), which changes nothing here", at: label,
      notes: ["only whether it matches counts here, not how far; leave that part out"])
  }

  /// An exception that can cover no match of its rule.
  ///
  /// Wrong: `any: [xy]` with `except: [x]`.
  static func idleException(at label: Label, pattern: Label) -> Diagnostic {
    Diagnostic(
      .idleException, "no match of the rule can lie inside a match of this exception", at: label,
      secondary: [pattern.saying("longer than the exception, or other words")],
      notes: [
        "write the exception so that it covers the whole match, or `{pattern: …, when: overlaps}`"
      ])
  }

  /// A gap of no characters.
  ///
  /// Wrong: `x..0y`. Right: `xy`.
  static func idleGap(at label: Label) -> Diagnostic {
    Diagnostic(
      .idleGap, "a gap of 0 characters is no gap", at: label, notes: ["leave it out"])
  }

  /// A label that no rule gives.
  static func labelNeverGiven(
    _ name: String, isRead: Bool, at label: Label, reader: Label?
  ) -> Diagnostic {
    Diagnostic(
      .labelNeverGiven, "no rule gives `\(name)`", at: label,
      secondary: reader.map { [$0.saying("it is read here, and never holds")] } ?? [],
      notes: [
        isRead
          ? "write a rule with `gives: \(name)`, or remove what reads it"
          : "write a rule with `gives: \(name)`, or remove the label"
      ])
  }

  /// A label that rules give and nothing looks at.
  static func labelNeverRead(_ name: String, at label: Label, giver: Label?) -> Diagnostic {
    Diagnostic(
      .labelNeverRead, "nothing reads `\(name)`, and reports leave it out", at: label,
      secondary: giver.map { [$0.saying("given here")] } ?? [],
      notes: [
        "use it in a condition, a score or under `directives`, give it a `role`, or remove it"
      ])
  }
}

extension Label {
  /// The same place with words beside it.
  func saying(_ text: String) -> Label { Label(file: file, span: span, text: text) }
}

/// Words of lints that are found as data before their place is known.
enum LintMessages {
  /// A literal beside an atom that takes the whole run.
  ///
  /// Wrong: `<digits>5`. Right: `<digits>`.
  static func brokenRun(
    _ atom: String, _ text: String, isAfter: Bool
  ) -> (id: LintID, message: String, note: String) {
    let side = isAfter ? "after" : "before"
    return (
      .brokenRun, "`\(text)` can never stand \(side) `<\(atom)>`, which takes the whole run",
      "leave `\(text)` out, or put a gap or other words between them"
    )
  }

  /// A Latin word or number in two parts of a pattern.
  ///
  /// Wrong: `20(24)?`. Right: `(20|2024)`.
  static func splitWord(
    _ first: String, _ second: String
  ) -> (id: LintID, message: String, note: String) {
    (
      .splitWord, "`\(first)` and `\(second)` can never touch: each matches whole words only",
      "write Latin words and numbers in one piece: `(20|2024)` instead of `20(24)?`"
    )
  }
}
