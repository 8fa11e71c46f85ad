package import RuleLanguage

/// A condition that may hold others.
///
/// A rule's condition and what it is compiled to are walked by the same code, so that an index into
/// the `alternatives` of one is an index into those of the other.
package protocol NestedCondition {
  /// Those that it holds itself, in the order of the rule; the patterns of `ordered` and `near` count.
  var members: [Self] { get }
}

extension NestedCondition {
  /// The condition itself where it has no members, else its members at every depth, each before
  /// its own.
  ///
  /// - Complexity: O(members at every depth · depth).
  package var alternatives: [Self] {
    let members = members
    return members.isEmpty ? [self] : members.flatMap(\.withMembers)
  }

  private var withMembers: [Self] { [self] + members.flatMap(\.withMembers) }
}

extension Condition: NestedCondition {
  /// For `in` each member in the scope again; empty where the condition holds no others.
  ///
  /// - Complexity: O(members).
  package var members: [Condition] {
    switch self {
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members
    case .ordered(let patterns), .near(let patterns, _): patterns.map { .pattern($0) }
    case .scoped(let scope, let inner): inner.members.map { .scoped(scope, $0) }
    case .pattern, .label, .formula, .rule: []
    }
  }
}

extension CompiledCondition: NestedCondition {
  /// The same for the compiled form, so that both have as many in one order.
  ///
  /// - Complexity: O(members).
  package var members: [CompiledCondition] {
    switch self {
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      return members
    case .ordered(let patterns), .near(let patterns, _): return patterns.map { .pattern($0) }
    case .scoped(var scope, let inner):
      scope.number = nil
      return inner.members.map { .scoped(scope, $0) }
    case .pattern, .label, .lacks, .formula, .rule: return []
    }
  }
}
