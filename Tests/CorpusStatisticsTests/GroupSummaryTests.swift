import CorpusStatistics
import TestSupport
import Testing

struct GroupSummaryTests {
  private func article(
    _ paragraphs: Int, _ directives: Int, tagged: [[Int]] = [], mean: Double? = nil,
    filled: [Int] = []
  ) -> ArticleFigures {
    ArticleFigures(
      paragraphs: paragraphs, directives: directives, tagged: tagged, scoreMeans: [mean],
      filled: filled)
  }

  @Test(
    "The number of articles decides what may be shown",
    arguments: [
      (0, SampleSize.none), (1, .single), (2, .few), (4, .few), (5, .unstable), (7, .unstable),
      (8, .moderate), (19, .moderate), (20, .ample), (500, .ample),
    ])
  func sizes(articles: Int, size: SampleSize) {
    #expect(SampleSize(articles: articles) == size)
  }

  @Test("Each article weighs the same in a mean, however many directives it has")
  func meanOfMeans() {
    let summary = GroupSummary([
      article(3, 40, mean: 10), article(3, 4, mean: 30), article(2, 3, mean: 50),
    ])
    #expect(summary.scores == [MeanOfMeans([10, 30, 50])])
    #expect(summary.scores[0].mean == 30)
    #expect(summary.directives == 47)
  }

  @Test("Articles with fewer than three directives are listed, not averaged")
  func fewDirectives() {
    let summary = GroupSummary([
      article(3, 2, mean: 90), article(3, 3, mean: 30), article(3, 0),
    ])
    #expect(summary.notAveraged == [0, 2])
    #expect(summary.scores[0].mean == 30)
    #expect(summary.scores[0].articles == 1)
    #expect(summary.articles == 3)
  }

  @Test("A rate pools the counts")
  func rates() {
    let summary = GroupSummary([
      article(8, 3, tagged: [[2, 1]], filled: [3]), article(2, 5, tagged: [[2, 0]], filled: [0]),
    ])
    #expect(summary.tagged[0][0].count == 4)
    #expect(summary.tagged[0][0].total == 10)
    #expect(summary.tagged[0][0].share == 0.4)
    #expect(summary.tagged[0][1].share == 0.1)
    #expect(summary.filled[0].share == 0.375)
  }

  @Test("An article without paragraphs has no share and moves none")
  func emptyArticle() {
    let summary = GroupSummary([article(0, 0, tagged: [[0]]), article(4, 3, tagged: [[1]])])
    #expect(summary.tagged[0][0].share == 0.25)
    #expect(GroupSummary([article(0, 0, tagged: [[0]])]).tagged[0][0].share == nil)
  }

  @Test("A mean lies between the lowest and the highest article")
  func meanIsBetween() {
    var generator = SeededGenerator(seed: 20_261_121)
    for _ in 0..<200 {
      let values = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
        Double.random(in: 0...100, using: &generator)
      }
      let result = MeanOfMeans(values)
      guard let mean = result.mean, let low = result.lowest, let high = result.highest else {
        Issue.record("no mean of \(values.count) values, seed \(generator.seed)")
        return
      }
      #expect(low - 1e-9 <= mean && mean <= high + 1e-9, "seed \(generator.seed)")
    }
  }

  @Test("A mean is the same bits in whatever order the articles come")
  func orderless() {
    let means = [0.1, 0.2, 0.3]
    #expect(MeanOfMeans(means) == MeanOfMeans(means.reversed()))
  }

  @Test("Nothing has no mean")
  func nothing() {
    #expect(MeanOfMeans([]).mean == nil)
    #expect(GroupSummary([]).scores.isEmpty)
    #expect(GroupSummary([]).size == .none)
  }
}
