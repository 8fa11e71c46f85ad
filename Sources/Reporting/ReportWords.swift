/// The words that reports set around what was found.
///
/// English is built in; any other language is a table beside the rules, with the keys below, so
/// that a translation needs no compiler.
package struct ReportWords: Hashable, Sendable {
  /// The name of a word, as tables of other languages write it.
  package enum Key: String, Hashable, Sendable, CaseIterable {
    case adjusted
    case articles
    case directives
    case excluded
    case filledSlots = "filled-slots"
    case group
    case inContext = "in-context"
    case line
    case means
    case mixedTypes = "mixed-types"
    case noParagraphs = "no-paragraphs"
    case note
    case notAveraged = "not-averaged"
    case paragraphs
    case repaired
    case sizeFew = "size-few"
    case sizeSingle = "size-single"
    case sizeUnstable = "size-unstable"
    case standingNote = "standing-note"
    case tagged
    case tail
    case totals
    case unknown
    case zones
  }

  private let translations: [String: String]

  /// Words of another language by the raw value of their key; what is missing stays English.
  package init(translations: [String: String] = [:]) {
    self.translations = translations
  }

  package subscript(key: Key) -> String {
    translations[key.rawValue] ?? ReportWords.english(key)
  }

  func translation(_ name: String) -> String? { translations[name] }

  /// Whether some report uses the word of this name.
  package static func knows(_ name: String) -> Bool {
    Key(rawValue: name) != nil || Sentence(rawValue: name) != nil
  }

  /// The names of all words, as tables of other languages write them.
  package static var names: [String] {
    Key.allCases.map(\.rawValue) + Sentence.allCases.map(\.rawValue)
  }

  private static func english(_ key: Key) -> String {
    switch key {
    case .adjusted: "adjusted"
    case .excluded: "kept out of averages"
    case .filledSlots: "Directives in which the slot is filled"
    case .inContext: "in context"
    case .means: "Mean of article means (lowest–highest article; articles averaged)"
    case .mixedTypes: "document types are mixed; compare like with like (--by type)"
    case .noParagraphs: "no body paragraphs"
    case .notAveraged: "fewer than 3 directives, so not averaged"
    case .sizeFew: "few articles: points and range only"
    case .sizeSingle: "one article: no comparison"
    case .sizeUnstable: "5–7 articles: very unstable"
    case .standingNote: "Scores describe a text, not a city's conduct."
    case .tagged: "Body paragraphs with the tag at this level or above"
    case .tail: "purpose, not scored"
    case .articles, .directives, .group, .line, .note, .paragraphs, .repaired, .totals, .unknown,
      .zones:
      key.rawValue
    }
  }
}
