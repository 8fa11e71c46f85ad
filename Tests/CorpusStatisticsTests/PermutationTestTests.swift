import CorpusStatistics
import Testing

struct PermutationTestTests {
  /// The test of two groups without strata.
  private func test(
    _ first: [Double], _ second: [Double], level: Double = 0.05,
    draws: Int = PermutationTest.usualDraws, seed: UInt64 = 1
  ) -> PermutationTest {
    PermutationTest(
      first: first.map { ("", $0) }, second: second.map { ("", $0) }, level: level, draws: draws,
      seed: seed)
  }

  @Test(
    "The smallest probabilities of the codebook",
    arguments: [
      (1, 9, 0.1), (1, 19, 0.05), (2, 2, 1.0 / 3), (3, 3, 0.1), (4, 4, 2.0 / 70), (5, 5, 2.0 / 252),
    ] as [(Int, Int, Double)])
  func smallest(first: Int, second: Int, expected: Double) throws {
    // Complete separation, the most extreme that there is, where the floor lets it be tested.
    let test = test(
      (0..<first).map { 100 + Double($0 * $0) }, (0..<second).map { Double($0 * $0) / 100 },
      level: 0.5)
    #expect((try #require(test.probability) - expected).magnitude < 1e-12)
  }

  @Test(
    "Below the floor there is no probability, and the floor is named",
    arguments: [(1, 9, 0.1), (2, 2, 1.0 / 3), (3, 3, 0.1)])
  func floor(first: Int, second: Int, smallest: Double) {
    let test = test((0..<first).map { 100 + Double($0) }, (0..<second).map(Double.init))
    #expect(test == .cannotBeTested(.tooFewArticles(smallestProbability: smallest)))
    #expect(test.probability == nil)
  }

  @Test("Nothing varies, or a group is empty: said, not tested")
  func obstacles() {
    let same = [Double](repeating: 7, count: 8)
    #expect(test(same, same) == .cannotBeTested(.noVariation))
    #expect(test([], same) == .cannotBeTested(.emptyGroup))
    #expect(
      PermutationTest(first: [("news", 1)], second: [("plan", 2)], seed: 1)
        == .cannotBeTested(.emptyGroup))
  }

  @Test("An exact test agrees with SciPy's")
  func exact() throws {
    let test = test([3, 5, 8, 12, 4], [9, 7, 13, 15])
    guard case .tested(let result) = test else {
      Issue.record("not tested")
      return
    }
    #expect((result.probability - 0.111_111_111_111_111_1).magnitude < 1e-12)
    #expect(result.method == .exact(splits: 126))
    #expect((result.difference - (6.4 - 11)).magnitude < 1e-12)
  }

  @Test("Many splits are drawn, never probability 0, the same for seed and any order")
  func drawn() throws {
    let first = (0..<12).map { Double($0) + 50 }
    let second = (0..<11).map(Double.init)
    #expect(test(first, second, draws: 999, seed: 4).probability == 0.001)
    var stream = RandomStream(seed: 30)
    let near = (0..<15).map { _ in stream.normal() }
    let far = (0..<13).map { _ in stream.normal() + 0.5 }
    let one = test(near, far, draws: 999, seed: 4)
    #expect(one == test(near.reversed(), far.reversed(), draws: 999, seed: 4))
    let turned = test(far, near, draws: 999, seed: 4)
    #expect(one.probability == turned.probability)
  }

  @Test("Labels move within strata only")
  func strata() throws {
    // Without strata the types make the difference; within them there is none at all.
    let first = [
      ("news", 1.0), ("news", 2), ("plan", 11), ("plan", 12), ("plan", 11), ("plan", 12),
    ]
    let second = [("news", 1.0), ("news", 2), ("news", 1), ("news", 2), ("plan", 11), ("plan", 12)]
    let test = PermutationTest(first: first, second: second, seed: 1)
    guard case .tested(let result) = test else {
      Issue.record("not tested")
      return
    }
    #expect(result.probability == 1)
    #expect(result.method == .exact(splits: 225))
    #expect(result.strata == 2)
  }

  @Test("Without a difference the probabilities are spread evenly")
  func uniform() throws {
    var stream = RandomStream(seed: 31)
    var values: [Double] = []
    for round in 0..<400 {
      let first = (0..<6).map { _ in stream.gamma(shape: 1.5) }
      let second = (0..<7).map { _ in stream.gamma(shape: 1.5) }
      values.append(try #require(test(first, second, seed: UInt64(round)).probability))
    }
    for level in [0.05, 0.25, 0.5, 0.75] {
      let share = Double(values.count { $0 <= level }) / 400
      let deviation = (level * (1 - level) / 400).squareRoot()
      #expect((share - level).magnitude < 4 * deviation, "seed 31: \(share) at \(level)")
    }
  }

  @Test(
    "Ways to choose",
    arguments: [(5, 2, 10), (10, 0, 1), (10, 10, 1), (3, 5, 0), (20, 10, 184_756)])
  func choosing(count: Int, chosen: Int, ways: Int) {
    #expect(binomial(count, chosen, limit: 1_000_000) == ways)
  }

  @Test("More ways than the limit are not counted")
  func limit() {
    #expect(binomial(20, 10, limit: 10_000) == nil)
    #expect(binomial(400, 200, limit: .max) == nil)
  }
}

struct MultipleComparisonsTests {
  private let oracle = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205]

  private func expectClose(_ family: CorrectedFamily, _ expected: [Double]) {
    #expect(family.adjusted.count == expected.count)
    for (value, number) in zip(family.adjusted, expected) {
      #expect(((value ?? -1) - number).magnitude < 1e-8)
    }
  }

  @Test("The codebook's family: two findings at 0.05, adjusted as printed")
  func benjaminiHochberg() {
    let family = CorrectedFamily(oracle, method: .benjaminiHochberg)
    expectClose(family, [0.008, 0.032, 0.0672, 0.0672, 0.0672, 0.08, 0.0845714286, 0.205])
    #expect(family.found(at: 0.05).count { $0 } == 2)
    #expect(family.tests == 8)
  }

  @Test("Benjamini-Yekutieli and Holm agree with statsmodels")
  func others() {
    expectClose(
      CorrectedFamily(oracle, method: .benjaminiYekutieli),
      [
        0.0217428571, 0.0869714286, 0.18264, 0.18264, 0.18264, 0.2174285714, 0.2298530612,
        0.5571607143,
      ])
    expectClose(
      CorrectedFamily(oracle, method: .holm),
      [0.008, 0.056, 0.234, 0.234, 0.234, 0.234, 0.234, 0.234])
  }

  @Test("What could not be tested stays out of the number of tests")
  func missing() {
    let family = CorrectedFamily([nil, 0.04, nil, 0.02], method: .holm)
    #expect(family.tests == 2)
    #expect(family.adjusted == [nil, 0.04, nil, 0.04])
    #expect(family.found(at: 0.05) == [false, true, false, true])
    #expect(CorrectedFamily([], method: .benjaminiHochberg).adjusted.isEmpty)
  }

  @Test(
    "Adjusting keeps the order, never lowers, stays at most 1",
    arguments: MultiplicityMethod.allCases)
  func monotone(method: MultiplicityMethod) throws {
    var stream = RandomStream(seed: 40)
    for _ in 0..<100 {
      let values = (0..<20).map { _ in stream.fraction() }.sorted()
      let adjusted = CorrectedFamily(values, method: method).adjusted.compactMap { $0 }
      #expect(adjusted == adjusted.sorted(), "seed 40")
      #expect(zip(values, adjusted).allSatisfy { $0 <= $1 && $1 <= 1 }, "seed 40")
    }
  }
}
