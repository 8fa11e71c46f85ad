/// The share of a standard normal distribution below `x`, from 0 to 1.
///
/// A Taylor series near 0 (Marsaglia 2004), a continued fraction in the tails (Abramowitz & Stegun
/// 1964, 26.2.14); error below 1e-14. Constant time.
package func normalCumulative(_ x: Double) -> Double {
  guard x > -38 else { return 0 }
  guard x < 38 else { return 1 }
  let density = exponential(-x * x / 2) * 0.398_942_280_401_432_7
  if x.magnitude < 3 {
    var term = x
    var sum = x
    var divisor = 3.0
    while term.magnitude > 1e-18 {
      term *= x * x / divisor
      sum += term
      divisor += 2
    }
    return 0.5 + density * sum
  }
  var fraction = x.magnitude
  for step in stride(from: 120.0, through: 1, by: -1) {
    fraction = x.magnitude + step / fraction
  }
  return x < 0 ? density / fraction : 1 - density / fraction
}

/// The value below which a standard normal distribution has the share `probability`.
///
/// By bisection on `normalCumulative`; within -38 and 38, error below 1e-12.
///
/// - Precondition: `probability` lies strictly between 0 and 1.
package func normalQuantile(_ probability: Double) -> Double {
  precondition(probability > 0 && probability < 1, "a quantile of an impossible share")
  return rootByBisection(from: -38, to: 38) { normalCumulative($0) - probability }
}

/// The share of Student's distribution with `degrees` of freedom below `x`, from 0 to 1.
///
/// `1 - I(d / (d + x²); d/2, 1/2) / 2` for x ≥ 0, or the same from the other end, with the regularised
/// incomplete beta function (Abramowitz & Stegun 1964, 26.7.1); error about 1e-13.
///
/// - Precondition: `degrees` is at least 1.
package func studentCumulative(_ x: Double, degrees: Int) -> Double {
  precondition(degrees >= 1, "a distribution without degrees of freedom")
  let count = Double(degrees)
  let square = x * x
  // Near 0 the first form would add a vanishing square to the degrees, far out the second would.
  guard square < count else {
    let tail = incompleteBeta(count / (count + square), count / 2, 0.5) / 2
    return x < 0 ? tail : 1 - tail
  }
  let half = incompleteBeta(square / (count + square), 0.5, count / 2) / 2
  return x < 0 ? 0.5 - half : 0.5 + half
}

/// The value below which Student's distribution has the share `probability`.
///
/// By bisection on `studentCumulative`; relative error below 1e-11.
///
/// - Precondition: `probability` lies strictly between 0 and 1, `degrees` is at least 1.
package func studentQuantile(_ probability: Double, degrees: Int) -> Double {
  precondition(probability > 0 && probability < 1, "a quantile of an impossible share")
  var reach = 2.0
  while studentCumulative(-reach, degrees: degrees) > min(probability, 1 - probability) {
    reach *= 2
  }
  return rootByBisection(from: -reach, to: reach) {
    studentCumulative($0, degrees: degrees) - probability
  }
}

/// The regularised incomplete beta function, from 0 to 1.
///
/// Lentz's continued fraction (Press, Teukolsky, Vetterling & Flannery 1992, 6.4); `a` and `b` are at
/// least ½, and `x` outside 0 to 1 gives 0 or 1.
package func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0 else { return 0 }
  guard x < 1 else { return 1 }
  // The fraction converges quickly below the mean only; above it the mirror image does.
  return x < (a + 1) / (a + b + 2)
    ? betaByFraction(x, a, b) : 1 - betaByFraction(1 - x, b, a)
}

private func betaByFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let front = exponential(
    logarithmOfGamma(a + b) - logarithmOfGamma(a) - logarithmOfGamma(b)
      + a * naturalLogarithm(x) + b * naturalLogarithm(1 - x))
  let smallest = 1e-300
  func away(_ value: Double) -> Double { value.magnitude < smallest ? smallest : value }
  var c = 1.0
  var d = 1 / away(1 - (a + b) * x / (a + 1))
  var fraction = d
  for step in stride(from: 1.0, through: 500, by: 1) {
    let even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    let odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (d * c - 1).magnitude < 1e-16 { break }
  }
  return front * fraction / a
}

/// The place where the rising `function` passes zero, between `low` and `high`.
private func rootByBisection(
  from low: Double, to high: Double, _ function: (Double) -> Double
) -> Double {
  var low = low
  var high = high
  for _ in 0..<200 {
    let middle = (low + high) / 2
    guard middle > low, middle < high else { break }
    if function(middle) < 0 { low = middle } else { high = middle }
  }
  return (low + high) / 2
}
