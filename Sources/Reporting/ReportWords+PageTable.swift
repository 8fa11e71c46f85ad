extension ReportWords {
  /// The words of pages in English, by the names that script and tables use.
  ///
  /// `{name}` stands for what is filled in.
  package static let page: [String: String] = [
    "page-adjusted": "p, adjusted",
    "page-against": "{first} against {second}",
    "page-all-articles": "All articles",
    "page-all-others": "all other groups",
    "page-any": "any",
    "page-article": "Article",
    "page-articles": "Articles",
    "page-basis-all": "all text",
    "page-basis-note":
      "Sentences that stand in several texts are counted once, in the earliest. What a figure opens is all that the texts say; dots of single texts and figures by type are given for all text only.",
    "page-basis-without-repeats": "sentences that repeat counted once",
    "page-by-type": "Within each document type",
    "page-cluster": "{a} articles in {g} groups.",
    "page-cluster-undated": "{n} of them without a date.",
    "page-collected": "In the {n} texts collected, {p} places are named.",
    "page-compared": "{n} texts in {g} groups, by {by}",
    "page-concerns": "({names})",
    "page-contents": "Sections",
    "page-contribution": "points",
    "page-dark": "Dark",
    "page-dated": "dated",
    "page-dates": "Dates run from {first} to {last}.",
    "page-decides": "(without it the difference vanishes or turns)",
    "page-declared": "declared",
    "page-difference": "difference [interval]",
    "page-difference-guide":
      "First side minus second side: scores in points, shares in percentage points. "
      + "The difference first, its interval second, the test last; p is adjusted for the "
      + "number of tests in the table. “Not tested” never means “no difference”.",
    "page-differences": "Differences",
    "page-directive-card": "Directive {n} with its scores",
    "page-directive-number":
      "Directive {n} of paragraph {p}; arrow keys go through its marked words",
    "page-directives": "Directives",
    "page-divergence": "Distance of profiles",
    "page-divergence-guide":
      "Jensen-Shannon divergence in bits: what exceeds the mean of articles dealt out "
      + "at random, in brackets the divergence and that mean, then the adjusted p. A "
      + "dash stands where it may not be shown.",
    "page-dot-guide":
      "Each dot is an article, the diamond is the mean of the article means, the line "
      + "and the brackets its interval: none below 5 articles, where lowest and highest "
      + "stand instead, very wide and unstable from 5 to 7. Groups stand in the order of "
      + "their names; the order says nothing.",
    "page-evidence-guide":
      "What stands behind the figures. Words that earned points are marked; the link "
      + "leads to their place in the article.",
    "page-examples": "Examples",
    "page-feature-cues": "Words that filled a slot",
    "page-feature-grams": "Runs of characters",
    "page-few-articles": "Fewer than 5 articles: dots and range only, no interval.",
    "page-figure": "mean",
    "page-filter-guide":
      "Filters choose articles: the dots, the list of articles and the directives "
      + "follow. Means, intervals and tests stay those of all texts.",
    "page-filters": "Filters",
    "page-first-seen": "Earliest date among the texts collected: {date}.",
    "page-found": "{n} of {total} articles",
    "page-found-directives": "{n} directives in {a} articles",
    "page-found-paragraphs": "{n} paragraphs in {a} articles",
    "page-gap": "{first} − {second}: {gap} points (means of {a} and {b} articles).",
    "page-gap-guide":
      "The difference of a score, split into what each slot, rule and wording adds. "
      + "The parts and the rest add up to the difference.",
    "page-gap-within":
      "The difference here is the mean of those within each {by} that both sides have, each weighing the same.",
    "page-gaps": "What makes the difference",
    "page-group": "Group",
    "page-heat": "Tags and slots",
    "page-heat-guide":
      "Mean share of an article, in per cent: of its paragraphs with the tag, of its "
      + "directives with the slot filled. Each number opens its texts. Groups from {n} "
      + "articles on are shaded.",
    "page-how-to-compare":
      "Every number opens the directives or paragraphs behind it, and every article "
      + "opens as text with the words marked, so that you can disagree.",
    "page-how-to-read":
      "Tags stand in the margin, directives are numbered. Underlined words earned "
      + "points: point at them, or go to a number with Tab and on with the arrow keys. "
      + "Disagree with the program wherever you read it otherwise.",
    "page-in-articles": "articles",
    "page-in-context": "with general sanctions counted in",
    "page-kept-out": "kept out of averages",
    "page-kept-weights": "The direction holds in {share} of {draws} draws of other weights.",
    "page-left-open": "Left open:",
    "page-left-out": "{n} texts are left out, in groups with fewer than {m}.",
    "page-legend": "Legend",
    "page-level-legend": "1 named only, 2 with substance",
    "page-level-rules": "By rule",
    "page-level-slots": "By slot",
    "page-level-terms": "By wording",
    "page-light": "Light",
    "page-mean-of": "mean {name}",
    "page-means": "means",
    "page-measure": "One measure in detail",
    "page-measure-guide":
      "Counts stand before shares. Dots and means are shares or scores of articles.",
    "page-method": "Method",
    "page-method-text":
      "Figures of a group are means over its articles. Intervals: bootstrap over "
      + "articles, {draws} draws, nominal level {level}. Tests: permutation of article "
      + "labels, exact where few, else {splits} draws; corrected within a table to "
      + "{share} false findings. Seed {seed}.",
    "page-more": "Show more ({n})",
    "page-n": "n",
    "page-name": "Duban reading report",
    "page-next": "Next",
    "page-no-dates": "No article states a date, so there is nothing to show over time.",
    "page-no-own-figures": "This measure is not broken down by article here.",
    "page-no-paragraphs": "No body paragraphs were found in this article, so nothing is scored.",
    "page-no-reuse": "No sentence was found in more than one article.",
    "page-no-shades":
      "No group has {n} articles, so nothing is shaded: with so few texts shades would "
      + "rank chance.",
    "page-no-terms": "No term is used often enough, or in enough articles.",
    "page-none": "none",
    "page-not-tested": "not tested",
    "page-not-validated":
      "Not validated: tags and scores were found by rules and not checked by people.",
    "page-nothing-here": "Nothing was computed here.",
    "page-one-article": "one article",
    "page-open-behind": "{value}: open what stands behind it",
    "page-other-language": "\u{4E2D}\u{6587}",
    "page-overview": "Overview",
    "page-paragraph-number": "Paragraph {n}",
    "page-paragraphs": "Paragraphs",
    "page-part": "part",
    "page-phases": "By phase of the campaign",
    "page-phases-outside": "{n} texts have a date in no phase.",
    "page-phase": "Phase",
    "page-phases-guide":
      "Means of the articles' means, intervals in brackets from 5 articles on, else lowest and "
      + "highest; n counts articles with a value.",
    "page-pick-basis": "Text",
    "page-pick-contrast": "Sides",
    "page-pick-measure": "Measure",
    "page-plot": "Plot",
    "page-points": "points",
    "page-pooled": "Drawn towards the other groups (partial pooling):",
    "page-previous": "Previous",
    "page-prior-decides": "the direction depends on the prior",
    "page-remark": "Remark",
    "page-repaired": "Repaired before reading:",
    "page-reset": "Clear",
    "page-rest": "Parts not listed: {unlisted}; caps, factors and rounding: {remainder}.",
    "page-reuse": "Shared wording",
    "page-reuse-guide":
      "{n} clusters of sentences of at least {c} characters stand in more than one "
      + "article, among {s} sentences. Sharing is no fault: formulas, documents that are "
      + "quoted, and copies look alike.",
    "page-said-by": "said by {name}",
    "page-scatter": "{x} and {y}, every article a dot",
    "page-scatter-guide":
      "Forms tell document types apart. Point at a dot, or go to the chart with Tab "
      + "and on with the arrow keys; Enter opens the article.",
    "page-score-parts": "How the scores add up",
    "page-scores": "Scores",
    "page-search": "Words in the text",
    "page-sentences": "In words",
    "page-share-commonness": "common runs",
    "page-share-foreignreuse": "shared with other groups",
    "page-share-lexicon": "formulas of the lexicon",
    "page-share-reuse": "shared sentences",
    "page-show-directives": "Show directives instead",
    "page-show-paragraphs": "Show whole paragraphs instead",
    "page-sides": "Sides",
    "page-simpson-agrees": "Same direction within every document type.",
    "page-simpson-cannot-compare": "No document type stands on both sides.",
    "page-simpson-mixed": "Directions differ between document types.",
    "page-simpson-reversed":
      "Reversed within every document type: the mix of types makes the difference.",
    "page-single-source": "Used by one article alone:",
    "page-skip": "Skip to the content",
    "page-slot": "Slot",
    "page-slot-earns": "value {value}, {points} points",
    "page-source": "source",
    "page-table-actions": "kinds of action",
    "page-table-classes": "classes of directives",
    "page-table-force": "force",
    "page-table-functions": "how tagged paragraphs speak",
    "page-table-label-sets": "sets of tags",
    "page-table-scores": "scores",
    "page-table-slots": "slots",
    "page-table-tags": "tags",
    "page-tag": "Tag",
    "page-tail": "Purpose, not scored: {words}",
    "page-term": "term",
    "page-terms": "Distinctive wording",
    "page-terms-guide":
      "Log-odds with a prior; z ranks words and is no test. Counts of both sides stand "
      + "beside each word: used, and in how many articles. † marks words whose direction "
      + "depends on the prior. Names of places and persons are masked.",
    "page-time": "Over time",
    "page-time-guide": "Every article with a date, from 0 at the foot to 100 at the head of a row.",
    "page-type": "Type",
    "page-unsaid": "What these texts cannot tell",
    "page-unshaded": "fewer articles",
    "page-uses": "uses",
    "page-value": "value",
    "page-views": "Views",
    "page-where": "Where it stands",
    "page-why-all-equal": "All articles of a group or stratum have the same figure.",
    "page-why-below-floor": "So few articles that no test can decide: it cannot be tested.",
    "page-why-below-minimum": "Fewer articles than asked for ({n}); left out.",
    "page-why-empty-side": "One side has no article with a value.",
    "page-why-empty-stratum": "No article of one of the strata.",
    "page-why-few-articles": "Articles: {n}; too few for an interval.",
    "page-why-fewer-draws": "Only {n} draws could be used.",
    "page-why-mixed-packs":
      "Analyses by {n} different packs: figures may differ by the rules alone.",
    "page-why-no-articles": "No articles.",
    "page-why-no-directives": "No article with enough directives.",
    "page-why-partial-input":
      "An input could not be read, or not to its end: what it holds is missing from all figures.",
    "page-why-no-group-left":
      "No group has as many articles as asked for ({n}): none is left to compare.",
    "page-why-no-values": "No article has what this is counted of.",
    "page-why-one-article": "One article is a document, not a sample.",
    "page-why-one-article-in-stratum": "A stratum has one article only.",
    "page-why-one-group": "All articles are in one group: there is nothing to compare.",
    "page-why-small-groups":
      "The other groups have hardly more than one article each: no interval.",
    "page-why-undated": "{n} texts state no date.",
    "page-why-ungrouped": "{n} texts do not state what they are grouped by.",
    "page-why-unknown-rules": "The rules of the analyses are not at hand.",
    "page-all-but": "all but {name}",
    "page-within":
      "Differences and tests are those within {by}; means here are of all texts, and what each would be if all groups had the same mix stands below it.",
    "page-standardised": "With the same mix of {by}:",
    "page-reuse-chosen": "Only sentences of {name};",
    "page-reuse-all": "show all",
    "page-without": "without {name}",
    "page-without-words": "given by the kind of text, not by words",
    "page-words": "words",
    "page-year": "Year",
  ]
}
