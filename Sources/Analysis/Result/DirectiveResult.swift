package import SourceText

/// What one directive orders: its words, its slots and its scores.
package struct DirectiveResult: Sendable, Hashable {
  /// Normalised text from its first clause to its last; purpose clauses between them stand in it.
  package var text: String
  /// Bytes of the original file.
  package var bytes: SourceSpan
  /// Bytes of the normalised text of the paragraph.
  package var inText: SourceSpan?
  /// The name of its class, such as `directive` or `exhortation`.
  package var classification: String
  /// The kind of its bearer, such as `unit`; nil where it has none.
  package var obligorKind: String?
  /// What it is as an institutional statement by the slots that are filled.
  package var grammar: String?
  /// In the order in which the pack declares the slots; slots without a value are left out.
  package var slots: [SlotResult]
  /// In the order in which the pack declares the scores.
  package var scores: [ScoreResult]
  /// The first of its unscored purpose clauses, between its clauses or behind them; nil without one.
  package var tail: Evidence?
  /// Kept out of averages, such as rules for the public.
  package var isExcluded: Bool
  /// Who says it, where the article tells; the rule is empty.
  package var speaker: Evidence?
  /// The number of the directive that it sanctions, counted from 0 through the document.
  package var orElseOf: Int?
  /// What each slot that is not full could do to the scores; empty unless it was asked for.
  package var prospects: [Prospect] = []

  /// The scores of a directive if one slot were full.
  package struct Prospect: Sendable, Hashable {
    /// The name of the slot.
    package var slot: String
    /// From 0 to 100, in the order in which the pack declares the scores.
    package var scores: [Int]

    /// The scores with `slot` full.
    package init(slot: String, scores: [Int]) {
      self.slot = slot
      self.scores = scores
    }
  }

  /// A directive without prospects, grammar or or-else.
  package init(
    text: String, bytes: SourceSpan, inText: SourceSpan? = nil, classification: String,
    obligorKind: String?, slots: [SlotResult], scores: [ScoreResult], tail: Evidence?,
    isExcluded: Bool, speaker: Evidence? = nil
  ) {
    self.text = text
    self.bytes = bytes
    self.inText = inText
    self.classification = classification
    self.obligorKind = obligorKind
    self.slots = slots
    self.scores = scores
    self.tail = tail
    self.isExcluded = isExcluded
    self.speaker = speaker
  }
}
