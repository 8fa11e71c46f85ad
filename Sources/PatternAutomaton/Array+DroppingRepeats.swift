extension Array where Element: Comparable {
  /// Sorts values that mostly are in order already, and keeps one of equal ones.
  ///
  /// - Complexity: O(n) where they are in order, else O(n log n).
  mutating func sortDroppingRepeats() {
    var isSorted = true
    for index in indices.dropFirst() where self[index - 1] >= self[index] {
      isSorted = false
      break
    }
    if isSorted { return }
    sort()
    var kept = 0
    for index in indices where index == 0 || self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }
}
