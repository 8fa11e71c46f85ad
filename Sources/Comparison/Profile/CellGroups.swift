import Analysis
import CorpusStatistics

/// Groups of articles as shares of cells, from which their means follow for any weights.
struct CellGroups: Sendable {
  /// Weights of articles are whole multiples of a small share, so that their sums are the same bits in
  /// whatever order they come.
  private static let unit = Double(1 << 40)
  /// Means that differ by less than a billionth are the same.
  private static let grain = 1e9

  /// By group: where its cells begin in the two lists below.
  private var starts = [0]
  private var places: [Int] = []
  private var shares: [Double] = []
  /// The cells that some group has, in their own order.
  private let cells: [ScoreCell]

  /// The articles of each group, every article with the same weight; nil where a directive cannot be
  /// restated.
  init?(_ groups: [[DoubtColumn.Entry]], _ column: DoubtColumn) {
    guard groups.allSatisfy({ $0.allSatisfy { $0.count != nil } }) else { return nil }
    let order = column.cells.indices.sorted {
      ScoreCell.precedes(column.cells[$0], column.cells[$1])
    }
    cells = order.map { column.cells[$0] }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, cell) in order.enumerated() { ranks[cell] = rank }
    var weights = [Int](repeating: 0, count: order.count)
    for entries in groups {
      var sum = 0
      for entry in entries {
        var directives = 0
        column.forEachCell(of: entry) { directives += $1 }
        guard directives > 0 else { continue }
        let weight = Int((Self.unit / Double(directives)).rounded())
        column.forEachCell(of: entry) { cell, count in
          weights[ranks[cell]] += weight * count
          sum += weight * count
        }
      }
      for (rank, weight) in weights.enumerated() where weight > 0 {
        places.append(rank)
        shares.append(Double(weight) / Double(sum))
        weights[rank] = 0
      }
      starts.append(places.count)
    }
  }

  /// How the order of the groups fares under other weights; nil where nothing says the weights.
  ///
  /// Each `strata` groups on end count as one, whose mean is that of theirs.
  ///
  /// - Precondition: `strata` is positive and divides the number of groups.
  /// - Complexity: O(draws × (cells × parts + groups × cells + groups²)).
  func stability(_ weights: ScoreWeights?, seed: UInt64, strata: Int = 1) -> OrderStability? {
    guard let weights, weights.sum > 0 else { return nil }
    return OrderStability(weights: weights.parts.map { max(0, $0.full) }, seed: seed) { shares in
      let means = means(shares, weights)
      return stride(from: 0, to: means.count, by: strata).map { start in
        let mean = means[start..<start + strata].reduce(0, +) / Double(strata)
        return (mean * Self.grain).rounded() / Self.grain
      }
    }
  }

  /// By group: the mean score where the parts share out what they give at most in this way.
  ///
  /// - Precondition: one share a part; they add up to 1.
  func means(_ partShares: [Double], _ weights: ScoreWeights) -> [Double] {
    let sum = weights.sum
    let factors = zip(weights.parts, partShares).map { part, share in
      part.full > 0 ? share * sum / part.full : 1
    }
    let scores = cells.map { cell in
      var total = 0.0
      for part in factors.indices { total += cell.points[part] * factors[part] }
      return Double(cell.course.score(total))
    }
    return (0..<starts.count - 1).map { group in
      var mean = 0.0
      for place in starts[group]..<starts[group + 1] {
        mean += shares[place] * scores[places[place]]
      }
      return mean
    }
  }
}
