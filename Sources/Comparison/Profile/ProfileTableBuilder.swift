import CorpusStatistics

/// Makes one table of measures: figures, intervals, pooling, differences, tests.
struct ProfileTableBuilder: Sendable {
  let corpus: Corpus
  let request: ComparisonRequest
  let grouping: CorpusGrouping
  let contrasts: [Contrast]
  let draws: Int

  /// What the figures of a table are computed from.
  struct Basis {
    let figures: ProfileFigures
    let isStratified: Bool
    /// Strata with an article, which a standardised figure needs in every group.
    let usedStrata: [Int]
  }

  /// What intervals of some measures are computed from.
  struct Draws {
    /// Articles drawn from a whole group.
    let free: GroupResampling
    /// Articles drawn within strata; nil unless the comparison is stratified.
    let stratified: GroupResampling?
  }

  /// The sums of draws that are kept at a time, in bytes: those of some measures after the other, as
  /// packs may have a thousand.
  private static let room = 64 << 20

  /// The work that a table takes: a part for the figures of each group and measure, two for those of each
  /// contrast.
  func work(_ table: Measure.Table) -> Double {
    Double(corpus.measures(of: table).count * (grouping.names.count + 2 * contrasts.count))
  }

  /// Makes the table; `done` hears of parts of its work, which together are `work`.
  func build(_ table: Measure.Table, _ done: (Double) -> Void) -> ProfileTable {
    let measures = corpus.measures(of: table)
    var left = work(table)
    func note(_ part: Double) {
      left -= part
      done(part)
    }
    // What is too small to be tested takes less than it was thought to.
    defer { done(left) }
    let isStratified = request.within != nil
    let basis = Basis(
      figures: ProfileFigures(corpus, grouping, table, measures), isStratified: isStratified,
      usedStrata: grouping.strata.indices.filter { stratum in
        grouping.members.joined().contains { grouping.stratum[$0] == stratum }
      })
    let tests = ContrastTests(
      basis: basis, request: request, contrasts: contrasts,
      strataNames: grouping.strata, label: label(table, "permutation", ""))
    var differences: [[ContrastFigure]] = contrasts.map { _ in [] }
    var groups: [[GroupFigure]] = []
    let cells = isStratified ? 1 + grouping.strata.count : 1
    let copies = draws * grouping.names.count * cells
    for block in basis.figures.table.blocks(rows: copies, room: Self.room) {
      let drawn = drawn(table, block, basis)
      for measure in block {
        for (index, contrast) in contrasts.enumerated() {
          differences[index].append(tests.untested(measure, contrast, drawn))
          note(1)
        }
        groups.append(self.groups(measure, basis, drawn, note))
      }
    }
    tests.test(&differences, table, note)
    let rows = measures.indices.map { measure in
      MeasureRow(
        measure: measures[measure], groups: groups[measure],
        contrasts: differences.map { $0[measure] })
    }
    let families = MultiplicityMethod.allCases.compactMap { method in
      let tested = differences.joined().count { $0.correction == method }
      return tested > 0 ? TestFamily(correction: method, tests: tested) : nil
    }
    return ProfileTable(table: table, families: families, rows: rows)
  }

  /// Draws for the measures of a block, which are those of any other.
  private func drawn(_ table: Measure.Table, _ block: Range<Int>, _ basis: Basis) -> Draws {
    func resampling(_ isStratified: Bool) -> GroupResampling {
      GroupResampling(
        basis.figures.table, measures: block, draws: draws, seed: request.seed,
        labels: grouping.names.map { label(table, isStratified ? "within" : "all", $0 ?? "") },
        isStratified: isStratified)
    }
    return Draws(free: resampling(false), stratified: basis.isStratified ? resampling(true) : nil)
  }

  /// The figures of all groups; `note` hears of each.
  private func groups(
    _ measure: Int, _ basis: Basis, _ drawn: Draws, _ note: (Double) -> Void
  ) -> [GroupFigure] {
    let pooled = pooled(measure, basis)
    return grouping.names.indices.map { group in
      defer { note(1) }
      return GroupFigure(
        all: figure(measure, group, nil, basis, drawn), pooled: pooled[group],
        strata: basis.isStratified
          ? grouping.strata.indices.map { figure(measure, group, $0, basis, drawn) } : [],
        standardised: basis.isStratified ? standardised(measure, group, basis, drawn) : nil)
    }
  }

  /// Names of random streams; a control character keeps group names from running into each other.
  private func label(_ table: Measure.Table, _ use: String, _ group: String) -> String {
    [table.rawValue, use, group].joined(separator: "\u{1F}")
  }

  /// The figure of a group, or of one stratum of it.
  private func figure(
    _ measure: Int, _ group: Int, _ stratum: Int?, _ basis: Basis, _ drawn: Draws
  ) -> Figure {
    let table = basis.figures.table
    let values =
      stratum.map { table.figures(measure, group, $0) } ?? table.figures(measure, group)
    let strata = stratum.map { $0...$0 } ?? 0...grouping.strata.count - 1
    let counted = basis.figures.count(measure, group, strata)
    var figure = Figure(
      articles: values.count, count: counted?.count, total: counted?.total,
      estimate: orderlessMean(values), lowest: values.min(), highest: values.max(),
      points: Showable(articles: values.count).size == .ample ? [] : values.sorted())
    if let stratum {
      figure.interval = drawn.stratified?.interval(
        measure, group, stratum: stratum, level: request.level)
    } else {
      figure.interval = drawn.free.interval(measure, group, level: request.level)
    }
    let allEqual = values.count > 1 && figure.lowest == figure.highest
    let isEmpty = !grouping.members[group].contains { article in
      stratum.map { grouping.stratum[article] == $0 } ?? true
    }
    figure.reason =
      switch values.count {
      case 0:
        isEmpty
          ? stratum.map { .emptyStratum(grouping.strata[$0]) } ?? .noArticles
          : basis.figures.countsDirectives && !basis.figures.isAveraged(group, strata)
            ? .noDirectives : .noValues
      case 1: .oneArticle
      case _ where allEqual: .allEqual
      case let count: figure.interval == nil ? .fewArticles(count) : nil
      }
    return figure
  }

  /// The figure with every stratum weighing the same; nothing where a stratum is empty.
  private func standardised(
    _ measure: Int, _ group: Int, _ basis: Basis, _ drawn: Draws
  ) -> Figure {
    let table = basis.figures.table
    let strata = basis.usedStrata
    let means = strata.map { orderlessMean(table.figures(measure, group, $0)) }
    var figure = Figure(articles: table.count(measure, group))
    if let empty = means.firstIndex(of: nil) {
      figure.reason = .emptyStratum(grouping.strata[strata[empty]])
      return figure
    }
    figure.estimate = standardisedMean(
      Dictionary(
        uniqueKeysWithValues: zip(strata, means).map { ("\($0)", $1.map { [$0] } ?? []) }),
      weights: Dictionary(uniqueKeysWithValues: strata.map { ("\($0)", 1) }))
    if let single = strata.first(where: { table.count(measure, group, $0) == 1 }) {
      figure.reason = .oneArticleInStratum(grouping.strata[single])
    } else {
      figure.interval = drawn.stratified?.standardisedInterval(
        measure, group, strata: strata, level: request.level)
      let allEqual = strata.allSatisfy { stratum in
        let values = table.figures(measure, group, stratum)
        return values.allSatisfy { $0 == values.first }
      }
      if figure.interval == nil {
        figure.reason = allEqual ? .allEqual : .fewArticles(figure.articles)
      }
    }
    return figure
  }

  /// By group: its mean drawn towards the others, where it has so many articles that it is shown.
  private func pooled(_ measure: Int, _ basis: Basis) -> [Double?] {
    // Articles of which the group is unknown are no group to draw others towards.
    let values = (0..<grouping.named).map { basis.figures.table.figures(measure, $0) }
    var shown = [Double?](repeating: nil, count: grouping.names.count)
    guard let pooling = PartialPooling(values) else { return shown }
    for (index, group) in pooling.groups.enumerated()
    where Showable(articles: values[index].count).pooledEstimate {
      shown[index] = group?.shrunk
    }
    return shown
  }
}
