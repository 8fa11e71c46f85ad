import PatternAutomaton
import SourceText

/// What one condition came to in one window, as the evaluator saw it.
struct ConditionRecord: Sendable {
  let window: TextWindow
  /// By which the answer of a larger unit is told that stands in several places; nil for what is asked once.
  var answer: Int?
  var isHeld = false
  /// The words that the condition added to those that earn the label.
  var evidence: [SourceSpan] = []
  /// What was looked for, in the order of asking.
  var patterns: [PatternRecord] = []
  /// What was read of labels and of the text, in the order of asking.
  var readings: [Reading] = []
  var members: [ConditionRecord] = []
  /// Of all the ways to choose one match of each pattern that were tried, the one with the fewest
  /// characters from its first start to its last end.
  var closest: Extent?

  struct Extent: Sendable {
    let characters: Int
    let spans: [SourceSpan]
  }
}

/// Where a pattern was found in a window.
struct PatternRecord: Sendable {
  let pattern: PatternID
  var live: [SourceSpan] = []
  var voided: [VoidedMatch] = []
}

/// A match that an exception of the rule takes away.
struct VoidedMatch: Sendable, Hashable {
  let span: SourceSpan
  let cause: ExceptionMatch
}

/// A match of the exception with this index in its rule.
struct ExceptionMatch: Sendable, Hashable {
  let exception: Int
  let span: SourceSpan
}

/// A leaf of a formula, or a label of a condition, with the value that it had.
struct Reading: Sendable {
  let leaf: CompiledFormula
  let value: Double
}

/// One evaluation of one rule in one window.
struct RuleRecord: Sendable {
  let rule: Int
  let window: TextWindow
  let condition: ConditionRecord
  let vetoes: [ConditionRecord]
  /// nil where the rule does not hold.
  let evidence: [SourceSpan]?
  /// Whether the words stand in a part of the directive that does not count.
  let isHidden: Bool
}

/// Listens to the evaluator.
///
/// While a rule is recorded no condition is cut short, so that each of them has its outcome; what
/// the rule comes to is the same. What a larger unit says is recorded once: records of the windows inside hold the
/// same memory. A class, used by one thread for one document.
final class EvaluationRecorder {
  /// The conditions that are being evaluated, the innermost last.
  private var path: [ConditionRecord] = []
  /// The condition of the rule, then its vetoes.
  private var finished: [ConditionRecord] = []
  /// How many answers of larger units there are.
  private var answerCount = 0

  /// Hands out the record of the rule (by index) that was evaluated in the window, and forgets it; nil where
  /// nothing was evaluated.
  func take(
    _ rule: Int, _ window: TextWindow, _ evidence: [SourceSpan]?, isHidden: Bool
  ) -> RuleRecord? {
    defer { finished = [] }
    guard let condition = finished.first else { return nil }
    return RuleRecord(
      rule: rule, window: window, condition: condition, vetoes: Array(finished.dropFirst()),
      evidence: evidence, isHidden: isHidden)
  }

  func open(_ window: TextWindow) { path.append(ConditionRecord(window: window)) }

  func close(isHeld: Bool, _ evidence: ArraySlice<SourceSpan>) {
    guard var record = path.popLast() else { return }
    record.isHeld = isHeld
    record.evidence = Array(evidence)
    add(record)
  }

  /// Numbers what was closed last, which is the answer of a larger unit, and hands it out.
  func answer() -> ConditionRecord? {
    guard var record = path.last?.members.last ?? finished.last else { return nil }
    record.answer = answerCount
    answerCount += 1
    if path.isEmpty {
      finished[finished.count - 1] = record
    } else {
      path[path.count - 1].members[path[path.count - 1].members.count - 1] = record
    }
    return record
  }

  /// Puts a record where the innermost condition, or the rule, asks for what was answered before.
  func add(_ record: ConditionRecord) {
    if path.isEmpty {
      finished.append(record)
    } else {
      path[path.count - 1].members.append(record)
    }
  }

  /// Notes the matches of a pattern that the innermost condition asked for.
  func note(_ pattern: PatternRecord) {
    guard !path.isEmpty else { return }
    path[path.count - 1].patterns.append(pattern)
  }

  /// Notes a choice of matches; the shortest is kept.
  func note(_ extent: ConditionRecord.Extent) {
    guard !path.isEmpty else { return }
    if let known = path[path.count - 1].closest, known.characters <= extent.characters { return }
    path[path.count - 1].closest = extent
  }

  func note(_ leaf: CompiledFormula, _ value: Double) {
    guard !path.isEmpty else { return }
    path[path.count - 1].readings.append(Reading(leaf: leaf, value: value))
  }
}
