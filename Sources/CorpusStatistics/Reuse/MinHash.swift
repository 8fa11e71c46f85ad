/// MinHash with banding: finds the pairs of sets worth comparing without comparing all.
///
/// A hash function of a seeded family keeps of each set its smallest hash; two sets agree on it
/// with the probability of their Jaccard likeness (Broder 1997). A band is a few functions; sets
/// that agree on all functions of a band are candidates (Leskovec, Rajaraman & Ullman 2014, 3.4):
/// with J the likeness, r the rows and b the bands, the chance is `1 - (1 - J^r)^b`.
package struct MinHash: Hashable, Sendable {
  /// Of the family of hash functions.
  package let seed: UInt64
  /// Chances of a pair to become candidates.
  package let bands: Int
  /// Hash functions that must agree in a band.
  package let rows: Int

  /// 40 bands of 2: a pair of likeness 0.6 is missed once in 10⁷ times, one of 1/3 (contained by
  /// half in a text of its own length) nine times in a thousand.
  package init(seed: UInt64, bands: Int = 40, rows: Int = 2) {
    precondition(bands > 0 && rows > 0, "bands without rows")
    self.seed = seed
    self.bands = bands
    self.rows = rows
  }

  /// A key of each set in one band; sets with equal keys are candidates.
  ///
  /// Empty sets have nil.
  ///
  /// - Complexity: O(rows × shingles).
  package func keys(band: Int, of sets: ShingleSets) -> [UInt64?] {
    var state = seed &+ UInt64(band) &* 0x9FB2_1C65_1E98_DF25
    let family = (0..<rows).map { _ in splitMix(&state) }
    return (0..<sets.count).map { index in
      let set = sets[index]
      guard !set.isEmpty else { return nil }
      var key: UInt64 = 0
      for salt in family {
        var smallest = UInt64.max
        for hash in set { smallest = min(smallest, mixedBits(hash ^ salt)) }
        key = mixedBits(key &+ smallest)
      }
      return key
    }
  }
}
