extension RuleExplanation {
  /// The explanation with each answer of a larger unit in full where it stands first, and nothing of it where it
  /// stands again.
  ///
  /// - Complexity: O(conditions), those of each answer once.
  package var tellingOnce: RuleExplanation { told { $0.members } }

  /// The same without vetoes and members of conditions that do not hold and say nothing.
  ///
  /// - Complexity: O(conditions), those of each answer once.
  package var abridged: RuleExplanation {
    var rule = self
    rule.vetoes = vetoes.filter(\.condition.isHeld)
    rule.vetoesLeftOut += vetoes.count - rule.vetoes.count
    return rule.told { $0.tellingMembers }
  }

  private func told(
    _ members: (ConditionExplanation) -> [ConditionExplanation]
  ) -> RuleExplanation {
    var rule = self
    var seen: Set<Int> = []
    rule.condition = condition.told(&seen, members)
    for index in vetoes.indices {
      rule.vetoes[index].condition = vetoes[index].condition.told(&seen, members)
    }
    return rule
  }
}

extension ConditionExplanation {
  /// Members that say something: of alternatives those that hold or occur at least in part.
  ///
  /// - Complexity: O(members).
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

  /// The condition with the members that `choose` names, at every depth; answers that were `seen` have none.
  fileprivate func told(
    _ seen: inout Set<Int>, _ choose: (ConditionExplanation) -> [ConditionExplanation]
  ) -> ConditionExplanation {
    var condition = self
    if let answer, !seen.insert(answer).inserted {
      condition.isRepeated = true
      condition.matches = []
      condition.voided = []
      condition.readings = []
      condition.shortfall = nil
      condition.members = []
      condition.membersLeftOut = 0
      return condition
    }
    condition.members = choose(self).map { $0.told(&seen, choose) }
    condition.membersLeftOut += members.count - condition.members.count
    return condition
  }
}
