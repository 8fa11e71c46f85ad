package import RuleLanguage

/// The rules whose examples a change of packs can touch.
package enum TouchedExamples {
  /// Ids of rules of the new pack, or nil for all of them.
  ///
  /// Touched are rules that changed or whose examples did, rules that read a label which a touched
  /// rule gives, and all rules on directives where it is marks or slots by which directives are
  /// found.
  ///
  /// - Complexity: O(size of both packs).
  package static func rules(from old: RulePack, to new: RulePack) -> Set<String>? {
    let delta = PackDelta(old, new)
    guard delta.isNarrow else { return nil }
    let known = Dictionary(
      old.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let units = Dictionary(
      new.labels.map { ($0.name, $0.unit) }, uniquingKeysWith: { first, _ in first })
    let zone = new.labels.first { $0.role == .zone }?.name
    let slots = new.labels.filter { $0.role == .slot }.map(\.name)
    let framing = Set(PackNames(new).marks + slots)
    var labels: Set<String> = []
    for rule in old.rules where delta.rules[rule.id] != nil {
      labels.formUnion(rule.gives.map(\.label))
    }
    var touched: Set<String> = []
    let order = new.rules.indices.sorted { (new.stages[$0], $0) < (new.stages[$1], $1) }
    for isOnDirectives in [false, true] {
      for rule in order.map({ new.rules[$0] })
      where (rule.gives.first.flatMap { units[$0.label] } == .directive) == isOnDirectives {
        let isReached =
          delta.rules[rule.id] != nil || !rule.labelsRead(zone: zone).isDisjoint(with: labels)
          || !rule.rulesRead.isDisjoint(with: touched)
          || (isOnDirectives && !framing.isDisjoint(with: labels))
        if isReached { labels.formUnion(rule.gives.map(\.label)) }
        if isReached || !rule.hasSameExamples(as: known[rule.id]) { touched.insert(rule.id) }
      }
    }
    return touched
  }
}

extension Rule {
  fileprivate func hasSameExamples(as other: Rule?) -> Bool {
    func parts(_ examples: [Example]) -> [[String?]] { examples.map { [$0.text, $0.because] } }
    return parts(firesOn) == parts(other?.firesOn ?? [])
      && parts(silentOn) == parts(other?.silentOn ?? [])
  }
}
