import CorpusStatistics

/// Compares the groups of a corpus.
///
/// The result depends on the articles and the request, not on the order of the articles nor on the
/// number of threads: every table draws from streams of its own.
package struct CorpusComparison: Sendable {
  private let corpus: Corpus
  private let request: ComparisonRequest
  private let grouping: CorpusGrouping
  private let contrasts: [Contrast]

  /// Contrasts that name a group that is not there are left out.
  ///
  /// - Complexity: O(articles + groups log groups).
  package init(_ corpus: Corpus, _ request: ComparisonRequest) {
    self.corpus = corpus
    self.request = request
    let grouping = CorpusGrouping(corpus, request)
    self.grouping = grouping
    var contrasts: [Contrast] = []
    if grouping.named == 2 {
      contrasts.append(Contrast(first: 0, second: 1, isDeclared: false))
    } else if grouping.named > 2 {
      contrasts += (0..<grouping.named).map { Contrast(first: $0, second: nil, isDeclared: false) }
    }
    contrasts += request.contrasts.compactMap { pair in
      guard let first = grouping.names.firstIndex(of: pair.first),
        let second = grouping.names.firstIndex(of: pair.second), first != second
      else { return nil }
      return Contrast(first: first, second: second, isDeclared: true)
    }
    self.contrasts = contrasts
  }

  /// The names of the groups that are there, to be held against declared contrasts.
  package var groupNames: [String] { grouping.names.compactMap { $0 } }

  /// Does the work, tables side by side unless `threads` is 1; `progress` hears of it as of `stage`.
  ///
  /// - Complexity: O(draws × measures × (articles + groups)).
  package func result(
    threads: Int, _ stage: ComparisonStage = .tables,
    progress: @escaping ComparisonProgress = { _, _ in }
  ) async -> ComparisonResult {
    let draws = drawsThatFit
    var request = request
    request.permutationDraws = splitsThatFit
    let builder = ProfileTableBuilder(
      corpus: corpus, request: request, grouping: grouping, contrasts: contrasts, draws: draws)
    let tables = Measure.Table.allCases.filter { table in
      corpus.measures.contains { $0.table == table }
    }
    let done = stage.meter(whole: tables.reduce(0) { $0 + builder.work($1) }, progress)
    var built: [Measure.Table: ProfileTable] = [:]
    if threads == 1 {
      for table in tables { built[table] = builder.build(table, done) }
    } else {
      await withTaskGroup(of: (Measure.Table, ProfileTable).self) { group in
        for table in tables { group.addTask { (table, builder.build(table, done)) } }
        for await (table, result) in group { built[table] = result }
      }
    }
    let groups = grouping.members.enumerated().map { group($0, $1) }
    let reliability = ReliabilityBuilder(
      corpus: corpus, request: request, grouping: grouping, contrasts: contrasts)
    return ComparisonResult(
      frame: frame(draws), groups: groups, strata: grouping.strata, contrasts: contrasts,
      tables: tables.compactMap { built[$0] },
      reliability: corpus.measures(of: .scores).compactMap(reliability.build),
      unsaid: unsaid(groups, draws))
  }

  /// The sums of so many draws are kept at a time, in bytes, for one table.
  private static let room = 400 << 20
  /// What a row of a usual table takes, in bytes.
  private static let usualRow = 256
  private static let fewestDraws = 200

  private var drawsThatFit: Int {
    let row = grouping.names.count * (grouping.strata.count + 1) * Self.usualRow
    return min(request.bootstrapDraws, max(Self.fewestDraws, Self.room / max(1, row)))
  }

  /// So many articles are dealt out anew for one table, all splits together.
  private static let mostDeals = 400_000_000
  private static let fewestSplits = 1_999

  private var splitsThatFit: Int {
    min(
      request.permutationDraws,
      max(Self.fewestSplits, Self.mostDeals / max(1, included.count) - 1))
  }

  private var included: [Int] { grouping.members.flatMap { $0 } }

  private func frame(_ draws: Int) -> ComparisonFrame {
    let articles = included.map { corpus.articles[$0] }
    var packs: [PackIdentity: Int] = [:]
    for article in articles { packs[article.pack, default: 0] += 1 }
    return ComparisonFrame(
      key: request.key, within: request.within, articles: articles.count,
      articlesLeftOut: corpus.articles.count - articles.count,
      minimumArticles: request.minimumArticles, dates: dates(included),
      undated: articles.count { $0.date == nil },
      places: counts(included, CorpusGrouping.placeKey),
      types: counts(included, CorpusGrouping.typeKey),
      packs: packs.sorted { $0.key < $1.key }
        .map { ComparisonFrame.PackCount(pack: $0.key, articles: $0.value) },
      seed: request.seed, bootstrapDraws: draws, permutationDraws: splitsThatFit,
      level: request.level, falseShare: request.falseShare)
  }

  private func group(_ index: Int, _ members: [Int]) -> ComparedGroup {
    let totals = members.map(corpus.totals)
    return ComparedGroup(
      name: grouping.names[index], articles: members,
      notAveraged: zip(members, totals).filter {
        $1.directives < GroupSummary.fewestDirectives
      }.map(\.0),
      paragraphs: totals.reduce(0) { $0 + $1.paragraphs },
      directives: totals.reduce(0) { $0 + $1.directives },
      types: counts(members, CorpusGrouping.typeKey), dates: dates(members))
  }

  private func dates(_ members: [Int]) -> ClosedRange<String>? {
    let dates = members.compactMap { corpus.articles[$0].date }
    guard let first = dates.min(), let last = dates.max() else { return nil }
    return first...last
  }

  private func counts(_ members: [Int], _ key: String) -> [ComparisonFrame.NamedCount] {
    var counts: [String?: Int] = [:]
    for member in members { counts[corpus.articles[member].value(of: key), default: 0] += 1 }
    return CorpusGrouping.ordered(Set(counts.keys)).map {
      ComparisonFrame.NamedCount(name: $0, count: counts[$0] ?? 0)
    }
  }

  private func unsaid(_ groups: [ComparedGroup], _ draws: Int) -> [Unsaid] {
    var unsaid: [Unsaid] = []
    let packs = Set(included.map { corpus.articles[$0].pack }).count
    if packs > 1 { unsaid.append(Unsaid(.mixedPacks(packs))) }
    if included.isEmpty {
      let isLeftOut = !grouping.leftOut.isEmpty
      unsaid.append(
        Unsaid(isLeftOut ? .noGroupLeft(minimum: request.minimumArticles) : .noArticles))
    }
    if grouping.named < 2, !included.isEmpty { unsaid.append(Unsaid(.oneGroup)) }
    if let unknown = groups.firstIndex(where: { $0.name == nil }) {
      unsaid.append(Unsaid(.ungrouped(groups[unknown].articles.count), group: unknown))
    }
    let undated = included.count { corpus.articles[$0].date == nil }
    if undated > 0 { unsaid.append(Unsaid(.undated(undated))) }
    if draws < request.bootstrapDraws { unsaid.append(Unsaid(.fewerDraws(draws))) }
    if splitsThatFit < request.permutationDraws {
      unsaid.append(Unsaid(.fewerSplits(splitsThatFit)))
    }
    for (name, articles) in grouping.leftOut {
      unsaid.append(Unsaid(.belowMinimum(articles), name: name))
    }
    for (index, group) in groups.enumerated() {
      if group.notAveraged.count == group.articles.count {
        unsaid.append(Unsaid(.noDirectives, group: index))
      }
      switch group.articles.count {
      case 1: unsaid.append(Unsaid(.oneArticle, group: index))
      case 2...4: unsaid.append(Unsaid(.fewArticles(group.articles.count), group: index))
      default: break
      }
    }
    return unsaid
  }
}
