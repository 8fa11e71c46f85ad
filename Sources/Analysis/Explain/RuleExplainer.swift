import RuleLanguage
import SourceText

/// Turns records of rules into explanations.
struct RuleExplainer {
  private let run: AnalysisRun
  private let conditions: ConditionExplainer
  private let compiled: CompiledPack
  private let keepsIdle: Bool
  /// What a veto or a part of the directive that is not scored adds to the distance.
  private static let obstacle = 0.3

  init(_ run: AnalysisRun, _ probe: PatternProbe, keepsIdle: Bool) {
    self.keepsIdle = keepsIdle
    self.run = run
    compiled = run.compiled
    conditions = ConditionExplainer(run: run, probe: probe)
  }

  /// The rule in its window; `known` holds the answers of larger units that were explained before.
  func explain(
    _ record: RuleRecord, _ known: inout KnownAnswers
  ) -> RuleExplanation {
    known.enter(record.rule)
    let rule = compiled.pack.rules[record.rule]
    let condition = conditions.explain(
      record.condition, rule.condition, rule, scope: rule.within, &known)
    let vetoes = zip(rule.vetoes, record.vetoes).map { veto, vetoRecord in
      RuleExplanation.Veto(
        scope: veto.scope,
        condition: conditions.explain(
          vetoRecord, veto.condition, rule, scope: veto.scope, &known))
    }
    let file = compiled.pack.files[rule.span.file]
    let explanation = RuleExplanation(
      rule: rule.id, title: rule.title, note: rule.note, file: file.name,
      line: file.location(of: rule.span.span.start).line, gifts: gifts(record.rule),
      unit: compiled.rules[record.rule].unit, within: rule.within,
      window: run.place(record.window.span), outcome: outcome(record), condition: condition,
      vetoes: vetoes, evidence: (record.evidence ?? []).map(run.place),
      isConfident: compiled.rules[record.rule].isConfident,
      distance: distance(record, condition))
    // What keeps a rule from holding is sought in all of its conditions.
    return keepsIdle || explanation.outcome != .gave ? explanation : explanation.abridged
  }

  /// How far the rule was from holding; nil unless some of its words occur and one thing keeps it from that.
  ///
  /// - Complexity: that of explaining its condition.
  func nearMiss(
    _ record: RuleRecord, _ known: inout KnownAnswers
  ) -> Double? {
    known.enter(record.rule)
    let rule = compiled.pack.rules[record.rule]
    let condition = conditions.explain(
      record.condition, rule.condition, rule, scope: rule.within, &known)
    let distance = distance(record, condition)
    return RuleExplanation.isNear(condition, distance) ? distance : nil
  }

  private func distance(_ record: RuleRecord, _ condition: ConditionExplanation) -> Double {
    let obstacles = record.vetoes.count(where: \.isHeld) + (record.isHidden ? 1 : 0)
    return condition.distance + Self.obstacle * Double(obstacles)
  }

  private func gifts(_ index: Int) -> [RuleExplanation.Gift] {
    compiled.rules[index].gifts.map { gift in
      let label = compiled.pack.labels[gift.label]
      return RuleExplanation.Gift(
        label: label.name, title: label.title, value: run.value(gift.label, gift.value))
    }
  }

  private func outcome(_ record: RuleRecord) -> RuleExplanation.Outcome {
    if record.isHidden { return .hidden }
    if record.evidence != nil { return .gave }
    if record.condition.isHeld { return .vetoed }
    var ignored: [SourceSpan] = []
    let condition = compiled.rules[record.rule].condition
    let holdsOtherwise = run.evaluator.holds(condition, nil, record.window, &ignored)
    return holdsOtherwise ? .excepted : .missed
  }
}
