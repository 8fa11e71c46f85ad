import CorpusStatistics
import Testing

struct ProfileDivergenceTests {
  @Test("The codebook's profiles, equal weights")
  func equalWeights() throws {
    let value = try #require(
      jensenShannonDivergence([0.5, 0.3, 0.2], [0.2, 0.3, 0.5], weights: .equal))
    #expect((value - 0.0958).magnitude < 5e-5)
    #expect((value.squareRoot() - 0.3095).magnitude < 5e-5)
  }

  @Test("The codebook's counts, weights by size: divergence, likelihood ratio, null")
  func sizeWeights() throws {
    let value = try #require(
      jensenShannonDivergence([30, 20, 10], [20, 40, 60], weights: .size))
    #expect((value - 0.11239).magnitude < 5e-6)
    #expect((2 * 180 * naturalLogarithmOf2 * value - 28.046).magnitude < 5e-4)
    func units(_ counts: [Int]) -> [[Int]] {
      counts.enumerated().flatMap { place, count in
        (0..<count).map { _ in (0..<3).map { $0 == place ? 1 : 0 } }
      }
    }
    let permuted = try #require(
      ProfileDivergence(
        first: units([30, 20, 10]), second: units([20, 40, 60]), weights: .size, draws: 1_999,
        seed: 1))
    #expect((permuted.nullMean - 0.0081).magnitude < 4e-4)
    #expect((permuted.divergence - value).magnitude < 1e-12)
    #expect(permuted.probability == 0.0005)
    #expect((permuted.excess - (permuted.divergence - permuted.nullMean)).magnitude < 1e-15)
  }

  @Test("A value of SciPy's")
  func scipy() throws {
    let value = try #require(
      jensenShannonDivergence([5, 0, 3, 2], [1, 4, 0, 5], weights: .equal))
    #expect((value - 0.502_901_074_507_172_8).magnitude < 1e-13)
  }

  @Test("Profiles that are no mirror images tell the weight of one from that of the other")
  func asymmetric() throws {
    // SciPy's likelihood-ratio statistic of the table, divided by 2 · 33 · ln 2.
    let value = try #require(jensenShannonDivergence([5, 1, 3, 2], [1, 4, 2, 15], weights: .size))
    #expect((value - 0.27441591454757186).magnitude < 1e-12)
  }

  @Test("Symmetric, 0 for equal profiles, 1 for disjoint ones, never outside")
  func properties() throws {
    var stream = RandomStream(seed: 50)
    for _ in 0..<200 {
      let one = (0..<6).map { _ in Double(stream.index(below: 9)) } + [1]
      let other = (0..<6).map { _ in Double(stream.index(below: 9)) } + [1]
      for weights in ProfileWeights.allCases {
        let value = try #require(jensenShannonDivergence(one, other, weights: weights))
        let back = try #require(jensenShannonDivergence(other, one, weights: weights))
        #expect((value - back).magnitude < 1e-12, "seed 50")
        #expect(value >= 0 && value <= 1, "seed 50")
        let same = try #require(
          jensenShannonDivergence(one, one.map { 3 * $0 }, weights: weights))
        #expect(same < 1e-12, "seed 50")
      }
    }
    #expect(jensenShannonDivergence([1, 0], [0, 1], weights: .equal) == 1)
    #expect(jensenShannonDivergence([0, 0], [0, 1], weights: .equal) == nil)
  }

  @Test("Labels, not directives, are dealt: one long article cannot be evidence")
  func articles() throws {
    let result = try #require(
      ProfileDivergence(first: [[500, 0]], second: [[1, 1], [1, 1], [0, 0]], seed: 1))
    #expect(result.method == .exact(splits: 3))
    #expect((result.smallestProbability - 1.0 / 3).magnitude < 1e-12)
    #expect(ProfileDivergence(first: [[0, 0]], second: [[1, 1]], seed: 1) == nil)
  }
}

struct DistinctiveTermsTests {
  @Test(
    "The codebook's log-odds under three priors",
    arguments: [(1, 100, 2.4147), (10, 1_000, 1.7215), (0.01, 3, 2.5283)])
  func logOdds(alpha: Double, a0: Double, z: Double) {
    let odds = LogOdds(ya: 12, na: 400, yb: 3, nb: 500, alpha: alpha, a0: a0)
    #expect((odds.z - z).magnitude < 5e-5)
    if a0 == 100 {
      #expect((odds.delta - 1.3806).magnitude < 5e-5)
      #expect((odds.deviation - 0.5718).magnitude < 5e-5)
    }
  }

  @Test("The usual strength is half the smaller side, within 10 and 1,000")
  func strength() {
    #expect(DistinctiveTerms.usualStrength(4, 900) == 10)
    #expect(DistinctiveTerms.usualStrength(400, 900) == 200)
    #expect(DistinctiveTerms.usualStrength(90_000, 9_000) == 1_000)
  }

  private let first = [["deadline": 4, "slogan": 1], ["deadline": 3, "only": 6]]
  private let second = [["slogan": 9, "deadline": 1], ["slogan": 2, "seldom": 1], ["seldom": 1]]

  private func tally(_ articles: [[String: Int]]) -> TermTally<String> {
    articles.reduce(into: TermTally()) { $0.add(article: $1) }
  }

  private func compared(
    _ first: [[String: Int]], _ second: [[String: Int]], background: [String: Int] = [:]
  ) -> DistinctiveTerms? {
    DistinctiveTerms(
      first: tally(first), second: tally(second), background: tally([background]))
  }

  @Test("Terms come with counts, articles and standing, the most distinctive first")
  func terms() throws {
    let result = try #require(compared(first, second, background: ["deadline": 5, "slogan": 5]))
    #expect(result.totals == [14, 14])
    #expect(result.strengths == [10, 2, 50])
    #expect(result.terms.map(\.term) == ["deadline", "only", "seldom", "slogan"])
    let deadline = try #require(result.terms.first)
    #expect(deadline.counts == [7, 1])
    #expect(deadline.articles == [2, 1])
    #expect(result.terms.map(\.standing) == [.listed, .singleSource, .rare, .listed])
    #expect(deadline.signHolds)
  }

  @Test("Turning the sides turns the signs; the order of articles changes nothing")
  func turned() throws {
    let background = ["deadline": 3, "elsewhere": 30]
    let one = try #require(compared(first, second, background: background))
    let turned = try #require(compared(second, first, background: background))
    for term in one.terms {
      let mirror = try #require(turned.terms.first { $0.term == term.term })
      #expect((mirror.estimates[0].z + term.estimates[0].z).magnitude < 1e-12)
    }
    #expect(one == compared(first.reversed(), second.reversed(), background: background))
  }

  @Test("No tokens on a side, or a single term: nothing to compare")
  func nothing() {
    #expect(compared([], second) == nil)
    #expect(compared([["a": 2]], [["a": 2]]) == nil)
  }

  @Test("A stronger prior draws the scores towards 0 for a term of the background's rate")
  func prior() throws {
    let result = try #require(compared(first, second, background: ["deadline": 30, "slogan": 30]))
    let deadline = try #require(result.terms.first { $0.term == "deadline" })
    #expect(deadline.estimates[1].z > deadline.estimates[0].z)
    #expect(deadline.estimates[0].z > deadline.estimates[2].z)
  }
}

struct PartialPoolingTests {
  @Test("Values of the same formulas in NumPy")
  func numpy() throws {
    let pooling = try #require(
      PartialPooling([[30, 34, 41], [50, 48], [22, 28, 31, 45, 39], [61], []]))
    let expected = [36.290_473_15, 47.711_506_28, 34.029_586_8, 54.557_633_98]
    for (group, number) in zip(pooling.groups, expected) {
      #expect((try #require(group).shrunk - number).magnitude < 1e-7)
    }
    #expect(pooling.groups[4] == nil)
  }

  @Test("Groups that differ less than their articles fall together; equal ones stay")
  func extremes() throws {
    let alike = try #require(PartialPooling([[10, 50], [20, 41], [31, 30]]))
    #expect(alike.groups.allSatisfy { $0?.shrunk == alike.groups[0]?.shrunk && $0?.kept == 0 })
    let equal = try #require(PartialPooling([[7, 7], [7, 7]]))
    #expect(equal.groups.allSatisfy { $0?.shrunk == 7 })
  }

  @Test("A shrunk mean lies as far towards the grand mean as its group keeps of its own")
  func between() throws {
    var stream = RandomStream(seed: 60)
    for _ in 0..<100 {
      let groups = (0..<5).map { group in
        (0..<2 + stream.index(below: 6)).map { _ in stream.normal() + Double(group) }
      }
      let pooling = try #require(PartialPooling(groups))
      let drawn = pooling.groups.compactMap { $0 }
      #expect(drawn.allSatisfy { (0...1).contains($0.kept) }, "seed 60")
      let grand = drawn.filter { $0.kept < 0.99 }
        .map { ($0.shrunk - $0.kept * $0.mean) / (1 - $0.kept) }
      for other in grand { #expect((other - grand[0]).magnitude < 1e-9, "seed 60") }
      #expect(PartialPooling(groups.map { $0.reversed() }) == pooling, "seed 60")
    }
  }

  @Test("One group, or single articles only: nothing to pool with")
  func nothing() {
    #expect(PartialPooling([[1, 2, 3]]) == nil)
    #expect(PartialPooling([[1], [2], [3]]) == nil)
  }
}

struct StandardisationTests {
  private let a = ["news": [Double](repeating: 30, count: 8), "plan": [60, 60]]
  private let b = ["news": [25.0, 25], "plan": [Double](repeating: 55, count: 8)]

  private func check(_ first: [String: [Double]], _ second: [String: [Double]]) -> SimpsonCheck {
    func sums(_ side: [String: [Double]]) -> [String: WeightedValue] {
      side.mapValues { WeightedValue(value: $0.reduce(0, +), weight: Double($0.count)) }
    }
    let all = [first, second].flatMap(\.values).joined()
    return SimpsonCheck(
      firstSums: sums(first), secondSums: sums(second), largest: all.max() ?? 0)
  }

  @Test("The codebook's two cities: reversed overall, 45 and 40 standardised")
  func simpson() {
    let check = check(a, b)
    #expect(check.finding == .reversed)
    #expect(check.overall == -13)
    #expect(check.strata.map(\.difference) == [5, 5])
    #expect(check.standardised == 5)
    let weights = ["news": 1.0, "plan": 1]
    #expect(standardisedMean(a, weights: weights) == 45)
    #expect(standardisedMean(b, weights: weights) == 40)
    #expect(self.check(b, a).finding == .reversed)
  }

  @Test("An empty stratum leaves no combined figure")
  func emptyStratum() {
    #expect(standardisedMean(["news": [30]], weights: ["news": 1, "plan": 1]) == nil)
    #expect(standardisedMean(["news": [30]], weights: ["news": 1, "plan": 0]) == 30)
    #expect(standardisedMean([:], weights: [:]) == nil)
  }

  @Test("Agreement, mixture, and nothing to compare")
  func findings() {
    #expect(check(a, a).finding == .agrees)
    #expect(check(["x": [9], "y": [1]], ["x": [1], "y": [5]]).finding == .mixed)
    #expect(check(["x": [1]], ["y": [1]]).finding == .cannotCompare)
    #expect(check([:], a).overall == nil)
  }
}

struct GapDecompositionTests {
  @Test("Contributions and remainder add up to the gap")
  func additive() throws {
    var stream = RandomStream(seed: 70)
    func side(_ count: Int) -> [ArticleParts] {
      (0..<count).map { _ in
        let parts = (0..<5).map { _ in 20 * stream.fraction() }
        return ArticleParts(total: min(60, parts.reduce(0, +)), parts: parts)
      }
    }
    for _ in 0..<50 {
      let gap = try #require(GapDecomposition(first: side(7), second: side(4)))
      let sum = gap.parts.reduce(gap.remainder) { $0 + $1.contribution }
      #expect((sum - gap.gap).magnitude < 1e-9, "seed 70")
      for part in gap.parts {
        #expect((part.gapWithout + part.contribution - gap.gap).magnitude < 1e-9, "seed 70")
      }
    }
  }

  @Test("A planted difference in one part is named, and decides")
  func planted() throws {
    let gap = try #require(
      GapDecomposition(
        first: [
          ArticleParts(total: 50, parts: [20, 20, 10]),
          ArticleParts(total: 46, parts: [20, 18, 8]),
        ],
        second: [ArticleParts(total: 31, parts: [20, 1, 10])]))
    #expect(gap.gap == 17)
    #expect(gap.byMagnitude == [1, 2, 0])
    #expect(gap.parts.map(\.contribution) == [0, 18, -1])
    #expect(gap.parts.map(\.gapWithout) == [17, -1, 18])
    #expect(gap.parts.map(\.decides) == [false, true, false])
    #expect(gap.remainder == 0)
  }

  @Test("A cap lands in the remainder; no gap has no shares; no article has no gap")
  func edges() throws {
    let capped = try #require(
      GapDecomposition(
        first: [ArticleParts(total: 15, parts: [30])],
        second: [ArticleParts(total: 10, parts: [10])])
    )
    #expect(capped.remainder == -15)
    let none = try #require(
      GapDecomposition(
        first: [ArticleParts(total: 5, parts: [5])], second: [ArticleParts(total: 5, parts: [5])]))
    #expect(none.parts[0].share == nil && !none.parts[0].decides)
    #expect(GapDecomposition(first: [], second: [ArticleParts(total: 5, parts: [5])]) == nil)
  }
}

struct OrderStabilityTests {
  /// Slot values a, o, q, t, p, m of the codebook's worked examples.
  private let frames: [[Double]] = [
    [1, 1, 1, 1, 1, 0], [1, 0.6, 0, 1, 0, 0], [0, 0.2, 0, 0, 0, 0], [0.3, 0.2, 0, 0, 0, 0],
    [1, 0.6, 0, 0, 0.6, 0], [0.6, 0.6, 0, 1, 0.6, 0], [1, 1, 1, 1, 0.6, 0.6],
    [0.6, 0.6, 1, 1, 0, 0], [0.6, 0.6, 0.3, 0.3, 0, 0], [1, 0.6, 0.6, 1, 0.6, 0],
    [0.6, 0.6, 0, 0, 0, 0],
  ]
  private let weights: [Double] = [20, 20, 20, 20, 10, 10]

  /// The stability of `groups`, each the means of its parts, whose score is the weighted sum.
  private func stability(
    _ weights: [Double], _ groups: [[Double]], seed: UInt64,
    draws: Int = OrderStability.usualDraws
  ) -> OrderStability {
    OrderStability(weights: weights, seed: seed, draws: draws) { weights in
      groups.map { parts in zip(weights, parts).reduce(0) { $0 + $1.0 * $1.1 } }
    }
  }

  @Test("The worked examples keep their order under equal and under drawn weights")
  func workedExamples() throws {
    let stability = stability(weights, frames, seed: 1)
    #expect(stability.draws == 500)
    #expect((stability.scores[0] - 0.9).magnitude < 1e-12)
    #expect(stability.pairs.count == 55)
    #expect(try #require(stability.agreementWithEqual) >= 0.85)
    #expect(try #require(stability.lowAgreement) >= 0.8)
  }

  @Test("Better in every part keeps the order in every draw; equal groups have none to keep")
  func dominance() {
    let stability = stability(weights, [frames[0], frames[3], frames[3]], seed: 2, draws: 60)
    #expect(stability.pairs.map(\.kept) == [1, 1, nil])
    #expect(stability.pairs[0].groups == [0, 1])
  }

  @Test("A lead that hangs on one weight is shaky, and the seed decides nothing else")
  func shaky() throws {
    let groups: [[Double]] = [[1, 0], [0, 0.98]]
    let one = stability([1, 1], groups, seed: 3)
    let kept = try #require(one.pairs[0].kept)
    #expect(kept > 0.4 && kept < 0.7)
    #expect(one == stability([1, 1], groups, seed: 3))
  }

  @Test("Rank agreement counts untied pairs")
  func agreement() {
    #expect(rankAgreement([1, 2, 3], [1, 2, 3]) == 1)
    #expect(rankAgreement([1, 2, 3], [3, 2, 1]) == -1)
    #expect(rankAgreement([1, 2, 2], [1, 2, 3]) == 1)
    #expect(rankAgreement([1, 1], [1, 2]) == nil)
    #expect(rankAgreement([], []) == nil)
  }
}
