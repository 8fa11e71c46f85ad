package import RuleLanguage

/// One rule in one window: what each of its conditions came to.
package struct RuleExplanation: Sendable, Hashable {
  /// What the rule came to in the window.
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// It gives its labels.
    case gave
    /// The words stand in a part of the directive that is not scored.
    case hidden
    /// Its condition holds, and a veto too.
    case vetoed
    /// Without its exceptions the rule would hold.
    case excepted
    /// Its condition does not hold.
    case missed
  }

  /// A label that the rule gives, or would give.
  package struct Gift: Sendable, Hashable {
    /// Name of the label.
    package var label: String
    /// What reports call it.
    package var title: LocalizedText
    /// As the pack names it.
    package var value: ExplainedValue
  }

  /// One veto with what it came to.
  package struct Veto: Sendable, Hashable {
    /// The unit in which it was looked for.
    package var scope: UnitKind
    /// What was looked for there; it stops the rule where it is held.
    package var condition: ConditionExplanation
  }

  /// The id of the rule.
  package var rule: String
  /// nil where the pack gives it no title.
  package var title: LocalizedText?
  /// Why the pack has it; nil where it does not say.
  package var note: String?
  /// The file of the pack and the 1-based line at which the rule stands.
  package var file: String
  /// From 1.
  package var line: Int
  /// In the order of the rule; the same whatever the outcome.
  package var gifts: [Gift]
  /// The kind of unit that its labels stand on.
  package var unit: UnitKind
  /// The kind of `window`.
  package var within: UnitKind
  /// All of the text in which the condition was looked for.
  package var window: ExplainedPlace
  /// Of this window alone; the rule may come to something else in another.
  package var outcome: Outcome
  /// The whole condition, whose members stand as the rule writes them.
  package var condition: ConditionExplanation
  /// In the order of the rule.
  package var vetoes: [Veto]
  /// How many more there are that do not hold and say nothing.
  package var vetoesLeftOut = 0
  /// The words that earn the labels; empty where the condition does not hold.
  package var evidence: [ExplainedPlace]
  /// Whether the rule counts in low scores too: it reaches the pack's confidence floor.
  package var isConfident: Bool
  /// 0 for a rule that holds; at most 1 for one that a single condition keeps from it.
  package var distance: Double
}

/// One condition in one window.
package struct ConditionExplanation: Sendable, Hashable {
  /// What the condition asks for; the raw value is its key in rule files, `pattern` apart.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A match of a pattern.
    case pattern
    /// All members.
    case all
    /// One member.
    case any
    /// No member.
    case none
    /// As many members as `source` says.
    case atLeast = "at-least"
    /// Members that are patterns, one behind the other.
    case ordered
    /// Members that are patterns, within as many characters as `source` says.
    case near
    /// A value of a label.
    case label
    /// No value of a label, but from rules that ask the same.
    case lacks
    /// A formula that is not 0.
    case formula = "where"
    /// Labels that another rule gave.
    case rule
    /// One condition in other units: a member for each unit in which it was looked for.
    case scoped = "in"
  }

  /// A match and what made it void.
  package struct Void: Sendable, Hashable {
    /// The match that does not count.
    package var match: ExplainedPlace
    /// The exception's pattern as the pack writes it.
    package var exception: String
    /// How the two must lie to one another.
    package var geometry: RuleException.Geometry
    /// The match of the exception.
    package var cause: ExplainedPlace
  }

  /// What is asked for; `members` are what the kind says.
  package var kind: Kind
  /// A pattern, label test or formula as the pack writes it, the number of a count, the id of a
  /// rule, or units, places and zones.
  package var source: String
  /// Whether it holds in its window.
  package var isHeld: Bool
  /// Words that count for the condition, of patterns and of other rules.
  package var matches: [ExplainedPlace] = []
  /// For patterns the matches that exceptions take away.
  package var voided: [Void] = []
  /// For labels and formulas what was read, in the order of asking.
  package var readings: [ScoreExplanation.Reading] = []
  /// What is lacking; nil where it holds, and where the members tell it.
  package var shortfall: Shortfall?
  /// 0 where the condition holds; near 1 where it takes one more thing, above where it takes more.
  package var distance = 0.0
  /// In the order of the rule, apart from `scoped`: by unit.
  package var members: [ConditionExplanation] = []
  /// How many more there are that do not hold and say nothing.
  package var membersLeftOut = 0
  /// The number of what a unit around the window answered; nil for conditions that ask none.
  ///
  /// Each place of the rule in which the answer stands has its number, and shares its memory. Who walks all members must pass each answer once (`tellingOnce`): as many places as there are windows hold it,
  /// and where scopes are nested the power of that.
  package var answer: Int?
  /// Whether the answer stands in full before this place of the rule, so that nothing of it is said here.
  package var isRepeated = false
  /// Whether some of its words, or of its members', occur, even if not as they should.
  package var hasWords = false
  /// Whether a rule that asks, here or in a member, whether a label is lacking finds it given.
  package var isForestalled = false

  /// Notes what members say of words and of labels that are given, once they are complete.
  mutating func settle() {
    hasWords = hasOwnWords || members.contains(where: \.hasWords)
    if case .given = shortfall { isForestalled = true }
    isForestalled = isForestalled || members.contains(where: \.isForestalled)
  }

  private var hasOwnWords: Bool {
    if !matches.isEmpty || !voided.isEmpty { return true }
    switch shortfall {
    case .gap, .clause, .order: return true
    case .parts(let found, _): return !found.isEmpty
    default: return false
    }
  }
}

/// What a condition lacks.
package enum Shortfall: Sendable, Hashable {
  /// All parts of a pattern stand in order, but between two of them are `found` characters; nil
  /// stands for the edge of the window.
  case gap(
    before: ExplainedPlace?, after: ExplainedPlace?, found: Int, minimum: Int, maximum: Int)
  /// Two parts of a pattern stand in different clauses.
  case clause(before: ExplainedPlace, after: ExplainedPlace)
  /// Some parts occur, others do not; parts that do not occur as the pack writes them.
  case parts(found: [ExplainedPlace], missing: [String])
  /// All parts occur, but not in this order; places as they should follow.
  case order([ExplainedPlace])
  /// Fewer members hold than must.
  case count(found: Int, needed: Int)
  /// The closest matches span `found` characters.
  case distance(found: Int, allowed: Int, places: [ExplainedPlace])
  /// The label has another value, or none.
  case value(found: String?, needed: String)
  /// The formula is 0 with the values that were read.
  case formula
  /// Every match is void.
  case voided
  /// No unit stands where it must.
  case place
  /// The other rule gave nothing here.
  case ruleSilent
  /// Something that must not hold does.
  case present
  /// This rule gave the label that must be lacking; nil where it is stated beside the text.
  case given(by: String?)
  /// The parts of the pattern cannot be looked for: a limit of the automaton, in lower case.
  case unmeasured(cause: String)
  /// No part of it occurs.
  case nothing
}
