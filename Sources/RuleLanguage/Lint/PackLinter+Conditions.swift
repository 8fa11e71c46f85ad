import Diagnostics
import SourceText

/// Conditions that say less than they seem to.
extension PackLinter {
  mutating func lintConditions() {
    for (rule, prepared) in zip(pack.rules, conditions) {
      comparing(.alternatives(ofRule: rule.id)) { linter in
        linter.lintAlternatives(prepared.condition, in: rule, isEvidence: true)
        linter.lintVetoes(rule, prepared)
        for veto in prepared.vetoes {
          linter.lintAlternatives(veto, in: rule, isEvidence: false)
        }
        linter.lintExceptions(rule)
      }
      lintForm(rule.condition)
      for veto in rule.vetoes {
        lintForm(veto.condition)
        for pattern in veto.condition.allPatterns { lintEnding(pattern) }
      }
      for exception in rule.exceptions where exception.geometry.ignoresExtent {
        lintEnding(exception.pattern)
      }
      rule.condition.visit { node in
        guard case .none = node else { return }
        for pattern in node.allPatterns { lintEnding(pattern) }
      }
    }
    for pattern in allPatterns {
      lintInnerAlternatives(pattern)
      pattern.node.visit { node in
        guard case .lookahead(.sequence(let nodes)) = node else { return }
        lintLast(of: nodes, pattern)
      }
    }
  }

  /// Conditions that are written in a roundabout way, and formulas that cannot change.
  private mutating func lintForm(_ condition: Condition) {
    condition.visit { node in
      switch node {
      case .atLeast(1, _): report(.roundabout("`at-least` with count 1", "any", at: node.label))
      case .atLeast(let count, let members) where count == members.count:
        report(.roundabout("`at-least` of all \(count)", "all", at: node.label))
      case .ordered(let patterns) where patterns.count == 1:
        report(.roundabout("`ordered` with one pattern", "any", at: node.label))
      case .near(let patterns, _) where patterns.count == 1:
        report(.roundabout("`near` with one pattern", "any", at: node.label))
      case .formula(let formula) where formula.formula.names.isEmpty:
        report(.constantFormula(at: formula.span.label))
      default: return
      }
    }
  }

  /// Members of an `any` that say what another says already.
  private mutating func lintAlternatives(
    _ condition: ComparableCondition, in rule: Rule, isEvidence: Bool
  ) {
    if case .any = condition.condition {
      let mayShorten =
        !isEvidence || rule.exceptions.isEmpty && rule.gives.allSatisfy { rank($0) != nil }
      var first: [Int: Int] = [:]
      for (index, member) in condition.members.enumerated() {
        if let earlier = first[member.key] {
          report(
            .duplicateAlternative(
              at: member.condition.label, first: condition.members[earlier].condition.label,
              fix: removal(of: member.condition)))
          continue
        }
        first[member.key] = index
        guard mayShorten, case .pattern(let pattern) = member.condition,
          let wider = wider(than: index, of: condition.members)
        else { continue }
        report(
          .redundantAlternative(
            pattern.source, at: member.condition.label, wider: wider.label,
            fix: removal(of: member.condition)))
      }
    }
    let isEvidence = if case .none = condition.condition { false } else { isEvidence }
    for member in condition.members {
      lintAlternatives(member, in: rule, isEvidence: isEvidence)
    }
  }

  /// The first pattern among `members` that holds wherever the pattern at `index` does.
  ///
  /// Of two that say the same in other words the later one is reported.
  private mutating func wider(
    than index: Int, of members: [ComparableCondition]
  ) -> Condition? {
    if isExhausted { return nil }
    let member = members[index]
    for (place, other) in members.enumerated()
    where other.key != member.key && other.isPattern && implies(member, other) {
      let isSame = place > index && implies(other, member)
      if isExhausted { return nil }
      if !isSame { return other.condition }
    }
    return nil
  }

  private func removal(of member: Condition) -> FixIt? {
    guard case .pattern(let pattern) = member else { return nil }
    return ListEdit.removal(of: pattern.span, pack.files)
  }

  /// Alternatives that stand twice in one group of a pattern.
  private mutating func lintInnerAlternatives(_ pattern: PatternExpression) {
    pattern.node.visit { node in
      guard case .alternatives(let nodes) = node else { return }
      var seen: Set<PatternNode> = []
      for inner in nodes where !seen.insert(folded(inner)).inserted {
        let text = if case .literal(let text) = inner { text } else { "" }
        report(
          .duplicateAlternative(
            text, at: pattern.span.label))
      }
    }
  }

  private func folded(_ node: PatternNode) -> PatternNode {
    switch node {
    case .literal(let text): .literal(fold(text))
    case .sequence(let nodes): .sequence(nodes.map(folded))
    case .alternatives(let nodes): .alternatives(nodes.map(folded))
    case .optional(let inner): .optional(folded(inner))
    case .lookahead(let inner): .lookahead(folded(inner))
    case .reference, .gap, .start, .end: node
    }
  }

  /// `unless` that holds whenever the condition, or one of its alternatives, does.
  private mutating func lintVetoes(_ rule: Rule, _ prepared: RuleConditions) {
    for veto in prepared.vetoes where !isExhausted {
      if implies(prepared.condition, veto) {
        report(
          .unlessContradictsAny(
            rule.id, at: veto.condition.label, condition: rule.condition.label))
      } else if case .any = rule.condition {
        for member in prepared.condition.members where implies(member, veto) {
          report(
            .unlessContradictsAlternative(
              at: member.condition.label, veto: veto.condition.label))
        }
      }
    }
  }

  /// Ends of a pattern that change nothing where only its presence counts.
  private mutating func lintEnding(_ pattern: PatternExpression) {
    guard case .sequence(let nodes) = pattern.node else { return }
    if case .optional = nodes.first {
      report(.idleEnding("begins with an optional part", at: pattern.span.label))
    }
    lintLast(of: nodes, pattern)
  }

  /// The end of members of a pattern of which only the presence counts.
  private mutating func lintLast(of nodes: [PatternNode], _ pattern: PatternExpression) {
    if case .optional = nodes.last {
      report(.idleEnding("ends with an optional part", at: pattern.span.label))
    } else if case .gap(0, _) = nodes.last {
      report(.idleEnding("ends with a gap", at: pattern.span.label))
    }
  }
}

extension RuleException.Geometry {
  /// Whether only the start of the exception's match counts, not how far it reaches.
  var ignoresExtent: Bool {
    switch self {
    case .covered, .overlaps: false
    case .clause, .sentence, .paragraph: true
    }
  }
}

extension Condition {
  /// The first thing that it asks for.
  var label: Label {
    place?.label ?? Label(file: 0, span: SourceSpan(0, 0))
  }
}
