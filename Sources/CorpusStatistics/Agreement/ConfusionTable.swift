/// Which classes were given where which were right.
package struct ConfusionTable: Hashable, Sendable {
  /// By right class, then by given class: the units.
  package private(set) var counts: [[Int]]

  /// An empty table of `classes` classes.
  package init(classes: Int) {
    counts = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
  }

  /// Counts one unit.
  ///
  /// - Precondition: both are classes of the table.
  package mutating func add(truth: Int, given: Int) {
    counts[truth][given] += 1
  }

  package var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// The units given their right class.
  package var agreed: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// Agreed over total, from 0 to 1; nil where the table is empty.
  package var accuracy: Double? { total > 0 ? Double(agreed) / Double(total) : nil }

  /// The counts of one class against all others.
  ///
  /// - Complexity: O(classes).
  package func detection(of index: Int) -> DetectionCounts {
    let hits = counts[index][index]
    return DetectionCounts(
      hits: hits, falseAlarms: counts.reduce(0) { $0 + $1[index] } - hits,
      misses: counts[index].reduce(0, +) - hits)
  }

  /// The mean F1 of the classes that were right or given anywhere; nil of an empty table.
  package var macroF1: Double? {
    orderlessMean(
      counts.indices.compactMap { index in
        let detected = detection(of: index)
        let denominator = 2 * detected.hits + detected.falseAlarms + detected.misses
        return denominator > 0 ? Double(2 * detected.hits) / Double(denominator) : nil
      })
  }
}
