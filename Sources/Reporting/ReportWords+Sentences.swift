extension ReportWords {
  /// Sentences of reports; `{name}` stands for what is filled in.
  ///
  /// Tables of other languages translate them under the raw values.
  package enum Sentence: String, Hashable, Sendable, CaseIterable {
    case adjustmentApplies = "adjustment-applies"
    case adjustmentIdle = "adjustment-idle"
    case alsoGiven = "also-given"
    case bandFrom = "band-from"
    case blockOutside = "block-outside"
    case checkedUnnamed = "checked-unnamed"
    case conditionAll = "condition-all"
    case conditionAny = "condition-any"
    case conditionAtLeast = "condition-at-least"
    case conditionFormula = "condition-where"
    case conditionLabel = "condition-label"
    case conditionLacks = "condition-lacks"
    case conditionNear = "condition-near"
    case conditionNone = "condition-none"
    case conditionOrdered = "condition-ordered"
    case conditionRule = "condition-rule"
    case conditionScoped = "condition-in"
    case confidentTotal = "confident-total"
    case evaluationGuide = "evaluation-guide"
    case forbidden
    case forbiddenCondition = "forbidden-condition"
    case hintGap = "hint-gap"
    case hintParts = "hint-parts"
    case hit
    case hitWithoutWords = "hit-without-words"
    case hits
    case ledgerDated = "ledger-dated"
    case ledgerRhythmic = "ledger-rhythmic"
    case keptOut = "kept-out"
    case lineNumber = "line-number"
    case listComma = "list-comma"
    case miss
    case misses
    case noHits = "no-hits"
    case noTags = "no-tags"
    case notAveraged = "not-averaged"
    case notConfident = "not-confident"
    case onlySaid = "only-said"
    case otherMembers = "other-members"
    case otherParagraphs = "other-paragraphs"
    case paragraphHead = "paragraph-head"
    case partOfScore = "part-of-score"
    case quoted
    case resolvedEarliest = "resolved-earliest"
    case resolvedFirstChoice = "resolved-first-choice"
    case resolvedFirstRule = "resolved-first-rule"
    case resolvedHighest = "resolved-highest"
    case resolvedLeft = "resolved-left"
    case resolvedLongest = "resolved-longest"
    case resolvedOnly = "resolved-only"
    case resolvedStated = "resolved-stated"
    case rounded
    case ruleHead = "rule-head"
    case saidAbove = "said-above"
    case secondCoderGuide = "second-coder-guide"
    case semicolon
    case shortClause = "short-clause"
    case shortCount = "short-count"
    case shortDistance = "short-distance"
    case shortFormula = "short-formula"
    case shortGap = "short-gap"
    case shortGapEnd = "short-gap-end"
    case shortGapLeast = "short-gap-least"
    case shortGapNone = "short-gap-none"
    case shortGapStart = "short-gap-start"
    case shortHidden = "short-hidden"
    case shortLabel = "short-label"
    case shortNoLabel = "short-no-label"
    case shortNothing = "short-nothing"
    case shortOrder = "short-order"
    case shortParts = "short-parts"
    case shortPlace = "short-place"
    case shortRule = "short-rule"
    case shortPresent = "short-present"
    case shortGiven = "short-given"
    case shortStated = "short-stated"
    case shortUnmeasured = "short-unmeasured"
    case shortVoid = "short-void"
    case slotBareOrder = "slot-bare-order"
    case slotHeading = "slot-heading"
    case slotImplied = "slot-implied"
    case slotInherited = "slot-inherited"
    case slotSameSentence = "slot-same-sentence"
    case slotSupervised = "slot-perspective-switch"
    case stopped
    case stoppedByCondition = "stopped-condition"
    case testAsExpected = "test-as-expected"
    case testClosed = "test-closed"
    case testCompared = "test-compared"
    case testDiffers = "test-differs"
    case testExamples = "test-examples"
    case testFailures = "test-failures"
    case testFired = "test-fired"
    case testOtherReason = "test-other-reason"
    case testSilent = "test-silent"
    case unitBlock = "unit-block"
    case unitClause = "unit-clause"
    case unitDirective = "unit-directive"
    case unitDocument = "unit-document"
    case unitParagraph = "unit-paragraph"
    case unitSentence = "unit-sentence"
    case vetoIdle = "veto-idle"
    case vetoed
    case voidClause = "void-clause"
    case voidCovered = "void-covered"
    case voidOverlaps = "void-overlaps"
    case voidParagraph = "void-paragraph"
    case voidSentence = "void-sentence"
    case zeroParts = "zero-parts"
    case windowWithout = "window-without"
  }

  /// The sentence with `values` in the places of their names.
  ///
  /// A value is put in as it is: braces in it mean nothing.
  package func callAsFunction(_ sentence: Sentence, _ values: [String: String] = [:]) -> String {
    fill(translation(sentence.rawValue) ?? ReportWords.english(sentence), values)
  }

  /// `template` with `values` in the places of their names.
  func fill(_ template: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// How many directives there are, those that averages leave out apart.
  func directives(_ counted: Int, keptOut: Int) -> String {
    let count =
      keptOut == 0
      ? "\(counted)" : self(.keptOut, ["count": "\(counted)", "excluded": "\(keptOut)"])
    return "\(self[.directives]) \(count)"
  }

  /// Between things that are counted up.
  var listComma: String { self(.listComma) }
  /// Between sentences that say one thing together.
  var separator: String { self(.semicolon) }

  private static func english(_ sentence: Sentence) -> String {
    switch sentence {
    case .adjustmentApplies: "{id}: {condition} with {values}: {formula} = {after}"
    case .adjustmentIdle: "{id}: does not apply ({values})"
    case .alsoGiven: "also given"
    case .bandFrom: "band {band}, from {minimum}"
    case .blockOutside: "line {line}: {zone}, not body text"
    case .conditionAll: "all of these"
    case .conditionAny: "any of these"
    case .conditionAtLeast: "at least {count} of these"
    case .conditionFormula: "where {source}"
    case .conditionLabel: "label {source}"
    case .conditionLacks: "no rule but such as ask this gives {source}"
    case .conditionNear: "within {count} characters of one another"
    case .conditionNone: "none of these"
    case .conditionOrdered: "one after the other"
    case .conditionRule: "rule {source}"
    case .conditionScoped: "in {source}"
    case .confidentTotal: "by confident rules only: {total}; so low {low}, high {high}"
    case .evaluationGuide:
      "labelled: by the person; found: by the program; brackets: 95 % over articles"
    case .secondCoderGuide:
      "labelled: by the first person; found: by the second; the program has no part in it"
    case .forbidden: "{words} must not stand there"
    case .forbiddenCondition: "“{conditions}” must not hold, but does"
    case .hintGap: "at most {maximum} characters between them would do"
    case .hintParts: "with {missing} it would hold"
    case .hit: "This {unit} is given {gift}, because rule {rule} finds {words}."
    case .hitWithoutWords:
      "This {unit} is given {gift} by rule {rule}, for what it is, not for words."
    case .hits: "rules that hold"
    case .ledgerDated: "{count} of {total} name a date"
    case .ledgerRhythmic: "{count} more say how often"
    case .onlySaid: "only “{words}”"
    case .checkedUnnamed: "it is left open who is checked"
    case .keptOut: "{count} + {excluded} kept out of averages"
    case .lineNumber: "line {line}"
    case .listComma: ", "
    case .miss: "Rule {rule} does not give this {unit} {gift}: {reason}."
    case .misses: "nearest misses"
    case .noHits: "no rule gave anything"
    case .noTags: "no paragraph carries a tag; --paragraph N explains one, --all explains all"
    case .notAveraged: "articles with fewer than 3 directives, which are not averaged: {count}"
    case .notConfident: "counts at one end of the range only"
    case .otherMembers: "{count} more that do not hold"
    case .otherParagraphs: "{count} of {total} paragraphs shown; --paragraph N explains one"
    case .paragraphHead: "paragraph {number}, line {line}"
    case .partOfScore: "{name} = {formula}"
    case .quoted: "“{text}”"
    case .resolvedEarliest: "of equal values the earliest words"
    case .resolvedFirstChoice: "the choice that is declared first"
    case .resolvedFirstRule: "the first rule"
    case .resolvedHighest: "the highest value"
    case .resolvedLeft: "of equal values the earliest words of which trimming leaves some"
    case .resolvedLongest: "of equal values and places the most words"
    case .resolvedOnly: "no other rule"
    case .resolvedStated: "stated ({source}), before all rules"
    case .rounded: "total {total}, rounded {score}"
    case .ruleHead: "gives {gift} · within one {unit} · {place}"
    case .saidAbove: "{condition} – as above"
    case .zeroParts: "0: {names}"
    case .semicolon: "; "
    case .shortClause: "{before} and {after} stand in different clauses"
    case .shortCount: "{found} of {needed}"
    case .shortDistance: "{places} span {found} characters, {allowed} are allowed"
    case .shortFormula: "{source} is 0 with {values}"
    case .shortGap: "{found} characters between {before} and {after}, {maximum} are allowed"
    case .shortGapEnd: "{found} characters follow {before}, {maximum} are allowed before the end"
    case .shortGapLeast: "{found} characters between {before} and {after}, {minimum} are needed"
    case .shortGapNone: "{found} characters between {before} and {after}, which must touch"
    case .shortGapStart: "{found} characters before {after}, {maximum} are allowed from the start"
    case .shortHidden: "the words stand in a part of the directive that is not scored"
    case .shortLabel: "{label} is {found}, {needed} is needed"
    case .shortNoLabel: "{label} is not given"
    case .shortNothing: "nothing of it occurs"
    case .shortOrder: "all parts occur, but not in this order: {places}"
    case .shortParts: "{found} is there, {missing} is not"
    case .shortPlace: "nothing stands there ({source})"
    case .shortRule: "rule {rule} gave nothing here"
    case .shortPresent: "it must not hold, but it does"
    case .shortGiven: "rule {rule} gives {label}"
    case .shortStated: "{label} is stated"
    case .shortUnmeasured: "how much of it occurs cannot be told: {cause}"
    case .shortVoid: "every match is void"
    case .slotBareOrder: "no word of force: a bare order"
    case .slotHeading: "from a heading over it"
    case .slotImplied: "nobody is named: the audience"
    case .slotInherited: "from a sentence before"
    case .slotSameSentence: "from earlier in the sentence"
    case .slotSupervised: "an order to check others: the checked party"
    case .testAsExpected: "{count} of {total} as expected"
    case .testClosed: "is listed as open and does not differ any more"
    case .testCompared:
      "articles: {articles}, statements compared: {compared}: {fine} as expected, "
        + "{open} known and open, "
    case .testDiffers: "expected {expected}, is {actual}"
    case .testExamples: "examples of rules"
    case .testFailures: "{count} to look at"
    case .testFired: "fired, but must stay silent on"
    case .testOtherReason: "is silent because of {obstacle}, not of {because}, on"
    case .testSilent: "stayed silent (stopped by {obstacle}), but must fire on"
    case .stopped: "{words} in the same {unit} stops it"
    case .stoppedByCondition: "“{conditions}” holds in the same {unit} and stops it"
    case .unitBlock: "block"
    case .unitClause: "clause"
    case .unitDirective: "directive"
    case .unitDocument: "document"
    case .unitParagraph: "paragraph"
    case .unitSentence: "sentence"
    case .vetoIdle: "unless, in the {unit}: does not hold"
    case .vetoed: "unless, in the {unit}: stops the rule"
    case .voidClause: "{match} is void: {cause} in the same clause (except {pattern})"
    case .voidCovered: "{match} is void: covered by {cause} (except {pattern})"
    case .voidOverlaps: "{match} is void: overlaps {cause} (except {pattern})"
    case .voidParagraph: "{match} is void: {cause} in the same paragraph (except {pattern})"
    case .voidSentence: "{match} is void: {cause} in the same sentence (except {pattern})"
    case .windowWithout: "nothing of it occurs in {text}"
    }
  }
}
