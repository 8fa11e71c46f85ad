package import Analysis
package import Documents
import RuleLanguage

/// An article that is kept between two changes of the rules.
package struct WatchedArticle: Sendable {
  /// As it was read; spans of the trace are bytes of its file.
  package let document: Document
  /// What is known of the document beside its text.
  package let stated: StatedMetadata
  /// Its analysis by the latest pack, with what gave which label where.
  package let trace: TracedAnalysis

  /// Analyses the document.
  package init(
    _ document: Document, stating stated: StatedMetadata = StatedMetadata(), _ analyzer: Analyzer,
    _ scratch: inout Analyzer.Scratch
  ) {
    self.document = document
    self.stated = stated
    trace = analyzer.trace(document, stating: stated, &scratch)
  }
}

/// Takes analyses from one pack to the next, and leaves out the articles whose analysis the change
/// cannot touch.
///
/// Left out are articles in which the changed rules do the same as before (see `RuleProbe`); where
/// more than rules, lexicons and patterns changed, or most rules did, nothing is left out.
package struct Retuning: Sendable {
  /// Finds the flips, and knows the difference between the packs.
  package let finder: FlipFinder
  private let analyzer: Analyzer
  /// The changed rules as they were and as they are; nil where every article is analysed again.
  private let probes: (before: RuleProbe, after: RuleProbe)?

  /// Prepares to take articles from one pack to the next.
  ///
  /// - Complexity: O(size of both packs).
  package init(from old: Analyzer, to new: Analyzer) {
    finder = FlipFinder(old.rulePack, new.rulePack)
    analyzer = new
    let delta = finder.delta
    let isSmall = 2 * delta.after.count <= new.rulePack.rules.count
    probes =
      delta.isNarrow && isSmall
      ? (RuleProbe(old, rules: delta.before), RuleProbe(new, rules: delta.after)) : nil
  }

  /// An article after the change.
  package struct Update: Sendable {
    /// By the new pack; the article as it was where the change cannot touch it.
    package let article: WatchedArticle
    /// In the order of the text; empty for an article that is read for the first time.
    package let flips: [Flip]
    /// Whether the document was analysed anew, or the old analysis stands.
    package let wasAnalysed: Bool
  }

  /// The article by the new pack, and what that changes; `article` was analysed by the old one.
  ///
  /// The analysis equals that of the whole document by the new pack.
  package func update(
    _ article: WatchedArticle, _ scratch: inout Analyzer.Scratch
  ) -> Update {
    if !isTouched(article, &scratch) {
      return Update(article: article, flips: [], wasAnalysed: false)
    }
    return replace(article, by: article.document, stating: article.stated, &scratch)
  }

  private func isTouched(
    _ article: WatchedArticle, _ scratch: inout Analyzer.Scratch
  ) -> Bool {
    guard let probes else { return true }
    let layout = article.trace.layout
    let before = probes.before.trace(article.document, layout, &scratch)
    if before.isOpen { return true }
    return before != probes.after.trace(article.document, layout, &scratch)
  }

  /// The new reading of an article whose file changed, by the new pack.
  package func replace(
    _ article: WatchedArticle, by document: Document,
    stating stated: StatedMetadata = StatedMetadata(), _ scratch: inout Analyzer.Scratch
  ) -> Update {
    let new = WatchedArticle(document, stating: stated, analyzer, &scratch)
    return Update(article: new, flips: finder.flips(article.trace, new.trace), wasAnalysed: true)
  }

  /// The first reading of an article, by the new pack.
  package func read(
    _ document: Document, stating stated: StatedMetadata = StatedMetadata(),
    _ scratch: inout Analyzer.Scratch
  ) -> Update {
    Update(
      article: WatchedArticle(document, stating: stated, analyzer, &scratch), flips: [],
      wasAnalysed: true)
  }
}
