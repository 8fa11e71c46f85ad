// The target imports nothing, so that a figure never depends on the mathematical library of the
// machine: the same input gives the same bits everywhere.

/// The natural logarithm of `x`, to about 1e-15 relative.
///
/// Series of the inverse hyperbolic tangent after `x` is brought between √½ and √2
/// (Abramowitz & Stegun 1964, 4.1.27). Minus infinity at 0. Constant time.
///
/// - Precondition: `x` is not negative.
package func naturalLogarithm(_ x: Double) -> Double {
  precondition(x >= 0, "a logarithm of a negative number")
  guard x > 0, x.isFinite else { return x > 0 ? .infinity : -.infinity }
  var exponent = Double(x.exponent)
  var significand = x.significand
  if significand > 1.414_213_562_373_095_1 {
    significand /= 2
    exponent += 1
  }
  let ratio = (significand - 1) / (significand + 1)
  let square = ratio * ratio
  var sum = 0.0
  for divisor in stride(from: 25.0, through: 3, by: -2) {
    sum = (sum + 1 / divisor) * square
  }
  return exponent * naturalLogarithmOf2 + 2 * ratio * (1 + sum)
}

/// The logarithm of `x` to base 2; minus infinity at 0.
///
/// - Precondition: `x` is not negative.
package func binaryLogarithm(_ x: Double) -> Double { naturalLogarithm(x) / naturalLogarithmOf2 }

/// The natural logarithm of 2.
package let naturalLogarithmOf2 = 0.693_147_180_559_945_3

/// e to the power `x`, to about 1e-15 relative; 0 below -745 and infinity above 709.
///
/// Taylor series after the whole powers of 2 are taken out. Constant time.
package func exponential(_ x: Double) -> Double {
  guard x > -745 else { return 0 }
  guard x < 709.78 else { return .infinity }
  let power = (x / naturalLogarithmOf2).rounded()
  // The logarithm of 2 in two pieces: the first is exact in products with small whole numbers.
  let rest = (x - power * 0.693_147_180_369_123_8) - power * 1.908_214_929_270_587_7e-10
  var sum = 1.0
  for divisor in stride(from: 16.0, through: 1, by: -1) {
    sum = 1 + sum * rest / divisor
  }
  // In two steps, because the smallest results have no full significand.
  let half = (power / 2).rounded(.down)
  return sum * powerOf2(half) * powerOf2(power - half)
}

private func powerOf2(_ exponent: Double) -> Double {
  Double(sign: .plus, exponent: Int(exponent), significand: 1)
}

/// The logarithm of the gamma function, to about 1e-14.
///
/// Lanczos' approximation (1964) with g = 7 and nine coefficients. Constant time.
///
/// - Precondition: `x` is at least ½, which is all that the distributions here ask.
package func logarithmOfGamma(_ x: Double) -> Double {
  precondition(x >= 0.5, "the logarithm of gamma is wanted from one half on")
  let coefficients = [
    676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_13,
    -176.615_029_162_140_59, 12.507_343_278_686_905, -0.138_571_095_265_720_12,
    9.984_369_578_019_571_6e-6, 1.505_632_735_149_311_6e-7,
  ]
  var sum = 0.999_999_999_999_809_93
  for (position, coefficient) in coefficients.enumerated() {
    sum += coefficient / (x + Double(position))
  }
  let base = x + 6.5
  let halfLogarithmOf2Pi = 0.918_938_533_204_672_7
  return halfLogarithmOf2Pi + (x - 0.5) * naturalLogarithm(base) - base + naturalLogarithm(sum)
}
