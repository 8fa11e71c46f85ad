/// Wilson's score interval of `count` out of `total` (Wilson 1927), within 0 and 1.
///
/// `(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)`. Nil where `total` is 0; at a count of 0 the
/// low end is 0 exactly, at a full count the high end is 1. It takes the units for independent:
/// directives of one article are not, so it belongs beside single articles and labelled samples,
/// and `ClusterBootstrap` everywhere else. Constant time.
///
/// - Precondition: 0 ≤ count ≤ total, and the level lies strictly between 0 and 1.
package func wilsonInterval(count: Int, total: Int, level: Double = 0.95) -> Interval? {
  precondition(count >= 0 && count <= total, "a count outside its total")
  precondition(level > 0 && level < 1, "a level outside 0 to 1")
  guard total > 0 else { return nil }
  let z = normalQuantile(1 - (1 - level) / 2)
  let n = Double(total)
  let p = Double(count) / n
  let centre = p + z * z / (2 * n)
  let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
  let scale = 1 + z * z / n
  return Interval(
    low: count == 0 ? 0 : max(0, (centre - reach) / scale),
    high: count == total ? 1 : min(1, (centre + reach) / scale),
    level: level, method: .wilson)
}
