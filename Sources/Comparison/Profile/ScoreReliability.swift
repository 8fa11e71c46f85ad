import Analysis
import CorpusStatistics

/// How far the means of one score, and the order of the groups by them, hang on rules that may
/// misread and on what the parts of the score weigh.
package struct ScoreReliability: Hashable, Sendable {
  /// The means of a group under doubt: each the mean of its articles' own.
  package struct Means: Hashable, Sendable {
    /// The articles that are averaged.
    package var articles: Int
    /// In points, with every directive at its lowest.
    package var low: Double
    /// In points, with every directive at its highest.
    package var high: Double
    /// With all parts weighing the same; nil where the analyses do not say.
    package var equal: Double?
  }

  /// Two groups whose means have an order.
  package struct Order: Hashable, Sendable {
    /// Positions of the groups.
    package var first: Int
    /// Position of the other group, behind the first in the order of the groups.
    package var second: Int
    /// The averaged articles of the smaller one.
    package var articles: Int
    /// Draws of other weights, of `draws`, that keep the order; nil where the means are the same.
    package var kept: Int?
    /// First minus second with all parts weighing the same.
    package var underEqualWeights: Double
  }

  /// The score, which is of the table `scores`.
  package var measure: Measure
  /// By group; nil where no article is averaged.
  package var groups: [Means?]
  /// By first, then second group; only groups with at least two averaged articles stand in it.
  package var orders: [Order]
  /// Sets of weights that were drawn for the orders; the number also stands where `reason` says
  /// that none were.
  package var draws: Int
  /// Goodman & Kruskal's gamma of the groups' order under equal weights with the one given, from -1
  /// to 1; nil without an order, and where only some groups were looked at.
  package var agreementWithEqual: Double?
  /// The fifth percentile of that agreement over the draws, from -1 to 1; nil where that is.
  package var lowAgreement: Double?
  /// Why there are no orders, or not those of all pairs.
  package var reason: Unsaid.Reason?
}

/// Computes the reliability of one score.
struct ReliabilityBuilder: Sendable {
  /// With more groups than this only the pairs that were declared are looked at.
  static let mostGroups = 200

  let corpus: Corpus
  let request: ComparisonRequest
  let grouping: CorpusGrouping
  let contrasts: [Contrast]

  /// - Complexity: O(articles + draws × (cells × parts + groups × cells + groups²)).
  func build(_ measure: Measure) -> ScoreReliability? {
    guard let column = corpus.doubts[measure.name] else { return nil }
    var reliability = ScoreReliability(
      measure: measure, groups: grouping.members.map { means($0, column) }, orders: [],
      draws: OrderStability.usualDraws)
    let comparable = (0..<grouping.named).filter {
      Showable(articles: reliability.groups[$0]?.articles ?? 0).comparison
    }
    guard comparable.count > 1 else { return reliability }
    var chosen = comparable
    if comparable.count > Self.mostGroups {
      let declared = contrasts.filter(\.isDeclared).flatMap { [$0.first, $0.second ?? $0.first] }
      chosen = comparable.filter(declared.contains)
      reliability.reason = .manyGroups(comparable.count)
    }
    guard chosen.count > 1 else { return reliability }
    let groups = CellGroups(chosen.map { averaged($0, column) }, column)
    guard let stability = groups?.stability(column.weights, seed: request.seed) else {
      reliability.reason = .unknownWeights
      return reliability
    }
    let isWhole = reliability.reason == nil
    if isWhole {
      reliability.agreementWithEqual = stability.agreementWithEqual
      reliability.lowAgreement = stability.lowAgreement
    }
    let declared = Set(
      contrasts.filter(\.isDeclared).map { Set([$0.first, $0.second ?? $0.first]) })
    reliability.orders = stability.pairs.compactMap { pair in
      let (first, second) = (chosen[pair.groups[0]], chosen[pair.groups[1]])
      guard isWhole || declared.contains([first, second]) else { return nil }
      return ScoreReliability.Order(
        first: first, second: second,
        articles: min(
          reliability.groups[first]?.articles ?? 0, reliability.groups[second]?.articles ?? 0),
        kept: pair.kept.map { Int(($0 * Double(stability.draws)).rounded()) },
        underEqualWeights: pair.underEqualWeights)
    }
    return reliability
  }

  private func averaged(_ group: Int, _ column: DoubtColumn) -> [DoubtColumn.Entry] {
    averaged(grouping.members[group], column)
  }

  private func averaged(_ members: [Int], _ column: DoubtColumn) -> [DoubtColumn.Entry] {
    members.filter { corpus.totals($0).directives >= GroupSummary.fewestDirectives }
      .compactMap { column[$0] }
  }

  private func means(_ members: [Int], _ column: DoubtColumn) -> ScoreReliability.Means? {
    let entries = averaged(members, column)
    guard let low = orderlessMean(entries.map(\.low)),
      let high = orderlessMean(entries.map(\.high))
    else { return nil }
    let equal = entries.compactMap(\.equal)
    return ScoreReliability.Means(
      articles: entries.count, low: low, high: high,
      equal: equal.count == entries.count ? orderlessMean(equal) : nil)
  }
}
