extension ReportWords {
  /// Words and sentences of comparisons; `{name}` stands for what is filled in.
  ///
  /// Tables of other languages translate them under the raw values.
  package enum Comparing: String, Hashable, Sendable, CaseIterable {
    case adjustedProbability = "compare-adjusted"
    case allStrata = "compare-all"
    case atLevel = "compare-at-level"
    case cannotSay = "compare-cannot-say"
    case collected = "compare-collected"
    case dates = "compare-dates"
    case declared = "compare-declared"
    case declaredFoundNone = "compare-declared-found-none"
    case declaredTestsMade = "compare-declared-tests"
    case differences = "compare-differences"
    case foundNone = "compare-found-none"
    case foundScore = "compare-found-score"
    case foundShare = "compare-found-share"
    case interval = "compare-interval"
    case mixed = "compare-mixed"
    case moreTables = "compare-more-tables"
    case nothing = "compare-nothing"
    case others = "compare-others"
    case orderEqual = "compare-order-equal"
    case orderKept = "compare-order-kept"
    case orders = "compare-orders"
    case pooled = "compare-pooled"
    case ranges = "compare-ranges"
    case rangesReading = "compare-ranges-reading"
    case reading = "compare-reading"
    case seed = "compare-seed"
    case simpsonMixed = "compare-simpson-mixed"
    case simpsonReversed = "compare-simpson-reversed"
    case standardised = "compare-standardised"
    case tableActions = "compare-table-actions"
    case tableClasses = "compare-table-classes"
    case tableForce = "compare-table-force"
    case tableFunctions = "compare-table-functions"
    case tableLabelSets = "compare-table-label-sets"
    case tableScores = "compare-table-scores"
    case tableSlots = "compare-table-slots"
    case tableTags = "compare-table-tags"
    case testsMade = "compare-tests"
    case untested = "compare-untested"
    case whyAllEqual = "compare-all-equal"
    case whyBelowFloor = "compare-below-floor"
    case whyBelowMinimum = "compare-below-minimum"
    case whyEmptySide = "compare-empty-side"
    case whyEmptyStratum = "compare-empty-stratum"
    case whyFewArticles = "compare-few-articles"
    case whyFewerDraws = "compare-fewer-draws"
    case whyFewerSplits = "compare-fewer-splits"
    case whyManyGroups = "compare-many-groups"
    case whyMixedPacks = "compare-mixed-packs"
    case whyNoArticles = "compare-no-articles"
    case whyNoDirectives = "compare-no-directives"
    case whyNoGroupLeft = "compare-no-group-left"
    case whyNoOrder = "compare-no-order"
    case whyNoValues = "compare-no-values"
    case whyOneArticle = "compare-one-article"
    case whyOneArticleInStratum = "compare-one-article-in-stratum"
    case whyOneGroup = "compare-one-group"
    case whyPartialInput = "compare-partial-input"
    case whySmallGroups = "compare-small-groups"
    case whyUndated = "compare-undated"
    case whyUngrouped = "compare-ungrouped"
    case whyUnknownRules = "compare-unknown-rules"
    case whyUnknownWeights = "compare-unknown-weights"
    case within = "compare-within"
  }

  /// The words with `values` in the places of their names.
  package func callAsFunction(_ words: Comparing, _ values: [String: String] = [:]) -> String {
    fill(translation(words.rawValue) ?? ReportWords.english(words), values)
  }

  private static func english(_ words: Comparing) -> String {
    switch words {
    case .adjustedProbability: "p {p}, corrected {adjusted}"
    case .allStrata: "all"
    case .atLevel: "{tag} ≥{level}"
    case .cannotSay: "What these texts cannot tell"
    case .collected:
      "In the {articles} texts collected, {paragraphs} body paragraphs and {directives} directives"
    case .dates: "dated {first} to {last}; without a date: {undated}"
    case .declared: "declared beforehand"
    case .declaredFoundNone:
      "none of the {tests} tests declared beforehand finds a difference at {share}"
    case .declaredTestsMade:
      "{tests} tests declared beforehand, corrected together (Holm); differences are called found where the probability that any of them is false is at most {share}"
    case .differences: "Differences"
    case .foundNone: "none of the {tests} tests finds a difference at a false share of {share}"
    case .foundScore:
      "In the {articles} texts collected, {measure}: {first} {here} ({few} texts), {second} {there} ({many} texts)"
    case .foundShare:
      "In the {articles} texts collected, {measure}: {first} {here} of {hereTotal}, {second} {there} of {thereTotal}"
    case .interval: "difference of article means {difference} [{low}, {high}]"
    case .mixed: "MIXED: the analyses were made by {count} sets of rules"
    case .moreTables: "label sets, force, actions and statements: --verbose, or --format csv"
    case .nothing: "none"
    case .others: "the other groups"
    case .orderEqual:
      "{score}: of {pairs} pairs of groups {firm} keep their order in at least 95% of the draws; the order under equal weights agrees with that given to {equal}, in 95% of the draws to at least {low} (1: the same order)"
    case .orderKept:
      "{score}, {first} and {second}: the difference keeps its direction in {share} of {draws} draws of other weights; with equal weights it is {equal}"
    case .orders: "Order under other weights"
    case .pooled: "pooled {value}"
    case .ranges: "Means under doubt"
    case .rangesReading:
      "first the mean with confident rules only and with all; then with all parts of the score weighing the same"
    case .reading:
      "Shares are counts first, then the mean of the articles' own shares; brackets: {level} intervals over articles, drawn {draws} times"
    case .seed: "seed {seed}"
    case .simpsonMixed: "not so in every document type that both have: {strata}"
    case .simpsonReversed: "the other way round in every document type that both have: {strata}"
    case .standardised: "every {key} weighing the same"
    case .tableActions: "Directives by the rule that found the action"
    case .tableClasses: "Directives by class"
    case .tableForce: "Directives by the rule that found the force"
    case .tableFunctions: "Tagged paragraphs by what kind of sentence gave the tags"
    case .tableLabelSets: "Body paragraphs by their set of tags"
    case .tableScores: "Mean of article means"
    case .tableSlots: "Directives in which the slot is filled"
    case .tableTags: "Body paragraphs with the tag at this level or above"
    case .testsMade:
      "{tests} tests of this table, corrected together (Benjamini-Hochberg); differences are called found at a false share of {share}"
    case .untested: "{count} differences cannot be tested: {reasons}"
    case .whyAllEqual: "all texts of one group or stratum have the same value"
    case .whyBelowFloor: "so few texts that no test could reach the level (smallest p {smallest})"
    case .whyBelowMinimum: "fewer texts ({count}) than --min-articles asks for; left out"
    case .whyEmptySide: "no text with a value on one side"
    case .whyEmptyStratum: "no text of {stratum}"
    case .whyFewArticles:
      "{count} texts with a value: points and range only, no interval and no test"
    case .whyFewerDraws: "so many groups that draws were lowered to {count}"
    case .whyFewerSplits: "so many texts that tests draw {count} splits each"
    case .whyManyGroups:
      "{count} groups: the order under other weights is told of declared pairs only"
    case .whyMixedPacks: "analyses by {count} sets of rules: figures may differ by the rules alone"
    case .whyNoArticles: "no texts"
    case .whyNoDirectives: "no text with 3 or more directives: no scores and no slots"
    case .whyNoGroupLeft:
      "no group has {count} texts, so that --min-articles leaves none to compare"
    case .whyNoOrder: "the two have the same mean: there is no order to keep"
    case .whyNoValues: "no text has what it is counted of"
    case .whyOneArticle: "one text is a document, not a sample: no interval, no comparison"
    case .whyOneArticleInStratum: "one text of {stratum}: no interval"
    case .whyOneGroup: "fewer than two known groups: nothing to compare"
    case .whyPartialInput:
      "an input could not be read, or not to its end: what it holds is missing from all figures"
    case .whySmallGroups:
      "the other groups have hardly more than one text each, which no draw can vary: no interval"
    case .whyUndated: "{count} texts without a date: they are missing from every view by time"
    case .whyUngrouped: "{count} texts of which the group is unknown: listed, compared with nobody"
    case .whyUnknownRules:
      "no pack tells which slots are force and action: their tables are left out"
    case .whyUnknownWeights:
      "the analyses do not say what the parts of the scores weigh: analyse again for equal weights and draws"
    case .within: "within {key}"
    }
  }
}
