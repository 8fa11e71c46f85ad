package import SourceText

/// What one slot of a directive holds: its value, and the words and the rule behind it.
package struct SlotResult: Sendable, Hashable {
  /// The name of the slot in the pack.
  package var name: String
  /// From 0 to 1, above 0 where something fills it.
  package var value: Double
  /// The value from rules at or above the pack's confidence floor; from 0 to 1, at most `value`.
  package var lowValue: Double
  /// Normalised text, all of the directive where its rule holds without words; empty where the value was not
  /// read off the text, as for an implied bearer.
  package var text: String
  /// Bytes of the original file; nil where the value was not read off the text.
  package var bytes: SourceSpan?
  /// Bytes of the normalised text of the paragraph, where the words stand in it.
  package var inText: SourceSpan?
  /// The id of the rule whose match won; nil where no rule gave the value.
  package var rule: String?
  /// Those of the rule, then how the value was found where not by the words of the directive alone,
  /// such as `implied`.
  package var flags: [String]
  /// What the words of the slot count or date, in the order of the text.
  package var measures: [MeasureResult]
  /// Behind `text`, what else of the directive earned the same value; never of a bearer or of the force.
  package var others: [Evidence]

  /// What flags a value that stands for somebody or something that nothing names; a rule that carries it knows by
  /// its words that nobody is named.
  static let impliedFlag = "implied"

  /// Whether its words, if it has any, name nobody.
  package var isImplied: Bool { flags.contains(Self.impliedFlag) }

  /// Whether it counts as filled in shares of directives: from half of the full value on.
  package var isFilled: Bool { value >= 0.5 }

  /// All words that earned the value, the first first; empty where none did.
  package var words: [String] { (text.isEmpty ? [] : [text]) + others.map(\.text) }

  /// A slot with `value`; without measures and other words unless they are said.
  package init(
    name: String, value: Double, lowValue: Double, text: String, bytes: SourceSpan?,
    inText: SourceSpan? = nil, rule: String?, flags: [String], measures: [MeasureResult] = [],
    others: [Evidence] = []
  ) {
    self.name = name
    self.value = value
    self.lowValue = lowValue
    self.text = text
    self.bytes = bytes
    self.inText = inText
    self.rule = rule
    self.flags = flags
    self.measures = measures
    self.others = others
  }

  /// Has `words` stand for the slot.
  mutating func show(_ words: Evidence) {
    text = words.text
    bytes = words.bytes
    inText = words.inText
    rule = words.rule
  }
}
