/// How many flips there are by label and by rule.
package struct FlipTotals: Sendable, Hashable {
  /// Flips by their sign.
  package struct Count: Sendable, Hashable {
    /// Flips in which something is said now that was not.
    package var added = 0
    /// Flips in which something is not said any more.
    package var removed = 0
    /// Flips in which something else is said.
    package var changed = 0

    /// All of them.
    package var total: Int { added + removed + changed }

    fileprivate mutating func add(_ sign: Flip.Sign) {
      switch sign {
      case .added: added += 1
      case .removed: removed += 1
      case .changed: changed += 1
      }
    }
  }

  /// The flips of one label.
  package struct LabelCount: Sendable, Hashable {
    /// What the statements are about.
    package var kind: Flip.Kind
    /// As in `Flip.label`; empty for kinds of which there is one.
    package var label: String
    /// At least one.
    package var count: Count
  }

  /// The flips that name one rule.
  package struct RuleCount: Sendable, Hashable {
    /// The rule, with what was done to it.
    package var mention: RuleMention
    /// At least one; a flip that names the rule on both sides counts once.
    package var count: Count
  }

  /// In the order of `Flip.Kind`, then of the names.
  package private(set) var labels: [LabelCount]
  /// A flip counts for every rule that it names; in the order of the ids.
  package private(set) var rules: [RuleCount]
  /// Articles with a flip.
  package private(set) var articles: Int

  /// Sums up flips of any number of articles, in any order.
  ///
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
