/// The log-odds ratio of one term between two groups with an informative Dirichlet prior.
///
/// Monroe, Colaresi & Quinn (2008), equations 15 to 22:
/// `δ = ln((ya+α)/(na+a0-ya-α)) - ln((yb+α)/(nb+a0-yb-α))`, variance `1/(ya+α) + 1/(yb+α)`.
/// Positive where the first group uses the term more. The z-score orders terms; it is no test,
/// because words come in articles and not one by one.
package struct LogOdds: Hashable, Sendable {
  /// δ, 0 where both groups are alike.
  package let delta: Double
  /// The standard deviation of δ.
  package let deviation: Double

  /// δ in its standard deviations, by which terms are ordered; no bound, 0 where both groups are
  /// alike.
  package var z: Double { delta / deviation }

  /// `ya` of `na` tokens against `yb` of `nb`, with `alpha` of `a0` pseudo-tokens for the term.
  ///
  /// - Precondition: `0 < alpha < a0`, and no count exceeds its total. Both guarantee that no
  ///   logarithm is asked of 0.
  package init(ya: Int, na: Int, yb: Int, nb: Int, alpha: Double, a0: Double) {
    precondition(alpha > 0 && alpha < a0, "a prior outside its strength")
    precondition(ya >= 0 && ya <= na && yb >= 0 && yb <= nb, "a count outside its total")
    func logarithmOfOdds(_ y: Int, _ n: Int) -> Double {
      let with = Double(y) + alpha
      return naturalLogarithm(with) - naturalLogarithm(Double(n) + a0 - with)
    }
    delta = logarithmOfOdds(ya, na) - logarithmOfOdds(yb, nb)
    deviation = (1 / (Double(ya) + alpha) + 1 / (Double(yb) + alpha)).squareRoot()
  }
}
