extension Unsaid.Reason {
  /// A name for data files.
  package var name: String {
    switch self {
    case .oneGroup: "one-group"
    case .oneArticle: "one-article"
    case .fewArticles: "few-articles"
    case .noDirectives: "no-directives"
    case .noValues: "no-values"
    case .allEqual: "all-equal"
    case .smallGroups: "small-groups"
    case .belowFloor: "below-floor"
    case .emptySide: "empty-side"
    case .emptyStratum: "empty-stratum"
    case .oneArticleInStratum: "one-article-in-stratum"
    case .undated: "undated"
    case .ungrouped: "ungrouped"
    case .belowMinimum: "below-minimum"
    case .mixedPacks: "mixed-packs"
    case .fewerDraws: "fewer-draws"
    case .fewerSplits: "fewer-splits"
    case .unknownRules: "unknown-rules"
    case .noArticles: "no-articles"
    case .noGroupLeft: "no-group-left"
    case .unknownWeights: "unknown-weights"
    case .manyGroups: "many-groups"
    case .noOrder: "no-order"
    case .partialInput: "partial-input"
    }
  }

  /// How many articles, packs or draws it is about, where it is about a number.
  package var count: Int? {
    switch self {
    case .fewArticles(let count), .undated(let count), .ungrouped(let count),
      .belowMinimum(let count), .mixedPacks(let count), .fewerDraws(let count),
      .fewerSplits(let count), .manyGroups(let count),
      .noGroupLeft(let count):
      count
    default: nil
    }
  }
}
