package import Analysis
package import Comparison
import Reporting

/// A comparison as one file: figures with what stands behind them, and every article as text.
package struct ComparisonPage {
  private let pack: PackSummary
  private let words: PageWords
  private let mask: PersonMask?

  /// Without a `mask` names of persons stand as they are.
  package init(pack: PackSummary, words: PageWords, mask: PersonMask?) {
    self.pack = pack
    self.words = words
    self.mask = mask
  }

  /// The page; `articles` are those that `result` and `wording` name by their positions.
  package func bytes(
    _ result: ComparisonResult, _ wording: WordingComparison?, articles: [CorpusArticle]
  ) -> [UInt8] {
    var json = JSONWriter()
    var payload = ArticlePayload(pack: pack, mask: mask)
    json.object { json in
      json.field("kind", "comparison")
      json.field("language", words.language.rawValue)
      json.array("articles", articles) { json, article in
        payload.write(article.analysis, facts: article.facts, to: &json)
      }
      payload.writeTables(to: &json)
      json.key("comparison")
      ComparisonPayload(result: result, withoutRepeats: wording?.withoutRepeats.tables)
        .write(to: &json)
      if let wording {
        json.key("wording")
        LanguagePayload(result: wording.language).write(to: &json)
      }
      json.key("pack")
      PackPayload(pack: pack).write(to: &json)
      json.object("words") { words.write(to: &$0) }
    }
    return SelfContainedPage(title: words.title, language: words.language, payload: json.bytes)
      .bytes()
  }
}
