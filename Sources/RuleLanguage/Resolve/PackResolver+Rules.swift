import Diagnostics

extension PackResolver {
  mutating func resolveRules(_ node: FileNode) {
    if node.isEmpty { return }
    for item in reader.items(node, "rules") {
      if let rule = rule(item) { rules.append(rule) }
    }
  }

  /// Reads all parts of a rule, so that one run shows all that is wrong with it.
  private mutating func rule(_ node: FileNode) -> Rule? {
    let entries = reader.entries(node, .rule)
    let id = ruleID(entries, node)
    let place = entries["id"]?.label ?? node.label
    let name = id.map { "rule `\($0)`" } ?? "a rule"
    let given = reader.required("gives", entries, name, at: place)
    let gifts = given.map { self.gifts($0) } ?? []
    let unit = gifts.first.flatMap { labelIndex[$0.label] }.map { labels[$0].unit }
    let window = self.window(entries["within"], unit)
    let condition = condition(
      entries, name, ConditionScope(window: window, unit: unit), at: place)
    let confidence = reader.number("confidence", entries)
    let exceptions = entries["except"].map { self.exceptions($0) }
    let vetoes = entries["unless"].map { self.vetoes($0, window, unit) }
    let flags = entries["flags"].map { reader.texts($0, "flags") }
    let title = entries["title"].map { reader.title($0, default: id ?? "") }
    let note = entries["note"].flatMap { reader.text($0, "note") }
    let firesOn = entries["fires-on"].map { examples($0, "fires-on", .firingExample) }
    let silentOn = entries["silent-on"].map { examples($0, "silent-on", .silentExample) }
    guard let id, let window, let condition else { return nil }
    return Rule(
      id: id, title: title, gives: gifts, within: window,
      condition: condition, exceptions: exceptions ?? [],
      vetoes: vetoes ?? [], confidence: confidence, flags: flags ?? [], note: note,
      firesOn: firesOn ?? [], silentOn: silentOn ?? [],
      span: entries["id"]?.span ?? node.span)
  }

  private mutating func ruleID(_ entries: FileEntries, _ node: FileNode) -> String? {
    guard let idNode = reader.required("id", entries, "a rule", at: node.label),
      let id = reader.text(idNode, "id"),
      reader.isName(id, "rule", .path, at: idNode.label)
    else { return nil }
    if let first = ruleNames[id] {
      reader.report(.duplicateDefinition("rule", id, at: idNode.label, first: first.label))
      return nil
    }
    ruleNames[id] = idNode.span
    return id
  }

  /// The window of the rule, or nil where the unit of its labels is not known.
  private mutating func window(_ node: FileNode?, _ unit: UnitKind?) -> UnitKind? {
    guard let node else { return unit == .paragraph ? .sentence : unit }
    guard let window: UnitKind = reader.choice(node, "within"), let unit else { return nil }
    guard window.depth >= unit.depth else {
      reader.report(.windowTooLarge(window, unit, at: node.label))
      return nil
    }
    return isKnown(window, before: unit, at: node.label) ? window : nil
  }

  private mutating func gifts(_ node: FileNode) -> [Gift] {
    guard node.isSequence else { return gift(node).map { [$0] } ?? [] }
    let items = reader.items(node, "gives")
    var gifts: [Gift] = []
    var places: [String: Label] = [:]
    for item in items {
      guard let gift = gift(item) else { continue }
      if let first = places[gift.label] {
        reader.report(.duplicateDefinition("gift", gift.label, at: item.label, first: first))
        continue
      }
      places[gift.label] = item.label
      gifts.append(gift)
    }
    let units = Set(gifts.compactMap { labelIndex[$0.label] }.map { labels[$0].unit })
    if units.count > 1 {
      reader.report(.giftsOnDifferentUnits(at: node.label))
      return []
    }
    return gifts.count == items.count ? gifts : []
  }

  /// Reads `label` or `label = value`.
  mutating func gift(_ node: FileNode) -> Gift? {
    guard let text = reader.text(node, "gives") else { return nil }
    guard let phrase = LabelPhrase.parse(text), phrase.relation != .atLeast else {
      reader.report(.malformedLabel("`label` or `label = value`", at: node.label))
      return nil
    }
    guard let label = label(named: phrase.name, at: node.label(phrase.nameRange)) else {
      return nil
    }
    let place = node.label(phrase.valueRange)
    let value = phrase.relation == nil ? nil : phrase.value
    switch label.kind {
    case .mark where value == nil: return Gift(label: label.name, value: .mark)
    case .text where value == nil, .date where value == nil:
      return Gift(label: label.name, value: .matchedText)
    case .mark, .text, .date:
      reader.report(.takesNoValue(label.name, at: place))
    case .amount:
      if let number = value.flatMap(PlainDecimal.value), number <= 1 {
        return Gift(label: label.name, value: .amount(number))
      }
      reader.report(.expectedNumber(label.name, in: 0...1, isWhole: false, at: place))
    case .level(let names), .choice(let names):
      if let index = value.flatMap(names.firstIndex(of:)) {
        return Gift(label: label.name, value: .named(index))
      }
      reader.report(.invalidValue(value, of: label.name, known: names, at: place))
    }
    return nil
  }

  private mutating func exceptions(_ node: FileNode) -> [RuleException] {
    reader.items(node, "except").compactMap { item -> RuleException? in
      guard item.isMapping else {
        return reader.pattern(item).map { RuleException(pattern: $0, geometry: .covered) }
      }
      let entries = reader.entries(item, .exception)
      let source = reader.required("pattern", entries, "an exception", at: item.label)
      let geometry: RuleException.Geometry? = reader.choice("when", entries)
      guard let pattern = source.flatMap({ reader.pattern($0) }), let geometry else { return nil }
      return RuleException(pattern: pattern, geometry: geometry)
    }
  }

  private mutating func vetoes(_ node: FileNode, _ window: UnitKind?, _ unit: UnitKind?) -> [Veto] {
    reader.items(node, "unless").compactMap { item -> Veto? in
      guard item.isMapping else {
        guard let pattern = reader.pattern(item), let window else { return nil }
        return Veto(condition: .pattern(pattern), scope: window)
      }
      let entries = reader.entries(item, .veto)
      var scope = window
      if let node = entries["in"] {
        scope = reader.choice(node, "in")
        if let small = scope, let window, small.depth > window.depth {
          reader.report(.scopeTooSmall(small, window, at: node.label))
          scope = nil
        }
      }
      let condition = condition(
        entries, entries.definition.phrase, ConditionScope(window: scope, unit: unit),
        at: item.label)
      guard let condition, let scope else { return nil }
      return Veto(condition: condition, scope: scope)
    }
  }

  private mutating func examples(_ node: FileNode, _ what: String, _ kind: MappingKind) -> [Example]
  {
    reader.items(node, what).compactMap { item -> Example? in
      guard item.isMapping else {
        return reader.text(item, "an example").map { Example(text: $0, span: item.span) }
      }
      let entries = reader.entries(item, kind)
      let source = reader.required("text", entries, "an example", at: item.label)
      let because = kind == .silentExample ? obstacle(entries) : nil
      guard let text = source.flatMap({ reader.text($0, "text") }) else { return nil }
      return Example(text: text, because: because, span: item.span)
    }
  }
}

extension PackResolver {
  /// What must stop the rule, in the words of the file.
  private mutating func obstacle(_ entries: FileEntries) -> String? {
    guard let node = entries["because"] else { return nil }
    let names = entries.names(of: "because")
    return reader.index(of: node, in: names, "because").map { names[$0] }
  }
}

extension UnitKind {
  /// 0 for the largest unit; a unit lies inside those of lower depth.
  package var depth: Int { UnitKind.allCases.firstIndex(of: self) ?? 0 }
}
