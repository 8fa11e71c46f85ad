import Diagnostics

/// Rules that another rule makes idle, and rules without examples.
extension PackLinter {
  mutating func lintRules() {
    for rule in pack.rules where rule.firesOn.isEmpty {
      report(.ruleWithoutExamples(rule.id, at: rule.span.label))
    }
    let keys = pack.rules.map(ruleKey)
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
  private func ruleKey(_ rule: Rule) -> String {
    let unit = rule.gives.first.flatMap { labels[$0.label]?.unit.rawValue } ?? ""
    let exceptions = rule.exceptions.map { "\($0.geometry) \(fold($0.pattern.source))" }
    let vetoes = rule.vetoes.map { "\($0.scope) \(key($0.condition))" }
    return [
      unit, rule.within.rawValue, key(rule.condition),
      exceptions.sorted().joined(separator: "\u{2}"),
      vetoes.sorted().joined(separator: "\u{2}"),
    ].joined(separator: "\u{3}")
  }

  private func gifts(_ rule: Rule) -> Set<Gift> { Set(rule.gives) }

  /// Labels with more rules than are compared with one another, in the order of their declaration.
  package static func uncompared(_ pack: RulePack) -> [String] {
    var counts: [String: Int] = [:]
    for rule in pack.rules {
      if let label = rule.gives.first?.label { counts[label, default: 0] += 1 }
    }
    return pack.labels.map(\.name).filter { counts[$0] ?? 0 > mostCompared }
  }

  /// Of one label no more rules are compared, each with each.
  package static let mostCompared = 2000

  /// Rules whose every match is one of a rule that gives at least as much.
  private mutating func lintSubsumed(_ isDuplicate: Set<Int>) {
    var byLabel: [String: [Int]] = [:]
    for (index, rule) in pack.rules.enumerated() {
      if let label = rule.gives.first?.label { byLabel[label, default: []].append(index) }
    }
    for index in pack.rules.indices where !isDuplicate.contains(index) {
      let rule = pack.rules[index]
      guard let label = rule.gives.first?.label, let others = byLabel[label],
        others.count <= Self.mostCompared
      else { continue }
      for other in others where other != index && !isDuplicate.contains(other) {
        let stronger = pack.rules[other]
        // Of two rules that say the same in other words the later one is reported.
        guard isSubsumed(rule, by: stronger),
          other < index || !isSubsumed(stronger, by: rule)
        else { continue }
        report(
          .subsumedRule(
            rule.id, by: stronger.id, at: rule.span.label, stronger: stronger.span.label))
        break
      }
    }
  }

  private mutating func isSubsumed(_ rule: Rule, by other: Rule) -> Bool {
    guard rule.within == other.within, rule.gives.count <= other.gives.count,
      rule.gives.allSatisfy({ gift in other.gives.contains { isAtLeast($0, gift) } }),
      isConfident(other) || !isConfident(rule), Set(rule.flags).isSubset(of: other.flags),
      // A match that lies inside another can be void where the other is not.
      other.exceptions.isEmpty
    else { return false }
    for veto in other.vetoes {
      let isShared = rule.vetoes.contains {
        $0.scope == veto.scope && key($0.condition) == key(veto.condition)
      }
      if !isShared { return false }
    }
    return implies(rule.condition, other.condition)
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
