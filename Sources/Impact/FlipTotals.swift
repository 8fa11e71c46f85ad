/// How many flips there are by label and by rule.
package struct FlipTotals: Sendable, Hashable {
  package struct Count: Sendable, Hashable {
    package var added = 0
    package var removed = 0
    package var changed = 0

    package var total: Int { added + removed + changed }

    fileprivate mutating func add(_ sign: Flip.Sign) {
      switch sign {
      case .added: added += 1
      case .removed: removed += 1
      case .changed: changed += 1
      }
    }
  }

  package struct LabelCount: Sendable, Hashable {
    package var kind: Flip.Kind
    package var label: String
    package var count: Count
  }

  package struct RuleCount: Sendable, Hashable {
    package var mention: RuleMention
    package var count: Count
  }

  /// In the order of `Flip.Kind`, then of the names.
  package private(set) var labels: [LabelCount]
  /// A flip counts for every rule that it names; in the order of the ids.
  package private(set) var rules: [RuleCount]
  /// Articles with a flip.
  package private(set) var articles: Int

  /// - Complexity: O(n log n) for n flips.
  package init(_ flips: [Flip]) {
    var labels: [Flip.Kind: [String: Count]] = [:]
    var rules: [String: RuleCount] = [:]
    for flip in flips {
      labels[flip.kind, default: [:]][flip.label, default: Count()].add(flip.sign)
      var seen: Set<String> = []
      for mention in flip.rulesBefore + flip.rulesAfter where seen.insert(mention.rule).inserted {
        rules[mention.rule, default: RuleCount(mention: mention, count: Count())].count
          .add(flip.sign)
      }
    }
    self.labels = Flip.Kind.allCases.flatMap { kind in
      (labels[kind] ?? [:]).sorted { $0.key < $1.key }
        .map { LabelCount(kind: kind, label: $0.key, count: $0.value) }
    }
    self.rules = rules.sorted { $0.key < $1.key }.map(\.value)
    articles = Set(flips.map(\.article)).count
  }
}
