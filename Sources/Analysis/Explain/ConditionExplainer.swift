import Documents
import RuleLanguage
import SourceText

/// Puts what the evaluator recorded beside what the pack says, and measures what is lacking.
struct ConditionExplainer {
  let run: AnalysisRun
  let probe: PatternProbe

  /// What was recorded of the condition; `known` holds the answers of larger units that were explained
  /// before, which are handed out again.
  ///
  /// - Complexity: O(conditions), each answer of a larger unit once, and the search of `probe` for each pattern
  ///   without a match.
  func explain(
    _ record: ConditionRecord, _ condition: Condition, _ rule: Rule, scope: UnitKind,
    _ known: inout KnownAnswers
  ) -> ConditionExplanation {
    if let answer = record.answer, let explained = known[answer] { return explained }
    var explained = explanation(record, condition, rule, scope: scope, &known)
    explained.settle()
    explained.answer = record.answer
    if let answer = record.answer { known[answer] = explained }
    return explained
  }

  private func explanation(
    _ record: ConditionRecord, _ condition: Condition, _ rule: Rule, scope: UnitKind,
    _ known: inout KnownAnswers
  ) -> ConditionExplanation {
    switch condition {
    case .pattern(let expression):
      return pattern(expression, record.patterns.first, rule, record.window, scope)
    case .all(let members):
      return group(.all, "", members, record, rule, scope, &known) { distances, _ in
        distances.reduce(0, +)
      }
    case .any(let members):
      return group(.any, "", members, record, rule, scope, &known) { distances, _ in
        distances.min() ?? 2
      }
    case .none(let members):
      return none(members, record, rule, scope, &known)
    case .atLeast(let count, let members):
      var result = group(.atLeast, "\(count)", members, record, rule, scope, &known) {
        distances, held in
        distances.sorted().dropFirst(held).prefix(count - held).reduce(0, +)
      }
      let held = result.members.count(where: \.isHeld)
      if !result.isHeld { result.shortfall = .count(found: held, needed: count) }
      return result
    case .ordered(let expressions):
      return ordered(expressions, record, rule, scope)
    case .near(let expressions, let characters):
      return near(expressions, characters, record, rule, scope)
    case .label(let test): return label(test, record)
    case .rule(let reference):
      return ConditionExplanation(
        kind: .rule, source: reference.id, isHeld: record.isHeld,
        matches: record.evidence.map(run.place), shortfall: record.isHeld ? nil : .ruleSilent,
        distance: record.isHeld ? 0 : 0.9)
    case .scoped(let inner, let member):
      return scoped(inner, member, record, rule, scope: inner.unit ?? scope, &known)
    case .formula(let expression):
      return ConditionExplanation(
        kind: .formula, source: expression.source, isHeld: record.isHeld,
        readings: record.readings.map(run.reading), shortfall: record.isHeld ? nil : .formula,
        distance: record.isHeld ? 0 : 0.8)
    }
  }

  private func pattern(
    _ expression: PatternExpression, _ record: PatternRecord?, _ rule: Rule, _ window: TextWindow,
    _ scope: UnitKind
  ) -> ConditionExplanation {
    let live = record?.live ?? []
    var result = ConditionExplanation(
      kind: .pattern, source: expression.source, isHeld: !live.isEmpty,
      matches: live.map(run.place))
    result.voided = (record?.voided ?? []).map { void in
      let exception = rule.exceptions[void.cause.exception]
      return ConditionExplanation.Void(
        match: run.place(void.span), exception: exception.pattern.source,
        geometry: exception.geometry, cause: run.place(void.cause.span))
    }
    if result.isHeld { return result }
    if !result.voided.isEmpty {
      result.shortfall = .voided
      result.distance = 0.3
      return result
    }
    let nearness = probe.nearest(expression, scope, window.span)
    result.distance = nearness.distance
    result.shortfall = shortfall(nearness.lack)
    return result
  }

  private func shortfall(_ lack: Nearness.Lack) -> Shortfall {
    switch lack {
    case .gap(let before, let after, let found, let allowed):
      .gap(
        before: before.map(run.place), after: after.map(run.place), found: found,
        minimum: allowed.lowerBound, maximum: allowed.upperBound)
    case .clause(let before, let after):
      .clause(before: run.place(before), after: run.place(after))
    case .parts(let found, let missing):
      missing.isEmpty ? .nothing : .parts(found: found.map(run.place), missing: missing)
    case .order(let spans): .order(spans.map(run.place))
    case .unmeasured(let error): .unmeasured(cause: error.message)
    case .nothing: .nothing
    }
  }

  private func group(
    _ kind: ConditionExplanation.Kind, _ source: String, _ members: [Condition],
    _ record: ConditionRecord, _ rule: Rule, _ scope: UnitKind,
    _ known: inout KnownAnswers, distance: ([Double], Int) -> Double
  ) -> ConditionExplanation {
    let explained = zip(record.members, members).map {
      explain($0, $1, rule, scope: scope, &known)
    }
    return ConditionExplanation(
      kind: kind, source: source, isHeld: record.isHeld,
      distance: record.isHeld
        ? 0 : distance(explained.map(\.distance), explained.count(where: \.isHeld)),
      members: explained)
  }

  /// One member for each unit in which the condition was looked for.
  private func scoped(
    _ inner: SearchScope, _ condition: Condition, _ record: ConditionRecord, _ rule: Rule,
    scope: UnitKind, _ known: inout KnownAnswers
  ) -> ConditionExplanation {
    let members = record.members.map { explain($0, condition, rule, scope: scope, &known) }
    let words =
      [inner.unit?.rawValue, inner.position?.rawValue].compactMap { $0 } + inner.zones
      + inner.elements
    return ConditionExplanation(
      kind: .scoped, source: words.joined(separator: ", "), isHeld: record.isHeld,
      shortfall: members.isEmpty && !record.isHeld ? .place : nil,
      distance: record.isHeld ? 0 : members.map(\.distance).min() ?? 1, members: members)
  }

  private func none(
    _ members: [Condition], _ record: ConditionRecord, _ rule: Rule, _ scope: UnitKind,
    _ known: inout KnownAnswers
  ) -> ConditionExplanation {
    var result = group(.none, "", members, record, rule, scope, &known) { _, held in
      0.6 * Double(held)
    }
    if !result.isHeld { result.shortfall = .present }
    return result
  }

  private func patterns(
    _ expressions: [PatternExpression], _ record: ConditionRecord, _ rule: Rule, _ scope: UnitKind
  ) -> [ConditionExplanation] {
    zip(record.patterns, expressions).map { found, expression in
      var explained = pattern(expression, found, rule, record.window, scope)
      explained.settle()
      return explained
    }
  }

  private func ordered(
    _ expressions: [PatternExpression], _ record: ConditionRecord, _ rule: Rule, _ scope: UnitKind
  ) -> ConditionExplanation {
    let members = patterns(expressions, record, rule, scope)
    var result = ConditionExplanation(
      kind: .ordered, source: "", isHeld: record.isHeld, members: members)
    if record.isHeld { return result }
    if members.allSatisfy(\.isHeld) {
      result.shortfall = .order(members.compactMap(\.matches.first))
      result.distance = 0.7
    } else {
      result.shortfall = .count(found: members.count(where: \.isHeld), needed: members.count)
      result.distance = members.map(\.distance).reduce(0, +)
    }
    return result
  }

  private func near(
    _ expressions: [PatternExpression], _ characters: Int, _ record: ConditionRecord, _ rule: Rule,
    _ scope: UnitKind
  ) -> ConditionExplanation {
    let members = patterns(expressions, record, rule, scope)
    var result = ConditionExplanation(
      kind: .near, source: "\(characters)", isHeld: record.isHeld, members: members)
    if record.isHeld { return result }
    guard let closest = record.closest else {
      result.shortfall = .count(found: members.count(where: \.isHeld), needed: members.count)
      result.distance = members.map(\.distance).reduce(0, +)
      return result
    }
    result.shortfall = .distance(
      found: closest.characters, allowed: characters, places: closest.spans.map(run.place))
    let excess = closest.characters - characters
    result.distance = excess > 12 + characters ? 1.5 : min(0.95, 0.15 + 0.04 * Double(excess))
    return result
  }

  /// The rule that gave the label there, of those that do not ask whether it is lacking.
  private func giver(_ label: Int, _ window: TextWindow) -> String? {
    guard let unit = window.unit(run.compiled.pack.labels[label].unit) else { return nil }
    return run.evaluator.labels.ranking(label, unit).grants.map { run.compiled.rules[$0.rule] }
      .first { !$0.lacks.contains(label) }?.id
  }

  private func label(_ test: LabelTest, _ record: ConditionRecord) -> ConditionExplanation {
    guard let index = run.compiled.labelIndex[test.label] else {
      return ConditionExplanation(kind: .label, source: test.label, isHeld: record.isHeld)
    }
    let label = run.compiled.pack.labels[index]
    if test.comparison == .lacking {
      return ConditionExplanation(
        kind: .lacks, source: label.name, isHeld: record.isHeld,
        readings: record.readings.map(run.reading),
        shortfall: record.isHeld ? nil : .given(by: giver(index, record.window)),
        distance: record.isHeld ? 0 : 0.9)
    }
    let value = record.readings.first?.value ?? 0
    var result = ConditionExplanation(
      kind: .label, source: test.words(of: label), isHeld: record.isHeld,
      readings: record.readings.map(run.reading))
    if !record.isHeld {
      let found = value > 0 ? run.value(index, value).text : nil
      result.shortfall = .value(found: found, needed: test.needed(of: label)?.value ?? label.name)
      result.distance = value > 0 && label.kind.isOrdered ? 0.6 : 0.9
    }
    return result
  }
}

extension LabelDeclaration.Kind {
  /// Whether one value can be nearer to another than a third.
  fileprivate var isOrdered: Bool {
    switch self {
    case .level, .amount: true
    case .choice, .mark, .text, .date: false
    }
  }
}
