import PatternAutomaton
import RuleLanguage

/// A condition with labels, rules and patterns as indices.
enum CompiledCondition: Sendable {
  case pattern(PatternID)
  case all([CompiledCondition])
  case any([CompiledCondition])
  case none([CompiledCondition])
  case atLeast(Int, [CompiledCondition])
  case ordered([PatternID])
  case near([PatternID], characters: Int)
  case label(Int, CompiledComparison)
  /// No rule gave the label but such as ask this; see `CompiledRule.lacks`.
  case lacks(Int)
  case formula(CompiledFormula)
  /// The rule gave a label here; rules are indices.
  case rule(Int)
  indirect case scoped(CompiledScope, CompiledCondition)

  /// The labels of which it asks that no rule has given them.
  var lacked: Set<Int> {
    switch self {
    case .lacks(let label): [label]
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members.reduce(into: []) { $0.formUnion($1.lacked) }
    case .scoped(_, let inner): inner.lacked
    case .pattern, .ordered, .near, .label, .formula, .rule: []
    }
  }

  /// The patterns of a condition that holds where one of them does; nil for others.
  var sufficientPatterns: [PatternID]? {
    switch self {
    case .pattern(let pattern): return [pattern]
    case .any(let members):
      var patterns: [PatternID] = []
      for member in members {
        guard case .pattern(let pattern) = member else { return nil }
        patterns.append(pattern)
      }
      return patterns
    case .all, .none, .atLeast, .ordered, .near, .label, .lacks, .formula, .rule, .scoped:
      return nil
    }
  }
}

/// What is asked of the number that stands for a label's value; see `CompiledGift`.
enum CompiledComparison: Sendable {
  case above(Double)
  case atLeast(Double)
  case equals(Double)
}

/// Where a condition looks instead of its window.
struct CompiledScope: Sendable {
  /// By which the evaluator knows it and its condition; nil where others share the scope.
  var number: Int?
  let unit: UnitKind?
  let position: SearchScope.Position?
  /// Values of the zone label; empty for any.
  let zones: [Int]
  /// Names of elements around the block; empty for any.
  let elements: Set<String>
}
