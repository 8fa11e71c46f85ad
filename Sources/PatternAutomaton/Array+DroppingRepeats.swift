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
    sort(from: first)
    var kept = first
    for index in first..<count where index == first || self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }

  /// Sorts the elements from `first` on, which mostly are a few lists behind one another, each in order.
  ///
  /// In place: to sort a slice of an array was to copy it.
  ///
  /// - Complexity: O(n log lists).
  mutating func sort(from first: Int) {
    if count - first <= Self.few { insertionSort(from: first) } else { mergeRuns(from: first) }
  }

  private mutating func insertionSort(from first: Int) {
    guard first + 1 < count else { return }
    var sorted = mutableSpan
    for index in (first + 1)..<sorted.count {
      let element = sorted[index]
      var place = index
      while place > first, sorted[place - 1] > element {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = element
    }
  }

  /// Merges what ascends with what ascends behind it, until all does.
  private mutating func mergeRuns(from first: Int) {
    var merged: [Element] = []
    merged.reserveCapacity(count - first)
    var runs = 0
    repeat {
      merged.removeAll(keepingCapacity: true)
      runs = 0
      var start = first
      while start < count {
        let middle = runEnd(from: start)
        let end = middle < count ? runEnd(from: middle) : middle
        merge(start..<middle, middle..<end, to: &merged)
        start = end
        runs += 1
      }
      for index in merged.indices { self[first + index] = merged[index] }
    } while runs > 1
  }

  /// Where the elements from `start` on no longer ascend.
  private func runEnd(from start: Int) -> Int {
    var end = start + 1
    while end < count, self[end - 1] <= self[end] { end += 1 }
    return end
  }

  private func merge(_ left: Range<Int>, _ right: Range<Int>, to merged: inout [Element]) {
    var left = left
    for index in right {
      while let first = left.first, self[first] <= self[index] {
        merged.append(self[first])
        left.removeFirst()
      }
      merged.append(self[index])
    }
    for index in left { merged.append(self[index]) }
  }
}
