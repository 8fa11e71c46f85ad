import Documents
import RuleLanguage
import SourceText

/// Evaluates rules once more in single blocks of a run that is over, and records how they come out.
///
/// What a rule reads of labels is known before it is evaluated and does not change afterwards; which units there are
/// does, so that each stage of the run is played again with its own.
struct RuleReplay {
  private struct Stage {
    let units: TextUnits
    let filledClauses: [Int: Set<Int>]
    /// In the order of their evaluation.
    let rules: [Int]
  }

  private let evaluator: Evaluator
  private let stages: [Stage]
  /// Records of rules over the whole document by block in which they are shown, then by rule.
  private var ofDocument: [Int: [Int: RuleRecord]] = [:]

  /// Plays `rules`, nil for all, in `blocks`; only where rules are named those over the whole document.
  ///
  /// - Complexity: O(units); where rules are named that of evaluating those over the whole document.
  init(_ run: AnalysisRun, rules: Set<Int>?, blocks: [Int]) {
    let compiled = run.compiled
    evaluator = run.evaluator
    var units = TextUnits(run.document)
    func stage(_ all: [Int], _ units: TextUnits, isLast: Bool = false) -> Stage {
      Stage(
        units: units, filledClauses: isLast ? run.evaluator.filledClauses : [:],
        rules: rules.map { rules in all.filter(rules.contains) } ?? all)
    }
    var stages = [stage(compiled.rulesByUnit[.block] ?? [], units)]
    units.enter(run.document, body: run.body)
    stages.append(stage(compiled.rulesForText, units))
    if compiled.directives != nil {
      let all = compiled.rulesByUnit[.directive] ?? []
      stages.append(stage(all, run.evaluator.units, isLast: true))
    }
    self.stages = stages
    guard rules != nil else { return }
    let shown = Set(blocks)
    play { rule, units in
      guard evaluator.compiled.rules[rule].window == .document else { return }
      for record in evaluator.record(rule, in: units.document) {
        // What is said of the document stands where its words are.
        let holding = (record.evidence ?? []).lazy
          .compactMap { units.index(.block, containing: $0.start) }
        let block = holding.first(where: shown.contains) ?? blocks.first ?? 0
        ofDocument[block, default: [:]][rule] = record
      }
    }
  }

  /// The records of all windows of the block for which `isKept` says so, which is asked of each once, in the order
  /// in which they are evaluated.
  ///
  /// - Complexity: that of evaluating every rule in every window of the block, none cut short.
  func records(_ block: Int, isKept: (RuleRecord) -> Bool = { _ in true }) -> [RuleRecord] {
    var records: [RuleRecord] = []
    play { rule, units in
      let kind = evaluator.compiled.rules[rule].window
      if kind == .document {
        if let record = ofDocument[block]?[rule], isKept(record) { records.append(record) }
        return
      }
      let windows = units.windows(kind)
      let own = windows[windows.firstSorted { $0.block >= block }...].prefix { $0.block == block }
      records += evaluator.record(rule, in: own).filter(isKept)
    }
    return records
  }

  /// Calls `visit` for each rule in the order of evaluation, with the units that there are then.
  private func play(_ visit: (Int, TextUnits) -> Void) {
    let (units, filledClauses) = (evaluator.units, evaluator.filledClauses)
    for stage in stages {
      evaluator.units = stage.units
      evaluator.filledClauses = stage.filledClauses
      for rule in stage.rules { visit(rule, stage.units) }
    }
    evaluator.units = units
    evaluator.filledClauses = filledClauses
  }
}
