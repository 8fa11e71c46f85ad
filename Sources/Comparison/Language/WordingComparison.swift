package import Analysis
import RuleLanguage
import SourceText

/// What a comparison says of wording, and the same comparison with repeated sentences left out.
package struct WordingComparison: Sendable {
  /// The wording of all text, and its tables on both bases.
  package var language: LanguageResult
  /// What `language` names by positions.
  package var corpus: WordingCorpus
  /// The measures of the articles without the directives in repeated sentences, and without the
  /// paragraphs that hold nothing else; tables and rows stand as in all text.
  package var withoutRepeats: ComparisonResult

  /// Compares the wording of the groups of `result`, which `request` made of `corpus`; the texts of
  /// the articles have to be at hand; `progress` hears of the wording, and then of the tables without
  /// repeats.
  ///
  /// - Throws: `CompileError` when names or formulas of the pack reach a limit of the automaton.
  /// - Complexity: that of `WordingCorpus`, `LanguageComparison` and `CorpusComparison` together.
  package init(
    _ corpus: Corpus, _ result: ComparisonResult, _ request: ComparisonRequest,
    analyzer: Analyzer, threads: Int, progress: @escaping ComparisonProgress = { _, _ in }
  ) async throws(CompileError) {
    let pack = analyzer.summary
    var groups = [Int?](repeating: nil, count: corpus.articles.count)
    for (index, group) in result.groups.enumerated() {
      for article in group.articles { groups[article] = index }
    }
    let wording = try WordingCorpus(
      corpus.articles, groups: groups, pack: analyzer.rulePack, seed: request.seed)
    let key = pack.metadata.first { $0.name == result.frame.key }
    let titles = result.groups.map { group in
      group.name.map { key?.valueTitles[$0] ?? LocalizedText(en: $0) }
    }
    let comparison = LanguageComparison(
      wording, profiles: corpus.articles.indices.map(corpus.profile),
      groups: result.groups.map(\.articles), names: titles,
      settings: analyzer.rulePack.comparison,
      slotTitles: Dictionary(
        pack.slots.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first }),
      scoreTitles: Dictionary(
        pack.scores.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first }),
      weights: corpus.doubts.values.compactMap(\.weights),
      strata: request.within == nil ? nil : CorpusGrouping(corpus, request).stratum,
      options: LanguageOptions(
        seed: request.seed, bootstrapDraws: request.bootstrapDraws,
        permutationDraws: request.permutationDraws, level: request.level))
    language = comparison.result(result.contrasts, progress: progress)
    let reader = ProfileReader(force: pack.force, action: pack.action)
    var own = Corpus()
    for table in Measure.Table.allCases {
      for measure in corpus.measures(of: table) { own.declare(measure) }
    }
    for (index, article) in corpus.articles.enumerated() {
      own.append(article, reader.profile(of: wording.withoutRepeats(index)))
    }
    withoutRepeats = await CorpusComparison(own, request).result(
      threads: threads, .tablesWithoutRepeats, progress: progress)
    self.corpus = wording
  }

  /// The words of a directive, names hidden.
  package func text(of place: DirectivePlace) -> String {
    let paragraph = corpus.articles[place.article].analysis.paragraphs[place.paragraph]
    let directive = paragraph.directives[place.directive]
    let bytes = Array(paragraph.text.utf8)
    guard let span = directive.inText, span.end <= bytes.count else { return ArticleWording.mask }
    return ArticleWording.masked(
      bytes, span, corpus.wordings[place.article].nameSpans[place.paragraph])
  }
}
