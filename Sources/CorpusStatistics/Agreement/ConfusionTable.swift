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
}
