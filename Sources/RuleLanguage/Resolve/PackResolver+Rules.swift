import Diagnostics
import SourceText

extension PackResolver {
  private static let ruleKeys = [
    "id", "gives", "within", "except", "unless", "confidence", "flags", "note", "fires-on",
    "silent-on",
  ]

  mutating func resolveRules(_ node: FileNode) {
    for item in reader.items(node, "rules") {
      guard let rule = rule(item) else { continue }
      if let first = rules.first(where: { $0.id == rule.id }) {
        reader.report(
          .duplicateDefinition(
            "rule", rule.id, at: Label(file: rule.span.file, span: rule.span.span),
            first: Label(file: first.span.file, span: first.span.span)))
        continue
      }
      rules.append(rule)
    }
  }

  private mutating func rule(_ node: FileNode) -> Rule? {
    let entries = reader.entries(
      node, "a rule", known: Self.ruleKeys + Self.conditionKeys)
    guard let id = required("id", entries, "a rule", node), let idNode = entries["id"],
      reader.name(id, "rule", slashes: true, at: idNode.label)
    else { return nil }
    guard let given = entries["gives"] else {
      reader.report(.missingKey("gives", in: "rule `\(id)`", at: idNode.label))
      return nil
    }
    let gifts = gifts(given)
    guard let first = gifts.first, let unit = labelIndex[first.label].map({ labels[$0].unit })
    else { return nil }
    if gifts.contains(where: { labelIndex[$0.label].map { labels[$0].unit } != unit }) {
      reader.report(.giftsOnDifferentUnits(at: given.label))
      return nil
    }
    let window = window(entries["within"], unit)
    let members = conditions(entries, window)
    if members.isEmpty {
      let attempted = entries.keys.contains { Self.conditionKeys.contains($0) }
      if !attempted { reader.report(.ruleWithoutCondition(id, at: idNode.label)) }
      return nil
    }
    let confidence = entries["confidence"].flatMap { reader.number($0, "confidence", in: 0...1) }
    return Rule(
      id: id, gives: gifts, within: window,
      condition: members.count == 1 ? members[0] : .all(members),
      exceptions: entries["except"].map { exceptions($0) } ?? [],
      vetoes: entries["unless"].map { vetoes($0, window) } ?? [], confidence: confidence ?? 1,
      flags: entries["flags"].map { reader.texts($0, "flags") } ?? [],
      note: entries["note"].flatMap { reader.text($0, "note") },
      firesOn: entries["fires-on"].map { examples($0) } ?? [],
      silentOn: entries["silent-on"].map { examples($0) } ?? [], span: idNode.span)
  }

  private mutating func window(_ node: FileNode?, _ unit: UnitKind) -> UnitKind {
    let standard: UnitKind = unit == .paragraph ? .sentence : unit
    guard let node, let text = reader.text(node, "within") else { return standard }
    guard let window = UnitKind(rawValue: text) else {
      reader.report(
        .invalidValue(
          text, of: "within", known: UnitKind.allCases.map(\.rawValue), at: node.label))
      return standard
    }
    guard window.depth >= unit.depth else {
      reader.report(.windowTooLarge(window, unit, at: node.label))
      return standard
    }
    return window
  }

  private mutating func gifts(_ node: FileNode) -> [Gift] {
    if case .sequence = node.node.content {
      return reader.items(node, "gives").compactMap { gift($0) }
    }
    return gift(node).map { [$0] } ?? []
  }

  /// Reads `label` or `label = value`.
  mutating func gift(_ node: FileNode) -> Gift? {
    guard let text = reader.text(node, "gives") else { return nil }
    let parts = text.split(separator: "=", maxSplits: 1).map(Self.trimmed)
    guard let name = parts.first, let label = label(named: name, at: node.label) else {
      return nil
    }
    let value = parts.count > 1 ? parts[1] : nil
    switch label.kind {
    case .mark where value == nil: return Gift(label: name, value: .mark)
    case .text where value == nil, .date where value == nil:
      return Gift(label: name, value: .matchedText)
    case .mark, .text, .date:
      reader.report(.invalidValue(value ?? "", of: name, known: [], at: node.label))
      return nil
    case .amount:
      guard let number = value.flatMap(Double.init), (0...1).contains(number) else {
        reader.report(.expectedNumber(name, in: 0...1, at: node.label))
        return nil
      }
      return Gift(label: name, value: .amount(number))
    case .level(let names), .choice(let names):
      guard let index = value.flatMap(names.firstIndex(of:)) else {
        reader.report(.invalidValue(value ?? "", of: name, known: names, at: node.label))
        return nil
      }
      return Gift(label: name, value: .named(index))
    }
  }

  private mutating func exceptions(_ node: FileNode) -> [RuleException] {
    reader.items(node, "except").compactMap { item -> RuleException? in
      var source = item
      var geometry = RuleException.Geometry.covered
      if case .mapping = item.node.content {
        let entries = reader.entries(item, "an exception", known: ["pattern", "when"])
        guard let pattern = entries["pattern"] else {
          reader.report(.missingKey("pattern", in: "an exception", at: item.label))
          return nil
        }
        source = pattern
        if let when = entries["when"], let text = reader.text(when, "when") {
          guard let known = RuleException.Geometry(rawValue: text) else {
            reader.report(
              .invalidValue(
                text, of: "when", known: RuleException.Geometry.allCases.map(\.rawValue),
                at: when.label))
            return nil
          }
          geometry = known
        }
      }
      guard let pattern = reader.pattern(source) else { return nil }
      checkReferences(pattern)
      return RuleException(pattern: pattern, geometry: geometry)
    }
  }

  private mutating func vetoes(_ node: FileNode, _ window: UnitKind) -> [Veto] {
    reader.items(node, "unless").compactMap { item -> Veto? in
      guard case .mapping = item.node.content else {
        return condition(item, window).map { Veto(condition: $0, scope: window) }
      }
      let entries = reader.entries(
        item, "a condition under `unless`", known: ["in"] + Self.conditionKeys)
      var scope = window
      if let node = entries["in"], let text = reader.text(node, "in") {
        guard let known = UnitKind(rawValue: text) else {
          reader.report(
            .invalidValue(text, of: "in", known: UnitKind.allCases.map(\.rawValue), at: node.label))
          return nil
        }
        scope = known
      }
      let members = conditions(entries, window)
      guard !members.isEmpty else { return nil }
      return Veto(condition: members.count == 1 ? members[0] : .all(members), scope: scope)
    }
  }

  private mutating func examples(_ node: FileNode) -> [Example] {
    reader.items(node, "examples").compactMap { item -> Example? in
      guard case .mapping = item.node.content else {
        return reader.text(item, "example").map { Example(text: $0, span: item.span) }
      }
      let entries = reader.entries(item, "an example", known: ["text", "because"])
      guard let text = required("text", entries, "an example", item) else { return nil }
      let because = entries["because"].flatMap { reader.text($0, "because") }
      let known = ["except", "unless", "condition"]
      if let because, !known.contains(because) {
        reader.report(
          .invalidValue(
            because, of: "because", known: known, at: entries["because"]?.label ?? item.label))
      }
      return Example(text: text, because: because, span: item.span)
    }
  }

  static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension UnitKind {
  /// 0 for the largest unit; a unit lies inside those of lower depth.
  var depth: Int { UnitKind.allCases.firstIndex(of: self) ?? 0 }
}
