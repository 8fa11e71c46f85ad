import Comparison
import CorpusStatistics

extension ComparisonReport {
  /// What of a table differs between the sides of contrasts, the effect first, the test last.
  func differences(_ table: ProfileTable) -> [Element] {
    guard !result.contrasts.isEmpty, !table.rows.isEmpty else { return [] }
    var elements: [Element] = [
      .heading("\(names.title(table.table)) · \(words(.differences))")
    ]
    var found: Set<MultiplicityMethod> = []
    var reasons: [String: Int] = [:]
    for (index, contrast) in result.contrasts.enumerated() {
      for row in table.rows {
        let figure = row.contrasts[index]
        if let reason = figure.reason, figure.test?.probability == nil {
          reasons[names.sentence(reason, strata: frame.within), default: 0] += 1
        }
        let isFound = figure.adjusted.map { $0 <= frame.falseShare } ?? false
        if isFound, let correction = figure.correction { found.insert(correction) }
        // Who declares a contrast is told of it, whatever comes out.
        guard isFound || (contrast.isDeclared && table.table == .scores) else { continue }
        elements += difference(figure, row, contrast)
      }
    }
    for family in table.families {
      let isHolm = family.correction == .holm
      let numbers = ["tests": "\(family.tests)", "share": NumberFormat.decimal(frame.falseShare)]
      if !found.contains(family.correction) {
        elements.append(.paragraph(words(isHolm ? .declaredFoundNone : .foundNone, numbers)))
      }
      elements.append(.note(words(isHolm ? .declaredTestsMade : .testsMade, numbers)))
    }
    if !reasons.isEmpty {
      let listed = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        "\($0.key) (\($0.value))"
      }
      elements.append(
        .note(
          words(
            .untested,
            [
              "count": "\(reasons.values.reduce(0, +))",
              "reasons": listed.joined(separator: words.separator),
            ])))
    }
    return elements
  }

  private func difference(
    _ figure: ContrastFigure, _ row: MeasureRow, _ contrast: Contrast
  ) -> [Element] {
    let here = side([contrast.first], row)
    let there = side(
      contrast.second.map { [$0] }
        ?? result.groups.indices.filter {
          $0 != contrast.first && result.groups[$0].name != nil
        }, row)
    let isShare = row.measure.table != .scores
    let sentence = words(
      isShare ? .foundShare : .foundScore,
      [
        "articles": "\(frame.articles)", "measure": names.title(row.measure),
        "first": name(contrast.first), "second": contrast.second.map(name) ?? words(.others),
        "here": isShare ? "\(here.count)" : mean(here),
        "there": isShare ? "\(there.count)" : mean(there),
        "hereTotal": "\(here.total)", "thereTotal": "\(there.total)",
        "few": "\(here.articles)", "many": "\(there.articles)",
      ])
    var details = contrast.isDeclared ? [words(.declared)] : []
    if let difference = figure.difference, let interval = figure.interval {
      details.append(
        words(
          .interval,
          [
            "difference": number(difference, isShare), "low": number(interval.low, isShare),
            "high": number(interval.high, isShare),
          ]))
    }
    if let probability = figure.test?.probability, let adjusted = figure.adjusted {
      details.append(
        words(
          .adjustedProbability,
          [
            "p": NumberFormat.decimal(probability), "adjusted": NumberFormat.decimal(adjusted),
          ]))
    }
    if let reason = figure.reason {
      details.append(names.sentence(reason, strata: frame.within))
    }
    if let caution = caution(figure, isShare) { details.append(caution) }
    return [.paragraph(sentence), .note("  " + details.joined(separator: words.separator))]
  }

  private func mean(_ side: (articles: Int, count: Int, total: Int, mean: Double)) -> String {
    side.articles > 0 ? number(side.mean, false) : "–"
  }

  /// What the mix of document types does to a difference, where it does anything.
  private func caution(_ figure: ContrastFigure, _ isShare: Bool) -> String? {
    guard let simpson = figure.simpson else { return nil }
    let strata = simpson.strata.map { stratum in
      let name = names.group(stratum.name.isEmpty ? nil : stratum.name, by: "type")
      return "\(name) \(number(stratum.difference, isShare))"
    }
    let listed = ["strata": strata.joined(separator: words.listComma)]
    switch simpson.finding {
    case .mixed: return words(.simpsonMixed, listed)
    case .reversed: return words(.simpsonReversed, listed)
    case .agrees, .cannotCompare: return nil
    }
  }

  func name(_ group: Int) -> String {
    names.group(result.groups[group].name, by: frame.key)
  }

  /// Counts over some groups, and the mean of their articles.
  private func side(
    _ groups: [Int], _ row: MeasureRow
  ) -> (articles: Int, count: Int, total: Int, mean: Double) {
    var side = (articles: 0, count: 0, total: 0, mean: 0.0)
    for group in groups {
      let figure = row.groups[group].all
      side.articles += figure.articles
      side.count += figure.count ?? 0
      side.total += figure.total ?? 0
      side.mean += (figure.estimate ?? 0) * Double(figure.articles)
    }
    if side.articles > 0 { side.mean /= Double(side.articles) }
    return side
  }
}
