package import RuleLanguage
package import SourceText

/// Why an article was read as it was: for some of its blocks, what rules gave, what they nearly
/// gave, how labels resolved and how points add up.
package struct Explanation: Sendable, Hashable {
  package var source: SourceFile
  package var blocks: [BlockExplanation]
  /// How many body paragraphs the article has.
  package var paragraphCount: Int

  package init(source: SourceFile, blocks: [BlockExplanation], paragraphCount: Int) {
    self.source = source
    self.blocks = blocks
    self.paragraphCount = paragraphCount
  }
}

/// Words of the article, normalised, with their bytes in the original file.
package struct ExplainedPlace: Sendable, Hashable {
  package var text: String
  package var bytes: SourceSpan

  package init(text: String, bytes: SourceSpan) {
    self.text = text
    self.bytes = bytes
  }
}

/// One block of the article.
package struct BlockExplanation: Sendable, Hashable {
  /// 1-based over body paragraphs; nil for a block outside the body.
  package var paragraph: Int?
  package var zone: String
  /// 1-based line of the original file.
  package var line: Int
  package var place: ExplainedPlace
  package var labels: [LabelExplanation]
  /// Rules that gave something here, in the order of the pack.
  package var hits: [RuleExplanation]
  /// Rules that did not, the nearest first.
  package var misses: [RuleExplanation]
  package var directives: [DirectiveExplanation]
}

/// A label on one unit and all rules that gave it.
package struct LabelExplanation: Sendable, Hashable {
  /// Why the first grant is shown rather than the second.
  package enum Resolution: String, Sendable, Hashable, CaseIterable {
    /// No other rule gave the label.
    case only
    /// The higher level or amount.
    case highest
    /// The choice that stands earlier in the declaration.
    case firstChoice = "first-choice"
    /// The same value, and words that stand earlier in the text.
    case earliest
    /// The same value and place, and more words.
    case longest
    /// The rule that stands earlier in the pack.
    case firstRule = "first-rule"
  }

  package var name: String
  package var title: LocalizedText
  package var unit: UnitKind
  package var place: ExplainedPlace
  package var value: ExplainedValue
  package var resolution: Resolution
  /// The one that is shown first; the others as they would follow.
  package var grants: [GrantExplanation]
}

/// A value of a label: its name or number, and its title where it has one.
package struct ExplainedValue: Sendable, Hashable {
  package var text: String
  package var title: LocalizedText?

  package init(text: String, title: LocalizedText? = nil) {
    self.text = text
    self.title = title
  }
}

/// One rule that gave a label to a unit.
package struct GrantExplanation: Sendable, Hashable {
  package var rule: String
  package var value: ExplainedValue
  /// Whether the rule counts in low scores too.
  package var isConfident: Bool
  package var evidence: [ExplainedPlace]
}

/// A directive with how its slots and scores came about.
package struct DirectiveExplanation: Sendable, Hashable {
  package var result: DirectiveResult
  package var slots: [SlotExplanation]
  package var scores: [ScoreExplanation]
}

/// A slot as it counts, with the rules that compete for it; none where its flags say whence it came.
package struct SlotExplanation: Sendable, Hashable {
  package var title: LocalizedText
  package var result: SlotResult
  package var resolution: LabelExplanation.Resolution?
  package var grants: [GrantExplanation]
}

/// How a score adds up.
package struct ScoreExplanation: Sendable, Hashable {
  package struct Reading: Sendable, Hashable {
    /// As formulas write it.
    package var name: String
    package var value: Double
  }

  package struct Part: Sendable, Hashable {
    package var name: String
    /// As the pack writes it.
    package var formula: String
    package var readings: [Reading]
    package var points: Double
  }

  package struct Adjustment: Sendable, Hashable {
    package var id: String
    /// nil for one that always applies.
    package var condition: String?
    package var formula: String
    package var applies: Bool
    package var readings: [Reading]
    package var before: Double
    package var after: Double
  }

  package var title: LocalizedText
  package var result: ScoreResult
  package var parts: [Part]
  package var adjustments: [Adjustment]
  /// Before rounding.
  package var total: Double
  /// The same with confident rules only; what low and high come from.
  package var confidentParts: [Part]
  package var confidentTotal: Double
  package var band: ScoreDefinition.Band?
}
