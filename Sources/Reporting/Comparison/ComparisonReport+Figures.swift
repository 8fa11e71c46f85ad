import Comparison
import CorpusStatistics

extension ComparisonReport {
  /// The figures of a table: of all articles, and of each stratum where there are strata.
  func figures(_ table: ProfileTable) -> [Element] {
    guard !table.rows.isEmpty, !result.groups.isEmpty else { return [] }
    let isStratified = frame.within != nil
    let title = names.title(table.table)
    let isShare = table.table != .scores
    var elements: [Element] = [
      .heading(isStratified ? "\(title) · \(words(.allStrata))" : title),
      grid(table) { cell($0.all, $0.pooled, isShare) },
    ]
    guard let within = frame.within else { return elements }
    for (index, stratum) in result.strata.enumerated() {
      elements.append(.heading("\(title) · \(names.group(stratum, by: within))"))
      elements.append(grid(table) { cell($0.strata[index], nil, isShare) })
    }
    elements.append(
      .heading("\(title) · \(words(.standardised, ["key": names.key(within)]))"))
    elements.append(grid(table) { $0.standardised.map { cell($0, nil, isShare) } ?? "–" })
    return elements
  }

  private func grid(_ table: ProfileTable, _ cell: (GroupFigure) -> String) -> Element {
    .table(
      titles: [words[.group]] + table.rows.map { names.title($0.measure) },
      rows: result.groups.enumerated().map { index, group in
        [names.group(group.name, by: frame.key)] + table.rows.map { cell($0.groups[index]) }
      }, endsInWords: false)
  }

  /// Counts first, then the estimate, then what it may be shown with.
  func cell(_ figure: Figure, _ pooled: Double?, _ isShare: Bool) -> String {
    guard let estimate = figure.estimate else { return "–" }
    var parts: [String] = []
    if let count = figure.count, let total = figure.total { parts.append("\(count)/\(total)") }
    parts.append(number(estimate, isShare))
    if let interval = figure.interval {
      parts.append("[\(number(interval.low, isShare)), \(number(interval.high, isShare))]")
    } else if figure.articles > 1, let low = figure.lowest, let high = figure.highest {
      parts.append("(\(number(low, isShare))–\(number(high, isShare)))")
    }
    parts.append("n=\(figure.articles)")
    if let pooled { parts.append(words(.pooled, ["value": number(pooled, isShare)])) }
    return parts.joined(separator: " ")
  }

  func number(_ value: Double, _ isShare: Bool) -> String {
    isShare ? NumberFormat.percent(value) : NumberFormat.oneDecimal(value)
  }
}
