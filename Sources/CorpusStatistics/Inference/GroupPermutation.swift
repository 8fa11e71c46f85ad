/// Permutation tests of many contrasts and measures that share their splits.
///
/// What `PermutationTest` does for one contrast, for all of a table at once: labels of all groups
/// are dealt out anew within strata, and every contrast of a group with others is looked at under
/// each deal. Where few splits exist they are listed instead, by `PermutationTest`.
package struct GroupPermutation: Sendable {
  /// A test to be made.
  package struct Question: Hashable, Sendable {
    /// Whose mean comes first in the difference.
    package var first: FigureTable.Side
    /// Whose mean is taken from it.
    package var second: FigureTable.Side
    /// Position of the figure in the rows of the table.
    package var measure: Int

    /// The question whether the two sides differ in a measure.
    package init(_ first: FigureTable.Side, _ second: FigureTable.Side, measure: Int) {
      self.first = first
      self.second = second
      self.measure = measure
    }
  }

  private let table: FigureTable
  private let level: Double
  private let draws: Int
  private let seed: UInt64
  private let label: String

  /// Makes the tests of `table` ready.
  ///
  /// `level` is the probability that must be within reach for a test to be made, such as 0.05;
  /// `label` names the random stream that all questions share.
  package init(
    _ table: FigureTable, level: Double, draws: Int = PermutationTest.usualDraws, seed: UInt64,
    label: String
  ) {
    self.table = table
    self.level = level
    self.draws = draws
    self.seed = seed
    self.label = label
  }

  /// The outcomes of `questions`, whose sides together hold every group of the table; `dealt` is called
  /// after each deal of labels, of which there may be none.
  ///
  /// - Precondition: each group is on one side of every question.
  /// - Complexity: O(draws × (rows × measures + questions × groups × strata)).
  package func tests(
    _ questions: [Question], dealt: () -> Void = {}
  ) -> [PermutationTest] {
    precondition(
      questions.allSatisfy { question in
        (0..<table.groups).allSatisfy {
          question.first.contains($0) != question.second.contains($0)
        }
      }, "a group on no side of a contrast, or on both")
    var outcomes = questions.map(prepared)
    let open = outcomes.indices.filter { outcomes[$0].test == nil }
    if !open.isEmpty { deal(open.map { questions[$0] }, &outcomes, open, dealt) }
    return outcomes.map { outcome in
      outcome.test
        ?? .tested(
          PermutationTest.Result(
            difference: outcome.observed,
            probability: Double(1 + outcome.hits) / Double(1 + draws),
            method: .monteCarlo(draws: draws), strata: outcome.strata.count))
    }
  }

  private struct Outcome {
    /// Nil where splits are to be drawn.
    var test: PermutationTest?
    var strata: [Int] = []
    var observed = 0.0
    var tolerance = 0.0
    var hits = 0
  }

  /// What needs no random splits is answered at once.
  private func prepared(_ question: Question) -> Outcome {
    let here = table.stratumSums(question.measure, question.first)
    let there = table.stratumSums(question.measure, question.second)
    let strata = here.indices.filter { here[$0].weight > 0 && there[$0].weight > 0 }
    guard !strata.isEmpty else { return Outcome(test: .cannotBeTested(.emptyGroup)) }
    var splits: Int? = 1
    for stratum in strata {
      let (few, many) = (Int(here[stratum].weight), Int(there[stratum].weight))
      let ways = binomial(few + many, few, limit: PermutationTest.exactLimit)
      splits = splits.flatMap { product in ways.map { product * $0 } }
      if let product = splits, product > PermutationTest.exactLimit { splits = nil }
    }
    if splits != nil { return Outcome(test: exact(question)) }
    let varies = strata.contains { stratum in
      let groups = (0..<table.groups).flatMap { table.figures(question.measure, $0, stratum) }
      return groups.contains { $0 != groups[0] }
    }
    guard varies else { return Outcome(test: .cannotBeTested(.noVariation)) }
    let observed =
      equalMean(strata) { (here[$0].value, here[$0].weight) }.flatMap { mean in
        equalMean(strata) { (there[$0].value, there[$0].weight) }.map { mean - $0 }
      }
    return Outcome(
      strata: strata, observed: observed ?? 0, tolerance: 1e-9 * table.largest(question.measure))
  }

  private func exact(_ question: Question) -> PermutationTest {
    func articles(_ side: FigureTable.Side) -> [(stratum: String, value: Double)] {
      (0..<table.strata).flatMap { stratum in
        (0..<table.groups).filter { side.contains($0) }.flatMap { group in
          table.figures(question.measure, group, stratum).map { ("\(stratum)", $0) }
        }
      }
    }
    return PermutationTest(
      first: articles(question.first), second: articles(question.second), level: level,
      draws: draws, seed: seed, label: label)
  }

  private func deal(
    _ questions: [Question], _ outcomes: inout [Outcome], _ open: [Int], _ dealt: () -> Void
  ) {
    let width = table.width
    let words = table.words
    let groups = table.groups
    var stream = RandomStream(seed: seed, label: label)
    // Any order of the labels does to begin with: a uniform shuffle of it is uniform.
    var labels: [Int] = []
    var strata: [Range<Int>] = []
    for stratum in 0..<table.strata {
      let start = labels.count
      for group in 0..<groups {
        labels += [Int](repeating: group * width, count: table.rows(group, stratum).count)
      }
      strata.append(start..<labels.count)
    }
    let totals = table.totals
    var sums = [FigureTable.Word](repeating: .zero, count: table.strata * groups * width)
    for _ in 0..<draws {
      for index in sums.indices { sums[index] = .zero }
      for (stratum, rows) in strata.enumerated() {
        let base = stratum * groups * width
        for row in rows {
          labels.swapAt(row, row + stream.index(below: rows.upperBound - row))
          let start = base + labels[row]
          for word in 0..<width { sums[start + word] += words[row * width + word] }
        }
      }
      for (index, question) in zip(open, questions) {
        let value = difference(question, outcomes[index].strata, sums, totals)
        // A deal that leaves a side without any figure says nothing against chance.
        if (value?.magnitude ?? .infinity)
          >= outcomes[index].observed.magnitude - outcomes[index].tolerance
        {
          outcomes[index].hits += 1
        }
      }
      dealt()
    }
  }

  private func difference(
    _ question: Question, _ strata: [Int], _ sums: [FigureTable.Word],
    _ totals: [[WeightedValue]]
  ) -> Double? {
    func mean(_ side: FigureTable.Side) -> Double? {
      equalMean(strata) { stratum in
        func part(_ group: Int) -> (sum: Double, count: Double) {
          table.part(question.measure, of: sums, at: (stratum * table.groups + group) * table.width)
        }
        switch side {
        case .group(let group): return part(group)
        case .others(let group, _):
          // Whatever the deal, all groups together have the same articles.
          let (all, own) = (totals[stratum][question.measure], part(group))
          return (all.value - own.sum, all.weight - own.count)
        }
      }
    }
    guard let here = mean(question.first), let there = mean(question.second) else { return nil }
    return here - there
  }
}
