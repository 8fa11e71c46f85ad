extension Array where Element: Comparable {
  /// Few enough for insertion to beat a sort that has to be set up.
  private static var few: Int { 24 }

  /// Sorts the elements from `first` on, which mostly are in order already, and keeps one of equal ones.
  ///
  /// - Complexity: O(n) where they are in order, else O(n log n).
  mutating func sortDroppingRepeats(from first: Int = 0) {
    guard count - first > 1 else { return }
    var isSorted = true
    for index in (first + 1)..<count where self[index - 1] >= self[index] {
      isSorted = false
      break
    }
    if isSorted { return }
    if count - first <= Self.few { insertionSort(from: first) } else { self[first...].sort() }
    var kept = first
    for index in first..<count where index == first || self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }

  private mutating func insertionSort(from first: Int) {
    for index in (first + 1)..<count {
      let element = self[index]
      var place = index
      while place > first, self[place - 1] > element {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = element
    }
  }
}
