/// A stream of random numbers: xoshiro256++ (Blackman & Vigna 2019), its state filled by SplitMix64.
///
/// A value: the same seed and label give the same numbers on every machine, and how they become
/// whole numbers and fractions is fixed here rather than left to the standard library. A label
/// gives each group or measure a stream of its own, so that no result depends on which group was
/// asked first or on which thread.
package struct RandomStream: RandomNumberGenerator, Hashable, Sendable {
  /// What random streams begin from where the user names no seed.
  package static let usualSeed: UInt64 = 20_260_801

  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  /// The stream of `seed` for `label`.
  package init(seed: UInt64, label: String = "") {
    var state = seed ^ (label.isEmpty ? 0 : hashOfBytes(label.utf8))
    a = splitMix(&state)
    b = splitMix(&state)
    c = splitMix(&state)
    d = splitMix(&state)
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    let sum = a &+ d
    let result = ((sum << 23) | (sum >> 41)) &+ a
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 45) | (d >> 19)
    return result
  }

  /// A whole number from 0 up to, not including, `bound`, all equally likely (Lemire 2019).
  ///
  /// - Precondition: `bound` is positive.
  /// - Complexity: constant on average; a number is drawn again where all would not be equally
  ///   likely.
  package mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "a random index below nothing")
    let width = UInt64(bound)
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let threshold = (0 &- width) % width
      while product.low < threshold { product = next().multipliedFullWidth(by: width) }
    }
    return Int(product.high)
  }

  /// A fraction from 0 up to, not including, 1, in steps of 2⁻⁵³.
  package mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A draw from the standard normal distribution (Marsaglia's polar method, 1964).
  ///
  /// - Complexity: constant on average: of 100 points 79 lie in the circle.
  package mutating func normal() -> Double {
    while true {
      let x = 2 * fraction() - 1
      let y = 2 * fraction() - 1
      let square = x * x + y * y
      if square > 0, square < 1 {
        return x * (-2 * naturalLogarithm(square) / square).squareRoot()
      }
    }
  }

  /// A draw from the gamma distribution with `shape` and scale 1 (Marsaglia & Tsang 2000).
  ///
  /// - Precondition: `shape` is positive.
  /// - Complexity: constant on average.
  package mutating func gamma(shape: Double) -> Double {
    precondition(shape > 0, "a gamma distribution without a shape")
    if shape < 1 {
      let draw = gamma(shape: shape + 1)
      return draw * exponential(naturalLogarithm(1 - fraction()) / shape)
    }
    let third = shape - 1.0 / 3
    let scale = 1 / (9 * third).squareRoot()
    while true {
      let x = normal()
      let base = 1 + scale * x
      guard base > 0 else { continue }
      let cube = base * base * base
      let logarithm = naturalLogarithm(1 - fraction())
      if logarithm < x * x / 2 + third * (1 - cube + naturalLogarithm(cube)) {
        return third * cube
      }
    }
  }

  /// A draw from the Dirichlet distribution: shares that add up to 1, 0 where a parameter is 0.
  ///
  /// Independent gamma draws divided by their sum.
  ///
  /// - Precondition: no parameter is negative, one at least is positive.
  /// - Complexity: O(parameters) on average.
  package mutating func dirichlet(_ parameters: [Double]) -> [Double] {
    precondition(
      parameters.contains { $0 > 0 } && parameters.allSatisfy { $0 >= 0 },
      "a Dirichlet distribution needs a positive parameter and no negative one")
    while true {
      let draws = parameters.map { $0 > 0 ? gamma(shape: $0) : 0 }
      let sum = draws.reduce(0, +)
      // Tiny shapes can underflow all at once; then there is nothing to share out.
      if sum > 0 { return draws.map { $0 / sum } }
    }
  }
}

/// One step of SplitMix64 (Steele, Lea & Flood 2014).
package func splitMix(_ state: inout UInt64) -> UInt64 {
  state &+= 0x9E37_79B9_7F4A_7C15
  return mixedBits(state)
}

/// The bits of `value` mixed, one to one: the finaliser of SplitMix64.
package func mixedBits(_ value: UInt64) -> UInt64 {
  var mixed = value
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return mixed ^ (mixed >> 31)
}

/// FNV-1a (Fowler, Noll & Vo 1991) of bytes, mixed once more.
///
/// - Complexity: O(bytes).
package func hashOfBytes(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return mixedBits(hash)
}
