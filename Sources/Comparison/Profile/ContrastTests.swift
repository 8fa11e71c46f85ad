import CorpusStatistics

/// Differences between the two sides of contrasts, with intervals and tests.
struct ContrastTests {
  let basis: ProfileTableBuilder.Basis
  let request: ComparisonRequest
  let contrasts: [Contrast]
  let strataNames: [String?]
  /// The name of the random stream.
  let label: String

  /// Tests all figures, by contrast, then measure, and corrects for the number of the tests.
  ///
  /// `done` hears of each figure in parts while it is tested.
  func test(
    _ figures: inout [[ContrastFigure]], _ table: Measure.Table, _ done: (Double) -> Void
  ) {
    test(&figures, contrasts.indices.filter { !isPair($0) }, on: basis.figures.namedTable, done)
    for index in contrasts.indices where isPair(index) {
      test(&figures, [index], on: pairTable(contrasts[index]), done)
    }
    // Of declared contrasts Holm's correction holds for the scores alone; the rest explores.
    correct(&figures, .benjaminiHochberg) { !$0.isDeclared || table != .scores }
    correct(&figures, .holm) { $0.isDeclared && table == .scores }
  }

  private func isPair(_ index: Int) -> Bool { contrasts[index].second != nil }

  private var named: Int { basis.figures.namedTable.groups }

  private func sides(_ contrast: Contrast) -> (FigureTable.Side, FigureTable.Side) {
    (
      .group(contrast.first),
      contrast.second.map { .group($0) } ?? .others(of: contrast.first, groups: named)
    )
  }

  /// The difference and its interval.
  func untested(
    _ measure: Int, _ contrast: Contrast, _ drawn: ProfileTableBuilder.Draws
  ) -> ContrastFigure {
    let table = basis.figures.table
    let (first, second) = sides(contrast)
    let here = table.stratumSums(measure, first)
    let there = table.stratumSums(measure, second)
    let strata = here.indices.filter { here[$0].weight > 0 && there[$0].weight > 0 }
    var figure = ContrastFigure()
    guard !strata.isEmpty else {
      figure.reason = .emptySide
      return figure
    }
    func articles(_ sums: [WeightedValue]) -> Int {
      strata.reduce(0) { $0 + Int(sums[$1].weight) }
    }
    let fewest = min(articles(here), articles(there))
    let showable = Showable(articles: fewest)
    guard showable.comparison else {
      figure.reason = .oneArticle
      return figure
    }
    figure.difference = orderlessMean(
      strata.map {
        here[$0].value / here[$0].weight - there[$0].value / there[$0].weight
      })
    figure.simpson = basis.figures.simpson(measure, first, second)
    guard showable.interval != nil else {
      figure.reason = .fewArticles(fewest)
      return figure
    }
    // Where a stratum cannot vary the interval would be too narrow.
    if basis.isStratified,
      let single = strata.first(where: { min(here[$0].weight, there[$0].weight) == 1 })
    {
      figure.reason = .oneArticleInStratum(strataNames[single])
      return figure
    }
    // Nor can a group of one article vary, however many of them stand against one.
    let bothSizes = [table.drawnSizes(measure, first), table.drawnSizes(measure, second)]
    if bothSizes.contains(where: { sizes in
      Showable(articles: strata.reduce(0) { $0 + sizes[$1] }).interval == nil
        || basis.isStratified && strata.contains { sizes[$0] == 1 }
    }) {
      figure.reason = .smallGroups
      return figure
    }
    figure.interval = (drawn.stratified ?? drawn.free).differenceInterval(
      measure, first, second, strata: strata, level: request.level)
    if figure.interval == nil { figure.reason = .allEqual }
    return figure
  }

  /// Where so few articles are that no interval may be shown, no test may be either; what no draw of
  /// articles can vary hinders the interval alone, because labels are dealt out across groups.
  private static func isTestable(_ figure: ContrastFigure) -> Bool {
    switch figure.reason {
    case nil, .oneArticleInStratum, .smallGroups, .allEqual: figure.difference != nil
    default: false
    }
  }

  private func test(
    _ figures: inout [[ContrastFigure]], _ wanted: [Int], on table: FigureTable,
    _ done: (Double) -> Void
  ) {
    var questions: [GroupPermutation.Question] = []
    var places: [(contrast: Int, measure: Int)] = []
    for index in wanted {
      let isPair = isPair(index)
      let (first, second) = isPair ? (.group(0), .group(1)) : sides(contrasts[index])
      for measure in basis.figures.measures.indices {
        let figure = figures[index][measure]
        guard Self.isTestable(figure) else { continue }
        questions.append(GroupPermutation.Question(first, second, measure: measure))
        places.append((index, measure))
      }
    }
    guard !questions.isEmpty else { return }
    let permutation = GroupPermutation(
      table, level: 1 - request.level, draws: request.permutationDraws, seed: request.seed,
      label: label)
    let part =
      Double(wanted.count * basis.figures.measures.count) / Double(request.permutationDraws)
    for (place, test) in zip(places, permutation.tests(questions, dealt: { done(part) })) {
      figures[place.contrast][place.measure].test = test
      guard case .cannotBeTested(let obstacle) = test else { continue }
      figures[place.contrast][place.measure].reason =
        switch obstacle {
        case .emptyGroup: .emptySide
        case .tooFewArticles(let smallest): .belowFloor(smallest: smallest)
        case .noVariation: .allEqual
        }
    }
  }

  /// The articles of two groups alone.
  private func pairTable(_ contrast: Contrast) -> FigureTable {
    let table = basis.figures.table
    return table.keeping([contrast.first, contrast.second ?? contrast.first])
  }

  private func correct(
    _ figures: inout [[ContrastFigure]], _ method: MultiplicityMethod,
    _ isMeant: (Contrast) -> Bool
  ) {
    let places = contrasts.indices.filter { isMeant(contrasts[$0]) }.flatMap { contrast in
      basis.figures.measures.indices.map { (contrast, $0) }
    }
    let family = CorrectedFamily(
      places.map { figures[$0.0][$0.1].test?.probability }, method: method)
    for (place, adjusted) in zip(places, family.adjusted) {
      guard let adjusted else { continue }
      figures[place.0][place.1].adjusted = adjusted
      figures[place.0][place.1].correction = method
    }
  }
}
