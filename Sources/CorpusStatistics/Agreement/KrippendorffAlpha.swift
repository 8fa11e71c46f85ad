/// One unit that several coders coded.
package struct CodedUnit: Hashable, Sendable {
  /// The article it comes from; articles are drawn whole in the bootstrap.
  package let article: String
  /// By coder: the value from 0, nil where the coder gave none.
  package let values: [Int?]

  /// The unit of an article with one value or nil a coder, the coders in the same order in every
  /// unit.
  package init(article: String, values: [Int?]) {
    self.article = article
    self.values = values
  }
}

/// Krippendorff's alpha of ordinal values: 1 for perfect agreement, 0 for what chance gives, negative below.
///
/// `α = 1 - Do / De` from the coincidence matrix (Krippendorff 2004, 11.3; missing values allowed). Two values
/// are as far apart as others lie between them, each counted as often as it was used. Rare categories depress it.
package struct KrippendorffAlpha: Hashable, Sendable {
  /// Nil where nothing was coded twice, or only one value was used: then there is no chance
  /// disagreement to measure against, not perfect reliability.
  package let alpha: Double?
  /// Units with two values at least.
  package let units: Int

  /// The alpha of `units` coded with `values` values, 0 the lowest.
  ///
  /// - Precondition: every value is from 0 up to, not including, `values`.
  /// - Complexity: O(units × coders + values²).
  package init(_ units: [CodedUnit], values: Int) {
    self.init(UnitCounts.sorted(units, values: values), values: values)
  }

  init(_ units: [UnitCounts], values: Int) {
    var coincidences = [Double](repeating: 0, count: values * values)
    var coded = 0
    for unit in units where unit.total >= 2 {
      coded += 1
      let others = Double(unit.total - 1)
      for (one, count) in unit.counts {
        for (other, otherCount) in unit.counts {
          let pairs = one == other ? count * (count - 1) : count * otherCount
          coincidences[one * values + other] += Double(pairs) / others
        }
      }
    }
    let uses = ValueUses(units, values: values)
    var observed = 0.0
    var expected = 0.0
    for one in 0..<values {
      for other in 0..<values where one != other {
        let distance = uses.distance(one, other)
        observed += coincidences[one * values + other] * distance
        expected += Double(uses.margins[one] * uses.margins[other]) * distance
      }
    }
    self.units = coded
    alpha = expected > 0 ? 1 - Double(uses.total - 1) * observed / expected : nil
  }

  /// The interval of alpha over draws of whole articles.
  ///
  /// Nil below five articles and where no draw differs from another, percentile from 20, expanded
  /// percentile between. Draws with a single value have no alpha and are left out.
  ///
  /// - Complexity: O(draws × (units × values + values²)).
  package static func bootstrap(
    _ units: [CodedUnit], values: Int, draws: Int = 2_000, level: Double = 0.95,
    seed: UInt64, label: String = ""
  ) -> Interval? {
    // Articles are put in an order of their own, so that the order of the input leaves no trace.
    let articles = Dictionary(grouping: units, by: \.article).sorted { $0.key < $1.key }
      .map { UnitCounts.sorted($0.value, values: values) }
      .filter { $0.contains { $0.total >= 2 } }
    guard Showable(articles: articles.count).interval != nil else { return nil }
    var stream = RandomStream(seed: seed, label: label)
    var alphas: [Double] = []
    for _ in 0..<draws {
      let drawn = articles.indices.flatMap { _ in articles[stream.index(below: articles.count)] }
      if let alpha = KrippendorffAlpha(drawn, values: values).alpha {
        alphas.append(alpha)
      }
    }
    return bootstrapInterval(alphas, articles: articles.count, level: level)
  }
}

/// How often each value was given to one unit.
struct UnitCounts {
  /// Only values that were given, rising.
  let counts: [(value: Int, count: Int)]
  let total: Int

  init(_ unit: CodedUnit, values: Int) {
    let given = unit.values.compactMap { $0 }
    precondition(given.allSatisfy { $0 >= 0 && $0 < values }, "a value outside the scale")
    counts = Set(given).sorted().map { value in (value, given.count { $0 == value }) }
    total = given.count
  }

  /// The counts of `units` in an order of their own, so that sums are the same bits for any input.
  static func sorted(_ units: [CodedUnit], values: Int) -> [UnitCounts] {
    units.map { UnitCounts($0, values: values) }.sorted { left, right in
      left.counts.lexicographicallyPrecedes(right.counts, by: <)
    }
  }
}

/// How often each value was used in units with two values at least.
private struct ValueUses {
  let margins: [Int]
  /// By value the uses of all below it, and behind the last all of them.
  private let below: [Int]

  init(_ units: [UnitCounts], values: Int) {
    var margins = [Int](repeating: 0, count: values)
    for unit in units where unit.total >= 2 {
      for (value, count) in unit.counts { margins[value] += count }
    }
    var below = [0]
    for margin in margins { below.append(below[below.count - 1] + margin) }
    self.margins = margins
    self.below = below
  }

  var total: Int { below[margins.count] }

  /// The squared distance of two values: the uses from one to the other, half of each end.
  func distance(_ one: Int, _ other: Int) -> Double {
    let between = below[max(one, other) + 1] - below[min(one, other)]
    let steps = Double(between) - Double(margins[one] + margins[other]) / 2
    return steps * steps
  }
}
