/// How many edits lie between two names, for "did you mean".
///
/// An edit is the insertion, removal or replacement of a scalar, or the exchange of two
/// neighbours (Damerau-Levenshtein in its restricted form: no scalar is edited twice).
package enum EditDistance {
  /// The distance between `left` and `right`, or nil when it is above `limit`.
  ///
  /// - Complexity: O(left · right), and nothing where their lengths differ by more than `limit`.
  package static func distance(from left: String, to right: String, limit: Int) -> Int? {
    distance(Array(left.unicodeScalars), Array(right.unicodeScalars), limit: limit)
  }

  /// The candidate nearest to `name`, or nil when none is near.
  ///
  /// Near means at most a third of the scalars of `name`, at least one, and fewer than its whole
  /// length. Ties go to the candidate whose UTF-8 bytes come first, whatever the order given.
  ///
  /// - Complexity: O(candidates · scalars²), and nothing for a name of more than 80 scalars.
  package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let scalars = Array(name.unicodeScalars)
    let limit = min(max(1, scalars.count / 3), scalars.count - 1)
    guard limit > 0, scalars.count <= longestName else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let bound = best?.distance ?? limit
      let other = Array(candidate.unicodeScalars)
      guard let found = distance(scalars, other, limit: bound), found > 0 else { continue }
      if let best, found == best.distance, !precedes(candidate, best.name) { continue }
      best = (found, candidate)
    }
    return best?.name
  }

  /// Longer names, in scalars, are no slips of the pen; comparing them would take long.
  private static let longestName = 80

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
  ) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    let far = limit + 1
    var beforeLast = [Int](repeating: far, count: right.count + 1)
    var last = (0...right.count).map { min($0, far) }
    for row in stride(from: 1, through: left.count, by: 1) {
      var current = [Int](repeating: far, count: right.count + 1)
      if row <= limit { current[0] = row }
      // Cells further than `limit` from the diagonal cannot come back under it.
      for column in stride(from: max(1, row - limit), through: min(right.count, row + limit), by: 1)
      {
        let same = left[row - 1] == right[column - 1]
        var cost = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = min(cost, far)
      }
      beforeLast = last
      last = current
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
