import Diagnostics

/// Declarations of labels.
extension PackResolver {
  mutating func resolveLabels(_ node: FileNode) {
    for entry in reader.entries(node, "`labels`") {
      if let first = labelIndex[entry.key] {
        reader.report(
          .duplicateDefinition(
            "label", entry.key, at: entry.keyNode.label, first: labels[first].span.label))
      } else if let label = label(entry) {
        labelIndex[entry.key] = labels.count
        labels.append(label)
      } else {
        faultyLabels.insert(entry.key)
      }
    }
  }

  private mutating func label(_ entry: FileEntry) -> LabelDeclaration? {
    let name = entry.key
    let place = entry.keyNode.label
    guard reader.isName(name, "label", at: place) else { return nil }
    if let meaning = Self.formulaMeaning(name) {
      reader.report(.reservedName(name, "label", meaning: meaning, at: place))
      return nil
    }
    let entries = reader.entries(entry.value, .label)
    let on = reader.required("on", entries, "label `\(name)`", at: place)
    let unit: UnitKind? = on.flatMap { reader.choice($0, "on") }
    let kind = labelKind(entries, name, at: place)
    let role: LabelDeclaration.Role? = reader.choice("role", entries)
    let trim = entries["trim"].map { trimmedPatterns($0) }
    guard !entries.isFaulty, let unit, let kind, let role else { return nil }
    let hasWords = kind == .text || role == .slot
    if let node = entries["trim"], !hasWords, trim?.isEmpty == false {
      reader.report(
        .wrongKind(name, expected: "text or a slot, which `trim` is for", at: node.label))
    }
    let label = LabelDeclaration(
      name: name, unit: unit, kind: kind, role: role,
      title: reader.title(entries["title"], default: name), symbol: symbol(entries, name),
      absent: entries["absent"].map { reader.title($0, default: name) },
      valueTitles: entries["value-titles"].map { valueTitles($0, kind.valueNames) } ?? [:],
      trim: trim ?? [], span: entry.keyNode.span)
    return isRoleFit(label, at: place) ? label : nil
  }

  private mutating func trimmedPatterns(_ node: FileNode) -> [PatternExpression] {
    if case .sequence(let items) = node.node.content, items.isEmpty { return [] }
    return reader.items(node, "trim").compactMap { reader.pattern($0) }
  }

  /// The symbol, unless another label has it.
  private mutating func symbol(_ entries: FileEntries, _ name: String) -> String? {
    guard let node = entries["symbol"], let symbol = reader.text(node, "symbol"),
      reader.isName(symbol, "symbol", at: node.label)
    else { return nil }
    if let other = labels.first(where: { $0.symbol == symbol }) {
      reader.report(
        .duplicateDefinition("symbol", symbol, at: node.label, first: other.span.label))
      return nil
    }
    return symbol
  }

  private mutating func labelKind(
    _ entries: FileEntries, _ name: String, at place: Label
  ) -> LabelDeclaration.Kind? {
    let kinds = entries.definition.exactlyOne
    let given = kinds.filter { entries[$0] != nil }
    guard let key = given.first, let value = entries[key] else {
      if !entries.isFaulty {
        let keys = kinds.map { "`\($0)`" }.joined(separator: ", ")
        reader.report(.missingKind(keys, in: "label `\(name)`", at: place))
      }
      return nil
    }
    if given.count > 1 {
      reader.report(.conflictingKeys(given, in: "label `\(name)`", at: place))
      return nil
    }
    switch key {
    case "levels": return names(value, key).map { .level($0) }
    case "choices": return names(value, key).map { .choice($0) }
    default:
      guard reader.index(of: value, in: entries.names(of: key), key) != nil else { return nil }
      return key == "mark" ? .mark : key == "amount" ? .amount : key == "text" ? .text : .date
    }
  }

  /// The names of levels or choices; nil where one is faulty.
  private mutating func names(_ node: FileNode, _ key: String) -> [String]? {
    var seen: [String: Label] = [:]
    var names: [String] = []
    let items = reader.items(node, key)
    for item in items {
      guard let text = reader.text(item, key),
        reader.isName(text, "value", .value, at: item.label)
      else { continue }
      if let first = seen[text] {
        reader.report(.duplicateDefinition("value", text, at: item.label, first: first))
        continue
      }
      seen[text] = item.label
      names.append(text)
    }
    return names.isEmpty || names.count < items.count ? nil : names
  }

  /// Titles by the names of the values that the label has.
  private mutating func valueTitles(
    _ node: FileNode, _ names: [String]
  ) -> [String: LocalizedText] {
    var titles: [String: LocalizedText] = [:]
    for entry in reader.entries(node, "`value-titles`") {
      if names.contains(entry.key) {
        titles[entry.key] = reader.title(entry.value, default: entry.key)
      } else {
        reader.report(
          .unknownKey(
            entry.key, in: "`value-titles`", known: names, at: entry.keyNode.label))
      }
    }
    return titles
  }

  /// Whether the unit and kind are those that the role needs.
  private mutating func isRoleFit(_ label: LabelDeclaration, at place: Label) -> Bool {
    let fits: Bool
    let expected: String
    switch label.role {
    case .tag:
      (fits, expected) = (label.unit == .paragraph && label.kind.isLevel, "levels on paragraphs")
    case .slot:
      (fits, expected) = (
        label.unit == .directive && label.kind == .amount, "an amount on directives"
      )
    case .zone:
      (fits, expected) = (label.unit == .block && label.kind.isChoice, "a choice on blocks")
    case .metadata:
      (fits, expected) = (
        label.unit == .document || label.unit == .paragraph,
        "a label on the document or on paragraphs"
      )
    case .structure: (fits, expected) = (true, "")
    }
    if !fits {
      reader.report(
        .wrongKind(label.name, expected: "\(expected), as its role asks", at: place))
      return false
    }
    guard label.role == .zone else { return true }
    if let other = labels.first(where: { $0.role == .zone }) {
      reader.report(
        .duplicateDefinition("role", "zone", at: place, first: other.span.label))
      return false
    }
    if case .choice(let names) = label.kind, !names.contains("body") {
      reader.report(.zoneWithoutBody(label.name, at: place))
      return false
    }
    return true
  }

  /// What the name means in formulas already, so that a label cannot have it.
  private static func formulaMeaning(_ name: String) -> String? {
    if features.contains(name) { return "a feature of the window in formulas" }
    if functions.contains(name) { return "a function of formulas" }
    if name == "total" || name == "and" || name == "or" || name == "not" {
      return "a word of formulas"
    }
    return nil
  }
}

extension LabelDeclaration.Kind {
  var isLevel: Bool {
    if case .level = self { return true }
    return false
  }

  var isChoice: Bool {
    if case .choice = self { return true }
    return false
  }

  /// Whether the label has a number for formulas.
  var isNumeric: Bool { isLevel || self == .mark || self == .amount }
}
