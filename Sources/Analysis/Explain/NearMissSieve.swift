import RuleLanguage

/// Chooses, while all rules are recorded in a block, what its explanation can show: the rules that hold, and of each
/// other the nearest miss.
///
/// Of a thousand rules in a hundred windows nearly all records say that nothing occurs; together they take some
/// megabytes for each directive of the block.
struct NearMissSieve {
  private let run: AnalysisRun
  private let explainer: RuleExplainer
  private let includesAll: Bool
  /// By rule how near its nearest miss so far came.
  private var nearest: [Int: Double] = [:]
  /// What larger units answered, as far as it was explained.
  private var known = KnownAnswers()

  /// `run` knows what all labels come to.
  init(_ run: AnalysisRun, _ explainer: RuleExplainer, includesAll: Bool) {
    self.run = run
    self.explainer = explainer
    self.includesAll = includesAll
  }

  /// Whether the rule holds, or would give more than there is and came nearer to it than in the records before.
  mutating func keeps(_ record: RuleRecord) -> Bool {
    if record.evidence != nil, !record.isHidden { return true }
    guard wouldAdd(record), let distance = explainer.nearMiss(record, &known) else { return false }
    if let known = nearest[record.rule], known <= distance { return false }
    nearest[record.rule] = distance
    return true
  }

  /// Whether the unit would have a higher value of a tag or slot if the rule held.
  private func wouldAdd(_ record: RuleRecord) -> Bool {
    run.compiled.rules[record.rule].gifts.contains { gift in
      let label = run.compiled.pack.labels[gift.label]
      guard label.role == .tag || label.role == .slot || includesAll,
        let unit = record.window.unit(label.unit)
      else { return false }
      return run.evaluator.labels.value(gift.label, unit) < gift.value
    }
  }
}
