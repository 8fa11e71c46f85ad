import CorpusStatistics
import Testing

/// Expected values of this suite are SciPy's.
struct NumbersTests {
  private func isClose(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
    (value - expected).magnitude <= tolerance * max(1, expected.magnitude)
  }

  @Test(
    "The normal distribution, across the seam of series and fraction",
    arguments: [
      (-3, 0.001_349_898_031_630_093_3), (-0.5, 0.308_537_538_725_986_9),
      (0, 0.5), (0.1, 0.539_827_837_277_029), (1.96, 0.975_002_104_851_779_5),
      (2.999, 0.998_645_663_466_272_9), (3.001, 0.998_654_527_174_915),
      (6, 0.999_999_999_013_412_3), (50, 1), (-50, 0),
    ])
  func normal(x: Double, share: Double) {
    #expect(isClose(normalCumulative(x), share, 1e-15))
  }

  @Test("A far tail keeps its digits")
  func farTail() {
    #expect((normalCumulative(-8) / 6.220_960_574_271_74e-16 - 1).magnitude < 1e-12)
  }

  @Test(
    "Student's quantiles",
    arguments: [
      (0.975, 4, 2.776_445_105_197_793_4), (0.975, 19, 2.093_024_054_408_308_7),
      (0.9, 1, 3.077_683_537_175_254_4), (0.025, 7, -2.364_624_251_592_784_4),
      (0.999, 30, 3.385_184_866_829_304_5), (0.5, 1, 0),
    ])
  func student(share: Double, degrees: Int, expected: Double) {
    #expect(isClose(studentQuantile(share, degrees: degrees), expected, 1e-10))
  }

  @Test(
    "The logarithm of gamma",
    arguments: [
      (0.5, 0.572_364_942_924_7), (1, 0), (2.5, 0.284_682_870_472_919_2),
      (10.3, 13.482_036_786_138_359), (170, 701.437_263_808_737_2),
    ])
  func gamma(x: Double, expected: Double) {
    #expect(isClose(logarithmOfGamma(x), expected))
  }

  @Test("Logarithm and exponential undo each other and know their ends")
  func inverse() {
    var stream = RandomStream(seed: 5)
    for _ in 0..<500 {
      let x = stream.normal() * 100
      #expect(isClose(naturalLogarithm(exponential(x)), x, 1e-14), "seed 5, \(x)")
    }
    #expect(naturalLogarithm(0) == -.infinity)
    #expect(naturalLogarithm(1) == 0)
    #expect(exponential(0) == 1)
    #expect(exponential(1_000) == .infinity)
    #expect(exponential(-1_000) == 0)
    #expect(binaryLogarithm(8) == 3)
  }

  @Test("Quantiles are NumPy's: linear between neighbours")
  func quantiles() {
    #expect(quantile(0.25, ofSorted: [1, 2, 3, 4]) == 1.75)
    #expect(quantile(0, ofSorted: [1, 2]) == 1)
    #expect(quantile(1, ofSorted: [1, 2]) == 2)
    #expect(quantile(0.5, ofSorted: [7]) == 7)
    #expect(quantile(0.5, ofSorted: []) == nil)
  }
}

struct RandomStreamTests {
  @Test("The published generator, filled by SplitMix64, gives the same numbers")
  func reference() {
    var stream = RandomStream(seed: 0)
    let numbers = (0..<6).map { _ in stream.next() }
    #expect(
      numbers == [
        5_987_356_902_031_041_503, 7_051_070_477_665_621_255, 6_633_766_593_972_829_180,
        211_316_841_551_650_330, 9_136_120_204_379_184_874, 379_361_710_973_160_858,
      ])
    var state: UInt64 = 0
    #expect(splitMix(&state) == 0xE220_A839_7B1D_CDAF)
  }

  @Test("Seed and label make the stream, and nothing else does")
  func labels() {
    var first = RandomStream(seed: 1, label: "a")
    var same = RandomStream(seed: 1, label: "a")
    var other = RandomStream(seed: 1, label: "b")
    let number = first.next()
    #expect(number == same.next())
    #expect(number != other.next())
  }

  @Test("Indexes are even: chi-square of 7 cells under its 99.9 % point")
  func even() {
    var stream = RandomStream(seed: 11)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[stream.index(below: 7)] += 1 }
    let chiSquare = counts.reduce(0.0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
    #expect(chiSquare < 22.46, "seed 11, \(counts)")
  }

  @Test("Gamma draws have the mean and variance of their shape", arguments: [0.3, 1, 7.5])
  func gammaMoments(shape: Double) {
    var stream = RandomStream(seed: 12)
    let draws = (0..<40_000).map { _ in stream.gamma(shape: shape) }
    let mean = draws.reduce(0, +) / 40_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39_999
    #expect((mean / shape - 1).magnitude < 0.05, "seed 12")
    #expect((variance / shape - 1).magnitude < 0.1, "seed 12")
  }

  @Test("Dirichlet draws add up to 1 around their weights; a weight of 0 stays 0")
  func dirichlet() {
    var stream = RandomStream(seed: 13)
    var sums = [0.0, 0, 0]
    for _ in 0..<5_000 {
      let draw = stream.dirichlet([30, 20, 0])
      #expect((draw.reduce(0, +) - 1).magnitude < 1e-12)
      for index in 0..<3 { sums[index] += draw[index] / 5_000 }
    }
    #expect((sums[0] - 0.6).magnitude < 0.01, "seed 13")
    #expect(sums[2] == 0)
  }
}
