import CorpusStatistics
import RuleLanguage

extension Timeline {
  /// The figures of `measures` by time, for each group.
  ///
  /// - Complexity: O(articles × measures × draws).
  static func make(
    _ unit: Unit, _ corpus: WordingCorpus, _ profiles: [ArticleProfile], groupCount: Int,
    measures: [Measure], phases: [ComparisonSettings.Phase], options: LanguageOptions
  ) -> Timeline {
    var timeline = Timeline(unit: unit, measures: measures, points: [], undated: 0, reason: nil)
    var members: [String: [Int: [Int]]] = [:]
    for (article, group) in corpus.groups.enumerated() {
      guard let group else { continue }
      guard let period = period(of: corpus.articles[article], unit, phases) else {
        // A year or month alone may lie in a phase with some of its days, and in none with others.
        let date = unit == .phase ? corpus.articles[article].date : nil
        if let date, !phases.contains(where: { $0.touches(date) }) {
          timeline.outside += 1
        } else {
          timeline.undated += 1
        }
        continue
      }
      members[period, default: [:]][group, default: []].append(article)
    }
    guard !members.isEmpty else {
      timeline.reason = timeline.undated > 0 ? .undated(timeline.undated) : .noValues
      return timeline
    }
    let order = phases.map(\.name)
    func rank(_ period: String) -> (Int, String) {
      (unit == .phase ? order.firstIndex(of: period) ?? order.count : 0, period)
    }
    for (period, groups) in members.sorted(by: { rank($0.key) < rank($1.key) }) {
      for group in 0..<groupCount {
        guard let articles = groups[group] else { continue }
        let rows = articles.map { article in
          measures.map { profiles[article].figure($0) }
            + [corpus.reuse.shares[article].flatMap(ArticleFigure.init)]
        }
        let figures = Figure.all(
          rows, options: options, label: "\(unit.rawValue)/\(period)/\(group)")
        timeline.points.append(
          Point(
            period: period, group: group, articles: articles,
            figures: Array(figures.dropLast()), reuse: figures[figures.count - 1]))
      }
    }
    return timeline
  }

  private static func period(
    of article: CorpusArticle, _ unit: Unit, _ phases: [ComparisonSettings.Phase]
  ) -> String? {
    switch unit {
    case .year: article.year
    case .month: article.month
    case .phase:
      article.date.flatMap { date in phases.first { $0.contains(date) }?.name }
    }
  }
}

/// What one article says of a measure.
struct ArticleFigure {
  var value: Double
  /// Units it holds of, and of how many; nil for scores.
  var count: Int?
  var total: Int?

  init(value: Double) { self.value = value }

  init?(count: Int, total: Int) {
    guard total > 0 else { return nil }
    value = Double(count) / Double(total)
    self.count = count
    self.total = total
  }
}

extension ArticleFigure {
  /// Nil where the article has no sentence long enough.
  init?(_ share: ReuseShare) { self.init(count: share.reused, total: share.passages) }
}

extension ArticleProfile {
  /// The article's own figure; what is counted of directives needs three of them, as in tables of
  /// measures, other shares something to be counted of.
  func figure(_ measure: Measure) -> ArticleFigure? {
    let averaged = directives < GroupSummary.fewestDirectives ? 0 : directives
    let whole: Int
    switch measure.table {
    case .scores: return averaged > 0 ? means[measure].map(ArticleFigure.init(value:)) : nil
    case .tags, .labelSets: whole = paragraphs
    case .functions: whole = tagged
    case .slots, .classes, .force, .actions: whole = averaged
    }
    return ArticleFigure(count: counts[measure] ?? 0, total: whole)
  }
}

extension Figure {
  /// The figures of some articles, by measure, with the intervals that their number allows.
  ///
  /// - Complexity: O(articles × measures × draws).
  static func all(
    _ rows: [[ArticleFigure?]], options: LanguageOptions, label: String
  ) -> [Figure] {
    let measures = rows.first?.count ?? 0
    let mayShow = Showable(articles: rows.count).interval != nil
    let bootstrap =
      mayShow
      ? ClusterBootstrap(
        rows.map { row in BootstrapArticle(values: row.map { WeightedValue(mean: $0?.value) }) },
        draws: options.bootstrapDraws, seed: options.seed, label: label) : nil
    return (0..<measures).map { measure in
      let values = rows.compactMap { $0[measure] }
      let totals = values.compactMap(\.total)
      let lowest = values.map(\.value).min()
      let highest = values.map(\.value).max()
      let interval = bootstrap?.interval(measure, level: options.level)
      return Figure(
        articles: values.count,
        count: totals.isEmpty ? nil : values.reduce(0) { $0 + ($1.count ?? 0) },
        total: totals.isEmpty ? nil : totals.reduce(0, +),
        estimate: orderlessMean(values.map(\.value)), lowest: lowest, highest: highest,
        interval: interval,
        reason: reason(values.count, interval, isConstant: lowest == highest))
    }
  }

  private static func reason(
    _ articles: Int, _ interval: Interval?, isConstant: Bool
  ) -> Unsaid.Reason? {
    switch articles {
    case 0: .noValues
    case 1: .oneArticle
    case _ where isConstant: .allEqual
    default: interval == nil ? .fewArticles(articles) : nil
    }
  }
}
