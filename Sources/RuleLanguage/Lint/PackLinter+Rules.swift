import Diagnostics

/// Rules that another rule makes idle, and rules without examples.
extension PackLinter {
  mutating func lintRules() {
    for rule in pack.rules where rule.firesOn.isEmpty {
      report(.ruleWithoutExamples(rule.id, at: rule.span.label))
    }
    let keys = pack.rules.indices.map(ruleKey)
    var first: [String: Int] = [:]
    var isDuplicate = Set<Int>()
    for (index, key) in keys.enumerated() {
      if let earlier = first[key] {
        isDuplicate.insert(index)
        report(
          .duplicateRule(
            pack.rules[index].id, pack.rules[earlier].id,
            givesTheSame: gifts(pack.rules[index]) == gifts(pack.rules[earlier]),
            at: pack.rules[index].span.label, first: pack.rules[earlier].span.label))
      } else {
        first[key] = index
      }
    }
    lintSubsumed(isDuplicate)
  }

  /// Equal for rules that hold in the same windows.
  private func ruleKey(_ index: Int) -> String {
    let rule = pack.rules[index]
    let unit = rule.gives.first.flatMap { labels[$0.label]?.unit.rawValue } ?? ""
    let exceptions = rule.exceptions.map { "\($0.geometry) \(fold($0.pattern.source))" }
    let vetoes = zip(rule.vetoes, conditions[index].vetoes).map { "\($0.scope) \($1.key)" }
    return [
      unit, rule.within.rawValue, "\(conditions[index].condition.key)",
      exceptions.sorted().joined(separator: "\u{2}"),
      vetoes.sorted().joined(separator: "\u{2}"),
    ].joined(separator: "\u{3}")
  }

  private func gifts(_ rule: Rule) -> Set<Gift> { Set(rule.gives) }

  /// Of one label no more rules are compared, each with each.
  private static let mostCompared = 2000

  /// Rules whose every match is one of a rule that gives at least as much.
  private mutating func lintSubsumed(_ isDuplicate: Set<Int>) {
    var byLabel: [String: [Int]] = [:]
    for (index, rule) in pack.rules.enumerated() {
      if let label = rule.gives.first?.label { byLabel[label, default: []].append(index) }
    }
    for label in pack.labels.map(\.name) {
      guard let rules = byLabel[label] else { continue }
      guard rules.count <= Self.mostCompared else {
        uncompared.append(.rules(ofLabel: label))
        continue
      }
      comparing(.rules(ofLabel: label)) { linter in
        for index in rules where !isDuplicate.contains(index) {
          linter.lintSubsumed(index, by: rules.lazy.filter { !isDuplicate.contains($0) })
        }
      }
    }
  }

  /// Reports the rule at `index` where one of `others` makes it idle.
  private mutating func lintSubsumed(_ index: Int, by others: some Sequence<Int>) {
    if isExhausted { return }
    for other in others where other != index && isSubsumed(index, by: other) {
      // Of two rules that say the same in other words the later one is reported.
      let isSame = other > index && isSubsumed(other, by: index)
      if isExhausted { return }
      guard !isSame else { continue }
      let (rule, stronger) = (pack.rules[index], pack.rules[other])
      report(
        .subsumedRule(rule.id, by: stronger.id, at: rule.span.label, stronger: stronger.span.label))
      return
    }
  }

  private mutating func isSubsumed(_ index: Int, by stronger: Int) -> Bool {
    let (rule, other) = (pack.rules[index], pack.rules[stronger])
    guard rule.within == other.within, rule.gives.count <= other.gives.count,
      rule.gives.allSatisfy({ gift in other.gives.contains { isAtLeast($0, gift) } }),
      isConfident(other) || !isConfident(rule), Set(rule.flags).isSubset(of: other.flags),
      // A match that lies inside another can be void where the other is not.
      other.exceptions.isEmpty
    else { return false }
    let own = zip(rule.vetoes, conditions[index].vetoes)
    for (veto, prepared) in zip(other.vetoes, conditions[stronger].vetoes)
    where !own.contains(where: { $0.scope == veto.scope && $1.key == prepared.key }) {
      return false
    }
    return implies(conditions[index].condition, conditions[stronger].condition)
  }

  private func isAtLeast(_ gift: Gift, _ weaker: Gift) -> Bool {
    guard gift.label == weaker.label, let high = rank(gift), let low = rank(weaker) else {
      return false
    }
    return high >= low
  }

  private func isConfident(_ rule: Rule) -> Bool { rule.confidence >= pack.confidenceFloor }

  /// Examples that are given twice, or for both outcomes.
  mutating func lintExamples() {
    for rule in pack.rules {
      var seen: [String: (example: Example, fires: Bool)] = [:]
      let examples = rule.firesOn.map { ($0, true) } + rule.silentOn.map { ($0, false) }
      for (example, fires) in examples {
        guard let first = seen[example.text] else {
          seen[example.text] = (example, fires)
          continue
        }
        report(
          first.fires == fires
            ? .duplicateExample(
              at: example.span.label, first: first.example.span.label,
              fix: ListEdit.removal(of: example.span, pack.files))
            : .contradictoryExamples(
              at: example.span.label, first: first.example.span.label))
      }
    }
  }
}
