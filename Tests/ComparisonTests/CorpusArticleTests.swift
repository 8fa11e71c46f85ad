import Analysis
import Comparison
import Testing

@Suite struct CorpusArticleTests {
  private func article(_ fields: [(String, String)], _ facts: [String: String] = [:])
    -> CorpusArticle
  {
    let metadata = Metadata(
      fields: fields.map { Metadata.Field(name: $0.0, value: $0.1, bytes: nil, rule: nil) })
    return CorpusArticle(
      AnalysisResult(
        source: "a", metadata: metadata, paragraphs: [], otherBlocks: [],
        scores: DocumentScores(
          means: [], directives: 0, actionableShare: nil, exhortationShare: nil, slotFill: []),
        noise: [], notices: []),
      pack: PackIdentity(name: "p", version: "1", fingerprint: "f", schema: "s"), facts: facts)
  }

  @Test(arguments: [
    ("2021-06-02", "2021", "2021-06"), ("2021", "2021", nil), ("02/06/2021", "2021", nil),
    ("2021-13", "2021", nil), ("", nil, nil), ("20210602", "2021", "2021-06"),
    ("2021-6-2", "2021", "2021-06"), ("2021年6月", "2021", "2021-06"),
    ("二〇二一年六月二日", "2021", "2021-06"), ("in spring", nil, nil),
  ])
  func timeIsReadOffTheDate(_ date: String, _ year: String?, _ month: String?) {
    let article = article([("date", date)])
    #expect(article.value(of: "year") == year)
    #expect(article.value(of: "month") == month)
  }

  @Test(
    "A fact that is no date gives way to the date of the text",
    arguments: [
      ("2023年6月31日", "2023-05"), ("bad", "2023-05"), ("2023-06", "2023-06"), ("", "2023-05"),
    ])
  func noDate(stated: String, month: String) {
    let article = article([("date", "2023-05-17")], ["date": stated])
    #expect(article.value(of: "month") == month)
  }

  @Test func factsStandBeforeMetadata() {
    let article = article([("place", "A"), ("region", "R")], ["place": "B", "tier": "1"])
    #expect(article.value(of: "place") == "B")
    #expect(article.value(of: "tier") == "1")
    #expect(article.value(of: "province") == "R")
    #expect(article.value(of: "level") == nil)
  }
}
