/// The bootstrap of many groups by articles, with the differences between them.
///
/// What `ClusterBootstrap` does for one group, for all groups of a table at once: in every draw each
/// group is drawn anew, articles with replacement, from a stream of its own; what holds of a draw,
/// a group, a stratum or the difference of two sides, is computed from the sums of that draw. The
/// result depends on the articles, the seed and the labels alone.
package struct GroupResampling: Sendable {
  /// Of the streams of all groups.
  package let seed: UInt64
  /// Draws of each group.
  package let draws: Int
  /// Whether articles were drawn within their strata.
  package let isStratified: Bool
  /// Of which measures sums are kept; the draws are the same whatever they are.
  package let measures: Range<Int>
  private let table: FigureTable
  private let columns: Columns
  /// How many words `columns` are.
  private let width: Int
  /// By draw, group and cell: the sums of the drawn rows, in the words that `columns` say.
  private let sums: [FigureTable.Word]
  /// By draw and cell: the sums of all groups.
  private let wholes: [FigureTable.Word]
  /// Cells of a group: its strata, or one.
  private let cells: Int

  /// The words of a row that figures and weights of some measures stand in.
  private struct Columns: Sendable {
    /// In the row of a table.
    let words: [Int]
    /// How much further a figure stands in a row of the table than among `words`, in numbers.
    let figureShift: Int
    /// The same for a weight.
    let weightShift: Int

    init(_ measures: Range<Int>, of table: FigureTable) {
      let size = FigureTable.Word.scalarCount
      guard let first = measures.first, let last = measures.last else {
        (words, figureShift, weightShift) = ([], 0, 0)
        return
      }
      let figures = first / size..<last / size + 1
      let weights = table.weightPlaces[first] / size..<table.weightPlaces[last] / size + 1
      words = Array(figures) + weights.filter { !figures.contains($0) }
      figureShift = figures.lowerBound * size
      // Weights stand last, whether the first of them share a word with figures or not.
      weightShift = (weights.upperBound - words.count) * size
    }
  }

  /// Draws `draws` times; `labels` names the stream of each group.
  ///
  /// Intervals can be asked for the `measures` alone, or for all of the table.
  ///
  /// - Precondition: there is a label for each group.
  /// - Complexity: O(draws × rows × measures) time, O(draws × groups × strata × measures) space.
  package init(
    _ table: FigureTable, measures: Range<Int>? = nil, draws: Int, seed: UInt64, labels: [String],
    isStratified: Bool
  ) {
    precondition(labels.count == table.groups, "groups without a label")
    let cells = isStratified ? table.strata : 1
    let measures = measures ?? 0..<table.measures
    let columns = Columns(measures, of: table)
    let places = columns.words
    let width = places.count
    let words = table.words
    let drawSize = table.groups * cells * width
    var sums = [FigureTable.Word](repeating: .zero, count: draws * drawSize)
    for group in 0..<table.groups {
      var stream = RandomStream(seed: seed, label: labels[group])
      let strata = (0..<table.strata).map { Array(table.rows(group, $0)) }
      let pools = isStratified ? strata : [strata.flatMap { $0 }]
      for draw in 0..<draws {
        for (cell, rows) in pools.enumerated() {
          let start = draw * drawSize + (group * cells + cell) * width
          for _ in rows {
            let row = rows[stream.index(below: rows.count)] * table.width
            for word in 0..<width { sums[start + word] += words[row + places[word]] }
          }
        }
      }
    }
    var wholes = [FigureTable.Word](repeating: .zero, count: draws * cells * width)
    let groupSize = cells * width
    for draw in 0..<draws {
      for group in 0..<table.groups {
        let start = draw * drawSize + group * groupSize
        for place in 0..<groupSize { wholes[draw * groupSize + place] += sums[start + place] }
      }
    }
    self.seed = seed
    self.draws = draws
    self.wholes = wholes
    self.isStratified = isStratified
    self.table = table
    self.measures = measures
    self.columns = columns
    self.width = width
    self.sums = sums
    self.cells = cells
  }

  /// The sum and the number of the figures of `measure` in the words of `sums` from `start` on.
  private func part(
    _ measure: Int, of sums: [FigureTable.Word], at start: Int
  ) -> (sum: Double, count: Double) {
    let figure = measure - columns.figureShift
    let weight = table.weightPlaces[measure] - columns.weightShift
    let size = FigureTable.Word.scalarCount
    return (
      sums[start + figure / size][figure % size], sums[start + weight / size][weight % size]
    )
  }

  private func part(
    _ measure: Int, _ draw: Int, _ group: Int, _ cell: Int
  ) -> (sum: Double, count: Double) {
    let start = ((draw * table.groups + group) * cells + cell) * width
    return part(measure, of: sums, at: start)
  }

  private func part(
    _ measure: Int, _ draw: Int, _ side: FigureTable.Side, _ cell: Int
  ) -> (sum: Double, count: Double) {
    switch side {
    case .group(let group): return part(measure, draw, group, cell)
    case .others(let own, let groups):
      // To add up all the others for each group takes the time of groups × groups.
      let whole = part(measure, of: wholes, at: (draw * cells + cell) * width)
      let own = part(measure, draw, own, cell)
      var rest = (sum: whole.sum - own.sum, count: whole.count - own.count)
      for group in groups..<table.groups {
        let stranger = part(measure, draw, group, cell)
        rest = (rest.sum - stranger.sum, rest.count - stranger.count)
      }
      return rest
    }
  }

  /// The interval of the mean of `measure` over all articles of `group`; nil below five articles, and
  /// where they have the same figure.
  ///
  /// - Complexity: O(draws × log draws).
  package func interval(_ measure: Int, _ group: Int, level: Double) -> Interval? {
    let means = (0..<draws).compactMap { draw -> Double? in
      var all = (sum: 0.0, count: 0.0)
      for cell in 0..<cells {
        let part = part(measure, draw, group, cell)
        all = (all.sum + part.sum, all.count + part.count)
      }
      return all.count > 0 ? all.sum / all.count : nil
    }
    return interval(means, measure, articles: table.count(measure, group), level: level)
  }

  /// The interval of the mean of `measure` in one stratum of `group`; nil below five articles,
  /// and where they have the same figure.
  ///
  /// - Precondition: articles were drawn within strata.
  /// - Complexity: O(draws × log draws).
  package func interval(
    _ measure: Int, _ group: Int, stratum: Int, level: Double
  ) -> Interval? {
    precondition(isStratified, "no draws of a stratum")
    let means = (0..<draws).compactMap { draw -> Double? in
      let part = part(measure, draw, group, stratum)
      return part.count > 0 ? part.sum / part.count : nil
    }
    return interval(means, measure, articles: table.count(measure, group, stratum), level: level)
  }

  /// The interval of the mean over `strata` of their means, each weighing the same; nil below five
  /// articles, and where those of each stratum have the same figure.
  ///
  /// - Precondition: articles were drawn within strata.
  /// - Complexity: O(draws × (log draws + strata)).
  package func standardisedInterval(
    _ measure: Int, _ group: Int, strata: [Int], level: Double
  ) -> Interval? {
    precondition(isStratified, "no draws of a stratum")
    let means = (0..<draws).compactMap { draw in
      equalMean(strata) { part(measure, draw, group, $0) }
    }
    let articles = strata.reduce(0) { $0 + table.count(measure, group, $1) }
    return interval(means, measure, articles: articles, level: level)
  }

  /// The interval of first side minus second side, or of the mean of their differences in `strata`.
  ///
  /// The side of which draws vary fewer articles, see `FigureTable.drawnSizes`, decides the method and
  /// whether there is one. Nil as well where draws do not differ by more than rounding.
  ///
  /// - Complexity: O(draws × (log draws + strata × groups that are on neither side)).
  package func differenceInterval(
    _ measure: Int, _ first: FigureTable.Side, _ second: FigureTable.Side, strata: [Int],
    level: Double
  ) -> Interval? {
    let used = isStratified ? strata : [0]
    let differences = (0..<draws).compactMap { draw -> Double? in
      var sum = 0.0
      for cell in used {
        let here = part(measure, draw, first, cell)
        let there = part(measure, draw, second, cell)
        guard here.count > 0, there.count > 0 else { return nil }
        sum += here.sum / here.count - there.sum / there.count
      }
      return used.isEmpty ? nil : sum / Double(used.count)
    }
    func size(_ side: FigureTable.Side) -> Int {
      let sizes = table.drawnSizes(measure, side)
      return strata.reduce(0) { $0 + sizes[$1] }
    }
    return interval(differences, measure, articles: min(size(first), size(second)), level: level)
  }

  private func interval(
    _ draws: [Double], _ measure: Int, articles: Int, level: Double
  ) -> Interval? {
    precondition(measures.contains(measure), "a measure without draws")
    return bootstrapInterval(
      draws, articles: articles, level: level, largest: table.largest(measure))
  }
}

/// The mean of the means of some strata, nil where one of them is empty or there is none.
func equalMean(
  _ strata: [Int], _ part: (Int) -> (sum: Double, count: Double)
) -> Double? {
  var sum = 0.0
  for stratum in strata {
    let part = part(stratum)
    guard part.count > 0 else { return nil }
    sum += part.sum / part.count
  }
  return strata.isEmpty ? nil : sum / Double(strata.count)
}
