/// The words that reports set around what was found.
///
/// English is built in; any other language is a table beside the rules, with the keys below, so
/// that a translation needs no compiler.
package struct ReportWords: Hashable, Sendable {
  /// The name of a word, as tables of other languages write it.
  package enum Key: String, Hashable, Sendable, CaseIterable {
    case adjusted
    case alternative
    case alternativesHeld = "alternatives-held"
    case analysedAgain = "analysed-again"
    case article
    case articles
    case bearerFound = "bearer-found"
    case bearerKind = "obligor-kind"
    case bias
    case byNoise = "by-noise"
    case byType = "by-type"
    case changedFiles = "changed-files"
    case date
    case deadline
    case directive
    case directiveClass = "class"
    case directives
    case document
    case evaluation
    case exception
    case exceptionsUsed = "exceptions-used"
    case excluded
    case flips
    case found
    case frequency
    case group
    case inContext = "in-context"
    case label
    case meanError = "mean-error"
    case means
    case missing
    case noDeadline = "no-deadline"
    case noDirectives = "no-directives"
    case noParagraphs = "no-paragraphs"
    case note
    case onlyAfter = "only-after"
    case onlyBefore = "only-before"
    case otherwiseCaused = "otherwise-caused"
    case pairs
    case paragraphs
    case place
    case precision
    case recall
    case redefined = "score-redefined"
    case repaired
    case rule
    case ruleAdded = "rule-added"
    case ruleEdited = "rule-edited"
    case ruleFiles = "rule-files"
    case ruleRemoved = "rule-removed"
    case rulesBroken = "rules-broken"
    case rulesFired = "rules-fired"
    case rulesMended = "rules-mended"
    case sameLevel = "same-level"
    case sameValue = "same-value"
    case sameWords = "same-words"
    case score
    case secondCoder = "second-coder"
    case sizeFew = "size-few"
    case sizeSingle = "size-single"
    case sizeUnstable = "size-unstable"
    case slot
    case speaker
    case standingNote = "standing-note"
    case tag
    case tagged
    case tail
    case task
    case term
    case termsFound = "terms-found"
    case there
    case through
    case totals
    case unknown
    case veto
    case vetoesUsed = "vetoes-used"
    case via
    case watching
    case wordOverlap = "word-overlap"
    case worstParagraphs = "worst-paragraphs"
    case zone
    case zones
  }

  private let translations: [String: String]

  /// Words of another language by the raw value of their key; what is missing stays English.
  package init(translations: [String: String] = [:]) {
    self.translations = translations
  }

  /// The word in the language of the table, else in English; never empty.
  package subscript(key: Key) -> String {
    translations[key.rawValue] ?? ReportWords.english(key)
  }

  func translation(_ name: String) -> String? { translations[name] }

  /// The words for names that packs choose, in the order of the names.
  var openNames: [(name: String, text: String)] {
    translations.filter { Self.isOpen($0.key) }.sorted { $0.key < $1.key }
      .map { (name: $0.key, text: $0.value) }
  }

  /// Whether some report uses the word of this name.
  package static func knows(_ name: String) -> Bool {
    Key(rawValue: name) != nil || Sentence(rawValue: name) != nil || Name(rawValue: name) != nil
      || Comparing(rawValue: name) != nil || Wording(rawValue: name) != nil || page[name] != nil
      || csvNames.contains(name)
      || isOpen(name)
  }

  /// The names of all words, as tables of other languages write them.
  package static var names: [String] {
    Key.allCases.map(\.rawValue) + Sentence.allCases.map(\.rawValue)
      + Name.allCases.map(\.rawValue) + Comparing.allCases.map(\.rawValue)
      + Wording.allCases.map(\.rawValue) + csvNames
      + page.keys.sorted()
  }

  private static func english(_ key: Key) -> String {
    switch key {
    case .byNoise: "by noise"
    case .byType: "by document type"
    case .evaluation: "against labels of people"
    case .meanError: "mean error"
    case .sameLevel: "same level"
    case .sameValue: "same value"
    case .sameWords: "same words"
    case .secondCoder: "second coder against first"
    case .there: "labelled"
    case .wordOverlap: "overlap"
    case .worstParagraphs: "read worst"
    case .bearerFound: "how the bearer was found"
    case .noDeadline: "no date"
    case .place: "place of the article"
    case .noDirectives: "no directives"
    case .adjusted: "adjusted"
    case .watching: "watching"
    case .analysedAgain: "analysed again"
    case .changedFiles: "changed files"
    case .ruleFiles: "rule files"
    case .rulesBroken: "the pack has errors; still in use:"
    case .rulesMended: "the pack is whole again"
    case .excluded: "kept out of averages"
    case .inContext: "in context"
    case .means: "Mean of article means (lowest–highest article; articles averaged)"
    case .noParagraphs: "no body paragraphs"
    case .sizeFew: "few articles: points and range only"
    case .sizeSingle: "one article: no comparison"
    case .sizeUnstable: "5–7 articles: very unstable"
    case .standingNote: "Scores describe a text, not a city's conduct."
    case .tagged: "Body paragraphs with the tag at this level or above"
    case .tail: "purpose, not scored"
    case .alternativesHeld: "alternatives that held"
    case .bearerKind: "obligor kind"
    case .exception: "except"
    case .exceptionsUsed: "exceptions used"
    case .onlyAfter: "only in the second pack"
    case .onlyBefore: "only in the first pack"
    case .otherwiseCaused: "by what stands around it, or by settings"
    case .redefined: "the score itself is defined otherwise"
    case .ruleAdded: "new"
    case .ruleEdited: "edited"
    case .ruleRemoved: "removed"
    case .rulesFired: "rules fired"
    case .termsFound: "terms found"
    case .veto: "unless"
    case .vetoesUsed: "vetoes used"
    case .via: "said by"
    case .articles, .directives, .group, .note, .paragraphs, .repaired, .totals, .unknown,
      .zones, .alternative, .directive, .directiveClass, .document, .flips, .label, .rule, .score,
      .slot, .tag, .term, .through, .zone,
      .bias, .found, .pairs, .precision, .recall, .article, .date, .deadline, .frequency, .missing,
      .speaker, .task:
      key.rawValue
    }
  }
}
