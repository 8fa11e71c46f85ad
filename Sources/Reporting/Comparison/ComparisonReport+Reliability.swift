import Comparison
import CorpusStatistics

extension ComparisonReport {
  /// With more pairs than this they are counted, not listed.
  private static let mostListed = 6
  /// From this share of draws on an order counts as firm.
  private static let firmFrom = 0.95

  /// What the means of scores hang on: rules that may misread, and the weights.
  var reliability: [Element] {
    let shown = result.reliability.filter { $0.groups.contains { $0 != nil } }
    guard !shown.isEmpty else { return [] }
    var elements: [Element] = [
      .heading(words(.ranges)),
      .table(
        titles: [words[.group]] + shown.map { names.title($0.measure) },
        rows: result.groups.indices.map { group in
          [name(group)] + shown.map { means($0.groups[group]) }
        }, endsInWords: false),
      .note(words(.rangesReading)),
    ]
    let orders = shown.flatMap(orders)
    if !orders.isEmpty { elements += [.heading(words(.orders))] + orders }
    let reasons = Set(shown.compactMap(\.reason).map { names.sentence($0, strata: frame.within) })
    return elements + reasons.sorted().map { .note($0) }
  }

  private func means(_ means: ScoreReliability.Means?) -> String {
    guard let means else { return "–" }
    let range = "\(number(means.low, false))–\(number(means.high, false))"
    return range + " · " + (means.equal.map { number($0, false) } ?? "–")
  }

  /// Sentences of the pairs, or their count where there are many.
  private func orders(_ reliability: ScoreReliability) -> [Element] {
    let decided = reliability.orders.filter { $0.kept != nil }
    let score = names.title(reliability.measure)
    guard decided.count > Self.mostListed else {
      return decided.map { order in
        let share = Double(order.kept ?? 0) / Double(reliability.draws)
        return .paragraph(
          words(
            .orderKept,
            [
              "score": score, "first": name(order.first), "second": name(order.second),
              "share": NumberFormat.percent(share), "draws": "\(reliability.draws)",
              "equal": number(order.underEqualWeights, false),
            ]))
      }
    }
    let firm = decided.count {
      Double($0.kept ?? 0) >= Self.firmFrom * Double(reliability.draws)
    }
    return [
      .paragraph(
        words(
          .orderEqual,
          [
            "score": score, "pairs": "\(decided.count)", "firm": "\(firm)",
            "equal": reliability.agreementWithEqual.map(NumberFormat.twoDecimals) ?? "–",
            "low": reliability.lowAgreement.map(NumberFormat.twoDecimals) ?? "–",
          ]))
    ]
  }
}
