import Analysis
import CorpusStatistics
import Reporting
import TestSupport
import Testing

struct ComparisonTests {
  private static let articles: [GroupComparison.Article] = {
    func article(
      _ source: String, _ group: String?, _ type: String?, _ directives: Int, _ mean: Double
    ) -> GroupComparison.Article {
      GroupComparison.Article(
        source: source, group: group, type: type,
        figures: ArticleFigures(
          paragraphs: 6, directives: directives, tagged: [[4, 1], [2, 2]], scoreMeans: [mean],
          filled: [directives, directives / 2]))
    }
    let many = (1...8).map { article("yun-\($0).txt", "云川市", "D1", 3 + $0, Double(20 + $0)) }
    return many + [
      article("lan-1.txt", "临岚县", "D3", 5, 61.5), article("lan-2.txt", "临岚县", nil, 2, 90),
      article("lost.txt", nil, "D1", 4, 10),
    ]
  }()

  private let comparison = GroupComparison(by: "place", articles, pack: SampleArticle.pack)

  private func text(width: Int) -> String {
    ComparisonReport(
      comparison,
      options: .init(
        language: .en, words: ReportWords(), width: width, usesColor: false,
        showsEverything: false)
    ).text()
  }

  @Test("The table of a comparison is as it was read and approved", arguments: [80, 120])
  func golden(width: Int) throws {
    try expectGolden(text(width: width), "fixtures/reports/comparison-\(width).txt")
  }

  @Test("Comparisons for programs are as they were read and approved")
  func data() throws {
    let writer = ComparisonData(comparison)
    try expectGolden(
      String(decoding: writer.csv(), as: UTF8.self), "fixtures/reports/comparison.csv")
    var json = JSONWriter()
    for group in comparison.groups { writer.write(group, to: &json) }
    try expectGolden(
      String(decoding: json.bytes, as: UTF8.self) + "\n", "fixtures/reports/comparison.json")
  }

  @Test("Groups stand in the order of their names, the unknown one last")
  func order() {
    #expect(comparison.groups.map(\.name) == ["临岚县", "云川市", nil])
    #expect(comparison.groups.map(\.summary.size) == [.few, .moderate, .single])
    #expect(comparison.groups[0].notAveraged == ["lan-2.txt"])
    #expect(comparison.mixesTypes)
  }

  @Test("The order of the articles changes no figure")
  func shuffled() {
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<20 {
      let other = GroupComparison(
        by: "place", Self.articles.shuffled(using: &generator), pack: SampleArticle.pack)
      #expect(other.groups.map(\.name) == comparison.groups.map(\.name))
      #expect(
        other.groups.map(\.summary.tagged) == comparison.groups.map(\.summary.tagged),
        "seed \(generator.seed)")
    }
  }

  @Test("Nothing to compare is an empty comparison")
  func nothing() {
    let empty = GroupComparison(by: "place", [], pack: SampleArticle.pack)
    #expect(empty.groups.isEmpty)
    #expect(!empty.mixesTypes)
  }
}
