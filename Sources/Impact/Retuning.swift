package import Analysis
package import Documents

/// An article that is kept between two changes of the rules.
package struct WatchedArticle: Sendable {
  package let document: Document
  package let trace: TracedAnalysis

  /// Analyses the document.
  package init(
    _ document: Document, _ analyzer: Analyzer, _ scratch: inout Analyzer.Scratch
  ) {
    self.document = document
    trace = analyzer.trace(document, &scratch)
  }
}

/// Takes analyses from one pack to the next, and leaves out the articles whose analysis the change
/// cannot touch.
///
/// Left out are articles in which no changed rule, as it was and as it is, can hold anywhere; where
/// more than rules, lexicons and patterns changed nothing is left out.
package struct Retuning: Sendable {
  package let finder: FlipFinder
  private let analyzer: Analyzer
  /// The changed rules as they were and as they are; nil where every article is analysed again.
  private let probes: [RuleProbe]?

  package init(from old: Analyzer, to new: Analyzer) {
    finder = FlipFinder(old.rulePack, new.rulePack)
    analyzer = new
    let delta = finder.delta
    guard delta.isNarrow, let before = try? RuleProbe(old.rulePack, rules: delta.before),
      let after = try? RuleProbe(new.rulePack, rules: delta.after)
    else {
      probes = nil
      return
    }
    probes = [before, after]
  }

  package struct Update: Sendable {
    package let article: WatchedArticle
    package let flips: [Flip]
    package let wasAnalysed: Bool
  }

  /// The article by the new pack, and what that changes; `article` was analysed by the old one.
  ///
  /// The analysis equals that of the whole document by the new pack.
  package func update(
    _ article: WatchedArticle, _ scratch: inout Analyzer.Scratch
  ) -> Update {
    let isTouched = probes?.contains { $0.touches(article.document, &scratch) } ?? true
    guard isTouched else { return Update(article: article, flips: [], wasAnalysed: false) }
    return replace(article, by: article.document, &scratch)
  }

  /// The new reading of an article whose file changed, by the new pack.
  package func replace(
    _ article: WatchedArticle, by document: Document, _ scratch: inout Analyzer.Scratch
  ) -> Update {
    let new = WatchedArticle(document, analyzer, &scratch)
    return Update(article: new, flips: finder.flips(article.trace, new.trace), wasAnalysed: true)
  }

  /// The first reading of an article, by the new pack.
  package func read(_ document: Document, _ scratch: inout Analyzer.Scratch) -> Update {
    Update(article: WatchedArticle(document, analyzer, &scratch), flips: [], wasAnalysed: true)
  }
}
