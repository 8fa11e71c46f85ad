/// One article of a permutation test: its stratum, its side and its numbers.
package struct LabelledArticle: Hashable, Sendable {
  /// Labels are exchanged within a stratum (the document type); one name for all if unstratified.
  package let stratum: String
  /// Whether it belongs to the first of the two groups.
  package let isFirst: Bool
  /// The same number of figures in every article.
  package let figures: [Double]

  /// The article with its figures, without strata unless one is named.
  package init(stratum: String = "", isFirst: Bool, figures: [Double]) {
    self.stratum = stratum
    self.isFirst = isFirst
    self.figures = figures
  }
}

/// How many ways of dealing out the labels were looked at.
package enum PermutationMethod: Hashable, Sendable {
  /// Every split.
  case exact(splits: Int)
  /// That many random splits.
  case monteCarlo(draws: Int)
}

/// The articles of two groups, ready to have their labels dealt out anew.
///
/// The articles are sorted by stratum and figures, and the side that is dealt is the one with fewer
/// articles, so neither the order of the input nor which group is called first leaves a trace.
struct LabelPermutation {
  /// The outcome of all splits looked at.
  struct Outcome {
    var observed: Double
    var probability: Double
    /// The mean of the statistic over the splits.
    var nullMean: Double
    var method: PermutationMethod
  }

  private struct Stratum {
    var rows: Range<Int>
    /// The articles of the dealt side.
    var dealt: Int
  }

  private let width: Int
  private let rows: [[Double]]
  private let strata: [Stratum]
  private let observedSums: [Double]
  /// By stratum: the sums of all its articles.
  let totals: [[Double]]
  /// By stratum: the articles of the dealt side and of the other.
  let counts: [(dealt: Int, kept: Int)]

  /// - Precondition: every article has the same number of figures.
  init(_ articles: [LabelledArticle]) {
    width = articles.first?.figures.count ?? 0
    let width = width
    precondition(articles.allSatisfy { $0.figures.count == width }, "articles differ in figures")
    let dealtIsFirst = LabelPermutation.dealsFirst(articles)
    let sorted = articles.sorted {
      if $0.stratum != $1.stratum { return $0.stratum < $1.stratum }
      return $0.figures.lexicographicallyPrecedes($1.figures)
    }
    var strata: [Stratum] = []
    var names: [String] = []
    var observed: [Double] = []
    var totals: [[Double]] = []
    for (row, article) in sorted.enumerated() {
      if article.stratum != names.last {
        names.append(article.stratum)
        strata.append(Stratum(rows: row..<row, dealt: 0))
        observed += [Double](repeating: 0, count: width)
        totals.append([Double](repeating: 0, count: width))
      }
      let last = strata.count - 1
      strata[last].rows = strata[last].rows.lowerBound..<row + 1
      let isDealt = article.isFirst == dealtIsFirst
      if isDealt { strata[last].dealt += 1 }
      for column in 0..<width {
        totals[last][column] += article.figures[column]
        if isDealt { observed[last * width + column] += article.figures[column] }
      }
    }
    rows = sorted.map(\.figures)
    self.strata = strata
    observedSums = observed
    self.totals = totals
    counts = strata.map { ($0.dealt, $0.rows.count - $0.dealt) }
  }

  private static func dealsFirst(_ articles: [LabelledArticle]) -> Bool {
    let first = articles.filter(\.isFirst)
    let second = articles.filter { !$0.isFirst }
    if first.count != second.count { return first.count < second.count }
    func key(_ side: [LabelledArticle]) -> [[Double]] {
      side.map(\.figures).sorted { $0.lexicographicallyPrecedes($1) }
    }
    let (one, other) = (key(first), key(second))
    return !other.lexicographicallyPrecedes(one) { $0.lexicographicallyPrecedes($1) }
  }

  /// The number of splits, nil above `limit`.
  func splits(limit: Int) -> Int? {
    var product = 1
    for stratum in strata {
      guard let ways = binomial(stratum.rows.count, stratum.dealt, limit: limit) else { return nil }
      product *= ways
      guard product <= limit else { return nil }
    }
    return product
  }

  /// The smallest probability that any figures could give with these numbers of articles.
  ///
  /// One split, or two where the sides are alike in every stratum, because a split and its mirror
  /// image then give the same difference. 0 above two billion splits, which is next to the truth.
  var smallestProbability: Double {
    guard let splits = splits(limit: 2_000_000_000) else { return 0 }
    let mirrored = splits > 1 && counts.allSatisfy { $0.dealt == $0.kept }
    return (mirrored ? 2 : 1) / Double(splits)
  }

  /// Compares `statistic` of the labels as they are with its values over other splits.
  ///
  /// `statistic` gets the sums of the dealt side, stratum by stratum. A split counts as a hit when
  /// its statistic is at least the observed one less `tolerance`, which absorbs rounding.
  func outcome(
    exactLimit: Int, draws: Int, stream: RandomStream, tolerance: Double,
    statistic: ([Double]) -> Double
  ) -> Outcome {
    let observed = statistic(observedSums)
    var hits = 0
    var sum = 0.0
    func look(_ sums: [Double]) {
      let value = statistic(sums)
      if value >= observed - tolerance { hits += 1 }
      sum += value
    }
    if let splits = splits(limit: exactLimit) {
      everySplit(stratum: 0, row: strata.first?.rows.lowerBound ?? 0, taken: 0, sums: zeroes, look)
      return Outcome(
        observed: observed, probability: Double(hits) / Double(splits),
        nullMean: sum / Double(splits), method: .exact(splits: splits))
    }
    var stream = stream
    var order = Array(rows.indices)
    for _ in 0..<draws { look(randomSums(&stream, &order)) }
    return Outcome(
      observed: observed, probability: Double(1 + hits) / Double(1 + draws),
      nullMean: sum / Double(draws), method: .monteCarlo(draws: draws))
  }

  private var zeroes: [Double] { [Double](repeating: 0, count: strata.count * width) }

  private func everySplit(
    stratum: Int, row: Int, taken: Int, sums: [Double], _ look: ([Double]) -> Void
  ) {
    guard stratum < strata.count else { return look(sums) }
    let current = strata[stratum]
    if taken == current.dealt {
      let next = stratum + 1
      let start = next < strata.count ? strata[next].rows.lowerBound : 0
      return everySplit(stratum: next, row: start, taken: 0, sums: sums, look)
    }
    // Too few articles left to fill the side: this branch holds no split.
    guard current.rows.upperBound - row >= current.dealt - taken else { return }
    var with = sums
    add(row, to: &with, stratum: stratum)
    everySplit(stratum: stratum, row: row + 1, taken: taken + 1, sums: with, look)
    everySplit(stratum: stratum, row: row + 1, taken: taken, sums: sums, look)
  }

  /// A partial shuffle of every stratum; `order` need not be restored between draws, because a
  /// uniform shuffle of any order is uniform.
  private func randomSums(_ stream: inout RandomStream, _ order: inout [Int]) -> [Double] {
    var sums = zeroes
    for (index, stratum) in strata.enumerated() {
      for place in 0..<stratum.dealt {
        let position = stratum.rows.lowerBound + place
        order.swapAt(position, position + stream.index(below: stratum.rows.count - place))
        add(order[position], to: &sums, stratum: index)
      }
    }
    return sums
  }

  private func add(_ row: Int, to sums: inout [Double], stratum: Int) {
    for column in 0..<width { sums[stratum * width + column] += rows[row][column] }
  }
}

/// The number of ways to choose `chosen` of `count`, nil above `limit`.
///
/// - Complexity: O(chosen).
package func binomial(_ count: Int, _ chosen: Int, limit: Int) -> Int? {
  var ways = 1
  let fewer = min(chosen, count - chosen)
  guard fewer > 0 else { return fewer == 0 ? 1 : 0 }
  for step in 1...fewer {
    let (product, overflow) = ways.multipliedReportingOverflow(by: count - fewer + step)
    guard !overflow else { return nil }
    ways = product / step
    guard ways <= limit else { return nil }
  }
  return ways
}
