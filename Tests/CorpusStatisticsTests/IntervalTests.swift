import CorpusStatistics
import Testing

struct IntervalTests {
  @Test(
    "Wilson's intervals of Newcombe (1998), table I",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718), (20, 20, 0.8389, 1),
    ])
  func wilson(count: Int, total: Int, low: Double, high: Double) throws {
    let interval = try #require(wilsonInterval(count: count, total: total))
    #expect((interval.low - low).magnitude < 5e-5)
    #expect((interval.high - high).magnitude < 5e-5)
    #expect(interval.method == .wilson)
  }

  @Test("Nothing out of nothing has no interval")
  func wilsonOfNothing() {
    #expect(wilsonInterval(count: 0, total: 0) == nil)
  }

  @Test(
    "The table of small samples",
    arguments: [
      (0, nil, Showable.Rank.never, false), (1, nil, .never, false), (2, nil, .never, true),
      (4, nil, .never, true), (5, .expandedPercentile, .never, true),
      (7, .expandedPercentile, .never, true),
      (8, .expandedPercentile, .whereDifferencesHold, true),
      (19, .expandedPercentile, .whereDifferencesHold, true),
      (20, .percentile, .withIntervals, true),
    ] as [(Int, Interval.Method?, Showable.Rank, Bool)])
  func showable(
    articles: Int, interval: Interval.Method?, rank: Showable.Rank, comparison: Bool
  ) {
    let showable = Showable(articles: articles)
    #expect(showable.interval == interval)
    #expect(showable.rank == rank)
    #expect(showable.comparison == comparison)
    #expect(showable.test == (articles >= 5))
    #expect(showable.range == (2...4 ~= articles))
    #expect(showable.pooledEstimate == (articles >= 20))
    #expect(Showable(articles: articles, and: 40) == showable)
  }

  @Test(
    "Tails of the expanded percentile, from SciPy",
    arguments: [
      (5, 0.000_954_100_551_882_490_7), (8, 0.005_737_520_517_029_878),
      (10, 0.008_550_639_024_406_366), (20, 0.015_880_829_920_347_974),
    ])
  func tails(articles: Int, expected: Double) {
    #expect((expandedTail(articles: articles, level: 0.95) / expected - 1).magnitude < 1e-9)
  }
}

struct ClusterBootstrapTests {
  private func articles(_ values: [Double]) -> [BootstrapArticle] {
    values.map { BootstrapArticle(values: [WeightedValue(mean: $0)]) }
  }

  private func skewed(_ count: Int, _ stream: inout RandomStream) -> [Double] {
    (0..<count).map { _ in min(100, 12 * stream.gamma(shape: 2)) }
  }

  @Test("Below five articles there is no interval", arguments: 0...4)
  func floor(count: Int) {
    let bootstrap = ClusterBootstrap(
      articles((0..<count).map(Double.init)), draws: 50, seed: 1)
    if count > 0 { #expect(bootstrap.interval(0) == nil) }
    #expect(bootstrap.estimates.isEmpty == (count == 0))
  }

  @Test(
    "The method follows the number of articles", arguments: [(5, false), (19, false), (20, true)])
  func method(count: Int, percentile: Bool) {
    let bootstrap = ClusterBootstrap(
      articles((0..<count).map(Double.init)), draws: 200, seed: 1)
    #expect(bootstrap.interval(0)?.method == (percentile ? .percentile : .expandedPercentile))
  }

  @Test("Articles without a value do not count towards the floor")
  func missing() {
    let four = [1.0, 2, 3, 4].map { BootstrapArticle(values: [WeightedValue(mean: $0)]) }
    let silent = (0..<9).map { _ in BootstrapArticle(values: [WeightedValue(mean: nil)]) }
    let bootstrap = ClusterBootstrap(four + silent, draws: 100, seed: 1)
    #expect(bootstrap.articles == [4])
    #expect(bootstrap.estimates == [2.5])
    #expect(bootstrap.interval(0) == nil)
  }

  @Test("The same seed gives the same draws, whatever the order of the articles")
  func deterministic() {
    var stream = RandomStream(seed: 21)
    let input = articles(skewed(12, &stream))
    var shuffled = input
    shuffled.shuffle(using: &stream)
    let one = ClusterBootstrap(input, draws: 300, seed: 9, label: "A")
    #expect(one == ClusterBootstrap(shuffled, draws: 300, seed: 9, label: "A"))
    #expect(one.draws != ClusterBootstrap(input, draws: 300, seed: 10, label: "A").draws)
    #expect(one.draws != ClusterBootstrap(input, draws: 300, seed: 9, label: "B").draws)
  }

  @Test("A share is pooled over the articles drawn, a mean weighs them alike")
  func shareAndMean() {
    let input = [(1, 10), (9, 10), (0, 80)].map { count, total in
      BootstrapArticle(values: [
        WeightedValue(count: count, total: total),
        WeightedValue(mean: Double(count) / Double(total)),
      ])
    }
    let bootstrap = ClusterBootstrap(input, draws: 10, seed: 1)
    #expect(bootstrap.estimates[0] == 0.1)
    #expect(((bootstrap.estimates[1] ?? 0) - 1.0 / 3).magnitude < 1e-12)
  }

  @Test("Drawing within strata keeps their mix; equal articles then cannot vary")
  func strata() {
    let input = ["news", "plan"].flatMap { stratum in
      (0..<10).map { _ in
        BootstrapArticle(
          stratum: stratum, values: [WeightedValue(mean: stratum == "news" ? 30 : 60)])
      }
    }
    let bootstrap = ClusterBootstrap(input, draws: 100, seed: 1)
    #expect(bootstrap.draws[0].allSatisfy { $0 == 45 })
  }

  @Test(
    "Coverage of a skewed mean stays near what the table was made from",
    arguments: [(5, 0.86, 0.98), (10, 0.88, 0.99), (20, 0.87, 0.98)])
  func coverage(count: Int, low: Double, high: Double) throws {
    var stream = RandomStream(seed: 23)
    // The mean of 12 × gamma(2) cut off at 100: 24 less the integral of the tail beyond 100.
    let truth = 24 - 12 * (2 + 25.0 / 3) * exponential(-25.0 / 3)
    var covered = 0
    for round in 0..<300 {
      let bootstrap = ClusterBootstrap(
        articles(skewed(count, &stream)), draws: 400, seed: UInt64(round))
      let interval = try #require(bootstrap.interval(0))
      if interval.low <= truth, truth <= interval.high { covered += 1 }
    }
    let share = Double(covered) / 300
    #expect(low <= share && share <= high, "seed 23: \(share) of \(count) articles")
  }
}
