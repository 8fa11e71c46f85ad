package import RuleLanguage

/// One rule in one window: what each of its conditions came to.
package struct RuleExplanation: Sendable, Hashable {
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case gave
    /// The words stand in a part of the directive that is not scored.
    case hidden
    case vetoed
    /// Without its exceptions the rule would hold.
    case excepted
    case missed
  }

  package struct Gift: Sendable, Hashable {
    package var label: String
    package var title: LocalizedText
    package var value: ExplainedValue
  }

  package struct Veto: Sendable, Hashable {
    /// The unit in which it was looked for.
    package var scope: UnitKind
    package var condition: ConditionExplanation
  }

  package var rule: String
  package var title: LocalizedText?
  package var note: String?
  /// The file of the pack and the 1-based line at which the rule stands.
  package var file: String
  package var line: Int
  package var gifts: [Gift]
  package var unit: UnitKind
  package var within: UnitKind
  package var window: ExplainedPlace
  package var outcome: Outcome
  package var condition: ConditionExplanation
  package var vetoes: [Veto]
  package var evidence: [ExplainedPlace]
  package var isConfident: Bool
  /// 0 for a rule that holds; at most 1 for one that a single condition keeps from it.
  package var distance: Double
}

/// One condition in one window.
package struct ConditionExplanation: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case pattern
    case all
    case any
    case none
    case atLeast = "at-least"
    case ordered
    case near
    case label
    case formula = "where"
    case rule
    case scoped = "in"
  }

  /// A match and what made it void.
  package struct Void: Sendable, Hashable {
    package var match: ExplainedPlace
    /// The exception's pattern as the pack writes it.
    package var exception: String
    package var geometry: RuleException.Geometry
    package var cause: ExplainedPlace
  }

  package var kind: Kind
  /// A pattern, label test or formula as the pack writes it, the number of a count, the id of a
  /// rule, or units, places and zones.
  package var source: String
  package var isHeld: Bool
  package var matches: [ExplainedPlace] = []
  package var voided: [Void] = []
  package var readings: [ScoreExplanation.Reading] = []
  package var shortfall: Shortfall?
  /// 0 where the condition holds; near 1 where it takes one more thing, above where it takes more.
  package var distance = 0.0
  package var members: [ConditionExplanation] = []

  /// Whether some of its words occur, even if not as they should.
  package var hasWords: Bool {
    if !matches.isEmpty || !voided.isEmpty { return true }
    switch shortfall {
    case .gap, .clause, .order: return true
    case .parts(let found, _): return !found.isEmpty
    default: return members.contains { $0.hasWords }
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
  /// The parts of the pattern cannot be looked for: a limit of the automaton, in lower case.
  case unmeasured(cause: String)
  /// No part of it occurs.
  case nothing
}
