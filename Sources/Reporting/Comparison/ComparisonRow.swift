import Comparison
import CorpusStatistics

/// One line of tidy data: one statistic of one measure in one group.
struct ComparisonRow: Hashable, Sendable {
  enum Statistic: String, Hashable, Sendable {
    /// The mean of the articles' own figures.
    case mean
    /// The same as if every group had the same mix of strata.
    case standardised
    /// The same drawn towards the other groups.
    case pooled
    /// First minus second side of a contrast.
    case difference
    /// The mean with every directive at its lowest, and with every one at its highest.
    case allLow = "all-low"
    case allHigh = "all-high"
    /// The mean with all parts of the score weighing the same.
    case equalWeights = "equal-weights"
    /// The share of draws of other weights in which two groups keep their order.
    case orderKept = "order-kept"
  }

  var statistic: Statistic
  var group: String?
  /// The other side of a contrast; nil for all other groups.
  var against: String?
  /// Nil for all articles of the group.
  var stratum: Stratum?
  var measure: Measure
  var figure: Figure
  var contrast: ContrastFigure?

  /// A stratum by name, which may be unknown.
  struct Stratum: Hashable, Sendable {
    var name: String?
  }

  /// How the estimate was made and the interval found.
  var method: String {
    let base =
      switch statistic {
      case .mean: "mean-of-articles"
      case .standardised: "direct-standardisation"
      case .pooled: "partial-pooling"
      case .difference: "difference-of-means"
      case .allLow: "confident-rules"
      case .allHigh: "all-rules"
      case .equalWeights: "equal-weights"
      case .orderKept: "dirichlet-\(Int(OrderStability.usualConcentration))"
      }
    let interval = (contrast?.interval ?? figure.interval)?.method.rawValue
    return base + (interval.map { "+" + $0 } ?? "")
  }

  /// All rows of `result`: measure by measure, group by group.
  static func all(_ result: ComparisonResult) -> [ComparisonRow] {
    result.tables.flatMap { table in
      table.rows.flatMap { row in
        groups(row, result) + contrasts(row, result) + reliability(row.measure, result)
      }
    }
  }

  /// Whether the row is about two sides.
  var isPair: Bool { contrast != nil || statistic == .orderKept }

  private static func reliability(
    _ measure: Measure, _ result: ComparisonResult
  ) -> [ComparisonRow] {
    guard let reliability = result.reliability.first(where: { $0.measure == measure }) else {
      return []
    }
    let groups = zip(result.groups, reliability.groups).flatMap { group, means in
      let figures: [(Statistic, Double?)] =
        means.map {
          [(.allLow, $0.low), (.allHigh, $0.high), (.equalWeights, $0.equal)]
        } ?? []
      return figures.map { statistic, estimate in
        ComparisonRow(
          statistic: statistic, group: group.name, measure: measure,
          figure: Figure(
            articles: means?.articles ?? 0, estimate: estimate,
            reason: estimate == nil ? .unknownWeights : nil))
      }
    }
    return groups
      + reliability.orders.map { order in
        ComparisonRow(
          statistic: .orderKept, group: result.groups[order.first].name,
          against: result.groups[order.second].name, measure: measure,
          figure: Figure(
            articles: order.articles, count: order.kept,
            total: order.kept == nil ? nil : reliability.draws,
            estimate: order.kept.map { Double($0) / Double(reliability.draws) },
            reason: order.kept == nil ? .noOrder : nil))
      }
  }

  private static func groups(_ row: MeasureRow, _ result: ComparisonResult) -> [ComparisonRow] {
    zip(result.groups, row.groups).flatMap { group, figure in
      func line(
        _ statistic: Statistic, _ figure: Figure, _ stratum: Stratum? = nil
      ) -> ComparisonRow {
        ComparisonRow(
          statistic: statistic, group: group.name, stratum: stratum, measure: row.measure,
          figure: figure)
      }
      var lines = [line(.mean, figure.all)]
      if let pooled = figure.pooled {
        lines.append(
          line(
            .pooled,
            Figure(articles: figure.all.articles, estimate: pooled)))
      }
      for (stratum, figure) in zip(result.strata, figure.strata) {
        lines.append(line(.mean, figure, Stratum(name: stratum)))
      }
      if let standardised = figure.standardised { lines.append(line(.standardised, standardised)) }
      return lines
    }
  }

  private static func contrasts(
    _ row: MeasureRow, _ result: ComparisonResult
  ) -> [ComparisonRow] {
    zip(result.contrasts, row.contrasts).map { contrast, figure in
      let others = result.groups.indices.filter { group in
        contrast.second.map { $0 == group }
          ?? (group != contrast.first && result.groups[group].name != nil)
      }
      let articles = min(
        row.groups[contrast.first].all.articles,
        others.reduce(0) { $0 + row.groups[$1].all.articles })
      return ComparisonRow(
        statistic: .difference, group: result.groups[contrast.first].name,
        against: contrast.second.flatMap { result.groups[$0].name }, measure: row.measure,
        figure: Figure(
          articles: articles, estimate: figure.difference, interval: figure.interval,
          reason: figure.reason), contrast: figure)
    }
  }
}
