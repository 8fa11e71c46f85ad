package import Analysis
import CorpusStatistics
package import RuleLanguage
import SourceText

/// The articles of a comparison with their sentences, and which of these are repeats.
package struct WordingCorpus: Sendable {
  /// Shorter sentences say too little to be anybody's: two short ones share half their runs by the
  /// form of the genre alone.
  package static let leastCharacters = 12

  /// In the order of the comparison; every list here goes by these positions.
  package private(set) var articles: [CorpusArticle]
  /// By article: position of its group, nil for articles that no group holds.
  package let groups: [Int?]
  /// What names are called that were hidden: the masks of the pack, then `WordingReader.given`.
  package let kinds: [String]
  /// By article: its sentences.
  package let wordings: [ArticleWording]
  /// What the sentences of all articles share.
  package let reuse: ReuseFindings
  /// By article, by sentence: whether another article had the sentence first, or may have had it; see
  /// `ReuseFindings.Cluster.first`.
  package let isRepeat: [[Bool]]

  /// Reads the sentences of all articles and compares them with each other.
  ///
  /// `groups` holds the position of each article's group, nil for what no group holds.
  ///
  /// - Throws: `CompileError` when names or formulas of the pack reach a limit of the automaton.
  /// - Complexity: O(characters), see `TextReuse` and `FormulaShare`.
  package init(
    _ articles: [CorpusArticle], groups: [Int?], pack: RulePack, seed: UInt64
  ) throws(CompileError) {
    let reader = try WordingReader(pack, names: StatedNames.collect(articles, pack))
    var scratch = Analyzer.Scratch()
    let wordings = articles.map { ArticleWording($0.analysis, reader, &scratch) }
    self.init(articles, groups: groups, wordings: wordings, kinds: reader.kinds, seed: seed)
  }

  /// The same for sentences that were read before.
  ///
  /// - Precondition: one wording and one group an article.
  package init(
    _ articles: [CorpusArticle], groups: [Int?], wordings: [ArticleWording], kinds: [String],
    seed: UInt64
  ) {
    precondition(
      articles.count == groups.count && articles.count == wordings.count, "lists of one length")
    self.articles = articles
    self.groups = groups
    self.wordings = wordings
    self.kinds = kinds
    var finder = SharedSentences(articles, groups, wordings)
    reuse = finder.findings(seed: seed)
    isRepeat = finder.isRepeat
  }

  /// Calls the articles by `sources`, in their order; what was found in them stays.
  package mutating func call(_ sources: [String]) {
    for (index, source) in sources.enumerated() { articles[index].analysis.source = source }
  }

  /// Whether the directive stands in a repeated sentence, see `isRepeat`.
  ///
  /// The sentence meant is the first one that the directive's bytes overlap; false where the text
  /// is not at hand.
  ///
  /// - Complexity: O(log sentences of the article + sentences of the paragraph).
  package func isRepeat(_ place: DirectivePlace) -> Bool {
    let paragraph = articles[place.article].analysis.paragraphs[place.paragraph]
    let directive = paragraph.directives[place.directive]
    guard let span = directive.inText else { return false }
    let sentences = wordings[place.article].sentences
    let own = wordings[place.article].sentences(ofParagraph: place.paragraph)
    return own.first { sentences[$0].span.overlaps(span) }
      .map { isRepeat[place.article][$0] } ?? false
  }

  /// The analysis of an article without the directives in repeated sentences and without the
  /// paragraphs that hold nothing else.
  ///
  /// - Complexity: O((paragraphs + directives) × log sentences) of the article, and for each directive the
  ///   sentences of its paragraph.
  package func withoutRepeats(_ article: Int) -> AnalysisResult {
    var result = articles[article].analysis
    guard isRepeat[article].contains(true) else { return result }
    var kept: [ParagraphResult] = []
    for (index, var paragraph) in result.paragraphs.enumerated() {
      let own = wordings[article].sentences(ofParagraph: index)
      if !own.isEmpty, own.allSatisfy({ isRepeat[article][$0] }) { continue }
      paragraph.directives = paragraph.directives.enumerated().filter { place, _ in
        !isRepeat(DirectivePlace(article: article, paragraph: index, directive: place))
      }.map(\.element)
      kept.append(paragraph)
    }
    result.paragraphs = kept
    return result
  }
}
