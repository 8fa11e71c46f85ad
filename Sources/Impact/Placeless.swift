import RuleLanguage
import SourceText

// Definitions without their places and without what only people read, so that two of them are
// equal exactly when the engine treats them alike. What is not listed here keeps its place, and so
// counts as changed when it moves: too much is looked at again then, never too little.

private let nowhere = LocatedSpan(file: 0, span: SourceSpan(0, 0))

extension Rule {
  /// The rule as the engine reads it.
  var effective: Rule {
    var rule = self
    rule.condition = condition.placeless
    rule.exceptions = exceptions.map {
      RuleException(pattern: $0.pattern.placeless, geometry: $0.geometry)
    }
    rule.vetoes = vetoes.map { Veto(condition: $0.condition.placeless, scope: $0.scope) }
    rule.title = nil
    rule.note = nil
    rule.firesOn = []
    rule.silentOn = []
    rule.span = nowhere
    return rule
  }

  /// The lexicons, patterns, values and atoms that the rule names itself, among other names that
  /// formulas hold.
  var names: Set<String> {
    let conditions = [condition] + vetoes.map(\.condition)
    return conditions.reduce(into: Set(exceptions.flatMap(\.pattern.node.names))) {
      $0.formUnion($1.names)
    }
  }
}

extension Condition {
  var placeless: Condition {
    switch self {
    case .pattern(let pattern): .pattern(pattern.placeless)
    case .all(let members): .all(members.map(\.placeless))
    case .any(let members): .any(members.map(\.placeless))
    case .none(let members): .none(members.map(\.placeless))
    case .atLeast(let count, let members): .atLeast(count, members.map(\.placeless))
    case .ordered(let patterns): .ordered(patterns.map(\.placeless))
    case .near(let patterns, let characters):
      .near(patterns.map(\.placeless), characters: characters)
    case .label(let test):
      .label(LabelTest(label: test.label, comparison: test.comparison, span: nowhere))
    case .formula(let formula): .formula(formula.placeless)
    case .rule(let reference): .rule(RuleReference(id: reference.id, span: nowhere))
    case .scoped(let scope, let inner): .scoped(scope, inner.placeless)
    }
  }

  var names: Set<String> {
    switch self {
    case .pattern(let pattern): pattern.node.names
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members.reduce(into: []) { $0.formUnion($1.names) }
    case .ordered(let patterns), .near(let patterns, _):
      patterns.reduce(into: []) { $0.formUnion($1.node.names) }
    case .formula(let formula): Set(formula.formula.names)
    case .scoped(_, let inner): inner.names
    case .label, .rule: []
    }
  }
}

extension PatternExpression {
  fileprivate var placeless: PatternExpression {
    PatternExpression(source: "", node: node, span: nowhere)
  }
}

extension PatternNode {
  /// The names that the pattern refers to.
  var names: Set<String> {
    switch self {
    case .reference(let name): [name]
    case .sequence(let members), .alternatives(let members):
      members.reduce(into: []) { $0.formUnion($1.names) }
    case .optional(let inner), .lookahead(let inner): inner.names
    case .literal, .gap, .start, .end: []
    }
  }
}

extension FormulaExpression {
  fileprivate var placeless: FormulaExpression {
    FormulaExpression(source: "", formula: formula, span: nowhere)
  }
}

extension LabelDeclaration {
  var placeless: LabelDeclaration {
    LabelDeclaration(
      name: name, unit: unit, kind: kind, role: role, title: LocalizedText(en: ""),
      // By its title, too, a value is stated of a document.
      valueTitles: role == .metadata ? valueTitles : [:], trim: trim.map(\.placeless), span: nowhere
    )
  }
}

extension Gazetteer {
  /// - Complexity: O(rows of the table).
  var placeless: Gazetteer {
    var gazetteer = self
    gazetteer.entries = entries.map { entry in
      var entry = entry
      entry.span = nowhere
      return entry
    }
    gazetteer.span = nowhere
    return gazetteer
  }
}

extension ScoreDefinition {
  var placeless: ScoreDefinition {
    ScoreDefinition(
      name: name, title: LocalizedText(en: ""),
      parts: parts.map { Part(name: $0.name, formula: $0.formula.placeless) },
      adjustments: adjustments.map {
        Adjustment(
          id: $0.id, when: $0.when?.placeless, value: $0.value.placeless, gives: $0.gives)
      },
      bands: bands.map { Band(name: $0.name, minimum: $0.minimum, title: LocalizedText(en: "")) },
      span: nowhere)
  }
}

extension Rule {
  /// The labels that the rule reads, among other names that formulas hold; `zone` is the label of zones,
  /// which it reads where it says where to look.
  func labelsRead(zone: String?) -> Set<String> {
    vetoes.reduce(into: condition.labelsRead(zone)) {
      $0.formUnion($1.condition.labelsRead(zone))
    }
  }
}

extension Rule {
  /// The rules that the rule asks for.
  var rulesRead: Set<String> {
    vetoes.reduce(into: condition.rulesRead) { $0.formUnion($1.condition.rulesRead) }
  }
}

extension ValueDefinition {
  var placeless: ValueDefinition {
    ValueDefinition(
      name: name, title: LocalizedText(en: ""), measuredIn: measuredIn,
      forms: forms.map { Form(pattern: $0.pattern.placeless, reading: $0.reading.placeless) },
      exceptions: exceptions.map(\.placeless), span: nowhere)
  }

  /// The lexicons, patterns and values that the definition refers to.
  var names: Set<String> {
    let patterns = forms.map(\.pattern) + exceptions
    return forms.reduce(into: Set(patterns.flatMap(\.node.names))) {
      $0.formUnion($1.reading.names)
    }
  }
}

extension ValueDefinition.Reading {
  fileprivate var placeless: ValueDefinition.Reading {
    switch self {
    case .number(let formula): .number(formula.placeless)
    case .date(let parts, let base): .date(parts.mapValues(\.placeless), base: base)
    }
  }

  fileprivate var names: Set<String> {
    switch self {
    case .number(let formula): Set(formula.formula.names)
    case .date(let parts, let base):
      parts.values.reduce(into: Set([base].compactMap { $0 })) {
        $0.formUnion($1.formula.names)
      }
    }
  }
}

extension Condition {
  fileprivate var rulesRead: Set<String> {
    switch self {
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members.reduce(into: []) { $0.formUnion($1.rulesRead) }
    case .rule(let reference): [reference.id]
    case .scoped(_, let inner): inner.rulesRead
    case .pattern, .ordered, .near, .label, .formula: []
    }
  }

  fileprivate func labelsRead(_ zone: String?) -> Set<String> {
    switch self {
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members.reduce(into: []) { $0.formUnion($1.labelsRead(zone)) }
    case .label(let test): [test.label]
    case .formula(let formula): Set(formula.formula.names)
    case .scoped(let scope, let inner):
      inner.labelsRead(zone).union(scope.zones.isEmpty ? [] : [zone].compactMap { $0 })
    case .pattern, .ordered, .near, .rule: []
    }
  }
}
