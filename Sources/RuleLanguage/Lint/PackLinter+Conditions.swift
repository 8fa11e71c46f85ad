import Diagnostics
import SourceText

/// Conditions that say less than they seem to.
extension PackLinter {
  mutating func lintConditions() {
    for rule in pack.rules {
      lintForm(rule.condition)
      lintAlternatives(rule.condition, in: rule, isEvidence: true)
      lintVetoes(rule)
      for veto in rule.vetoes {
        lintForm(veto.condition)
        lintAlternatives(veto.condition, in: rule, isEvidence: false)
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
    for pattern in allPatterns { lintInnerAlternatives(pattern) }
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
    _ condition: Condition, in rule: Rule, isEvidence: Bool
  ) {
    if case .any(let members) = condition {
      let mayShorten =
        !isEvidence || rule.exceptions.isEmpty && rule.gives.allSatisfy { rank($0) != nil }
      for (index, member) in members.enumerated() {
        let others = members.enumerated().filter { $0.offset != index }
        if let first = others.first(where: { $0.offset < index && key($0.element) == key(member) })
        {
          report(
            .duplicateAlternative(
              at: member.label, first: first.element.label, fix: removal(of: member)))
        } else if mayShorten, case .pattern(let pattern) = member,
          let wider = others.first(where: {
            key($0.element) != key(member) && isPattern($0.element) && implies(member, $0.element)
              && !(implies($0.element, member) && $0.offset > index)
          })
        {
          report(
            .redundantAlternative(
              pattern.source, at: member.label, wider: wider.element.label,
              fix: removal(of: member)))
        }
      }
    }
    let isEvidence = if case .none = condition { false } else { isEvidence }
    for member in condition.parts.members {
      lintAlternatives(member, in: rule, isEvidence: isEvidence)
    }
  }

  private func isPattern(_ condition: Condition) -> Bool {
    if case .pattern = condition { return true }
    return false
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
    case .reference, .gap, .start, .end: node
    }
  }

  /// `unless` that holds whenever the condition, or one of its alternatives, does.
  private mutating func lintVetoes(_ rule: Rule) {
    for veto in rule.vetoes {
      if implies(rule.condition, veto.condition) {
        report(
          .unlessContradictsAny(
            rule.id, at: veto.condition.label, condition: rule.condition.label))
      } else if case .any(let members) = rule.condition {
        for member in members where implies(member, veto.condition) {
          report(
            .unlessContradictsAlternative(at: member.label, veto: veto.condition.label))
        }
      }
    }
  }

  /// Ends of a pattern that change nothing where only its presence counts.
  private mutating func lintEnding(_ pattern: PatternExpression) {
    guard case .sequence(let nodes) = pattern.node, let first = nodes.first, let last = nodes.last
    else { return }
    if case .optional = first {
      report(.idleEnding("begins with an optional part", at: pattern.span.label))
    }
    if case .optional = last {
      report(.idleEnding("ends with an optional part", at: pattern.span.label))
    } else if case .gap(0, _) = last {
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
