/// A rule: when its condition holds in a window, it gives labels to the unit around it.
package struct Rule: Hashable, Sendable {
  /// Unique in the pack; small letters, digits, hyphens and slashes.
  package var id: String
  /// What the rule is called where people read of it; nil where its id is enough.
  package var title: LocalizedText?
  /// All gifts of one rule stand on the same kind of unit.
  package var gives: [Gift]
  /// The window in which the whole condition must hold.
  package var within: UnitKind
  /// `any`, `all`, `where` and the like of the rule together; exceptions and vetoes are not in it.
  package var condition: Condition
  /// Under `except`, as written; each applies to every pattern of `condition`, and to none of
  /// vetoes.
  package var exceptions: [RuleException]
  /// Under `unless`, as written; one that holds is enough.
  package var vetoes: [Veto]
  /// From 0 to 1; evidence below `RulePack.confidenceFloor` counts at one end of a
  /// score's range only.
  package var confidence: Double
  /// Words that a slot carries into the report when this rule fills it, as written.
  package var flags: [String]
  /// Why the rule exists; nil where the pack does not say.
  package var note: String?
  /// Texts on which the rule must give its labels.
  package var firesOn: [Example]
  /// Texts on which it must not.
  package var silentOn: [Example]
  /// The id where the rule stands.
  package var span: LocatedSpan

  /// Creates a rule; that its labels stand on one unit around `within` is checked by the resolver.
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
  /// A value of a kind that the label has.
  package enum Value: Hashable, Sendable {
    /// Index into the declared levels or choices, from 0.
    case named(Int)
    /// From 0 to 1.
    case amount(Double)
    /// Given, without a value.
    case mark
    /// The words of the first pattern that matched.
    case matchedText
  }

  /// Name of the label, which is declared.
  package var label: String
  /// Fits the kind of the label.
  package var value: Value

  /// Creates a gift of a value that fits the label's kind.
  package init(label: String, value: Value) {
    self.label = label
    self.value = value
  }
}

/// A match of the rule that lies so to a match of `pattern` is void.
package struct RuleException: Hashable, Sendable {
  /// How the two matches must lie to one another.
  package enum Geometry: String, Hashable, Sendable, CaseIterable {
    /// The rule's match lies wholly inside the exception's match.
    case covered
    /// They share a character.
    case overlaps
    /// The exception's match begins in the same clause.
    case clause
    /// It begins in the same sentence.
    case sentence
    /// It begins in the same paragraph.
    case paragraph
  }

  /// What voids matches of the rule.
  package var pattern: PatternExpression
  /// Of the key `when`; `covered` where the pack says nothing.
  package var geometry: Geometry

  /// Creates an exception from a pattern whose names are known.
  package init(pattern: PatternExpression, geometry: Geometry) {
    self.pattern = pattern
    self.geometry = geometry
  }
}

/// A condition that, where it holds in the unit named by `scope` around the window, stops the rule.
package struct Veto: Hashable, Sendable {
  /// What must not hold; exceptions of the rule do not apply in it.
  package var condition: Condition
  /// The rule's window, or a larger unit.
  package var scope: UnitKind

  /// Creates a veto; that `scope` is not smaller than the rule's window is checked by the resolver.
  package init(condition: Condition, scope: UnitKind) {
    self.condition = condition
    self.scope = scope
  }
}

/// A text on which a rule must fire or stay silent.
package struct Example: Hashable, Sendable {
  /// Read as an article's body in which bare orders are orders.
  package var text: String
  /// For silent examples, what must stop the rule: `except`, `unless`, `condition`; nil for any.
  package var because: String?
  /// The example in the rule file: its text, or the mapping that holds it.
  package var span: LocatedSpan

  /// Creates an example; `because` is one of the three words that the language has for it, or nil.
  package init(text: String, because: String? = nil, span: LocatedSpan) {
    self.text = text
    self.because = because
    self.span = span
  }
}

/// A condition on a window of text.
package indirect enum Condition: Hashable, Sendable {
  /// The pattern has a match that no exception voids.
  case pattern(PatternExpression)
  /// Every member holds; the resolver makes none of fewer than two.
  case all([Condition])
  /// At least one member holds; the resolver makes none of fewer than two.
  case any([Condition])
  /// No member holds.
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
  /// Of a rule of the pack; references make no cycle.
  package var id: String
  /// The id in the condition.
  package var span: LocatedSpan

  /// Creates a reference; that there is such a rule is checked by the resolver.
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
    /// No unit of its kind stands before it.
    case first
    /// None stands behind it.
    case last
    /// One at least stands before it.
    case notFirst = "not-first"
    /// One at least stands behind it.
    case notLast = "not-last"
  }

  /// A larger unit around the window, or a smaller one, of which one inside the window suffices;
  /// nil for the window itself.
  package var unit: UnitKind?
  /// Where `unit`, or the window, must stand; nil for anywhere.
  package var position: Position?
  /// Names of zones, in one of which the unit must stand; empty for any.
  package var zones: [String]
  /// Tags, classes or identifiers, one of which an element around the block must have; empty for
  /// any.
  package var elements: [String]

  /// Creates a scope that limits something: not all four are nil or empty.
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
  /// What is asked of the value.
  package enum Comparison: Hashable, Sendable {
    /// The label is given at all.
    case given
    /// The named value is exactly this (index from 0).
    case equals(Int)
    /// The level is at least this one (index from 0).
    case atLeast(Int)
    /// The amount is at least this number.
    case amountAtLeast(Double)
    /// No rule has given the label, those left out that ask this of it themselves.
    case lacking
  }

  /// Name of the label, which stands on the window or on a unit around it.
  package var label: String
  /// Fits the kind of the label.
  package var comparison: Comparison
  /// The whole test in the rule file.
  package var span: LocatedSpan

  /// Creates a test; that the label can be read there is checked by the resolver.
  package init(label: String, comparison: Comparison, span: LocatedSpan) {
    self.label = label
    self.comparison = comparison
    self.span = span
  }
}

extension LabelTest {
  /// The key under which rule files write the test.
  package var key: String { comparison == .lacking ? "lacks" : "label" }

  /// The test as rule files write it, such as `duty >= strong`; the name alone where `label` is nil, where any
  /// value will do and where none must be there.
  package func words(of label: LabelDeclaration?) -> String {
    guard let (relation, value) = needed(of: label) else { return self.label }
    return "\(self.label) \(relation) \(value)"
  }

  /// How the value must compare to which one, as rule files write both; nil where any will do.
  package func needed(of label: LabelDeclaration?) -> (relation: String, value: String)? {
    let names = label?.kind.valueNames ?? []
    switch comparison {
    case .given, .lacking: return nil
    case .equals(let value): return names.indices.contains(value) ? ("=", names[value]) : nil
    case .atLeast(let value): return names.indices.contains(value) ? (">=", names[value]) : nil
    case .amountAtLeast(let amount): return (">=", "\(amount)")
    }
  }
}
