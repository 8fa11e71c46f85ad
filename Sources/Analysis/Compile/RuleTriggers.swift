import PatternAutomaton

/// The triggers of all rules, rule by rule in one array.
///
/// Most rules of a pack have no trigger that matches: that is known once these are read, and to follow a
/// pointer to each of thousands of rules was to wait for memory at each.
struct RuleTriggers: Sendable {
  private var patterns: [PatternID] = []
  /// Where in `patterns` those of each rule begin; one more for the end.
  private var first: [Int32] = [0]
  /// By rule whether it has triggers; others can hold where nothing matches.
  private var isTriggered: [Bool] = []

  /// - Complexity: O(triggers of the rules).
  init(_ rules: [CompiledRule]) {
    for rule in rules {
      patterns += rule.triggers ?? []
      first.append(Int32(patterns.count))
      isTriggered.append(rule.triggers != nil)
    }
  }

  /// The patterns of which one must match for the rule with this index to hold; nil for a rule that can
  /// hold without.
  subscript(rule: Int) -> ArraySlice<PatternID>? {
    isTriggered[rule] ? patterns[Int(first[rule])..<Int(first[rule + 1])] : nil
  }
}
