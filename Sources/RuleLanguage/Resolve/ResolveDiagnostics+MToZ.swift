import Diagnostics
import SourceText

/// Messages of the resolver with ids from M to Z, in the order of their ids.
extension Diagnostic {
  /// A label phrase that is written otherwise.
  ///
  /// Wrong: `tag == formulaic`. Right: `tag = formulaic`.
  static func malformedLabel(_ expected: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .malformedLabel, "expected \(expected)", at: label,
      notes: ["write the name, one sign and the value, and nothing else"])
  }

  /// A row of a table that cannot be read.
  static func malformedRow(_ message: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .malformedRow, message, at: label, notes: ["cells are separated by one tab each"])
  }

  /// A comparison that the label's kind does not have.
  ///
  /// Wrong: `zone >= body`. Right: `zone = body`.
  static func wrongRelation(
    _ name: String, _ reason: String, _ right: String, at label: Label
  ) -> Diagnostic {
    Diagnostic(
      .malformedLabel, "\(reason): compare `\(name)` with `\(right)`", at: label)
  }

  /// A rule or condition without anything to fulfil.
  ///
  /// Right: one of `any`, `all`, `where`, ….
  static func missingCondition(_ what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .missingCondition, "\(what) says nothing that could hold", at: label,
      notes: [
        "add `any`, `all`, `none`, `at-least`, `ordered`, `near`, `label`, `lacks`, `where` or `rule`"
      ])
  }

  /// A formula that asks for a number which the words never hold.
  ///
  /// Wrong: `{pattern: <number>d, value: second-number}`. Right: `value: number`.
  static func missingNumber(
    _ name: String, _ most: Int, at label: Label, _ pattern: PatternExpression
  ) -> Diagnostic {
    let count = most == 0 ? "no number" : most == 1 ? "one number" : "\(most) numbers"
    return Diagnostic(
      .missingNumber, "`\(name)` is not there: the pattern holds \(count)", at: label,
      secondary: [
        Label(file: pattern.span.file, span: pattern.span.span, text: "matches \(count)")
      ])
  }

  /// No file of the pack has a header.
  static func missingPackHeader(file: Int) -> Diagnostic {
    Diagnostic(
      .missingPackHeader, "no file of the pack says what it is",
      at: Label(file: file, span: SourceSpan(0, 0)),
      notes: ["add `pack: {name: my-pack, version: 0.1.0}` to one file"])
  }

  /// A form that does not say what it is worth.
  ///
  /// Wrong: `{pattern: <number>d}`. Right: `{pattern: <number>d, value: number}`.
  static func missingReading(at label: Label) -> Diagnostic {
    Diagnostic(
      .missingReading, "the form does not say how it is read", at: label,
      notes: [
        "add `value: number` for a number, or `date: {month: number, day: second-number}` for a date"
      ])
  }

  /// A required key is missing.
  ///
  /// Wrong: a rule without `id`.
  static func missingRequiredKey(_ key: String, in what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .missingRequiredKey, "\(what) needs `\(key)`", at: label, notes: ["add `\(key): …`"])
  }

  /// A label that does not say what values it takes.
  ///
  /// Wrong: `{on: clause}`. Right: `{on: clause, mark: true}`.
  static func missingKind(_ keys: String, in what: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .missingRequiredKey, "\(what) does not say what values it takes", at: label,
      notes: ["add one of \(keys)"])
  }

  /// Zones are named, but no label says what zones there are.
  static func missingZones(at label: Label) -> Diagnostic {
    Diagnostic(
      .missingZones, "the pack declares no zones", at: label,
      notes: ["declare a label with `on: block`, `role: zone` and `choices`"])
  }

  /// Forms of one value of which some are numbers and some are dates.
  static func mixedForms(_ name: String, at label: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .mixedForms, "this form of `\(name)` is read otherwise than the first", at: label,
      secondary: [Label(file: first.file, span: first.span, text: "one value, one kind")],
      notes: ["write two values: one whose forms are numbers, one whose forms are dates"])
  }

  /// A phase to which no date belongs.
  ///
  /// Wrong: `{from: 2020-12, to: 2018-01}`. Right: `{from: 2018-01, to: 2020-12}`.
  static func phaseReversed(_ name: String, at label: Label, from: Label) -> Diagnostic {
    Diagnostic(
      .phaseReversed, "`\(name)` ends before it begins", at: label,
      secondary: [Label(file: from.file, span: from.span, text: "begins here")],
      notes: ["no article would belong to it: `from` is the first, `to` the last"])
  }

  /// A named pattern or lexicon that reaches itself.
  ///
  /// Wrong: `patterns: {a: x<a>}`.
  static func referenceCycle(
    _ what: String, _ path: [String], remedy: String, at label: Label
  ) -> Diagnostic {
    Diagnostic(
      .referenceCycle, "\(what) refer to each other: \(chain(path))",
      at: label, notes: [remedy])
  }

  /// A chain of references between lexicons or patterns that is too long.
  static func referencesTooDeep(
    _ what: String, _ name: String, limit: Int, at label: Label
  ) -> Diagnostic {
    Diagnostic(
      .referencesTooDeep, "\(what) refer to one another at most \(limit) deep", at: label,
      notes: ["write what `\(name)` refers to into it, and leave out the names between"])
  }

  /// A name that has another meaning where it would be used.
  ///
  /// Wrong: a lexicon `number`, a label `han`.
  static func reservedName(
    _ name: String, _ what: String, meaning: String, at label: Label
  ) -> Diagnostic {
    Diagnostic(
      .reservedName, "a \(what) cannot be named `\(name)`: that is \(meaning)", at: label)
  }

  /// Rules that ask for one another.
  ///
  /// Wrong: a rule `a` with `rule: b` and a rule `b` with `rule: a`.
  static func ruleCycle(_ path: [String], at label: Label, others: [Label]) -> Diagnostic {
    Diagnostic(
      .ruleCycle, "rules depend on each other: \(chain(path))", at: label,
      secondary: others.map { Label(file: $0.file, span: $0.span, text: "and back through here") },
      notes: ["let one of the rules look at the words instead of the other rule"])
  }

  /// A reference to a rule that is evaluated later.
  ///
  /// Wrong: a rule on blocks that asks for a rule on sentences.
  static func ruleOfLaterUnit(
    _ id: String, _ unit: UnitKind, _ own: UnitKind, at label: Label
  ) -> Diagnostic {
    Diagnostic(
      .ruleOfLaterUnit,
      "`\(id)` labels a \(unit.rawValue), and those come after the rules for a \(own.rawValue)",
      at: label, notes: ["blocks come first, then the text of the body, then directives"])
  }

  /// A rule or a condition that looks in units that are not known yet.
  ///
  /// Wrong: a rule on blocks with `in: sentence` or `within: sentence`.
  static func scopeOfLaterUnit(
    _ unit: UnitKind, _ own: UnitKind, at label: Label
  ) -> Diagnostic {
    Diagnostic(
      .scopeOfLaterUnit,
      "a rule that labels a \(own.rawValue) cannot look in a \(unit.rawValue)", at: label,
      notes: ["blocks come first, then the text of the body, then directives"])
  }

  /// A veto that looks in a smaller unit than the window.
  ///
  /// Wrong: `within: sentence` with `unless: [{any: […], in: clause}]`.
  static func scopeTooSmall(_ scope: UnitKind, _ window: UnitKind, at label: Label) -> Diagnostic {
    Diagnostic(
      .scopeTooSmall,
      "a \(scope.rawValue) is smaller than the \(window.rawValue) in which the rule looks",
      at: label, notes: ["leave `in` out to look in the \(window.rawValue) itself"])
  }

  /// A filter on the place of a document, which has none.
  ///
  /// Wrong: `within: document` with `zone: title`. Right: `{any: […], in: block, zone: title}`.
  static func scopeWithoutPlace(_ key: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .scopeWithoutPlace, "`\(key)` means nothing for a whole document", at: label,
      notes: ["add `in` with a smaller unit, as in `{any: […], in: block, \(key): …}`"])
  }

  /// A table that is no file of the pack.
  ///
  /// Wrong: `file: plases.tsv`. Right: `file: places.tsv`.
  static func unknownDataFile(_ path: String, known: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      .unknownDataFile, "the pack has no data file `\(path)`", at: label,
      notes: suggestion(path, known, prefix: "data files are"))
  }

  /// A data file that no gazetteer names.
  static func unusedDataFile(_ path: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .unusedDataFile, "nothing reads `\(path)`", at: label,
      notes: ["name it under `file` of a gazetteer, or remove it"])
  }

  /// A key that nothing reads.
  ///
  /// Wrong: `witin:`. Right: `within:`.
  static func unknownKey(
    _ key: String, in what: String, known: [String], at label: Label
  ) -> Diagnostic {
    // Keys are plain Latin words, so anything else was meant as text.
    let isText = key.utf8.contains { $0 >= 0x80 || $0 == 0x20 }
    return Diagnostic(
      .unknownKey, "\(what) has no key `\(key)`", at: label,
      notes: isText
        ? ["`: ` makes a key of the words before it: quote text that contains it"]
        : suggestion(key, known, prefix: "it has"))
  }

  /// A label that is declared nowhere.
  static func unknownLabel(_ name: String, known: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      .unknownLabel, "no label is named `\(name)`", at: label,
      notes: suggestion(name, known, prefix: "labels are"))
  }

  /// A function that formulas do not have where this one stands.
  static func unknownFunction(_ name: String, known: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      .unknownName, "no function here is named `\(name)`", at: label,
      notes: suggestion(name, known, prefix: "functions are"))
  }

  /// A name in a formula that means nothing.
  static func unknownName(_ name: String, known: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      .unknownName, "nothing in this formula can be named `\(name)`", at: label,
      notes: suggestion(name, known, prefix: "known are"))
  }

  /// A reference in a pattern to no lexicon, pattern or atom.
  static func unknownReference(_ name: String, known: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      .unknownReference, "no lexicon or pattern is named `\(name)`", at: label,
      notes: suggestion(name, known, prefix: "known are"))
  }

  /// A reference to a rule that no file has.
  static func unknownRule(_ id: String, known: [String], at label: Label) -> Diagnostic {
    Diagnostic(
      .unknownRule, "no rule has the id `\(id)`", at: label,
      notes: suggestion(id, known, prefix: "rules are"))
  }

  /// A window larger than the unit of the label.
  ///
  /// Wrong: a slot with `within: paragraph`.
  static func windowTooLarge(_ window: UnitKind, _ unit: UnitKind, at label: Label) -> Diagnostic {
    Diagnostic(
      .windowTooLarge,
      "a \(window.rawValue) is larger than the \(unit.rawValue) that takes the label", at: label,
      notes: ["leave `within` out for the default, or name a smaller unit"])
  }

  /// A function with arguments that it does not take.
  ///
  /// Wrong: `if(action, 1)`. Right: `if(action, 1, 0)`.
  static func wrongArguments(
    _ function: String, _ expected: String, at label: Label
  ) -> Diagnostic {
    Diagnostic(.wrongArguments, "`\(function)` takes \(expected)", at: label)
  }

  /// A label of the wrong kind or unit for what it is used for.
  static func wrongKind(_ name: String, expected: String, at label: Label) -> Diagnostic {
    Diagnostic(.wrongKindOfLabel, "`\(name)` must be \(expected)", at: label)
  }

  /// A value for a label that is given or not.
  ///
  /// Wrong: `gives: tail = 1`. Right: `gives: tail`.
  static func takesNoValue(_ name: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .wrongKindOfLabel, "`\(name)` takes no value", at: label, notes: ["write `\(name)` alone"])
  }

  /// A zone label under which nothing would be analysed.
  ///
  /// Wrong: `choices: [footer]`. Right: `choices: [footer, body]`.
  static func zoneWithoutBody(_ name: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .zoneWithoutBody, "`\(name)` has no choice `body`, so no text would be analysed", at: label,
      notes: ["add `body` as the last of the choices"])
  }
}
