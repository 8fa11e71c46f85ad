import CorpusStatistics

/// The figures of one table of measures for all articles of a comparison.
struct ProfileFigures: Sendable {
  let measures: [Measure]
  let table: FigureTable
  /// The same without the articles of no known group: what contrasts are tested on.
  let namedTable: FigureTable
  /// By group, stratum and measure: paragraphs or directives that it holds of.
  private let counts: [Int]
  /// By group and stratum: paragraphs or directives it is counted of.
  private let totals: [Int]
  /// By type, group and measure: sums of the articles' figures with their numbers.
  private let typeSums: [WeightedValue]
  private let groups: Int
  private let types: [String?]

  init(
    _ corpus: Corpus, _ grouping: CorpusGrouping, _ table: Measure.Table, _ measures: [Measure]
  ) {
    let count = measures.count
    let groups = grouping.names.count
    let strata = grouping.strata.count
    let places = Dictionary(
      measures.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let columns = corpus.measures.map { places[$0] }
    var rows: [FigureTable.Row] = []
    var counts = [Int](repeating: 0, count: groups * strata * count)
    var totals = [Int](repeating: 0, count: groups * strata)
    var typeRows: [(cell: Int, figures: [Double?])] = []
    for (group, members) in grouping.members.enumerated() {
      for article in members {
        let stratum = grouping.stratum[article]
        let total = ProfileFigures.total(table, corpus.totals(article))
        var row = FigureTable.Row(
          group: group, stratum: stratum, figures: [Double?](repeating: nil, count: count))
        if total > 0 {
          // What is not counted holds of nothing; a score that an article's rules do not give is no 0.
          var own = [Double?](repeating: table == .scores ? nil : 0, count: count)
          let start = (group * strata + stratum) * count
          corpus.forEachFigure(of: article) { id, figure in
            guard let column = columns[id] else { return }
            own[column] = table == .scores ? figure : figure / Double(total)
            if table != .scores { counts[start + column] += Int(figure) }
          }
          totals[group * strata + stratum] += total
          row.figures = own
          typeRows.append((grouping.type[article] * groups + group, own))
        }
        rows.append(row)
      }
    }
    self.measures = measures
    self.counts = counts
    self.totals = totals
    self.groups = groups
    types = grouping.types
    self.table = FigureTable(rows, measures: count, groups: groups, strata: strata)
    let named = grouping.named
    namedTable = named == groups ? self.table : self.table.keeping(Array(0..<named))
    typeSums = ProfileFigures.sums(typeRows, cells: grouping.types.count * groups, measures: count)
  }

  /// Whether an article needs directives to have figures.
  var countsDirectives: Bool {
    switch measures.first?.table {
    case .scores, .slots, .classes, .force, .actions: true
    case .tags, .labelSets, .functions, nil: false
    }
  }

  /// What an article's counts are shares of; 0 where it is not averaged.
  private static func total(
    _ table: Measure.Table, _ totals: (paragraphs: Int, tagged: Int, directives: Int)
  ) -> Int {
    switch table {
    case .tags, .labelSets: totals.paragraphs
    case .functions: totals.tagged
    case .scores, .slots, .classes, .force, .actions:
      totals.directives < GroupSummary.fewestDirectives ? 0 : totals.directives
    }
  }

  /// Sums by cell and measure; the order of the articles leaves no trace.
  private static func sums(
    _ rows: [(cell: Int, figures: [Double?])], cells: Int, measures: Int
  ) -> [WeightedValue] {
    let sorted = rows.sorted {
      $0.cell != $1.cell
        ? $0.cell < $1.cell
        : $0.figures.lexicographicallyPrecedes($1.figures) { ($0 ?? -1) < ($1 ?? -1) }
    }
    var values = [Double](repeating: 0, count: cells * measures)
    var weights = [Double](repeating: 0, count: cells * measures)
    for row in sorted {
      for measure in 0..<measures {
        guard let figure = row.figures[measure] else { continue }
        values[row.cell * measures + measure] += figure
        weights[row.cell * measures + measure] += 1
      }
    }
    return zip(values, weights).map { WeightedValue(value: $0, weight: $1) }
  }

  /// Whether an article in the given strata of `group` has enough to be averaged.
  func isAveraged(_ group: Int, _ strata: some Sequence<Int>) -> Bool {
    strata.contains { totals[group * table.strata + $0] > 0 }
  }

  /// Count and total of `measure` in the given strata of `group`; nil for scores.
  func count(
    _ measure: Int, _ group: Int, _ strata: some Sequence<Int>
  ) -> (count: Int, total: Int)? {
    guard measures[measure].table != .scores else { return nil }
    return strata.reduce((0, 0)) { sum, stratum in
      let cell = group * table.strata + stratum
      return (sum.0 + counts[cell * measures.count + measure], sum.1 + totals[cell])
    }
  }

  /// Whether the difference of two sides holds within document types; nil with one type.
  func simpson(
    _ measure: Int, _ first: FigureTable.Side, _ second: FigureTable.Side
  ) -> SimpsonCheck? {
    guard types.count > 1 else { return nil }
    func sums(_ side: FigureTable.Side) -> [String: WeightedValue] {
      var sums: [String: WeightedValue] = [:]
      for (index, type) in types.enumerated() {
        let groups = (0..<groups).filter { side.contains($0) }.map {
          typeSums[(index * self.groups + $0) * measures.count + measure]
        }
        let weight = groups.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { continue }
        let value = groups.reduce(0) { $0 + $1.value }
        sums[type ?? ""] = WeightedValue(value: value, weight: weight)
      }
      return sums
    }
    return SimpsonCheck(
      firstSums: sums(first), secondSums: sums(second), largest: table.largest(measure))
  }
}
