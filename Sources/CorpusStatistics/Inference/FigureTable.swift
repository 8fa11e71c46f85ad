/// The figures of many articles in groups and strata, in one flat table from which groups are drawn
/// anew and labels dealt out anew for all measures at once.
///
/// Rows are sorted by stratum, group and figures, so that the order of the input leaves no trace.
/// Eight figures stand in one word of the machine, which makes a hundred thousand articles cheap.
package struct FigureTable: Sendable {
  /// One article.
  package struct Row: Sendable {
    /// From 0, below the number of groups.
    package var group: Int
    /// From 0, below the number of strata; 0 where there is one.
    package var stratum: Int
    /// By measure; nil where the article says nothing of it.
    package var figures: [Double?]

    /// An article with one figure a measure.
    package init(group: Int, stratum: Int = 0, figures: [Double?]) {
      self.group = group
      self.stratum = stratum
      self.figures = figures
    }
  }

  typealias Word = SIMD8<Double>

  /// Figures of every row.
  package let measures: Int
  /// Groups, those without rows too.
  package let groups: Int
  /// Strata, those without rows too; 1 for rows that are not stratified.
  package let strata: Int
  /// Words in a row: first the figures, 0 for nil, then what they weigh, 1 or 0.
  let width: Int
  /// By measure: the place of its weight among the numbers of a row.
  let weightPlaces: [Int]
  let words: [Word]
  /// By stratum, then group: its rows.
  private let spans: [Range<Int>]
  /// By stratum, then group: the sums of its rows, `width` words each.
  let sums: [Word]
  /// By measure: the largest figure, without its sign.
  private let magnitudes: [Double]

  /// The table of these rows, which may come in any order.
  ///
  /// - Precondition: every row has `measures` figures, groups and strata lie below their counts.
  /// - Complexity: O(rows × (log rows + measures)).
  package init(_ rows: [Row], measures: Int, groups: Int, strata: Int = 1) {
    precondition(rows.allSatisfy { $0.figures.count == measures }, "rows differ in measures")
    // Where an article has all figures or none, one weight serves them all.
    let isUniform = rows.allSatisfy { row in
      row.figures.allSatisfy { ($0 == nil) == (row.figures[0] == nil) }
    }
    let weights = measures == 0 ? 0 : isUniform ? 1 : measures
    let width = (measures + weights + Word.scalarCount - 1) / Word.scalarCount
    let sorted = rows.sorted(by: FigureTable.precedes)
    var words: [Word] = []
    words.reserveCapacity(rows.count * width)
    var spans = [Range<Int>](repeating: 0..<0, count: groups * strata)
    var largest = [Double](repeating: 0, count: measures)
    for (index, row) in sorted.enumerated() {
      let cell = row.stratum * groups + row.group
      spans[cell] = (spans[cell].isEmpty ? index : spans[cell].lowerBound)..<index + 1
      var numbers = [Double](repeating: 0, count: width * Word.scalarCount)
      for (measure, figure) in row.figures.enumerated() {
        guard let figure else { continue }
        numbers[measure] = figure
        numbers[measures + (isUniform ? 0 : measure)] = 1
        largest[measure] = max(largest[measure], figure.magnitude)
      }
      for word in 0..<width {
        words.append(Word(numbers[word * Word.scalarCount..<(word + 1) * Word.scalarCount]))
      }
    }
    var sums = [Word](repeating: Word(), count: groups * strata * width)
    for (cell, span) in spans.enumerated() {
      for row in span {
        for word in 0..<width { sums[cell * width + word] += words[row * width + word] }
      }
    }
    self.measures = measures
    self.groups = groups
    self.strata = strata
    self.width = width
    weightPlaces = (0..<measures).map { measures + (isUniform ? 0 : $0) }
    self.words = words
    self.spans = spans
    self.sums = sums
    magnitudes = largest
  }

  private static func precedes(_ left: Row, _ right: Row) -> Bool {
    if left.stratum != right.stratum { return left.stratum < right.stratum }
    if left.group != right.group { return left.group < right.group }
    for (one, other) in zip(left.figures, right.figures) where one != other {
      guard let one else { return true }
      guard let other else { return false }
      return one < other
    }
    return false
  }

  /// The rows of `group` in `stratum`.
  func rows(_ group: Int, _ stratum: Int) -> Range<Int> { spans[stratum * groups + group] }

  /// The sum and the number of the figures of `measure` in the `width` words from `start` on.
  func part(_ measure: Int, of sums: [Word], at start: Int) -> (sum: Double, count: Double) {
    let weight = weightPlaces[measure]
    return (
      sums[start + measure / Word.scalarCount][measure % Word.scalarCount],
      sums[start + weight / Word.scalarCount][weight % Word.scalarCount]
    )
  }

  /// All measures in blocks, in order, for which sums of this many copies of a row take at most `room`
  /// bytes, unless a block holds so few that their figures are one word.
  package func blocks(rows: Int, room: Int) -> [Range<Int>] {
    // A figure, and mostly a weight.
    let mostNumbers = room / max(1, rows) / (2 * MemoryLayout<Double>.size)
    let size = max(1, mostNumbers / Word.scalarCount) * Word.scalarCount
    return stride(from: 0, to: measures, by: size).map { $0..<min(measures, $0 + size) }
  }

  /// The sum and the number of the figures of `measure` in one cell.
  func part(_ measure: Int, _ group: Int, _ stratum: Int) -> (sum: Double, count: Double) {
    part(measure, of: sums, at: (stratum * groups + group) * width)
  }

  /// The largest figure of `measure`, without its sign; 0 without one.
  package func largest(_ measure: Int) -> Double { magnitudes[measure] }

  /// The articles of `group` in `stratum` that have a figure of `measure`.
  package func count(_ measure: Int, _ group: Int, _ stratum: Int) -> Int {
    Int(part(measure, group, stratum).count)
  }

  /// By stratum, then measure: the sum of all figures and their number.
  var totals: [[WeightedValue]] {
    (0..<strata).map { stratum in
      (0..<measures).map { measure in
        let parts = (0..<groups).map { part(measure, $0, stratum) }
        let count = parts.reduce(0) { $0 + $1.count }
        return WeightedValue(
          value: count > 0 ? parts.reduce(0) { $0 + $1.sum } : 0, weight: count)
      }
    }
  }

  /// The articles of `group` that have a figure of `measure`.
  ///
  /// - Complexity: O(strata).
  package func count(_ measure: Int, _ group: Int) -> Int {
    (0..<strata).reduce(0) { $0 + count(measure, group, $1) }
  }

  /// The sum of the figures of `measure` and their number, by stratum; the sum is 0 without one.
  ///
  /// - Complexity: O(strata × groups of the side).
  package func stratumSums(_ measure: Int, _ side: Side) -> [WeightedValue] {
    (0..<strata).map { stratum in
      let part = side.part { self.part(measure, $0, stratum) }
      return WeightedValue(value: part.count > 0 ? part.sum : 0, weight: part.count)
    }
  }

  /// How many articles of a side draws can vary, by stratum, as the size of one group that varies as
  /// much: those with a figure of `measure`, less one for each group but the first.
  ///
  /// Draws are made within groups, where the last article follows from the mean of the others. So many
  /// groups of one article each are 1, as one such group is; a stratum without a figure has 0.
  ///
  /// - Complexity: O(strata × groups of the side).
  package func drawnSizes(_ measure: Int, _ side: Side) -> [Int] {
    (0..<strata).map { stratum in
      let part = side.part { group in
        let count = self.part(measure, group, stratum).count
        return (max(0, count - 1), count)
      }
      return part.count > 0 ? Int(part.sum) + 1 : 0
    }
  }

  /// The figures of `measure` in `group`, sorted within strata.
  ///
  /// - Complexity: O(rows of the group).
  package func figures(_ measure: Int, _ group: Int) -> [Double] {
    (0..<strata).flatMap { figures(measure, group, $0) }
  }

  /// The figures of `measure` in one cell.
  ///
  /// - Complexity: O(rows of the cell).
  package func figures(_ measure: Int, _ group: Int, _ stratum: Int) -> [Double] {
    rows(group, stratum).compactMap { row in
      let part = part(measure, of: words, at: row * width)
      return part.count > 0 ? part.sum : nil
    }
  }

  /// The table of these groups alone, numbered in this order.
  ///
  /// - Complexity: O(rows × (log rows + measures)) for the rows that are kept.
  package func keeping(_ kept: [Int]) -> FigureTable {
    var rows: [Row] = []
    for (position, group) in kept.enumerated() {
      for stratum in 0..<strata {
        for row in self.rows(group, stratum) {
          let figures = (0..<measures).map { measure -> Double? in
            let part = part(measure, of: words, at: row * width)
            return part.count > 0 ? part.sum : nil
          }
          rows.append(Row(group: position, stratum: stratum, figures: figures))
        }
      }
    }
    return FigureTable(rows, measures: measures, groups: kept.count, strata: strata)
  }

  /// The groups on one side of a contrast.
  package enum Side: Hashable, Sendable {
    /// One group alone.
    case group(Int)
    /// All groups below `groups` but one.
    case others(of: Int, groups: Int)

    func part(_ cell: (Int) -> (sum: Double, count: Double)) -> (sum: Double, count: Double) {
      switch self {
      case .group(let group): return cell(group)
      case .others(let own, let groups):
        var all = (sum: 0.0, count: 0.0)
        for group in 0..<groups where group != own {
          let part = cell(group)
          all = (all.sum + part.sum, all.count + part.count)
        }
        return all
      }
    }

    /// Whether `group` is on this side.
    package func contains(_ group: Int) -> Bool {
      switch self {
      case .group(let own): group == own
      case .others(let own, let groups): group != own && group < groups
      }
    }
  }
}
