import Diagnostics

/// Where a condition is evaluated; nil where that is not known because of another mistake.
struct ConditionScope: Hashable {
  let window: UnitKind?
  /// The unit of the labels that the rule gives.
  let unit: UnitKind?
}

extension PackResolver {
  /// The condition that the entries of a mapping make up: all of them hold, in the units that
  /// `position` and `zone` allow; nil where there is none.
  mutating func condition(
    _ entries: FileEntries, _ what: String, _ scope: ConditionScope, at place: Label
  ) -> Condition? {
    let members = conditions(entries, what, scope, at: place)
    guard let first = members.first else { return nil }
    let condition = members.count > 1 ? .all(members) : first
    guard let filter = filter(entries, nil, scope) else { return condition }
    return .scoped(filter, condition)
  }

  /// The conditions among the entries of a mapping, all of which must hold.
  mutating func conditions(
    _ entries: FileEntries, _ what: String, _ scope: ConditionScope, at place: Label
  ) -> [Condition] {
    var result: [Condition] = []
    var isAttempted = false
    for key in entries.definition.atLeastOne {
      guard let node = entries[key] else { continue }
      isAttempted = true
      if let condition = self.condition(key, node, scope) { result.append(condition) }
    }
    if !isAttempted, !entries.isFaulty { reader.report(.missingCondition(what, at: place)) }
    return result
  }

  /// A member of a list of conditions: a pattern, or a mapping with conditions.
  private mutating func condition(_ node: FileNode, _ scope: ConditionScope) -> Condition? {
    guard node.isMapping else { return reader.pattern(node).map { .pattern($0) } }
    let entries = reader.entries(node, .condition)
    guard let unitNode = entries["in"] else {
      return condition(entries, "a condition", scope, at: node.label)
    }
    let unit = searchUnit(unitNode, scope)
    let inner = ConditionScope(window: unit, unit: scope.unit)
    let members = conditions(entries, "a condition", inner, at: node.label)
    guard let first = members.first, let filter = filter(entries, unit, inner) else { return nil }
    return .scoped(filter, members.count > 1 ? .all(members) : first)
  }

  private mutating func condition(
    _ key: String, _ node: FileNode, _ scope: ConditionScope
  ) -> Condition? {
    switch key {
    case "any", "all":
      let members = self.members(node, key, scope)
      if members.count < 2 { return members.first }
      return key == "any" ? .any(members) : .all(members)
    case "none":
      let members = self.members(node, key, scope)
      return members.isEmpty ? nil : .none(members)
    case "at-least": return atLeast(node, scope)
    case "ordered":
      let patterns = self.patterns(node, key)
      return patterns.isEmpty ? nil : .ordered(patterns)
    case "near": return near(node)
    case "label": return labelTest(node, scope)
    case "lacks": return labelLack(node, scope)
    case "rule": return ruleReference(node, scope)
    default: return formula(node, .window(scope)).map { .formula($0) }
    }
  }

  private mutating func members(
    _ node: FileNode, _ what: String, _ scope: ConditionScope
  ) -> [Condition] {
    reader.items(node, what).compactMap { self.condition($0, scope) }
  }

  private mutating func atLeast(_ node: FileNode, _ scope: ConditionScope) -> Condition? {
    let entries = reader.entries(node, .atLeast)
    let count = reader.required("count", entries, "`at-least`", at: node.label)
    let of = reader.required("of", entries, "`at-least`", at: node.label)
    let items = of.map { reader.items($0, "of") } ?? []
    let members = items.compactMap { self.condition($0, scope) }
    guard let count, !items.isEmpty,
      let number = reader.integer(
        count, "count", in: entries.wholeRange(of: "count").clamped(to: 1...items.count))
    else { return nil }
    return .atLeast(number, members)
  }

  private mutating func near(_ node: FileNode) -> Condition? {
    let entries = reader.entries(node, .near)
    let within = reader.required("within", entries, "`near`", at: node.label)
    let of = reader.required("of", entries, "`near`", at: node.label)
    let patterns = of.map { self.patterns($0, "of") } ?? []
    guard let within,
      let characters = reader.integer(within, "within", in: entries.wholeRange(of: "within")),
      !patterns.isEmpty
    else { return nil }
    return .near(patterns, characters: characters)
  }

  private mutating func patterns(_ node: FileNode, _ what: String) -> [PatternExpression] {
    reader.items(node, what).compactMap { reader.pattern($0) }
  }

  /// Reads `name`, `name = value` or `name >= value`.
  private mutating func labelTest(_ node: FileNode, _ scope: ConditionScope) -> Condition? {
    guard let text = reader.text(node, "label") else { return nil }
    guard let phrase = LabelPhrase.parse(text) else {
      reader.report(
        .malformedLabel("`label`, `label = value` or `label >= value`", at: node.label))
      return nil
    }
    let place = node.label(phrase.nameRange)
    guard let label = label(named: phrase.name, at: place),
      isReadable(label, scope, at: place),
      let comparison = comparison(label, phrase, at: node.label(phrase.valueRange))
    else { return nil }
    return .label(LabelTest(label: label.name, comparison: comparison, span: node.span))
  }

  /// Reads the name of a label that nothing has given.
  private mutating func labelLack(_ node: FileNode, _ scope: ConditionScope) -> Condition? {
    guard let name = reader.text(node, "lacks") else { return nil }
    if let phrase = LabelPhrase.parse(name), phrase.relation != nil {
      reader.report(.takesNoValue("lacks: \(phrase.name)", at: node.label))
      return nil
    }
    guard let label = label(named: name, at: node.label),
      isReadable(label, scope, isLacking: true, at: node.label)
    else { return nil }
    return .label(LabelTest(label: label.name, comparison: .lacking, span: node.span))
  }

  /// Whether a rule can read the label: it stands on the window or on a unit around it, and is
  /// given before the rule is evaluated.
  func unreadable(
    _ label: LabelDeclaration, _ scope: ConditionScope, isLacking: Bool = false, at place: Label
  ) -> Diagnostic? {
    // Neither a count nor a smaller window reads what comes later.
    if let unit = scope.unit, isGiven(label.unit, after: unit) {
      return .labelOfLaterUnit(label.name, label.unit, unit, at: place)
    }
    if let window = scope.window, label.unit.depth > window.depth {
      return .labelOfSmallerUnit(
        label.name, label.unit, window, isLacking: isLacking, at: place)
    }
    return nil
  }

  /// Whether labels on `unit` are given when rules on `own` have been evaluated already.
  func isGiven(_ unit: UnitKind, after own: UnitKind) -> Bool {
    own == .block ? unit != .block : unit == .directive && own != .directive
  }

  private mutating func isReadable(
    _ label: LabelDeclaration, _ scope: ConditionScope, isLacking: Bool = false, at place: Label
  ) -> Bool {
    guard let problem = unreadable(label, scope, isLacking: isLacking, at: place) else {
      return true
    }
    reader.report(problem)
    return false
  }

  private mutating func comparison(
    _ label: LabelDeclaration, _ phrase: LabelPhrase, at place: Label
  ) -> LabelTest.Comparison? {
    guard let relation = phrase.relation else { return .given }
    switch label.kind {
    case .level(let names):
      if let index = names.firstIndex(of: phrase.value) {
        return relation == .atLeast ? .atLeast(index) : .equals(index)
      }
      reader.report(.invalidValue(phrase.value, of: label.name, known: names, at: place))
    case .choice(let names):
      if relation == .atLeast {
        reader.report(.wrongRelation(label.name, "a choice has no order", "=", at: place))
      } else if let index = names.firstIndex(of: phrase.value) {
        return .equals(index)
      } else {
        reader.report(.invalidValue(phrase.value, of: label.name, known: names, at: place))
      }
    case .amount:
      if relation == .equal {
        reader.report(.wrongRelation(label.name, "amounts are seldom equal", ">=", at: place))
      } else if let number = PlainDecimal.value(phrase.value), number <= 1 {
        return .amountAtLeast(number)
      } else {
        reader.report(.expectedNumber(label.name, in: 0...1, isWhole: false, at: place))
      }
    case .mark, .text, .date: reader.report(.takesNoValue(label.name, at: place))
    }
    return nil
  }
}
