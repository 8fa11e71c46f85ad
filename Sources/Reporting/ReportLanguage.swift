package import RuleLanguage

/// The language of the words around the findings; the findings stay as they are written.
package enum ReportLanguage: String, Hashable, Sendable, CaseIterable {
  case en
  case zh

  /// The words of this language.
  package var words: ReportWords {
    switch self {
    case .en: .english
    case .zh: .chinese
    }
  }

  /// The title in this language, or in English where the pack has no other.
  package func title(_ text: LocalizedText) -> String {
    switch self {
    case .en: text.en
    case .zh: text.zh ?? text.en
    }
  }
}

/// The words that reports set around what was found.
package struct ReportWords: Hashable, Sendable {
  package var adjustment: String
  package var articles: String
  package var by: String
  package var directives: String
  package var excluded: String
  package var filledSlots: String
  package var inContext: String
  package var line: String
  package var means: String
  package var mixedTypes: String
  package var noArticles: String
  package var noParagraphs: String
  package var notAveraged: String
  package var note: String
  package var paragraphs: String
  package var repaired: String
  package var sizes: [String: String]
  package var standingNote: String
  package var tagged: String
  package var tail: String
  package var totals: String
  package var types: String
  package var unknown: String
  package var zones: String

  package static let english = ReportWords(
    adjustment: "adjusted", articles: "articles", by: "by", directives: "directives",
    excluded: "kept out of averages", filledSlots: "Directives in which the slot is filled",
    inContext: "in context", line: "line",
    means: "Mean of article means (lowest to highest article, articles averaged)",
    mixedTypes: "the groups differ in document types; compare like with like (--by type)",
    noArticles: "no articles", noParagraphs: "no body paragraphs",
    notAveraged: "fewer than 3 directives, listed and not averaged", note: "note",
    paragraphs: "paragraphs", repaired: "repaired",
    sizes: [
      "single": "one article: no comparison", "few": "few articles: points and range only",
      "unstable": "very wide, unstable", "moderate": "", "ample": "", "none": "",
    ],
    standingNote: "Scores describe a text, not a city's conduct.",
    tagged: "Body paragraphs with the tag, by level", tail: "purpose, not scored",
    totals: "totals", types: "types", unknown: "unknown", zones: "zones")
}
