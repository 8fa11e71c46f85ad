/// What the lints say, in one line each.
extension DiagnosticCatalogue {
  static func summary(of id: LintID) -> String {
    switch id {
    case .brokenRun: "a word or numeral stands beside an atom that takes the whole run"
    case .constantFormula: "a `where` names nothing, so it is the same for every text"
    case .contradictoryExamples: "one text must fire and stay silent"
    case .duplicateAlternative: "an alternative stands twice"
    case .duplicateExample: "an example is given twice"
    case .duplicateRule: "two rules have the same condition"
    case .duplicateTerm: "a term stands twice in a lexicon, or comes with an included one"
    case .exampleFails: "an example does not do what it is given for"
    case .exampleForAnotherReason: "an example is silent for another reason than it names"
    case .exceptCoversAll: "an exception voids every match of a rule or alternative"
    case .foldedText: "words are written in a form that is folded before matching"
    case .fullWidthOperator: "an operator of patterns is written at full width, where it is text"
    case .idleEnding: "an optional part at the edge of a pattern changes nothing"
    case .idleException: "no match of the rule can lie inside the exception"
    case .idleGap: "a gap has no characters"
    case .labelNeverGiven: "no rule gives a label"
    case .labelNeverRead: "a label is given, and nothing reads or reports it"
    case .punctuatedTerm: "a term holds punctuation that would separate terms"
    case .redundantAlternative: "wherever an alternative matches, another one does"
    case .regularExpression: "a pattern is written in the operators of regular expressions"
    case .roundaboutCondition: "a condition is the same as a simpler one"
    case .ruleWithoutExamples: "no example shows that a rule fires"
    case .scoreOverNoSlot: "a score counts no slot"
    case .shadowedTerm: "a longer term takes the words that a pattern needs after a shorter one"
    case .slotInNoScore: "no score counts a slot"
    case .splitWord: "a Latin word or number is cut in two parts that cannot touch"
    case .staleSuppression: "a comment allows what does not occur any more"
    case .subsumedRule: "wherever a rule holds, another does and gives as much"
    case .termInTwoLexicons: "a term stands for two values of one label"
    case .unknownSuppression: "a comment allows an id that is no warning"
    case .unlessContradictsAny:
      "`unless` holds wherever the condition, or an alternative of it, does"
    case .unmatchableText: "no article can hold these words once it was read"
    case .unreachableValue: "nothing gives a level or choice"
    case .untranslatedTitle: "a title has no Chinese, where others of the pack have"
    case .unusedDefinition: "nothing refers to a lexicon or named pattern"
    case .widerThanWindow: "words reach beyond the window of their rule"
    }
  }
}
