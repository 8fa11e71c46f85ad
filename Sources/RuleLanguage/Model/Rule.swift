/// A rule: when its condition holds in a window, it gives labels to the unit around it.
package struct Rule: Hashable, Sendable {
  package var id: String
  /// What the rule is called where people read of it; nil where its id is enough.
  package var title: LocalizedText?
  /// All gifts of one rule stand on the same kind of unit.
  package var gives: [Gift]
  /// The window in which the whole condition must hold.
  package var within: UnitKind
  package var condition: Condition
  package var exceptions: [RuleException]
  package var vetoes: [Veto]
  /// From 0 to 1; evidence below `RulePack.confidenceFloor` counts in the high score only.
  package var confidence: Double
  package var flags: [String]
  package var note: String?
  package var firesOn: [Example]
  package var silentOn: [Example]
  package var span: LocatedSpan

  package init(
    id: String, title: LocalizedText? = nil, gives: [Gift], within: UnitKind, condition: Condition,
    exceptions: [RuleException] = [], vetoes: [Veto] = [], confidence: Double = 1,
    flags: [String] = [], note: String? = nil, firesOn: [Example] = [], silentOn: [Example] = [],
    span: LocatedSpan
  ) {
    self.id = id
    self.title = title
    self.gives = gives
    self.within = within
    self.condition = condition
    self.exceptions = exceptions
    self.vetoes = vetoes
    self.confidence = confidence
    self.flags = flags
    self.note = note
    self.firesOn = firesOn
    self.silentOn = silentOn
    self.span = span
  }
}

/// One label with the value that a rule gives it.
package struct Gift: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    /// Index into the declared levels or choices, from 0.
    case named(Int)
    case amount(Double)
    case mark
    /// The words of the first pattern that matched.
    case matchedText
  }

  package var label: String
  package var value: Value

  package init(label: String, value: Value) {
    self.label = label
    self.value = value
  }
}

/// A match of the rule that lies so to a match of `pattern` is void.
package struct RuleException: Hashable, Sendable {
  package enum Geometry: String, Hashable, Sendable, CaseIterable {
    /// The rule's match lies wholly inside the exception's match.
    case covered
    case overlaps
    case clause
    case sentence
    case paragraph
  }

  package var pattern: PatternExpression
  package var geometry: Geometry

  package init(pattern: PatternExpression, geometry: Geometry) {
    self.pattern = pattern
    self.geometry = geometry
  }
}

/// A condition that, where it holds in the unit named by `scope` around the window, stops the rule.
package struct Veto: Hashable, Sendable {
  package var condition: Condition
  package var scope: UnitKind

  package init(condition: Condition, scope: UnitKind) {
    self.condition = condition
    self.scope = scope
  }
}

/// A text on which a rule must fire or stay silent.
package struct Example: Hashable, Sendable {
  package var text: String
  /// For silent examples, what must stop the rule: `except`, `unless`, `condition`; nil for any.
  package var because: String?
  package var span: LocatedSpan

  package init(text: String, because: String? = nil, span: LocatedSpan) {
    self.text = text
    self.because = because
    self.span = span
  }
}

/// A condition on a window of text.
package indirect enum Condition: Hashable, Sendable {
  case pattern(PatternExpression)
  case all([Condition])
  case any([Condition])
  case none([Condition])
  /// At least `count` different members hold.
  case atLeast(Int, [Condition])
  /// The patterns match one after another without overlap.
  case ordered([PatternExpression])
  /// All patterns match within `characters` characters from the first start to the last end.
  case near([PatternExpression], characters: Int)
  /// The unit (or, for a label of a larger unit, the unit around it) carries the label.
  case label(LabelTest)
  /// A formula over features of the window that is not 0.
  case formula(FormulaExpression)
  /// Another rule gave its labels to the window, to the unit around it or to a unit inside it.
  case rule(RuleReference)
  /// The condition is looked for in another unit, or only where that unit stands in such a place.
  case scoped(SearchScope, Condition)
}

/// A rule that another one asks for.
package struct RuleReference: Hashable, Sendable {
  package var id: String
  package var span: LocatedSpan

  package init(id: String, span: LocatedSpan) {
    self.id = id
    self.span = span
  }
}

/// In which units a condition is looked for; at least one of the four is there.
package struct SearchScope: Hashable, Sendable {
  /// The place of a unit among those of its kind in the next larger unit: clauses in their
  /// sentence, sentences in their paragraph, paragraphs and blocks in the document.
  package enum Position: String, Hashable, Sendable, CaseIterable {
    case first
    case last
    case notFirst = "not-first"
    case notLast = "not-last"
  }

  /// A larger unit around the window, or a smaller one, of which one inside the window suffices;
  /// nil for the window itself.
  package var unit: UnitKind?
  package var position: Position?
  /// Names of zones, in one of which the unit must stand; empty for any.
  package var zones: [String]
  /// Tags, classes or identifiers, one of which an element around the block must have; empty for
  /// any.
  package var elements: [String]

  package init(
    unit: UnitKind?, position: Position?, zones: [String], elements: [String] = []
  ) {
    self.unit = unit
    self.position = position
    self.zones = zones
    self.elements = elements
  }
}

/// A test of a label's value.
package struct LabelTest: Hashable, Sendable {
  package enum Comparison: Hashable, Sendable {
    /// The label is given at all.
    case given
    /// The named value is exactly this (index from 0).
    case equals(Int)
    /// The level is at least this one (index from 0).
    case atLeast(Int)
    /// The amount is at least this number.
    case amountAtLeast(Double)
  }

  package var label: String
  package var comparison: Comparison
  package var span: LocatedSpan

  package init(label: String, comparison: Comparison, span: LocatedSpan) {
    self.label = label
    self.comparison = comparison
    self.span = span
  }
}
