package import RuleLanguage
package import SourceText

/// Why an article was read as it was: for some of its blocks, what rules gave, what they nearly
/// gave, how labels resolved and how points add up.
package struct Explanation: Sendable, Hashable {
  /// The article; `bytes` of places are offsets into it.
  package var source: SourceFile
  /// Those that were asked for, in the order of the text.
  package var blocks: [BlockExplanation]
  /// How many body paragraphs the article has.
  package var paragraphCount: Int

  /// Creates an explanation of blocks of `source`.
  package init(source: SourceFile, blocks: [BlockExplanation], paragraphCount: Int) {
    self.source = source
    self.blocks = blocks
    self.paragraphCount = paragraphCount
  }
}

/// Words of the article, normalised, with their bytes in the original file.
package struct ExplainedPlace: Sendable, Hashable {
  /// Of the normalised text.
  package var text: String
  /// 0-based, half-open.
  package var bytes: SourceSpan

  /// Creates a place; `bytes` are those from which `text` was made.
  package init(text: String, bytes: SourceSpan) {
    self.text = text
    self.bytes = bytes
  }
}

/// One block of the article.
package struct BlockExplanation: Sendable, Hashable {
  /// 1-based over body paragraphs; nil for a block outside the body.
  package var paragraph: Int?
  /// The name of its zone; `body` where the pack has no zones.
  package var zone: String
  /// 1-based line of the original file.
  package var line: Int
  /// All of the block.
  package var place: ExplainedPlace
  /// Tags, then the zone; or all labels of the rules that were asked for, as the pack declares them.
  ///
  /// Those of one label stand by unit in the order of the text.
  package var labels: [LabelExplanation]
  /// Rules that gave something here, once for each window, in the order in which they were evaluated.
  package var hits: [RuleExplanation]
  /// Rules that did not: the nearest first, or as they were evaluated where rules were asked for.
  package var misses: [RuleExplanation]
  /// In the order of the text; none where rules were asked for that fill no slot.
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
    /// The same value, and words of which the label's `trim` leaves some, as it does not of those before.
    case left
    /// The same value and place, and more words.
    case longest
    /// The rule that stands earlier in the pack.
    case firstRule = "first-rule"
    /// It is stated beside the text, which counts before all rules.
    case stated
  }

  /// Where a value is stated beside the text.
  package struct Statement: Sendable, Hashable {
    /// Who says so.
    package var source: Metadata.Source
    /// Bytes of the original file; nil where the value does not stand in it.
    package var bytes: SourceSpan?
  }

  /// Name of the label.
  package var name: String
  /// What reports call it.
  package var title: LocalizedText
  /// The kind of unit that carries it.
  package var unit: UnitKind
  /// The unit that carries it; for a label of the document its first block.
  package var place: ExplainedPlace
  /// What is stated; else what the rules come to together: that of the first grant.
  package var value: ExplainedValue
  /// Why the value is this one: because it is stated, else why the first of `grants` is the first.
  package var resolution: Resolution
  /// Where the value is stated; nil where rules give it.
  package var stated: Statement?
  /// The one that is shown first; the others as they would follow; none where the value is only stated.
  package var grants: [GrantExplanation]
}

/// A value of a label: its name or number, and its title where it has one.
package struct ExplainedValue: Sendable, Hashable {
  /// Name of the level or choice, or an amount as a decimal number; empty for marks, words and
  /// dates, unless they are stated.
  package var text: String
  /// What reports call the level or choice; nil where the pack gives it no title.
  package var title: LocalizedText?

  /// Creates a value, without a title unless one is given.
  package init(text: String, title: LocalizedText? = nil) {
    self.text = text
    self.title = title
  }
}

/// One rule that gave a label to a unit.
package struct GrantExplanation: Sendable, Hashable {
  /// The id of the rule.
  package var rule: String
  /// What this rule gives.
  package var value: ExplainedValue
  /// Whether the rule counts in low scores too.
  package var isConfident: Bool
  /// The words that earned it, in the order of the text; may be empty where a formula did.
  package var evidence: [ExplainedPlace]
}

/// A directive with how its slots and scores came about.
package struct DirectiveExplanation: Sendable, Hashable {
  /// What a result says of it.
  package var result: DirectiveResult
  /// Those with a value, in the order in which the pack declares them.
  package var slots: [SlotExplanation]
  /// All scores, in the order in which the pack declares them.
  package var scores: [ScoreExplanation]
}

/// A slot as it counts, with the rules that compete for it; none where its flags say whence it came.
package struct SlotExplanation: Sendable, Hashable {
  /// What reports call the slot.
  package var title: LocalizedText
  /// What a result says of it, with the words that count.
  package var result: SlotResult
  /// Why the first of `grants` is the first; nil where there is none.
  package var resolution: LabelExplanation.Resolution?
  /// Of the directive itself; the one that is shown first, the others as they would follow.
  package var grants: [GrantExplanation]
}

/// How a score adds up.
package struct ScoreExplanation: Sendable, Hashable {
  /// A name in a formula with what it stood for.
  package struct Reading: Sendable, Hashable {
    /// As formulas write it.
    package var name: String
    /// A level counts from 1, a mark as 0 or 1, an amount and a share from 0 to 1; 0 where nothing
    /// was given.
    package var value: Double
  }

  /// One addend of the total.
  package struct Part: Sendable, Hashable {
    /// As the pack calls it.
    package var name: String
    /// As the pack writes it.
    package var formula: String
    /// In the order of the formula, each once.
    package var readings: [Reading]
    /// Its value; 0 for a part that adds nothing.
    package var points: Double
  }

  /// One adjustment of the score, made or not.
  package struct Adjustment: Sendable, Hashable {
    /// As the pack calls it.
    package var id: String
    /// nil for one that always applies.
    package var condition: String?
    /// Of the new total, as the pack writes it.
    package var formula: String
    /// Whether its condition holds, or it has none.
    package var applies: Bool
    /// Of the condition and the formula, each once; those of the condition alone where it does not
    /// hold.
    package var readings: [Reading]
    /// The total before it, in points.
    package var before: Double
    /// The total behind it, in points; the same where it does not apply.
    package var after: Double
  }

  /// What reports call the score.
  package var title: LocalizedText
  /// What a result says of it.
  package var result: ScoreResult
  /// All parts, in the order of the pack.
  package var parts: [Part]
  /// All adjustments, in the order of the pack.
  package var adjustments: [Adjustment]
  /// Before rounding.
  package var total: Double
  /// The same with confident rules only; what low and high come from.
  package var confidentParts: [Part]
  /// Behind all adjustments, before rounding, as `total`.
  package var confidentTotal: Double
  /// The band that the rounded score reaches; nil below all bands.
  package var band: ScoreDefinition.Band?
}
