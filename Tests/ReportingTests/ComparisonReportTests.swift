import Analysis
import Comparison
import CorpusStatistics
import Reporting
import Testing

struct ComparisonReportTests {
  /// Two places, one of them with a name that would be markup and a formula.
  private static let places = ["=A|<b>", "云川市"]

  private static let corpus: Corpus = {
    var corpus = Corpus(declaring: SampleArticle.pack)
    for index in 0..<24 {
      var analysis = SampleArticle.result
      analysis.source = "\(index).txt"
      analysis.metadata.fields = [
        .init(name: "place", value: places[index % 2], bytes: nil, rule: nil),
        .init(name: "date", value: "202\(index % 3)-01-02", bytes: nil, rule: nil),
        .init(name: "type", value: index % 4 < 2 ? "news" : "plan", bytes: nil, rule: nil),
      ]
      var profile = ArticleProfile()
      profile.paragraphs = 6
      profile.directives = 5
      profile.counts[Measure(.slots, "deadline")] = index % 2 * 3 + index % 3
      profile.means[Measure(.scores, "clarity")] = Double(index % 2 * 20 + index % 7)
      corpus.append(
        CorpusArticle(
          analysis,
          pack: PackIdentity(
            name: "sample", version: "1.2.0", fingerprint: "0123456789abcdef",
            schema: AnalysisForm.schema)), profile)
    }
    return corpus
  }()

  private func result(within: String? = nil) async -> ComparisonResult {
    var request = ComparisonRequest(by: "place", within: within)
    request.bootstrapDraws = 200
    request.permutationDraws = 999
    return await CorpusComparison(Self.corpus, request).result(threads: 1)
  }

  private func report(_ result: ComparisonResult, width: Int = 100) -> ComparisonReport {
    ComparisonReport(
      result, pack: SampleArticle.pack,
      options: .init(
        language: .en, words: ReportWords(), width: width, usesColor: false,
        showsEverything: true))
  }

  @Test("Counts stand before shares, the effect before the test")
  func text() async throws {
    let text = report(await result()).text()
    #expect(text.contains("In the 24 texts collected, 144 body paragraphs and 120 directives"))
    #expect(text.contains("dated 2020-01-02 to 2022-01-02; without a date: 0"))
    #expect(text.contains("deadline: =A|<b> 12 of 60, 云川市 48 of 60"))
    #expect(text.contains("12/60 20% ["))
    let difference = try #require(text.firstRange(of: "difference of article means"))
    let probability = try #require(text.firstRange(of: "p 0.001, corrected"))
    #expect(difference.lowerBound < probability.lowerBound)
    #expect(text.hasSuffix("Scores describe a text, not a city's conduct.\n"))
  }

  @Test("Shares are shares in every table, those of a common mix too")
  func standardisedShares() async throws {
    let text = report(await result(within: "type"), width: 200).markdown()
    let tables = text.split(separator: "##").filter { $0.contains("weighing the same") }
    #expect(tables.count > 1, "\(text)")
    for table in tables {
      let cells = table.split(separator: "|").filter { $0.contains("n=") }
      let isScores = table.contains("clarity")
      #expect(cells.allSatisfy { $0.contains("%") != isScores }, "\(table)")
    }
  }

  @Test("A declared contrast is told of, whether a difference is found or not")
  func declared() async throws {
    var request = ComparisonRequest(by: "type")
    request.bootstrapDraws = 200
    request.permutationDraws = 999
    let silent = await CorpusComparison(Self.corpus, request).result(threads: 1)
    request.contrasts = [.init("news", "plan")]
    let asked = await CorpusComparison(Self.corpus, request).result(threads: 1)
    #expect(silent.tables[0].rows[0].contrasts.allSatisfy { ($0.adjusted ?? 1) > 0.1 })
    #expect(!report(silent, width: 200).text().contains("clarity: news"))
    let text = report(asked, width: 200).text()
    #expect(text.contains("clarity: news "))
    #expect(text.contains("declared beforehand; difference of article means"))
  }

  @Test("The number of tests is that of those corrected together")
  func families() async throws {
    var request = ComparisonRequest(by: "type")
    request.bootstrapDraws = 200
    request.permutationDraws = 999
    let explored = await CorpusComparison(Self.corpus, request).result(threads: 1)
    request.contrasts = [.init("news", "plan")]
    let asked = await CorpusComparison(Self.corpus, request).result(threads: 1)
    let words = (
      here: "1 tests of this table, corrected together (Benjamini-Hochberg)",
      declared: "1 tests declared beforehand, corrected together (Holm)",
      none: "none of the 1 tests finds", noneDeclared: "none of the 1 tests declared beforehand"
    )
    let (silent, text) = (
      report(explored, width: 300).text(), report(asked, width: 300).text()
    )
    #expect(silent.contains(words.here) && silent.contains(words.none))
    #expect(!silent.contains(words.declared) && !silent.contains(words.noneDeclared))
    #expect(text.contains(words.here) && text.contains(words.none))
    #expect(text.contains(words.declared) && text.contains(words.noneDeclared))
    let json = String(decoding: ComparisonData(asked, corpus: Self.corpus).json(), as: UTF8.self)
    #expect(
      json.contains(
        #""table":"scores","tests":2,"families":[{"correction":"benjamini-hochberg","tests":1},"#
          + #"{"correction":"holm","tests":1}]"#))
  }

  @Test("No word of praise and no rank, whatever the difference", arguments: [80, 200])
  func forbidden(width: Int) async {
    let text = report(await result(), width: width).text().lowercased()
    for word in ["more accountable", "better", "worse", "best", "rank", "nan", "inf"] {
      let isThere = text.contains(word)
      #expect(!isThere, "\(word)")
    }
  }

  @Test("Names are text in Markdown and no formula in CSV")
  func hostileNames() async throws {
    let result = await result()
    let markdown = report(result).markdown()
    #expect(markdown.contains(#"| =A\|\<b\> | 12 |"#))
    let csv = String(
      decoding: ComparisonData(result, corpus: Self.corpus).csv(), as: UTF8.self)
    #expect(csv.contains("place,'=A|<b>,,mean,,scores,scores/clarity,12,"))
  }

  @Test("Tidy data have one row of means a group and measure", arguments: [nil, "type"])
  func tidy(within: String?) async {
    let result = await result(within: within)
    let data = ComparisonData(result, corpus: Self.corpus)
    let lines = String(decoding: data.csv(), as: UTF8.self).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let columns = lines[0].map(String.init)
    #expect(lines.allSatisfy { $0.count == columns.count })
    let measures = result.tables.flatMap(\.rows).count
    let means = lines.dropFirst().filter { $0[3] == "mean" && $0[2].isEmpty }
    #expect(means.count == measures * result.groups.count)
    let standardised = lines.count { $0[3] == "standardised" }
    #expect(standardised == (within == nil ? 0 : measures * result.groups.count))
    for line in means where line[10].isEmpty || line[11].isEmpty { #expect(!line[20].isEmpty) }
    let rows = String(decoding: data.ndjson(), as: UTF8.self).split(separator: "\n")
    #expect(rows.count == lines.count - 1)
  }

  @Test("Chinese words are those of the table")
  func words() async {
    let words = ReportWords(translations: ["compare-collected": "共{articles}篇"])
    let report = ComparisonReport(
      await result(), pack: SampleArticle.pack,
      options: .init(
        language: .zh, words: words, width: 100, usesColor: false, showsEverything: false))
    #expect(report.text().contains("共24篇"))
    #expect(report.text().contains("明确度"))
  }
}
