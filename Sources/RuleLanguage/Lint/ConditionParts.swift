/// What a condition is made of, without regard to how its parts are joined.
struct ConditionParts {
  var members: [Condition] = []
  var patterns: [PatternExpression] = []
  var test: LabelTest?
  var formula: FormulaExpression?
  var rule: RuleReference?
}

extension Condition {
  /// The parts of this node alone; those of its members are theirs.
  var parts: ConditionParts {
    switch self {
    case .pattern(let pattern): ConditionParts(patterns: [pattern])
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      ConditionParts(members: members)
    case .ordered(let patterns), .near(let patterns, _): ConditionParts(patterns: patterns)
    case .label(let test): ConditionParts(test: test)
    case .formula(let formula): ConditionParts(formula: formula)
    case .rule(let reference): ConditionParts(rule: reference)
    case .scoped(_, let inner): ConditionParts(members: [inner])
    }
  }

  /// Calls `body` with this node and all below it, from the outside inwards.
  func visit(_ body: (Condition) -> Void) {
    body(self)
    for member in parts.members { member.visit(body) }
  }

  /// All patterns, in the order of the text within each key.
  var allPatterns: [PatternExpression] {
    parts.patterns + parts.members.flatMap(\.allPatterns)
  }

  /// Patterns whose words can be evidence of the rule: all but those under `none`.
  var evidencePatterns: [PatternExpression] {
    if case .none = self { return [] }
    return parts.patterns + parts.members.flatMap(\.evidencePatterns)
  }

  /// Where the first thing that it asks for stands; nil where it asks for nothing.
  var place: LocatedSpan? {
    let parts = parts
    if let first = parts.patterns.first?.span ?? parts.test?.span ?? parts.formula?.span
      ?? parts.rule?.span
    {
      return first
    }
    return parts.members.lazy.compactMap(\.place).first
  }
}

extension PatternNode {
  /// Calls `body` with this node and all below it, in the order of the text.
  func visit(_ body: (PatternNode) -> Void) { visit(looksAhead: true, body) }

  /// Does as `visit`, but for what must follow the match.
  func visitKept(_ body: (PatternNode) -> Void) { visit(looksAhead: false, body) }

  private func visit(looksAhead: Bool, _ body: (PatternNode) -> Void) {
    body(self)
    switch self {
    case .sequence(let nodes), .alternatives(let nodes):
      for node in nodes { node.visit(looksAhead: looksAhead, body) }
    case .optional(let inner): inner.visit(looksAhead: looksAhead, body)
    case .lookahead(let inner): if looksAhead { inner.visit(looksAhead: true, body) }
    case .literal, .reference, .gap, .start, .end: return
    }
  }
}
