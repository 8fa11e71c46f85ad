package import Analysis
import Reporting

/// The reading view: articles as text, with the tags in the margin and the words that earned each
/// point marked in place.
package struct ReadingPage {
  private let pack: PackSummary
  private let words: PageWords
  private var articles: [AnalysisResult] = []

  /// A page without articles, on which things are called as `pack` does.
  package init(pack: PackSummary, words: PageWords) {
    self.pack = pack
    self.words = words
  }

  /// Puts an article behind those that were added; names of persons in it must be hidden already.
  package mutating func add(_ article: AnalysisResult) { articles.append(article) }

  /// The page, one file that needs no other.
  package func bytes() -> [UInt8] {
    var json = JSONWriter()
    var payload = ArticlePayload(pack: pack, mask: nil)
    json.object { json in
      json.field("kind", "reading")
      json.field("language", words.language.rawValue)
      json.array("articles", articles) { json, article in payload.write(article, to: &json) }
      payload.writeTables(to: &json)
      json.key("pack")
      PackPayload(pack: pack).write(to: &json)
      json.object("words") { words.write(to: &$0) }
    }
    return SelfContainedPage(title: words.title, language: words.language, payload: json.bytes)
      .bytes()
  }
}
