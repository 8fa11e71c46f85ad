/// Sorts values that mostly are in order already, and keeps one of equal ones.
///
/// - Complexity: O(n) where they are in order, else O(n log n).
func sortAndDropRepeats<Value: Comparable>(_ values: inout [Value]) {
  var isSorted = true
  for index in values.indices.dropFirst() where values[index - 1] >= values[index] {
    isSorted = false
    break
  }
  if isSorted { return }
  values.sort()
  var kept = 0
  for index in values.indices where index == 0 || values[index] != values[kept - 1] {
    values[kept] = values[index]
    kept += 1
  }
  values.removeLast(values.count - kept)
}
