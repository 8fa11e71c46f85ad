/// Spearman's rank correlation, from -1 to 1: Pearson's of the ranks, ties at their mean rank
/// (Spearman 1904).
///
/// Nil with fewer than two pairs or where one of the lists is constant.
///
/// - Precondition: both have the same length.
/// - Complexity: O(n log n).
package func spearmanCorrelation(_ first: [Double], _ second: [Double]) -> Double? {
  precondition(first.count == second.count, "lists of different length")
  let (one, other) = (averageRanks(first), averageRanks(second))
  let middle = Double(first.count + 1) / 2
  var product = 0.0
  var oneSquare = 0.0
  var otherSquare = 0.0
  // Ranks are halves of whole numbers, so these sums are exact whatever the order.
  for (left, right) in zip(one, other) {
    product += (left - middle) * (right - middle)
    oneSquare += (left - middle) * (left - middle)
    otherSquare += (right - middle) * (right - middle)
  }
  guard oneSquare > 0, otherSquare > 0 else { return nil }
  return max(-1, min(1, product / (oneSquare * otherSquare).squareRoot()))
}

/// The ranks of `values` from 1, equal values at the mean of their ranks.
///
/// - Complexity: O(n log n).
package func averageRanks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = [Double](repeating: 0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
    for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
    start = end
  }
  return ranks
}

/// The mean of the absolute differences, 0 for equal lists; nil of nothing.
///
/// - Precondition: both have the same length.
/// - Complexity: O(n log n).
package func meanAbsoluteError(_ predicted: [Double], _ truth: [Double]) -> Double? {
  precondition(predicted.count == truth.count, "lists of different length")
  return orderlessMean(zip(predicted, truth).map { ($0 - $1).magnitude })
}
