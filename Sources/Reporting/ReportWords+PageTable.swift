extension ReportWords {
  /// The words of pages in English, by the names that script and tables use.
  ///
  /// `{name}` stands for what is filled in.
  package static let page: [String: String] = [
    "page-all-articles": "All articles",
    "page-any": "any",
    "page-article": "Article",
    "page-articles": "Articles",
    "page-dark": "Dark",
    "page-directive-card": "Directive {n} with its scores",
    "page-directive-number":
      "Directive {n} of paragraph {p}; arrow keys go through its marked words",
    "page-directives": "Directives",
    "page-evidence-guide":
      "What stands behind the figures. Words that earned points are marked; the link "
      + "leads to their place in the article.",
    "page-filters": "Filters",
    "page-found": "{n} of {total} articles",
    "page-found-directives": "{n} directives in {a} articles",
    "page-found-paragraphs": "{n} paragraphs in {a} articles",
    "page-group": "Group",
    "page-how-to-read":
      "Tags stand in the margin, directives are numbered. Underlined words earned "
      + "points: point at them, or go to a number with Tab and on with the arrow keys. "
      + "Disagree with the program wherever you read it otherwise.",
    "page-in-context": "with general sanctions counted in",
    "page-kept-out": "kept out of averages",
    "page-left-open": "Left open:",
    "page-legend": "Legend",
    "page-level-legend": "1 named only, 2 with substance",
    "page-light": "Light",
    "page-mean-of": "mean {name}",
    "page-more": "Show more ({n})",
    "page-name": "Duban reading report",
    "page-next": "Next",
    "page-no-paragraphs": "No body paragraphs were found in this article, so nothing is scored.",
    "page-not-validated":
      "Not validated: tags and scores were found by rules and not checked by people.",
    "page-other-language": "\u{4E2D}\u{6587}",
    "page-overview": "Overview",
    "page-paragraph-number": "Paragraph {n}",
    "page-paragraphs": "Paragraphs",
    "page-points": "points",
    "page-previous": "Previous",
    "page-repaired": "Repaired before reading:",
    "page-reset": "Clear",
    "page-said-by": "said by {name}",
    "page-score-parts": "How the scores add up",
    "page-search": "Words in the text",
    "page-show-directives": "Show directives instead",
    "page-show-paragraphs": "Show whole paragraphs instead",
    "page-skip": "Skip to the content",
    "page-slot": "Slot",
    "page-slot-earns": "value {value}, {points} points",
    "page-source": "source",
    "page-tag": "Tag",
    "page-tail": "Purpose, not scored: {words}",
    "page-type": "Type",
    "page-value": "value",
    "page-views": "Views",
    "page-without": "without {name}",
    "page-without-words": "given by the kind of text, not by words",
    "page-words": "words",
    "page-year": "Year",
  ]
}
