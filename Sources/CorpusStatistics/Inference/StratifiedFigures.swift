/// The values of articles in one flat table, sorted, so that drawing is quick and the order of the
/// input leaves no trace.
struct StratifiedFigures {
  /// By stratum, in the order of the names: the rows of its articles.
  let strata: [Range<Int>]
  private let measures: Int
  /// Row by row: value and weight of each measure in turn.
  private let table: [Double]

  init(_ articles: [BootstrapArticle], measures: Int) {
    let sorted = articles.sorted(by: StratifiedFigures.precedes)
    var ranges: [Range<Int>] = []
    for (row, article) in sorted.enumerated() {
      if let last = ranges.last, article.stratum == sorted[last.lowerBound].stratum {
        ranges[ranges.count - 1] = last.lowerBound..<row + 1
      } else {
        ranges.append(row..<row + 1)
      }
    }
    self.measures = measures
    strata = ranges
    table = sorted.flatMap { article in article.values.flatMap { [$0.value, $0.weight] } }
  }

  private static func precedes(_ left: BootstrapArticle, _ right: BootstrapArticle) -> Bool {
    if left.stratum != right.stratum { return left.stratum < right.stratum }
    for (one, other) in zip(left.values, right.values) where one != other {
      return (one.value, one.weight) < (other.value, other.weight)
    }
    return false
  }

  /// By stratum, then value and weight of each measure: the sums of one draw.
  func drawnSums(_ stream: inout RandomStream) -> [Double] {
    let width = 2 * measures
    var sums = [Double](repeating: 0, count: strata.count * width)
    for (stratum, rows) in strata.enumerated() {
      for _ in rows {
        let row = rows.lowerBound + stream.index(below: rows.count)
        add(row, to: &sums, at: stratum * width)
      }
    }
    return sums
  }

  /// The sums of the articles as they are.
  func allSums() -> [Double] {
    let width = 2 * measures
    var sums = [Double](repeating: 0, count: strata.count * width)
    for (stratum, rows) in strata.enumerated() {
      for row in rows { add(row, to: &sums, at: stratum * width) }
    }
    return sums
  }

  private func add(_ row: Int, to sums: inout [Double], at start: Int) {
    let width = 2 * measures
    for column in 0..<width { sums[start + column] += table[row * width + column] }
  }

  /// The figure of `measure` for these sums, nil without a weight.
  func figure(_ measure: Int, of sums: [Double]) -> Double? {
    let width = 2 * measures
    var value = 0.0
    var weight = 0.0
    for stratum in strata.indices {
      value += sums[stratum * width + 2 * measure]
      weight += sums[stratum * width + 2 * measure + 1]
    }
    return weight > 0 ? value / weight : nil
  }
}
