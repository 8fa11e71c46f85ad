/// A condition with what comparing it asks for again and again.
struct ComparableCondition {
  let condition: Condition
  /// The same number for conditions that are the same but for their place, the order of
  /// alternatives, and ways of writing that are folded.
  let key: Int
  /// The conditions that it joins.
  let members: [ComparableCondition]
  /// The ways through each of its own patterns; nil for one with too many.
  let ways: [[[PatternSymbol]]?]

  /// Whether it asks for one pattern and nothing else.
  var isPattern: Bool {
    if case .pattern = condition { return true }
    return false
  }
}

/// Whether one condition follows from another, as far as their words tell.
extension PackLinter {
  /// The condition, ready to be compared.
  ///
  /// - Complexity: O(bytes of its patterns · ways through one, whose number is bounded).
  mutating func comparable(_ condition: Condition) -> ComparableCondition {
    let parts = condition.parts
    let members = parts.members.map { comparable($0) }
    let text = text(condition, members)
    let key = keys[text] ?? keys.count
    keys[text] = key
    return ComparableCondition(
      condition: condition, key: key, members: members, ways: parts.patterns.map { ways($0) })
  }

  /// What the condition says, its members by their keys.
  private func text(_ condition: Condition, _ members: [ComparableCondition]) -> String {
    let inner = members.map(\.key).sorted().map { "\($0)" }.joined(separator: " ")
    func ordered(_ patterns: [PatternExpression]) -> String {
      patterns.map { fold($0.source) }.joined(separator: "\u{1}")
    }
    return switch condition {
    case .pattern(let pattern): "pattern(\(fold(pattern.source)))"
    case .all: "all(\(inner))"
    case .any: "any(\(inner))"
    case .none: "none(\(inner))"
    case .atLeast(let count, _): "at-least(\(count) \(inner))"
    case .ordered(let patterns): "ordered(\(ordered(patterns)))"
    case .near(let patterns, let characters): "near(\(characters) \(ordered(patterns)))"
    case .label(let test): "label(\(test.label) \(test.comparison))"
    case .formula(let formula): "where(\(formula.formula))"
    case .rule(let reference): "rule(\(reference.id))"
    case .scoped(let scope, _): "in(\(scope) \(inner))"
    }
  }

  /// Whether `second` holds wherever `first` does, in the same window; false where that is not
  /// sure, and where too much was compared already (`isExhausted`).
  mutating func implies(_ first: ComparableCondition, _ second: ComparableCondition) -> Bool {
    if first.key == second.key { return true }
    guard spend() else { return false }
    switch (first.condition, second.condition) {
    case (.pattern, .pattern): return holds(second.ways[0], inEachMatchOf: first.ways[0])
    case (.any, _) where !first.members.isEmpty: return follows(fromEachOf: first.members, second)
    case (_, .any), (_, .atLeast(1, _)):
      for member in second.members where implies(first, member) { return true }
    case (_, .all):
      for member in second.members where !implies(first, member) { return false }
      return true
    default: break
    }
    switch first.condition {
    case .all:
      for member in first.members where implies(member, second) { return true }
      return false
    case .atLeast: return follows(fromEachOf: first.members, second)
    case .ordered, .near:
      guard second.isPattern else { return false }
      for ways in first.ways where holds(second.ways[0], inEachMatchOf: ways) { return true }
      return false
    case .label(let test):
      guard case .label(let other) = second.condition, test.label == other.label else {
        return false
      }
      return follows(test.comparison, other.comparison)
    case .scoped(let scope, _):
      // A place only narrows the window; another unit is another text.
      return scope.unit == nil && implies(first.members[0], second)
    case .pattern, .any, .none, .formula, .rule: return false
    }
  }

  private mutating func follows(
    fromEachOf members: [ComparableCondition], _ second: ComparableCondition
  ) -> Bool {
    for member in members where !implies(member, second) { return false }
    return !members.isEmpty
  }

  private func follows(_ first: LabelTest.Comparison, _ second: LabelTest.Comparison) -> Bool {
    switch (first, second) {
    case (.lacking, _), (_, .lacking): first == second
    case (_, .given): true
    case (.equals(let value), .atLeast(let least)), (.atLeast(let value), .atLeast(let least)):
      value >= least
    case (.amountAtLeast(let value), .amountAtLeast(let least)): value >= least
    default: first == second
    }
  }

  /// Whether each match along one of the ways `whole` has a match along one of `parts` inside it.
  mutating func holds(
    _ parts: [[PatternSymbol]]?, inEachMatchOf whole: [[PatternSymbol]]?
  ) -> Bool {
    guard let whole, let parts else { return false }
    for way in whole {
      guard spend(parts.count), parts.contains(where: { comparison.holds($0, in: way) }) else {
        return false
      }
    }
    return true
  }

  /// Whether each match along one of the ways `inner` is a match along one of `outer`.
  mutating func equals(
    _ outer: [[PatternSymbol]]?, eachMatchOf inner: [[PatternSymbol]]?
  ) -> Bool {
    guard let inner, let outer else { return false }
    for way in inner {
      guard spend(outer.count), outer.contains(where: { comparison.equals($0, way) }) else {
        return false
      }
    }
    return true
  }
}
