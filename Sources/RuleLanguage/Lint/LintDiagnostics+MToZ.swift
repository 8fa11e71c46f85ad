import Diagnostics

/// Messages of the lints with ids from M to Z, in the order of their ids.
extension Diagnostic {
  /// A term that is written as a pattern.
  ///
  /// Wrong: `terms: [x..y]`. Right: `patterns: {name: x..y}`.
  static func patternInTerm(_ sign: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .patternInTerm, "`\(sign)` is part of this term: terms are words and no patterns", at: label,
      notes: ["write it under `patterns:`, or each of the words as a term of its own"])
  }

  /// A term that looks like several.
  ///
  /// Wrong: terms separated by full-width commas. Right: `[x, y]`.
  static func punctuatedTerm(_ mark: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .punctuatedTerm, "`\(mark)` is part of this term and does not separate terms", at: label,
      notes: ["separate terms by `,` and a blank, or write one a line after `- `"])
  }

  /// An alternative of which each match holds a match of another one.
  ///
  /// Wrong: `any: [x, xy]`. Right: `any: [x]`.
  static func redundantAlternative(
    _ source: String, at label: Label, wider: Label, fix: FixIt?
  ) -> Diagnostic {
    Diagnostic(
      .redundantAlternative, "wherever this alternative matches, another one does", at: label,
      secondary: [wider.saying("the other one")],
      notes: ["remove it; it only makes the words that are shown longer"],
      fixIts: fix.map { [$0] } ?? [])
  }

  /// Operators of regular expressions, which are plain text here.
  ///
  /// Wrong: `x.*y`, `[xy]z`. Right: `x..y`, `(x|y)z`.
  static func regularExpression(_ operation: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .regularExpression, "`\(operation)` is plain text in a pattern, not an operator", at: label,
      notes: [
        "write `..` for a gap, `(a|b)` for one of several, `(a)?` for what may be missing, `<digits>` for figures"
      ])
  }

  /// A condition that another key says more simply.
  ///
  /// Wrong: `at-least: {count: 1, of: [x, y]}`. Right: `any: [x, y]`.
  static func roundabout(_ what: String, _ key: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .roundaboutCondition, "\(what) is the same as `\(key)`", at: label,
      notes: ["write `\(key): […]`"])
  }

  /// A rule that shows no text on which it fires.
  static func ruleWithoutExamples(_ id: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .ruleWithoutExamples, "no example shows that rule `\(id)` fires", at: label,
      notes: ["add `fires-on: [a sentence of your own]`; `duban test` runs it"])
  }

  /// A score whose formulas name no slot.
  static func scoreOverNoSlot(_ name: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .scoreOverNoSlot, "score `\(name)` counts no slot", at: label,
      notes: ["name a label with `role: slot` in one of its parts"])
  }

  /// A term that never matches where a pattern uses it, because a longer one takes its words.
  static func shadowedTerm(
    _ term: String, by longer: String, before next: String, at label: Label, term place: Label,
    longer rival: Label?
  ) -> Diagnostic {
    Diagnostic(
      .shadowedTerm, "`\(term)` never matches before `\(next)` here: `\(longer)` takes its words",
      at: label,
      secondary: [place.saying("this term")] + (rival.map { [$0.saying("the longer one")] } ?? []),
      notes: [
        "a lexicon takes its longest term; make the words after it optional, or split the lexicon"
      ])
  }

  /// A slot that no formula of a score names.
  static func slotInNoScore(_ name: String, at label: Label, score: Label?) -> Diagnostic {
    Diagnostic(
      .slotInNoScore, "no score counts the slot `\(name)`", at: label,
      secondary: score.map { [$0.saying("scores begin here")] } ?? [],
      notes: ["add a part such as `\(name): 10 * \(name)`, or leave `role: slot` out"])
  }

  /// A rule that decides nothing because a stronger one holds wherever it does.
  static func subsumedRule(
    _ id: String, by other: String, at label: Label, stronger: Label
  ) -> Diagnostic {
    Diagnostic(
      .subsumedRule, "wherever rule `\(id)` holds, `\(other)` does and gives as much", at: label,
      secondary: [stronger.saying("the other rule")],
      notes: ["remove it, give it a higher value, or narrow the other rule"])
  }

  /// A term that a stronger rule takes from the lexicon in which it stands.
  static func termInTwoLexicons(
    _ term: String, _ own: String, _ other: String, label name: String, at label: Label,
    rival: Label, fix: FixIt?
  ) -> Diagnostic {
    Diagnostic(
      .termInTwoLexicons,
      "`\(term)` stands in `\(own)` and `\(other)`, which stand for different values of `\(name)`",
      at: label, secondary: [rival.saying("this one wins")],
      notes: ["remove it here, or there if this is the value that is meant"],
      fixIts: fix.map { [$0] } ?? [])
  }

  /// An alternative that always comes with what vetoes the rule.
  static func unlessContradictsAlternative(at label: Label, veto: Label) -> Diagnostic {
    Diagnostic(
      .unlessContradictsAny, "wherever this alternative matches, `unless` stops the rule",
      at: label, secondary: [veto.saying("by this")],
      notes: ["remove the alternative, or name more words under `unless`"])
  }

  /// `unless` that holds whenever the condition does.
  ///
  /// Wrong: `any: [xy]` with `unless: [x]`.
  static func unlessContradictsAny(_ id: String, at label: Label, condition: Label) -> Diagnostic {
    Diagnostic(
      .unlessContradictsAny, "this holds wherever the condition does, so `\(id)` never fires",
      at: label, secondary: [condition.saying("the condition")],
      notes: ["name more words under `unless`, or use `except` to void single matches"])
  }

  /// Words that no article can hold when it was read.
  ///
  /// Wrong: a term with a line end or an HTML entity.
  static func unmatchableText(_ text: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .unmatchableText, "no text can hold these words once it was read", at: label,
      notes: [
        "lines, doubled punctuation, entities and bracketed readings do not survive reading: write the words as a reader sees them, on one line"
      ])
  }

  /// A level or choice that nothing gives.
  static func unreachableValue(_ value: String, of name: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .unreachableValue, "nothing gives `\(name) = \(value)`", at: label,
      notes: ["write a rule that gives it, or take it out of the list"])
  }

  /// A title without Chinese in a pack that has Chinese titles.
  static func untranslatedTitle(_ what: String, _ name: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .untranslatedTitle, "the \(what) `\(name)` has no Chinese title, as others have", at: label,
      notes: ["write `title: {en: \(name), zh: …}`; until then Chinese reports show the English"])
  }

  /// A lexicon or named pattern that nothing refers to.
  static func unusedDefinition(_ what: String, _ name: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .unusedDefinition, "\(what) `\(name)` is used by nothing", at: label,
      notes: ["write `<\(name)>` in a pattern, or remove it"])
  }

  /// Words that reach beyond the window in which the condition must hold.
  ///
  /// Wrong: `within: clause` with a comma inside a literal.
  static func widerThanWindow(_ text: String, _ window: UnitKind, at label: Label) -> Diagnostic {
    let message =
      text.utf8.contains(.lineFeed)
      ? "a \(window.rawValue) never goes on in the next line"
      : "a \(window.rawValue) holds `\(text)` only between quotation marks: punctuation ends it"
    return Diagnostic(
      .widerThanWindow, message, at: label,
      notes: ["choose a larger `within`, or leave the punctuation out"])
  }
}
