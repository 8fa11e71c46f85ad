/// The `share` quantile of `sorted`, nil of nothing.
///
/// Linear between neighbours, position `share × (n - 1)`: type 7 of Hyndman & Fan (1996), the
/// default of R and NumPy. Constant time.
///
/// - Precondition: `sorted` rises and `share` lies between 0 and 1.
package func quantile(_ share: Double, ofSorted sorted: [Double]) -> Double? {
  precondition(share >= 0 && share <= 1, "a quantile outside 0 to 1")
  guard let last = sorted.last else { return nil }
  let position = share * Double(sorted.count - 1)
  let below = Int(position)
  guard below + 1 < sorted.count else { return last }
  return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
}

/// The sum of `values`, the same bits in whatever order they come: they are sorted first.
///
/// - Complexity: O(n log n).
package func orderlessSum(_ values: [Double]) -> Double {
  values.sorted().reduce(0, +)
}

/// The mean of `values`, the same bits in whatever order they come; nil of nothing.
///
/// - Complexity: O(n log n) for n values.
package func orderlessMean(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : orderlessSum(values) / Double(values.count)
}
