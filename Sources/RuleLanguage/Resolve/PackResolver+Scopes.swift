import Diagnostics

/// In which units conditions are looked for, and references from rule to rule.
extension PackResolver {
  /// The unit under `in`; nil where it cannot be looked in.
  mutating func searchUnit(_ node: FileNode, _ scope: ConditionScope) -> UnitKind? {
    guard let unit: UnitKind = reader.choice(node, "in") else { return nil }
    guard let holder = scope.unit else { return unit }
    return isKnown(unit, before: holder, at: node.label) ? unit : nil
  }

  /// Whether there are units of this kind when rules on `holder` are evaluated; reports where not.
  mutating func isKnown(_ unit: UnitKind, before holder: UnitKind, at label: Label) -> Bool {
    let isLater =
      switch holder {
      case .block: ![.block, .document].contains(unit)
      case .directive: false
      default: unit == .directive
      }
    if isLater { reader.report(.scopeOfLaterUnit(unit, holder, at: label)) }
    return !isLater
  }

  /// The filter that `in`, `position`, `zone` and `inside` make up; nil where none of them is written.
  mutating func filter(
    _ entries: FileEntries, _ unit: UnitKind?, _ scope: ConditionScope
  ) -> SearchScope? {
    let position: SearchScope.Position? = entries["position"].flatMap {
      reader.choice($0, "position")
    }
    let zones = entries["zone"].map { self.zones($0) } ?? []
    let elements =
      entries["inside"].map { node in
        (node.isSequence ? reader.items(node, "inside") : [node]).compactMap {
          reader.text($0, "inside")
        }
      } ?? []
    for key in ["position", "zone", "inside"] where scope.window == .document {
      if let node = entries[key] { reader.report(.scopeWithoutPlace(key, at: node.label)) }
    }
    guard unit != nil || position != nil || !zones.isEmpty || !elements.isEmpty else { return nil }
    return SearchScope(unit: unit, position: position, zones: zones, elements: elements)
  }

  /// One zone, or a list of them.
  private mutating func zones(_ node: FileNode) -> [String] {
    guard let zone = labels.first(where: { $0.role == .zone }),
      case .choice(let names) = zone.kind
    else {
      if faultyLabels.isEmpty { reader.report(.missingZones(at: node.label)) }
      return []
    }
    let items = node.isSequence ? reader.items(node, "zone") : [node]
    return items.compactMap { reader.index(of: $0, in: names, zone.name).map { names[$0] } }
  }

  mutating func ruleReference(_ node: FileNode, _ scope: ConditionScope) -> Condition? {
    guard let id = reader.text(node, "rule") else { return nil }
    ruleReferences.append((id, scope, node.label))
    return .rule(RuleReference(id: id, span: node.span))
  }

  /// Checks the rules that conditions name, once all of them are known.
  mutating func checkRuleReferences() {
    let units = Dictionary(
      rules.map { rule in (rule.id, labelIndex[rule.gives[0].label].map { labels[$0].unit }) },
      uniquingKeysWith: { first, _ in first })
    let known = ruleNames.keys.sorted()
    for (id, scope, label) in ruleReferences where !reader.isFull {
      guard ruleNames[id] != nil else {
        reader.report(.unknownRule(id, known: known, at: label))
        continue
      }
      guard let unit = units[id] ?? nil, let own = scope.unit else { continue }
      let isLater = (own == .block && unit != .block) || (own != .directive && unit == .directive)
      if isLater { reader.report(.ruleOfLaterUnit(id, unit, own, at: label)) }
    }
  }
}

extension Condition {
  /// All formulas of `where`, in the order of the file.
  ///
  /// - Complexity: O(conditions at every depth · depth).
  package var formulas: [FormulaExpression] {
    switch self {
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members.flatMap(\.formulas)
    case .scoped(_, let inner): inner.formulas
    case .formula(let expression): [expression]
    case .pattern, .ordered, .near, .label, .rule: []
    }
  }
}
