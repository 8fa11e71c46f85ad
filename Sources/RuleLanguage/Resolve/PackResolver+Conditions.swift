import Diagnostics
import SourceText

extension PackResolver {
  static let conditionKeys = [
    "any", "all", "none", "at-least", "ordered", "near", "label", "where",
  ]

  /// The conditions among the entries of a mapping, all of which must hold.
  mutating func conditions(_ entries: [String: FileNode], _ window: UnitKind) -> [Condition] {
    var result: [Condition] = []
    for key in Self.conditionKeys {
      guard let node = entries[key], let condition = condition(key, node, window) else { continue }
      result.append(condition)
    }
    return result
  }

  /// A member of a list of conditions: a pattern, or a mapping with conditions.
  mutating func condition(_ node: FileNode, _ window: UnitKind) -> Condition? {
    if case .mapping = node.node.content {
      let members = conditions(
        reader.entries(node, "a condition", known: Self.conditionKeys), window)
      guard let first = members.first else { return nil }
      return members.count == 1 ? first : .all(members)
    }
    guard let pattern = reader.pattern(node) else { return nil }
    checkReferences(pattern)
    return .pattern(pattern)
  }

  private mutating func condition(
    _ key: String, _ node: FileNode, _ window: UnitKind
  ) -> Condition? {
    switch key {
    case "any", "all", "none": return group(key, node, window)
    case "at-least": return atLeast(node, window)
    case "ordered":
      let patterns = patterns(node, key)
      return patterns.isEmpty ? nil : .ordered(patterns)
    case "near": return near(node)
    case "label": return labelTest(node, window)
    default: return formula(node, window)
    }
  }

  private mutating func group(
    _ key: String, _ node: FileNode, _ window: UnitKind
  ) -> Condition? {
    let members = members(node, key, window)
    guard !members.isEmpty else { return nil }
    switch key {
    case "any": return members.count == 1 ? members[0] : .any(members)
    case "all": return members.count == 1 ? members[0] : .all(members)
    default: return .none(members)
    }
  }

  private mutating func members(
    _ node: FileNode, _ what: String, _ window: UnitKind
  ) -> [Condition] {
    let items = reader.items(node, what)
    if items.isEmpty, node.isEmpty { reader.report(.expectedList(what, at: node.label)) }
    return items.compactMap { condition($0, window) }
  }

  private mutating func atLeast(_ node: FileNode, _ window: UnitKind) -> Condition? {
    let entries = reader.entries(node, "at-least", known: ["count", "of"])
    guard let count = entries["count"], let of = entries["of"] else {
      reader.report(.missingKey("count and of", in: "`at-least`", at: node.label))
      return nil
    }
    let members = members(of, "of", window)
    guard let number = reader.number(count, "count", in: 1...Double(max(1, members.count))) else {
      return nil
    }
    return .atLeast(Int(number), members)
  }

  private mutating func near(_ node: FileNode) -> Condition? {
    let entries = reader.entries(node, "near", known: ["within", "of"])
    guard let within = entries["within"], let of = entries["of"] else {
      reader.report(.missingKey("within and of", in: "`near`", at: node.label))
      return nil
    }
    let patterns = patterns(of, "of")
    guard let characters = reader.number(within, "within", in: 1...1000), !patterns.isEmpty else {
      return nil
    }
    return .near(patterns, characters: Int(characters))
  }

  private mutating func patterns(_ node: FileNode, _ what: String) -> [PatternExpression] {
    reader.items(node, what).compactMap { item -> PatternExpression? in
      guard let pattern = reader.pattern(item) else { return nil }
      checkReferences(pattern)
      return pattern
    }
  }

  /// Reads `name`, `name = value` or `name >= value`.
  private mutating func labelTest(_ node: FileNode, _ window: UnitKind) -> Condition? {
    guard let text = reader.text(node, "label") else { return nil }
    let isMinimum = text.contains(">=")
    let parts = text.split(separator: "=", maxSplits: 1).map(Self.trimmed)
    guard var name = parts.first else { return nil }
    if isMinimum, name.last == ">" { name = Self.trimmed(name.dropLast()) }
    guard let label = label(named: name, at: node.label) else { return nil }
    guard label.unit.depth <= window.depth else {
      reader.report(.labelOfSmallerUnit(name, label.unit, at: node.label))
      return nil
    }
    guard let comparison = comparison(label, parts.count > 1 ? parts[1] : nil, isMinimum, node)
    else { return nil }
    return .label(LabelTest(label: name, comparison: comparison, span: node.span))
  }

  private mutating func comparison(
    _ label: LabelDeclaration, _ value: String?, _ isMinimum: Bool, _ node: FileNode
  ) -> LabelTest.Comparison? {
    guard let value else { return .given }
    switch label.kind {
    case .level(let names), .choice(let names):
      guard let index = names.firstIndex(of: value) else { break }
      return isMinimum ? .atLeast(index) : .equals(index)
    case .amount:
      guard isMinimum, let number = Double(value) else { break }
      return .amountAtLeast(number)
    case .mark, .text, .date: break
    }
    var known: [String] = []
    if case .level(let names) = label.kind { known = names }
    if case .choice(let names) = label.kind { known = names }
    reader.report(.invalidValue(value, of: label.name, known: known, at: node.label))
    return nil
  }

  private mutating func formula(_ node: FileNode, _ window: UnitKind) -> Condition? {
    guard let expression = reader.formula(node) else { return nil }
    check(expression.formula, node, window: window, allowsTotal: false)
    return .formula(expression)
  }

  static let features = [
    "characters", "han", "latin", "digits", "line", "stops", "closed", "bars", "blocks-before",
    "blocks-after",
  ]
  private static let labelFunctions = ["share", "count", "before", "after"]

  /// Reports names and functions of a formula that mean nothing; `window` is nil in scores.
  mutating func check(
    _ formula: Formula, _ node: FileNode, window: UnitKind?, allowsTotal: Bool
  ) {
    switch formula {
    case .number: return
    case .name("total") where allowsTotal: return
    case .name(let name):
      if let label = labelIndex[name].map({ labels[$0] }) {
        if let window, label.unit.depth > window.depth {
          reader.report(.labelOfSmallerUnit(name, label.unit, at: node.label))
        }
        return
      }
      if faulty.contains(name) || (window != nil && Self.features.contains(name)) { return }
      let known = labels.map(\.name) + (window == nil ? [] : Self.features)
      reader.report(.unknownName(name, known: known, at: node.label))
    case .negate(let inner), .not(let inner):
      check(inner, node, window: window, allowsTotal: allowsTotal)
    case .binary(_, let left, let right):
      check(left, node, window: window, allowsTotal: allowsTotal)
      check(right, node, window: window, allowsTotal: allowsTotal)
    case .call(let function, let arguments):
      checkCall(function, arguments, node, window: window, allowsTotal: allowsTotal)
    }
  }

  private mutating func checkCall(
    _ function: String, _ arguments: [Formula], _ node: FileNode, window: UnitKind?,
    allowsTotal: Bool
  ) {
    if Self.labelFunctions.contains(function) {
      if arguments.count == 1, case .name(let name) = arguments[0] {
        _ = label(named: name, at: node.label)
      } else {
        reader.report(.unknownName("\(function)(…)", known: [], at: node.label))
      }
      return
    }
    let isKnown = function == "min" || function == "max" || function == "if"
    guard isKnown, function != "if" || arguments.count == 3 else {
      let known = ["min", "max", "if"] + Self.labelFunctions
      reader.report(.unknownName("\(function)(…)", known: known, at: node.label))
      return
    }
    for argument in arguments {
      check(argument, node, window: window, allowsTotal: allowsTotal)
    }
  }
}
