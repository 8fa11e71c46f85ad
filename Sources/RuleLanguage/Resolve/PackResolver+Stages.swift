import Diagnostics

/// The order in which rules must be evaluated so that labels are given before they are read.
extension PackResolver {
  /// A stage for each rule; reports labels that depend on each other.
  mutating func stages() -> [Int] {
    let reads = rules.map { labelsRead(by: $0) }
    var dependencies: [String: Set<String>] = [:]
    for (rule, names) in zip(rules, reads) {
      for gift in rule.gives {
        dependencies[gift.label, default: []].formUnion(names)
        let othersOnly = Self.othersNode(gift.label)
        if !names.contains(othersOnly) {
          dependencies[othersOnly, default: []].formUnion(names)
        }
      }
      dependencies[Self.ruleNode(rule.id)] = names
    }
    var stageOf: [String: Int] = [:]
    for name in dependencies.keys.sorted() where stageOf[name] == nil {
      findStages(from: name, dependencies, &stageOf)
    }
    // A label is complete after the last of its rules; a rule waits for what it reads, not for
    // the other rules of its own labels.
    return reads.map { names in names.map { (stageOf[$0] ?? 0) + 1 }.max() ?? 0 }
  }

  /// Finds the stage of the last rule that gives the label, and of all that it waits for.
  private mutating func findStages(
    from start: String, _ reads: [String: Set<String>], _ known: inout [String: Int]
  ) {
    var path: [(name: String, waiting: [String], stage: Int)] = []
    var places: [String: Int] = [:]
    func enter(_ name: String) {
      places[name] = path.count
      path.append((name, (reads[name] ?? []).sorted(by: >), 0))
    }
    enter(start)
    while let top = path.last {
      let last = path.count - 1
      guard let name = top.waiting.last else {
        path.removeLast()
        places[top.name] = nil
        known[top.name] = top.stage
        if last > 0 { path[last - 1].stage = max(path[last - 1].stage, top.stage + 1) }
        continue
      }
      path[last].waiting.removeLast()
      if let stage = known[name] {
        path[last].stage = max(top.stage, stage + 1)
      } else if let place = places[name] {
        reportCycle(path[place...].map(\.name))
        path[last].stage = max(top.stage, 1)
      } else {
        enter(name)
      }
    }
  }

  private mutating func reportCycle(_ names: [String]) {
    if let start = names.firstIndex(where: { $0.hasPrefix(Self.ruleNode("")) }) {
      reportRuleCycle(Array(names[start...] + names[..<start]))
      return
    }
    let names = names.map(Self.labelOrRule)
    guard let first = names.first, let index = labelIndex[first] else { return }
    // The rules that close the cycle, one for each step; of a long one the first steps will do.
    let steps = zip(names, names.dropFirst() + [first]).prefix(8).compactMap { giver, read in
      rules.first { rule in
        rule.gives.contains { $0.label == giver }
          && labelsRead(by: rule).contains { Self.labelOrRule($0) == read }
      }
    }
    reader.report(.labelCycle(names + [first], steps, at: labels[index].span.label))
  }

  /// The name under which the order of evaluation knows a rule; no label has a blank in its name.
  private static func ruleNode(_ id: String) -> String { "rule " + id }

  /// The name under which it knows the rules that give a label without asking whether it is lacking.
  private static func othersNode(_ label: String) -> String { "others " + label }

  /// The name with the label's own name in the place of that of its other rules.
  private static func labelOrRule(_ node: String) -> String {
    let prefix = othersNode("")
    return node.hasPrefix(prefix) ? String(node.dropFirst(prefix.count)) : node
  }

  private mutating func reportRuleCycle(_ nodes: [String]) {
    let prefix = Self.ruleNode("")
    let ids = nodes.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    guard let first = ids.first, let place = ruleNames[first] else { return }
    var path: [String] = []
    var others: [String] = Array(ids.dropFirst())
    for (node, next) in zip(nodes, nodes.dropFirst() + [nodes[0]]) {
      if node.hasPrefix(prefix) {
        path.append(String(node.dropFirst(prefix.count)))
        continue
      }
      path.append("label `\(Self.labelOrRule(node))`")
      // Behind a label stands the rule that gives it and reads what comes next.
      if let giver = giver(of: node, reading: next) {
        path.append(giver)
        others.append(giver)
      }
    }
    reader.report(
      .ruleCycle(
        path + [first], at: place.label,
        others: others.prefix(8).compactMap { ruleNames[$0]?.label }))
  }

  /// The first rule that gives the label of the node and reads the other node.
  private func giver(of node: String, reading next: String) -> String? {
    let label = Self.labelOrRule(node)
    return rules.first { rule in
      let names = labelsRead(by: rule)
      return rule.gives.contains { $0.label == label } && names.contains(next)
        && !(node != label && names.contains(node))
    }?.id
  }

  private func labelsRead(by rule: Rule) -> Set<String> {
    ([rule.condition] + rule.vetoes.map(\.condition)).reduce(into: []) { collect($1, &$0) }
  }

  private func collect(_ condition: Condition, _ names: inout Set<String>) {
    switch condition {
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      for member in members { collect(member, &names) }
    case .label(let test):
      names.insert(test.comparison == .lacking ? Self.othersNode(test.label) : test.label)
    case .rule(let reference): names.insert(Self.ruleNode(reference.id))
    case .scoped(let scope, let inner):
      if !scope.zones.isEmpty, let zone = labels.first(where: { $0.role == .zone }) {
        names.insert(zone.name)
      }
      collect(inner, &names)
    case .formula(let expression): collect(expression.formula, &names)
    case .pattern, .ordered, .near: return
    }
  }

  private func collect(_ formula: Formula, _ names: inout Set<String>) {
    switch formula {
    case .number: return
    case .name(let name):
      if labelIndex[name] != nil { names.insert(name) }
    case .negate(let inner), .not(let inner): collect(inner, &names)
    case .binary(_, let left, let right):
      collect(left, &names)
      collect(right, &names)
    case .call(_, let arguments):
      for argument in arguments { collect(argument, &names) }
    }
  }
}
