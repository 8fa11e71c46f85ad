import SourceText

/// Who must act, as one clause or line says it.
struct BearerMention: Sendable {
  /// The clause or line.
  let unit: SourceSpan
  let rule: Int
  let value: Double
  let evidence: [SourceSpan]
  /// Resolved number of the kind label, 0 where the rule gives none.
  let kind: Double

  /// Whether this rather than `other` is who acts, in the order of `LabelStore.winner`.
  func outranks(_ other: BearerMention?) -> Bool {
    guard let other else { return value > 0 }
    if value != other.value { return value > other.value }
    return LabelStore.order(of: evidence, by: rule)
      < LabelStore.order(of: other.evidence, by: other.rule)
  }
}

/// Who was named before a clause and may act in it.
struct BearerMemory: Sendable {
  /// In its sentence.
  var inSentence: BearerMention?
  /// In its scope.
  var inScope: BearerMention?
  /// Whether a thing is what the sentence is about, so that nobody of an earlier one acts in it.
  var isImpersonal = false

  /// Who acts in a directive that names nobody itself.
  var bearer: DirectiveFrame.Bearer {
    if let inSentence { return .sameSentence(inSentence) }
    if let inScope, !isImpersonal { return .inherited(inScope) }
    return .implied
  }

  mutating func enterSentence() {
    inSentence = nil
    isImpersonal = false
  }

  mutating func enterScope() {
    inSentence = nil
    inScope = nil
  }

  mutating func remember(_ mention: BearerMention?) {
    guard let mention else { return }
    inSentence = mention
    inScope = mention
    isImpersonal = false
  }

  /// Goes back to who was named before a list, in this sentence or in an earlier one.
  mutating func leaveItem(of before: BearerMemory, inSameSentence: Bool) {
    inSentence = inSameSentence ? before.inSentence : nil
    inScope = before.inScope
  }
}

/// Something as all rules have it, and as those have it alone that reach the pack's confidence floor.
struct Graded<Value: Sendable>: Sendable {
  var all: Value
  var confident: Value

  /// Changes both alike.
  mutating func update(_ change: (inout Value) -> Void) {
    change(&all)
    change(&confident)
  }
}
