package import RuleLanguage

/// What differs between two packs, as far as it can change an analysis.
package struct PackDelta: Sendable {
  /// A label or score that only one of the packs has.
  package struct OneSided: Sendable, Hashable {
    /// As its pack calls it.
    package var name: String
    /// What it would be about in a flip: a tag, slot, field of documents, zone or score.
    package var kind: Flip.Kind
    /// Whether it is the second pack that has it.
    package var isNew: Bool
  }

  /// Rules that changed, by id; unchanged ones are absent.
  package let rules: [String: RuleChange]
  /// In the order of the packs, the first one first.
  package let oneSided: [OneSided]
  /// Scores whose definition changed.
  package let scores: Set<String>
  /// Whether only rules, lexicons and patterns that rules alone refer to differ, and rules that both packs
  /// have kept their order: then texts in which no changed rule can hold have the same analysis.
  package let isNarrow: Bool
  /// Indices of the changed rules in the first pack, rising; removed ones among them.
  package let before: [Int]
  /// Indices of the changed rules in the second pack, rising; added ones among them.
  package let after: [Int]

  /// Whether analyses by both packs are the same for any text.
  package var isEmpty: Bool { isNarrow && rules.isEmpty }

  /// Compares two packs by what they make the engine do.
  ///
  /// Titles, notes, examples and places in the files do not count.
  ///
  /// - Complexity: O(size of both packs).
  package init(_ before: RulePack, _ after: RulePack) {
    let names = NameChanges(before, after)
    let rules = Self.changes(before, after, names)
    self.rules = rules
    oneSided = Self.oneSided(before, after)
    scores = Self.changedScores(before, after)
    let kept = Set(before.rules.map(\.id)).intersection(after.rules.map(\.id))
    isNarrow =
      scores.isEmpty && before.directives == after.directives
      && before.confidenceFloor == after.confidenceFloor
      && before.letterCase == after.letterCase && !names.touchesReadings
      && before.gazetteers.map(\.placeless) == after.gazetteers.map(\.placeless)
      && before.labels.map(\.placeless) == after.labels.map(\.placeless)
      && before.scores.map(\.name) == after.scores.map(\.name)
      && before.rules.map(\.id).filter(kept.contains)
        == after.rules.map(\.id).filter(kept.contains)
    self.before = before.rules.indices.filter { rules[before.rules[$0].id] != nil }
    self.after = after.rules.indices.filter { rules[after.rules[$0].id] != nil }
  }

  private static func changes(
    _ before: RulePack, _ after: RulePack, _ names: NameChanges
  ) -> [String: RuleChange] {
    let old = Dictionary(before.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [String: RuleChange] = [:]
    for rule in before.rules { changes[rule.id] = .removed }
    for rule in after.rules {
      guard let other = old[rule.id] else {
        changes[rule.id] = .added
        continue
      }
      let through = names.reached(from: other).union(names.reached(from: rule)).sorted()
      if other.effective != rule.effective {
        changes[rule.id] = .edited
      } else {
        changes[rule.id] = through.isEmpty ? nil : .through(through)
      }
    }
    return changes
  }

  private static func oneSided(_ before: RulePack, _ after: RulePack) -> [OneSided] {
    func names(_ pack: RulePack) -> [(name: String, kind: Flip.Kind)] {
      let labels = pack.labels.compactMap { label -> (name: String, kind: Flip.Kind)? in
        switch label.role {
        case .tag: (label.name, .tag)
        case .slot: (label.name, .slot)
        case .metadata: (label.name, .document)
        case .zone: (label.name, .zone)
        case .structure: nil
        }
      }
      return labels + pack.scores.map { (name: $0.name, kind: Flip.Kind.score) }
    }
    func missing(_ list: [(name: String, kind: Flip.Kind)], in pack: RulePack, isNew: Bool)
      -> [OneSided]
    {
      let known = names(pack)
      return list.filter { entry in !known.contains { $0 == entry } }
        .map { OneSided(name: $0.name, kind: $0.kind, isNew: isNew) }
    }
    return missing(names(before), in: after, isNew: false)
      + missing(names(after), in: before, isNew: true)
  }

  private static func changedScores(_ before: RulePack, _ after: RulePack) -> Set<String> {
    let old = before.scores.map(\.placeless)
    let new = after.scores.map(\.placeless)
    let changed = old.filter { !new.contains($0) } + new.filter { !old.contains($0) }
    return Set(changed.map(\.name))
  }
}

/// The lexicons, named patterns and values that mean something else in two packs.
private struct NameChanges {
  private let changed: Set<String>
  /// For each name of either pack the names that its definition refers to.
  private var links: [String: Set<String>] = [:]

  /// Whether a value of either pack is read otherwise, which any slot may show, or what is taken off the
  /// words of a label, though no rule gives it otherwise.
  private(set) var touchesReadings = false

  init(_ before: RulePack, _ after: RulePack) {
    let old = Self.definitions(before)
    let new = Self.definitions(after)
    changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    for pack in [before, after] {
      for lexicon in pack.lexicons {
        links[lexicon.name, default: []].formUnion(lexicon.includes)
      }
      for pattern in pack.patterns {
        links[pattern.name, default: []].formUnion(pattern.pattern.node.names)
      }
      for value in pack.values { links[value.name, default: []].formUnion(value.names) }
    }
    let values = Set((before.values + after.values).map(\.name))
    let trims = (before.labels + after.labels).flatMap(\.trim).flatMap(\.node.names)
    touchesReadings =
      !reached(from: values.union(trims)).isEmpty
      || before.values.map(\.name) != after.values.map(\.name)
  }

  /// The changed names that the rule refers to, also through others.
  func reached(from rule: Rule) -> Set<String> { reached(from: rule.names) }

  private func reached(from names: Set<String>) -> Set<String> {
    guard !changed.isEmpty else { return [] }
    var seen: Set<String> = []
    var open = names
    while let next = open.popFirst() {
      guard seen.insert(next).inserted else { continue }
      open.formUnion(links[next] ?? [])
    }
    return seen.intersection(changed)
  }

  private enum Definition: Hashable {
    case lexicon([String], [String])
    case pattern(PatternNode)
    case value(ValueDefinition)
  }

  private static func definitions(_ pack: RulePack) -> [String: Definition] {
    var result: [String: Definition] = [:]
    for lexicon in pack.lexicons {
      result[lexicon.name] = .lexicon(lexicon.terms.map(\.text), lexicon.includes)
    }
    for pattern in pack.patterns { result[pattern.name] = .pattern(pattern.pattern.node) }
    for value in pack.values { result[value.name] = .value(value.placeless) }
    return result
  }
}
