/// The terms that two groups of articles use differently.
///
/// Give it counts of normalised cues, slot values or character n-grams by article, with names of
/// places, persons, bodies and campaigns masked before: else the names come out on top.
package struct DistinctiveTerms: Hashable, Sendable {
  /// What a term's counts can carry.
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    /// At least five times in at least two articles.
    case listed
    /// In one article only: a phrase of that source.
    case singleSource = "single-source"
    /// In several articles, fewer than five times.
    case rare
  }

  /// One term with everything that must be shown beside it.
  package struct Term: Hashable, Sendable {
    /// As the tallies name it.
    package let term: String
    /// Uses in the first and the second group.
    package let counts: [Int]
    /// Articles of the first and the second group that use it.
    package let articles: [Int]
    /// Whether it may be listed, by the uses and articles of both groups together.
    package let standing: Standing
    /// At the strength of the prior, at a fifth of it and at five times it.
    package let estimates: [LogOdds]

    /// Whether the sign of δ is the same under all three strengths.
    package var signHolds: Bool {
      estimates.allSatisfy { $0.delta > 0 } || estimates.allSatisfy { $0.delta < 0 }
    }
  }

  /// The pseudo-tokens of the three priors: the usual one, a fifth, five times.
  package let strengths: [Double]
  /// All tokens of the first and the second group.
  package let totals: [Int]
  /// All tokens of the background; with 0 the prior is the same for every term.
  package let backgroundTotal: Int
  /// By falling z under the usual prior, equal ones by term.
  package let terms: [Term]

  /// Half a count that every term has in the background, so that a term missing there keeps a
  /// prior above 0 and stays comparable.
  package static let smoothing = 0.5

  /// The usual strength: half the smaller total, not below 10 nor above 1,000.
  package static func usualStrength(_ na: Int, _ nb: Int) -> Double {
    min(1_000, max(10, 0.5 * Double(min(na, nb))))
  }

  /// Compares the terms of `first` and `second`.
  ///
  /// `background` holds counts of articles of neither group. The prior of a term is the strength
  /// times `(its background count + ½) / (background total + ½ × terms)`. Nil where a group has no
  /// token, or where there are fewer than two terms: odds need something else to be against. Terms
  /// dropped from the tallies have part in the totals alone.
  ///
  /// - Complexity: O(terms log terms).
  package init?(
    first one: TermTally<String>, second other: TermTally<String>,
    background: TermTally<String>
  ) {
    let used = Set(one.uses.keys).union(other.uses.keys)
    let vocabulary = used.union(background.uses.keys)
    guard one.total > 0, other.total > 0, vocabulary.count >= 2 else { return nil }
    let usual = DistinctiveTerms.usualStrength(one.total, other.total)
    let strengths = [usual, usual / 5, usual * 5]
    let behind = background.total
    let mass = Double(behind) + DistinctiveTerms.smoothing * Double(vocabulary.count)
    var terms: [Term] = []
    for term in used {
      let (here, there) = (one[term], other[term])
      let (ya, yb) = (Int(here.count), Int(there.count))
      let share = (Double(background[term].count) + DistinctiveTerms.smoothing) / mass
      let users = [Int(here.articles), Int(there.articles)]
      terms.append(
        Term(
          term: term, counts: [ya, yb], articles: users,
          standing: DistinctiveTerms.standing(count: ya + yb, articles: users[0] + users[1]),
          estimates: strengths.map {
            LogOdds(
              ya: ya, na: one.total, yb: yb, nb: other.total, alpha: $0 * share, a0: $0)
          }))
    }
    self.strengths = strengths
    totals = [one.total, other.total]
    backgroundTotal = behind
    self.terms = terms.sorted {
      ($1.estimates[0].z, $0.term) < ($0.estimates[0].z, $1.term)
    }
  }

  private static func standing(count: Int, articles: Int) -> Standing {
    if articles < 2 { return .singleSource }
    return count < 5 ? .rare : .listed
  }
}
