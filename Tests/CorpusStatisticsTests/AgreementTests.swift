import CorpusStatistics
import Testing

struct KrippendorffAlphaTests {
  /// Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", example D; values from 1,
  /// 0 for a missing one.
  private let published = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
  ]

  private func units(_ coders: [[Int]]) -> [CodedUnit] {
    (0..<(coders.first?.count ?? 0)).map { unit in
      CodedUnit(
        article: "\(unit)", values: coders.map { $0[unit] == 0 ? nil : $0[unit] - 1 })
    }
  }

  @Test("The published example")
  func example() throws {
    let alpha = KrippendorffAlpha(units(published), values: 5)
    #expect((try #require(alpha.alpha) - 0.815).magnitude < 5e-4)
    #expect(alpha.units == 11)
  }

  @Test("A value of the Python package krippendorff")
  func package() throws {
    let coders = [[1, 3, 4, 2, 1, 3], [1, 0, 4, 2, 0, 2], [2, 3, 3, 0, 0, 4]]
    let alpha = KrippendorffAlpha(units(coders), values: 4)
    #expect((try #require(alpha.alpha) - 0.654_186_521_443_158_6).magnitude < 1e-12)
  }

  @Test("Perfect agreement is 1; a single value, or no second coder, has no alpha")
  func edges() {
    #expect(KrippendorffAlpha(units([[1, 2, 3], [1, 2, 3]]), values: 3).alpha == 1)
    #expect(KrippendorffAlpha(units([[2, 2], [2, 2]]), values: 3).alpha == nil)
    #expect(KrippendorffAlpha(units([[1, 2]]), values: 3).alpha == nil)
    #expect(KrippendorffAlpha([], values: 3).alpha == nil)
  }

  @Test("The interval holds alpha, and depends on the seed but not on the order of units")
  func bootstrap() throws {
    var stream = RandomStream(seed: 80)
    let sample = (0..<60).map { index in
      let value = stream.index(below: 3)
      let second = stream.index(below: 5) == 0 ? stream.index(below: 3) : value
      return CodedUnit(article: "\(index % 24)", values: [value, second])
    }
    let alpha = try #require(KrippendorffAlpha(sample, values: 3).alpha)
    let one = KrippendorffAlpha.bootstrap(sample, values: 3, draws: 300, seed: 1)
    let interval = try #require(one)
    #expect(interval.low < alpha && alpha < interval.high, "seed 80")
    #expect(interval.method == .percentile)
    var shuffled = sample
    shuffled.shuffle(using: &stream)
    let other = KrippendorffAlpha.bootstrap(
      shuffled, values: 3, draws: 300, seed: 1)
    #expect(other == one)
    let few = KrippendorffAlpha.bootstrap(
      sample.filter { ["0", "1", "2", "3"].contains($0.article) }, values: 3,
      seed: 1)
    #expect(few == nil)
  }
}

struct RankCorrelationTests {
  @Test("A textbook pair without ties: intelligence and hours of television, -29/165")
  func textbook() throws {
    let rho = try #require(
      spearmanCorrelation(
        [106, 100, 86, 101, 99, 103, 97, 113, 112, 110], [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]))
    #expect((rho + 29.0 / 165).magnitude < 1e-12)
  }

  @Test("Ties take their mean rank, as in SciPy")
  func ties() throws {
    #expect(averageRanks([7, 1, 7, 3]) == [3.5, 1, 3.5, 2])
    let rho = try #require(spearmanCorrelation([1, 2, 2, 4, 7, 7, 7], [3, 1, 4, 4, 9, 2, 8]))
    #expect((rho - 0.481_475_006_431_467_7).magnitude < 1e-12)
  }

  @Test("Rising, falling, constant, empty")
  func edges() {
    #expect(spearmanCorrelation([1, 2, 3], [10, 20, 90]) == 1)
    #expect(spearmanCorrelation([1, 2, 3], [3, 2, 1]) == -1)
    #expect(spearmanCorrelation([1, 2, 3], [5, 5, 5]) == nil)
    #expect(spearmanCorrelation([], []) == nil)
  }

  @Test("The mean absolute error")
  func absoluteError() {
    #expect(meanAbsoluteError([10, 20, 60], [12, 20, 50]) == 4)
    #expect(meanAbsoluteError([], []) == nil)
  }
}

struct DetectionQualityTests {
  @Test("Precision, recall and F1 with both intervals")
  func quality() throws {
    let articles = (0..<8).map { index in
      DetectionCounts(hits: 3, falseAlarms: index % 2, misses: index % 4)
    }
    let quality = DetectionQuality(articles, seed: 1)
    #expect(quality.counts == DetectionCounts(hits: 24, falseAlarms: 4, misses: 12))
    #expect(quality.precision.value == 24.0 / 28)
    #expect(quality.recall.value == 24.0 / 36)
    #expect(quality.f1.value == 48.0 / 64)
    #expect(quality.recall.wilson == wilsonInterval(count: 24, total: 36))
    for measure in [quality.precision, quality.recall, quality.f1] {
      let value = try #require(measure.value)
      for interval in [measure.wilson, measure.overArticles] {
        let interval = try #require(interval)
        #expect(interval.low < value && value < interval.high)
      }
    }
    #expect(quality == DetectionQuality(articles.reversed(), seed: 1))
  }

  @Test("Where every article is right draws vary nothing: Wilson's interval alone is given")
  func perfect() throws {
    let quality = DetectionQuality(
      (1...9).map { DetectionCounts(hits: $0, falseAlarms: 0, misses: $0) }, seed: 1)
    #expect(quality.precision.value == 1)
    #expect(quality.precision.overArticles == nil)
    #expect(try #require(quality.precision.wilson).low < 1)
    #expect(quality.recall.overArticles == nil)
    let units = (0..<18).map { CodedUnit(article: "\($0 / 2)", values: [$0 % 2, $0 % 2]) }
    #expect(
      KrippendorffAlpha.bootstrap(units, values: 2, draws: 200, seed: 1) == nil)
  }

  @Test("Nothing found and nothing there have no measure; four articles have no interval")
  func edges() {
    let silent = DetectionQuality(
      [DetectionCounts(hits: 0, falseAlarms: 0, misses: 2)], seed: 1)
    #expect(silent.precision.value == nil && silent.precision.wilson == nil)
    #expect(silent.recall.value == 0 && silent.recall.overArticles == nil)
    #expect(DetectionQuality([], seed: 1).f1.value == nil)
  }

  @Test("A confusion table counts units by the class they have and the one they were given")
  func confusion() {
    var table = ConfusionTable(classes: 3)
    for (truth, given, times) in [(0, 0, 5), (0, 1, 2), (1, 1, 3), (1, 0, 1)] {
      for _ in 0..<times { table.add(truth: truth, given: given) }
    }
    #expect(table.counts == [[5, 2, 0], [1, 3, 0], [0, 0, 0]])
  }
}
