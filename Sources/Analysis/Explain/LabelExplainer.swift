import Documents
import RuleLanguage
import SourceText

/// Tells how labels, slots and scores resolved.
struct LabelExplainer {
  let run: AnalysisRun
  private let compiled: CompiledPack

  init(_ run: AnalysisRun) {
    self.run = run
    compiled = run.compiled
  }

  /// The label on the unit, or nil where nobody states it and no rule gave it.
  func explain(_ label: Int, _ unit: Int, at span: SourceSpan) -> LabelExplanation? {
    let ranking = run.evaluator.labels.ranking(label, unit)
    let stated = statement(label)
    let given = ranking.grants.first.map { run.value(label, $0.value) }
    guard let value = stated?.value ?? given else { return nil }
    let declaration = compiled.pack.labels[label]
    return LabelExplanation(
      name: declaration.name, title: declaration.title, unit: declaration.unit,
      place: run.place(span), value: value,
      resolution: stated == nil ? ranking.resolution : .stated, stated: stated?.statement,
      grants: ranking.grants.map { grant($0, label) })
  }

  /// What is stated of a label of the document, if the label can have that value.
  private func statement(
    _ label: Int
  ) -> (value: ExplainedValue, statement: LabelExplanation.Statement)? {
    let declaration = compiled.pack.labels[label]
    guard compiled.metadata.contains(label), let fact = run.stated[declaration.name],
      let value = fact.value(for: declaration).value
    else { return nil }
    return (
      ExplainedValue(text: value, title: declaration.valueTitles[value]),
      LabelExplanation.Statement(source: fact.source, bytes: fact.bytes)
    )
  }

  /// What a rule gave; where no words earned it, the `whole` unit stands for them.
  private func grant(
    _ grant: Grant, _ label: Int, whole: SourceSpan? = nil
  ) -> GrantExplanation {
    let evidence = grant.evidence.isEmpty ? whole.map { [$0] } ?? [] : grant.evidence
    return GrantExplanation(
      rule: compiled.rules[grant.rule].id, value: run.value(label, grant.value),
      isConfident: grant.isConfident, evidence: evidence.map(run.place))
  }

  /// The directive of the frame; `outcome` was recorded.
  func explain(
    _ frame: Int, _ outcome: DirectiveResultBuilder.Outcome
  ) -> DirectiveExplanation {
    let slots = compiled.slots.compactMap { label -> SlotExplanation? in
      let declaration = compiled.pack.labels[label]
      guard let result = outcome.result.slots.first(where: { $0.name == declaration.name })
      else { return nil }
      var ranking = run.evaluator.labels.ranking(label, frame)
      // Words of which trimming leaves nothing give way to others of the same value.
      if let shown = ranking.grants.firstIndex(where: { compiled.rules[$0.rule].id == result.rule }
      ),
        shown > 0, ranking.grants[shown].value == ranking.grants[0].value
      {
        ranking.grants.insert(ranking.grants.remove(at: shown), at: 0)
        ranking.resolution = .left
      }
      return SlotExplanation(
        title: declaration.title, result: result,
        resolution: ranking.grants.isEmpty ? nil : ranking.resolution,
        grants: ranking.grants.map { grant($0, label, whole: run.frames[frame].span) })
    }
    return DirectiveExplanation(
      result: outcome.result, slots: slots,
      scores: zip(compiled.pack.scores, outcome.scores).map(score))
  }

  private func score(
    _ definition: ScoreDefinition, _ outcome: DirectiveScorer.Outcome
  ) -> ScoreExplanation {
    func parts(_ trace: DirectiveScorer.ScoreTrace) -> [ScoreExplanation.Part] {
      zip(definition.parts, trace.parts).map { part, step in
        ScoreExplanation.Part(
          name: part.name, formula: part.formula.source, readings: readings(step),
          points: step.total)
      }
    }
    let all = outcome.trace.all
    var total = all.parts.reduce(0) { $0 + $1.total }
    var adjustments: [ScoreExplanation.Adjustment] = []
    for (adjustment, step) in zip(definition.adjustments, all.adjustments) {
      adjustments.append(
        ScoreExplanation.Adjustment(
          id: adjustment.id, condition: adjustment.when?.source, formula: adjustment.value.source,
          applies: step.applies, readings: readings(step), before: total, after: step.total))
      total = step.total
    }
    return ScoreExplanation(
      title: definition.title, result: outcome.result, parts: parts(all),
      adjustments: adjustments, total: all.total, confidentParts: parts(outcome.trace.confident),
      confidentTotal: outcome.trace.confident.total,
      band: definition.bands.first { $0.name == outcome.result.band })
  }

  /// What was read, each name once.
  private func readings(_ step: DirectiveScorer.ScoreTrace.Step) -> [ScoreExplanation.Reading] {
    var seen: Set<ScoreExplanation.Reading> = []
    return step.readings.map(run.reading).filter { seen.insert($0).inserted }
  }
}
