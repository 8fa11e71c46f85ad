import CorpusStatistics
import TestSupport
import Testing

/// All groups at once must say what the functions for one group say.
struct GroupInferenceTests {
  /// Two measures in three groups and two strata; the second measure is missing here and there.
  private static func rows(_ seed: UInt64, perCell: ClosedRange<Int> = 2...9) -> [FigureTable.Row] {
    var generator = SeededGenerator(seed: seed)
    return (0..<3).flatMap { group in
      (0..<2).flatMap { stratum in
        (0..<Int.random(in: perCell, using: &generator)).map { _ in
          let value = Double(Int.random(in: 0...400, using: &generator)) / 4
          let isMissing = Int.random(in: 0..<6, using: &generator) == 0
          return FigureTable.Row(
            group: group, stratum: stratum,
            figures: [value + Double(group * 9), isMissing ? nil : value / 7])
        }
      }
    }
  }

  private static func table(_ rows: [FigureTable.Row]) -> FigureTable {
    FigureTable(rows, measures: 2, groups: 3, strata: 2)
  }

  @Test("Intervals of a group are those of its own bootstrap", arguments: 0..<12 as Range<UInt64>)
  func agreesWithClusterBootstrap(seed: UInt64) {
    let rows = Self.rows(seed)
    for isStratified in [false, true] {
      let all = GroupResampling(
        Self.table(rows), draws: 200, seed: 5, labels: ["a", "b", "c"], isStratified: isStratified)
      for (group, label) in ["a", "b", "c"].enumerated() {
        // Without strata rows are still listed stratum by stratum, so the oracle gets them so.
        let own = rows.filter { $0.group == group }
        let single = ClusterBootstrap(
          own.map { row in
            BootstrapArticle(
              stratum: isStratified ? "\(row.stratum)" : "",
              values: row.figures.map { WeightedValue(mean: $0) })
          }, draws: 200, seed: 5, label: label)
        for measure in 0..<2 {
          let mine = all.interval(measure, group, level: 0.95)
          let oracle = single.interval(measure)
          #expect((mine == nil) == (oracle == nil), "seed \(seed)")
          #expect(mine?.method == oracle?.method)
          guard isStratified, let mine, let oracle else { continue }
          #expect((mine.low - oracle.low).magnitude < 1e-9, "seed \(seed)")
          #expect((mine.high - oracle.high).magnitude < 1e-9, "seed \(seed)")
        }
      }
    }
  }

  @Test("The order of the articles changes nothing", arguments: 0..<5 as Range<UInt64>)
  func orderless(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let rows = Self.rows(seed)
    let tables = [Self.table(rows), Self.table(rows.shuffled(using: &generator))]
    let intervals = tables.map { table in
      GroupResampling(table, draws: 200, seed: 1, labels: ["a", "b", "c"], isStratified: false)
        .interval(0, 1, level: 0.95)
    }
    #expect(intervals[0] == intervals[1], "seed \(seed)")
    let tests = tables.map { table in
      GroupPermutation(table, level: 0.05, draws: 300, seed: 1, label: "x").tests(questions)
    }
    #expect(tests[0] == tests[1], "seed \(seed)")
  }

  private let questions = (0..<3).flatMap { group in
    (0..<2).map { measure in
      GroupPermutation.Question(
        .group(group), .others(of: group, groups: 3), measure: measure)
    }
  }

  /// Many measures, of which each article has all figures, or lacks some.
  private static func wideTable(measures: Int, isUniform: Bool) -> FigureTable {
    var generator = SeededGenerator(seed: UInt64(measures))
    let rows = (0..<36).map { index in
      FigureTable.Row(
        group: index % 3, stratum: index / 3 % 2,
        figures: (0..<measures).map { _ in
          let figure = Double(Int.random(in: 0...999, using: &generator))
          return !isUniform && Int.random(in: 0..<9, using: &generator) == 0 ? nil : figure
        })
    }
    return FigureTable(rows, measures: measures, groups: 3, strata: 2)
  }

  @Test(
    "Measures drawn in blocks are as if drawn together",
    arguments: [(1, 0), (5, 0), (8, 0), (20, 0), (27, 16), (40, 8)] as [(Int, Int)], [false, true])
  func blocks(size: (measures: Int, first: Int), isUniform: Bool) {
    let table = Self.wideTable(measures: size.measures, isUniform: isUniform)
    let others = FigureTable.Side.others(of: 0, groups: 3)
    for isStratified in [false, true] {
      func draws(_ measures: Range<Int>?) -> GroupResampling {
        GroupResampling(
          table, measures: measures, draws: 60, seed: 2, labels: ["a", "b", "c"],
          isStratified: isStratified)
      }
      let whole = draws(nil)
      let block = size.first..<min(size.first + 8, size.measures)
      let part = draws(block)
      for measure in block {
        #expect(part.interval(measure, 1, level: 0.9) == whole.interval(measure, 1, level: 0.9))
        let differences = [part, whole].map {
          $0.differenceInterval(measure, .group(0), others, strata: [0, 1], level: 0.9)
        }
        #expect(differences[0] != nil)
        #expect(differences[0] == differences[1])
      }
    }
  }

  @Test(
    "Blocks hold all measures, and as many as there is room for",
    arguments: [
      (40, 1, 1 << 20, 1), (40, 100, 16 * 8 * 100, 5), (40, 100, 16 * 16 * 100, 3),
      (40, 1 << 40, 1 << 20, 5), (1_000, 1 << 14, 64 << 20, 4),
    ] as [(Int, Int, Int, Int)])
  func blockSizes(measures: Int, rows: Int, room: Int, count: Int) {
    let table = FigureTable([], measures: measures, groups: 3)
    let blocks = table.blocks(rows: rows, room: room)
    #expect(Array(blocks.joined()) == Array(0..<measures))
    #expect(blocks.count == count)
  }

  @Test("The difference of two sides is drawn from both")
  func differences() throws {
    let rows = (0..<40).map { index in
      FigureTable.Row(
        group: index % 2, figures: [Double(index % 2 * 10) + Double(index / 2 % 5)])
    }
    let table = FigureTable(rows, measures: 1, groups: 2)
    let draws = GroupResampling(
      table, draws: 1000, seed: 3, labels: ["a", "b"], isStratified: false)
    let interval = try #require(
      draws.differenceInterval(0, .group(1), .group(0), strata: [0], level: 0.95))
    // Both groups hold 0 to 4 four times over: variance 2 of 20 articles each, so 1.96·√0.2.
    #expect((interval.low - (10 - 0.877)).magnitude < 0.12)
    #expect((interval.high - (10 + 0.877)).magnitude < 0.12)
    let mirrored = draws.differenceInterval(
      0, .group(0), .others(of: 0, groups: 2), strata: [0], level: 0.95)
    #expect(mirrored?.low == -interval.high)
    #expect(mirrored?.high == -interval.low)
  }

  @Test(
    "All others of two known groups are the other one, whatever stands behind them",
    arguments: [false, true], [2, 3, 4])
  func others(isStratified: Bool, groups: Int) throws {
    let rows = (0..<96).map { index in
      FigureTable.Row(
        group: index % groups, stratum: index / groups % 2,
        figures: [Double(index * 37 % 101), index % 5 == 0 ? nil : Double(index * 13 % 17)])
    }
    let draws = GroupResampling(
      FigureTable(rows, measures: 2, groups: groups, strata: 2), draws: 400, seed: 3,
      labels: (0..<groups).map { "\($0)" }, isStratified: isStratified)
    for measure in 0...1 {
      for (own, other) in [(0, 1), (1, 0)] {
        let pair = try #require(
          draws.differenceInterval(
            measure, .group(own), .group(other), strata: [0, 1], level: 0.95))
        let rest = try #require(
          draws.differenceInterval(
            measure, .group(own), .others(of: own, groups: 2), strata: [0, 1], level: 0.95))
        #expect((pair.low - rest.low).magnitude < 1e-9)
        #expect((pair.high - rest.high).magnitude < 1e-9)
      }
    }
  }

  @Test("Groups of a side lend their articles to it but for one each")
  func drawnSizes() {
    let table = FigureTable(
      [(0, 0, 3), (1, 0, 2), (2, 0, 1), (2, 1, 4), (1, 1, 0)].flatMap { group, stratum, articles in
        (0..<articles + 1).map { article in
          FigureTable.Row(
            group: group, stratum: stratum, figures: [article < articles ? Double(article) : nil])
        }
      }, measures: 1, groups: 3, strata: 3)
    #expect(table.drawnSizes(0, .group(0)) == [3, 0, 0])
    #expect(table.drawnSizes(0, .group(2)) == [1, 4, 0])
    #expect(table.drawnSizes(0, .others(of: 0, groups: 3)) == [2, 4, 0])
    #expect(table.drawnSizes(0, .others(of: 2, groups: 3)) == [4, 0, 0])
  }

  @Test(
    "Against a group of five and fifteen of one, intervals of differences hold what they promise")
  func smallGroupsCoverage() throws {
    let sizes = [20, 5] + [Int](repeating: 1, count: 15)
    let means = sizes.indices.map { Double($0 % 5) / 2 }
    let others = zip(sizes, means).dropFirst().reduce(0) { $0 + Double($1.0) * $1.1 } / 20
    var stream = RandomStream(seed: 8)
    let labels = sizes.indices.map { "\($0)" }
    let held = (0..<300).count { seed in
      let rows = sizes.indices.flatMap { group in
        (0..<sizes[group]).map { _ in
          // Exponential about the mean of the group.
          let skewed = means[group] - 1 - naturalLogarithm(1 - stream.fraction())
          return FigureTable.Row(group: group, figures: [skewed])
        }
      }
      let interval = GroupResampling(
        FigureTable(rows, measures: 1, groups: sizes.count), draws: 300, seed: UInt64(seed),
        labels: labels, isStratified: false
      ).differenceInterval(
        0, .group(0), .others(of: 0, groups: sizes.count), strata: [0], level: 0.95)
      guard let interval else { return false }
      return interval.low <= means[0] - others && means[0] - others <= interval.high
    }
    // 285 are promised; fewer than 270 would come three times in ten thousand.
    #expect(held >= 270, "\(held) of 300")
  }

  @Test("Draws that differ by rounding alone make no interval")
  func rounding() {
    // How many of these have a figure changes from draw to draw, and with it the last bits.
    let rows = (0..<2).flatMap { group in
      (0..<30).map { index in
        FigureTable.Row(group: group, figures: [index < 20 ? 0.1 + Double(group) / 3 : nil])
      }
    }
    let draws = GroupResampling(
      FigureTable(rows, measures: 1, groups: 2), draws: 500, seed: 3, labels: ["a", "b"],
      isStratified: false)
    #expect(draws.interval(0, 0, level: 0.95) == nil)
    #expect(draws.differenceInterval(0, .group(1), .group(0), strata: [0], level: 0.95) == nil)
  }

  @Test("Few splits are listed, as for one contrast", arguments: 0..<8 as Range<UInt64>)
  func exact(seed: UInt64) {
    let rows = Self.rows(seed, perCell: 2...2)
    let table = Self.table(rows)
    let tests = GroupPermutation(table, level: 0.5, draws: 99, seed: 1, label: "x")
      .tests(questions)
    for (question, test) in zip(questions, tests) {
      func side(_ isFirst: Bool) -> [(stratum: String, value: Double)] {
        rows.filter { question.first.contains($0.group) == isFirst }.compactMap { row in
          row.figures[question.measure].map { ("\(row.stratum)", $0) }
        }
      }
      let single = PermutationTest(
        first: side(true), second: side(false), level: 0.5, draws: 99, seed: 1, label: "x")
      #expect(test == single, "seed \(seed)")
    }
  }

  @Test("Drawn splits come near the listed ones")
  func drawn() throws {
    var generator = SeededGenerator(seed: 11)
    let values = (0..<20).map { index in
      Double(Int.random(in: 0...50, using: &generator)) + (index < 6 ? 14 : 0)
    }
    let rows = values.enumerated().map { FigureTable.Row(group: $0 < 6 ? 0 : 1, figures: [$1]) }
    let question = GroupPermutation.Question(.group(0), .others(of: 0, groups: 2), measure: 0)
    let test = try #require(
      GroupPermutation(
        FigureTable(rows, measures: 1, groups: 2), level: 0.05, seed: 2, label: "x"
      ).tests([question]).first)
    // All 38,760 splits, by brute force over the masks of 20 articles.
    let total = values.reduce(0, +)
    func gap(_ sum: Double) -> Double { (sum / 6 - (total - sum) / 14).magnitude }
    let observed = gap(values[..<6].reduce(0, +))
    var (hits, splits) = (0, 0)
    for mask in 0..<(1 << 20) where mask.nonzeroBitCount == 6 {
      splits += 1
      let sum = values.indices.reduce(0.0) { mask >> $1 & 1 == 1 ? $0 + values[$1] : $0 }
      if gap(sum) >= observed - 1e-9 { hits += 1 }
    }
    let exact = Double(hits) / Double(splits)
    let probability = try #require(test.probability)
    #expect((probability - exact).magnitude < 4 * (exact * (1 - exact) / 9999).squareRoot() + 1e-4)
    guard case .tested(let result) = test else { return }
    #expect(result.method == .monteCarlo(draws: 9999))
  }

  @Test("What cannot be tested says why")
  func obstacles() {
    func test(_ first: [Double], _ second: [Double]) -> PermutationTest? {
      let rows =
        first.map { FigureTable.Row(group: 0, figures: [$0]) }
        + second.map { FigureTable.Row(group: 1, figures: [$0]) }
      return GroupPermutation(
        FigureTable(rows, measures: 1, groups: 2), level: 0.05, draws: 99, seed: 1, label: "x"
      ).tests([.init(.group(0), .group(1), measure: 0)]).first
    }
    #expect(test([], [1, 2, 3]) == .cannotBeTested(.emptyGroup))
    #expect(
      test([1, 2, 3], [4, 5, 6]) == .cannotBeTested(.tooFewArticles(smallestProbability: 0.1)))
    let same = [Double](repeating: 3, count: 30)
    #expect(test(same, same) == .cannotBeTested(.noVariation))
  }
}
