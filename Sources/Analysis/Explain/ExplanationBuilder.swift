import Documents
import RuleLanguage
import SourceText

/// Puts together what is said of a block.
struct ExplanationBuilder {
  private let run: AnalysisRun
  private let compiled: CompiledPack
  private let labels: LabelExplainer
  private let explainer: RuleExplainer
  /// The first block that is explained; what is said of the document stands there.
  private let first: Int?
  /// The rules that are asked for; nil for all.
  private let rules: Set<Int>?
  /// The label that is asked for, which need not have a rule.
  private let label: Int?
  private let includesAll: Bool
  private let showsEveryWindow: Bool
  private let directives: DirectiveResultBuilder
  private let slots: DirectiveResultBuilder.FilledSlots?
  /// How many near misses of a block are shown when nobody asks for all.
  private static let fewMisses = 5

  /// `first` is the first block that is asked for.
  init(
    _ run: AnalysisRun, _ probe: PatternProbe, first: Int?, rules: Set<Int>?, label: Int?,
    includesAll: Bool, keepsIdle: Bool, showsEveryWindow: Bool
  ) {
    self.run = run
    self.label = label
    compiled = run.compiled
    labels = LabelExplainer(run)
    explainer = RuleExplainer(run, probe, keepsIdle: keepsIdle)
    self.first = first
    self.rules = rules
    self.includesAll = includesAll
    self.showsEveryWindow = showsEveryWindow
    directives = DirectiveResultBuilder(run)
    slots = directives.filledSlots()
  }

  /// The block, with what its `records` tell; without rules that are asked for they went through a sieve of near
  /// misses.
  func explain(_ block: Int, _ records: [RuleRecord]) -> BlockExplanation {
    let text = run.document.blocks[block]
    let hits = records.filter { $0.evidence != nil && !$0.isHidden }
    var known = KnownAnswers()
    return BlockExplanation(
      paragraph: run.body.firstIndex(of: block).map { $0 + 1 }, zone: zone(block),
      line: text.line, place: run.place(text.span), labels: labels(block),
      hits: hits.map { explainer.explain($0, &known) },
      misses: misses(records, hits, &known), directives: directives(block))
  }

  private func zone(_ block: Int) -> String {
    guard let zone = compiled.zone, let value = AnalysisRun.zone(of: block, compiled, run.evaluator)
    else { return "body" }
    return run.value(zone, Double(value)).text
  }

  /// Tags and the zone of the block; where rules are asked for, all labels that they give.
  private func labels(_ block: Int) -> [LabelExplanation] {
    let shown: [Int]
    if let rules {
      let given = Set(rules.flatMap { compiled.rules[$0].gifts.map(\.label) })
      shown = compiled.pack.labels.indices.filter { given.contains($0) || $0 == label }
    } else {
      shown = compiled.tags + (compiled.zone.map { [$0] } ?? [])
    }
    return shown.flatMap { label in
      units(compiled.pack.labels[label].unit, block).compactMap {
        labels.explain(label, $0.index, at: $0.span)
      }
    }
  }

  /// The units of `kind` in the block; of the document the one there is, in the first one explained.
  private func units(_ kind: UnitKind, _ block: Int) -> [(index: Int, span: SourceSpan)] {
    let text = run.document.blocks[block]
    switch kind {
    case .document: return block == first ? [(0, text.span)] : []
    case .block, .paragraph: return [(block, text.span)]
    case .sentence: return text.sentences.map { ($0, run.document.sentences[$0].span) }
    case .clause: return text.clauses.map { ($0, run.document.clauses[$0].span) }
    case .directive:
      return run.frames.indices.filter { run.frames[$0].block == block }
        .map { ($0, run.frames[$0].span) }
    }
  }

  private func directives(_ block: Int) -> [DirectiveExplanation] {
    if let rules {
      let givesSlots = rules.contains { rule in
        compiled.rules[rule].gifts.contains { compiled.slots.contains($0.label) }
      }
      guard givesSlots else { return [] }
    }
    guard let slots else { return [] }
    return run.directives.filter { run.frames[$0].block == block }
      .map { labels.explain($0, directives.outcome($0, slots, isRecording: true)) }
  }

  /// What did not hold: everything where a rule is asked for, else the nearest rules that would
  /// have given more.
  private func misses(
    _ records: [RuleRecord], _ hits: [RuleRecord], _ known: inout KnownAnswers
  ) -> [RuleExplanation] {
    let failed = records.filter { $0.evidence == nil || $0.isHidden }
    if rules != nil {
      let explained = failed.map { explainer.explain($0, &known) }
      return showsEveryWindow ? explained : explained.filter(\.isNear)
    }
    let holding = Set(hits.map(\.rule))
    // Each record that was kept of a rule came nearer than those before it.
    let nearest = Dictionary(failed.map { ($0.rule, $0) }) { $1 }
      .filter { !holding.contains($0.key) }.mapValues { explainer.explain($0, &known) }
    let ranked = nearest.sorted {
      ($0.value.distance, rank($0.key), $0.key) < ($1.value.distance, rank($1.key), $1.key)
    }.map(\.value)
    return includesAll ? ranked : Array(ranked.prefix(Self.fewMisses))
  }

  /// Tags stand before slots, slots before the rest.
  private func rank(_ rule: Int) -> Int {
    let roles = compiled.rules[rule].gifts.map { compiled.pack.labels[$0.label].role }
    return roles.contains(.tag) ? 0 : roles.contains(.slot) ? 1 : 2
  }
}
