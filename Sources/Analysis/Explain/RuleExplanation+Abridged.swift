extension RuleExplanation {
  /// The explanation without vetoes and members of conditions that do not hold and say nothing.
  ///
  /// - Complexity: O(conditions).
  package var abridged: RuleExplanation {
    var rule = self
    rule.condition = condition.abridged
    rule.vetoes = vetoes.filter(\.condition.isHeld).map {
      Veto(scope: $0.scope, condition: $0.condition.abridged)
    }
    rule.vetoesLeftOut += vetoes.count - rule.vetoes.count
    return rule
  }
}

extension ConditionExplanation {
  /// Members that say something: of alternatives those that hold or occur at least in part.
  ///
  /// - Complexity: O(members at every depth).
  package var tellingMembers: [ConditionExplanation] {
    switch kind {
    case .any, .none, .atLeast: members.filter { $0.isHeld || ($0.hasWords && $0.distance <= 1) }
    case .scoped: members.contains(where: \.isHeld) ? members.filter(\.isHeld) : nearest
    case .all, .ordered, .near, .pattern, .label, .lacks, .formula, .rule: members
    }
  }

  private var nearest: [ConditionExplanation] {
    members.min { $0.distance < $1.distance }.map { [$0] } ?? []
  }

  fileprivate var abridged: ConditionExplanation {
    var condition = self
    condition.members = tellingMembers.map(\.abridged)
    condition.membersLeftOut += members.count - condition.members.count
    return condition
  }
}
