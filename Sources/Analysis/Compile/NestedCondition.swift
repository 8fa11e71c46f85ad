package import RuleLanguage

// The two lists below walk a condition in the same order, so that an index into one is an index
// into the other.

extension Condition {
  /// The condition itself where it has no members, else its members at every depth, each before
  /// its own; the patterns of `ordered` and `near` count as members.
  package var alternatives: [Condition] {
    let members = members
    return members.isEmpty ? [self] : members.flatMap(\.withMembers)
  }

  private var withMembers: [Condition] { [self] + members.flatMap(\.withMembers) }

  private var members: [Condition] {
    switch self {
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members
    case .ordered(let patterns), .near(let patterns, _): patterns.map { .pattern($0) }
    case .scoped(let scope, let inner): inner.members.map { .scoped(scope, $0) }
    case .pattern, .label, .formula, .rule: []
    }
  }
}

extension CompiledCondition {
  /// As `Condition.alternatives`.
  var alternatives: [CompiledCondition] {
    let members = members
    return members.isEmpty ? [self] : members.flatMap(\.withMembers)
  }

  private var withMembers: [CompiledCondition] { [self] + members.flatMap(\.withMembers) }

  private var members: [CompiledCondition] {
    switch self {
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members
    case .ordered(let patterns), .near(let patterns, _): patterns.map { .pattern($0) }
    case .scoped(let scope, let inner): inner.members.map { .scoped(scope, $0) }
    case .pattern, .label, .formula, .rule: []
    }
  }
}
