/// Answers of larger units that were explained in a block, of the rule that was explained last.
struct KnownAnswers {
  private var rule: Int?
  private var explained: [Int: ConditionExplanation] = [:]

  /// Forgets what other rules asked.
  mutating func enter(_ rule: Int) {
    guard rule != self.rule else { return }
    self.rule = rule
    explained.removeAll(keepingCapacity: true)
  }

  /// The answer with this number, if it was explained.
  subscript(answer: Int) -> ConditionExplanation? {
    get { explained[answer] }
    set { explained[answer] = newValue }
  }
}
