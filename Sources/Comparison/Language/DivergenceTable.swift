import CorpusStatistics

extension Divergence {
  /// Tables whose measures part the units of an article among themselves.
  static let tables: [Measure.Table] = [.functions, .labelSets, .classes, .force, .actions]

  /// The divergence of each table between two sides.
  ///
  /// - Complexity: that of `ProfileDivergence` for each table.
  static func all(
    first: [ArticleProfile], second: [ArticleProfile], options: LanguageOptions, label: String
  ) -> [Divergence] {
    var rows = tables.compactMap { table -> Divergence? in
      let names = Set((first + second).flatMap { $0.counts.keys.filter { $0.table == table } })
        .sorted { $0.id < $1.id }
      guard !names.isEmpty else { return nil }
      func counts(_ side: [ArticleProfile]) -> [[Int]] {
        side.map { profile in names.map { profile.counts[$0] ?? 0 } }
          .filter { $0.contains { $0 > 0 } }
      }
      let (one, other) = (counts(first), counts(second))
      let fewest = min(one.count, other.count)
      guard fewest > 0 else {
        return Divergence(table: table, divergence: nil, adjusted: nil, reason: .emptySide)
      }
      let showable = Showable(articles: one.count, and: other.count)
      guard showable.test else {
        return Divergence(
          table: table, divergence: nil, adjusted: nil,
          reason: fewest == 1 ? .oneArticle : .fewArticles(fewest))
      }
      return Divergence(
        table: table,
        divergence: ProfileDivergence(
          first: one, second: other, draws: options.permutationDraws, seed: options.seed,
          label: "\(label)/\(table.rawValue)"),
        adjusted: nil, reason: nil)
    }
    let family = CorrectedFamily(
      rows.map { $0.divergence?.probability }, method: .benjaminiHochberg)
    for index in rows.indices { rows[index].adjusted = family.adjusted[index] }
    return rows
  }
}
