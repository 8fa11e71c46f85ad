/// Whether one condition follows from another, as far as their words tell.
extension PackLinter {
  /// A text that is the same for conditions that are the same but for their place, the order of
  /// alternatives, and ways of writing that are folded.
  func key(_ condition: Condition) -> String {
    func keys(_ members: [Condition]) -> String {
      members.map(key).sorted().joined(separator: "\u{1}")
    }
    func ordered(_ patterns: [PatternExpression]) -> String {
      patterns.map { fold($0.source) }.joined(separator: "\u{1}")
    }
    return switch condition {
    case .pattern(let pattern): fold(pattern.source)
    case .all(let members): "all(\(keys(members)))"
    case .any(let members): "any(\(keys(members)))"
    case .none(let members): "none(\(keys(members)))"
    case .atLeast(let count, let members): "at-least(\(count) \(keys(members)))"
    case .ordered(let patterns): "ordered(\(ordered(patterns)))"
    case .near(let patterns, let characters): "near(\(characters) \(ordered(patterns)))"
    case .label(let test): "label(\(test.label) \(test.comparison))"
    case .formula(let formula): "where(\(formula.formula))"
    case .rule(let reference): "rule(\(reference.id))"
    case .scoped(let scope, let inner): "in(\(scope) \(key(inner)))"
    }
  }

  /// Whether `second` holds wherever `first` does, in the same window; false where that is not
  /// sure.
  mutating func implies(_ first: Condition, _ second: Condition) -> Bool {
    if key(first) == key(second) { return true }
    if case .any(let members) = first, !members.isEmpty {
      return follows(fromEachOf: members, second)
    }
    switch second {
    case .any(let members), .atLeast(1, let members):
      for member in members where implies(first, member) { return true }
    case .all(let members):
      for member in members where !implies(first, member) { return false }
      return true
    default: break
    }
    switch first {
    case .all(let members):
      for member in members where implies(member, second) { return true }
      return false
    case .atLeast(_, let members): return follows(fromEachOf: members, second)
    case .pattern(let pattern):
      guard case .pattern(let other) = second else { return false }
      return holds(other, inEachMatchOf: pattern)
    case .ordered(let patterns), .near(let patterns, _):
      guard case .pattern(let other) = second else { return false }
      for pattern in patterns where holds(other, inEachMatchOf: pattern) { return true }
      return false
    case .label(let test):
      guard case .label(let other) = second, test.label == other.label else { return false }
      return follows(test.comparison, other.comparison)
    case .scoped(let scope, let inner):
      // A place only narrows the window; another unit is another text.
      return scope.unit == nil && implies(inner, second)
    case .any, .none, .formula, .rule: return false
    }
  }

  private mutating func follows(fromEachOf members: [Condition], _ second: Condition) -> Bool {
    for member in members where !implies(member, second) { return false }
    return !members.isEmpty
  }

  private func follows(_ first: LabelTest.Comparison, _ second: LabelTest.Comparison) -> Bool {
    switch (first, second) {
    case (_, .given): true
    case (.equals(let value), .atLeast(let least)), (.atLeast(let value), .atLeast(let least)):
      value >= least
    case (.amountAtLeast(let value), .amountAtLeast(let least)): value >= least
    default: first == second
    }
  }

  /// Whether each match of `pattern` has a match of `other` inside it.
  mutating func holds(
    _ other: PatternExpression, inEachMatchOf pattern: PatternExpression
  ) -> Bool {
    guard let whole = ways(pattern), let parts = ways(other) else { return false }
    return whole.allSatisfy { way in parts.contains { comparison.holds($0, in: way) } }
  }

  /// Whether each match of `pattern` is a match of `other`.
  mutating func equals(_ other: PatternExpression, eachMatchOf pattern: PatternExpression) -> Bool {
    guard let inner = ways(pattern), let outer = ways(other) else { return false }
    return inner.allSatisfy { way in outer.contains { comparison.equals($0, way) } }
  }
}
