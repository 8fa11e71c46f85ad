import PatternAutomaton
import SourceText

/// Counts what holds while the evaluator works: rules, members of conditions, exceptions, vetoes.
///
/// A class, used by one thread for one document at a time. It asks the evaluator, at the moment
/// when a rule is looked at, and decides nothing by itself.
final class Tally {
  private(set) var counts: CoverageCounts
  private let members: [[CompiledCondition]]
  private let patterns: [[PatternID]]

  init(_ compiled: CompiledPack) {
    members = compiled.rules.map { $0.condition.alternatives }
    patterns = members.map { members in
      Array(
        Set(
          members.compactMap(\.pattern))
      ).sorted()
    }
    counts = CoverageCounts(
      fired: members.map { _ in 0 }, held: members.map { Array(repeating: 0, count: $0.count) },
      voided: compiled.rules.map { Array(repeating: 0, count: $0.exceptions.count) },
      stopped: compiled.rules.map { Array(repeating: 0, count: $0.vetoes.count) })
  }

  /// Counts what holds in a window in which the rule is about to be evaluated.
  func look(_ rule: CompiledRule, _ index: Int, _ window: TextWindow, _ evaluator: Evaluator) {
    var ignored: [SourceSpan] = []
    for (place, member) in members[index].enumerated()
    where evaluator.holds(member, rule, window, &ignored) {
      counts.held[index][place] += 1
    }
    if !rule.exceptions.isEmpty {
      for pattern in patterns[index] {
        for span in evaluator.inside(pattern, window) {
          for place in rule.exceptions.indices
          where evaluator.voids(place, of: rule, span, window) {
            counts.voided[index][place] += 1
          }
        }
      }
    }
    guard !rule.vetoes.isEmpty, evaluator.holds(rule.condition, rule, window, &ignored) else {
      return
    }
    for (place, veto) in rule.vetoes.enumerated() where evaluator.holds(veto, window) {
      counts.stopped[index][place] += 1
    }
  }

  /// Counts a window in which the rule gave its labels.
  func fire(_ index: Int) { counts.fired[index] += 1 }
}

extension CompiledCondition {
  /// The pattern that this condition is, in whatever units it is looked for.
  fileprivate var pattern: PatternID? {
    switch self {
    case .pattern(let pattern): pattern
    case .scoped(_, let inner): inner.pattern
    default: nil
    }
  }
}
