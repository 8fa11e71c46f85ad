package import Analysis
import CorpusStatistics

/// Takes the difference of a score between two sides apart.
package struct GapFinder {
  private let corpus: WordingCorpus
  private let score: String
  private let basis: TextBasis
  private let options: LanguageOptions
  /// Nil for those with fewer than three directives.
  private let articles: [Article?]
  /// What the articles' means follow from; the weights are nil where nobody said them.
  private let column: DoubtColumn
  /// By article: what it is compared within; the same for all without strata.
  private let strata: [Int]

  /// One article: its mean score and, by name of the part, the mean points.
  private struct Article {
    let position: Int
    let total: Double
    let parts: [ScoreGap.Level: [String: Double]]
    /// By name of the part: the slot it belongs to.
    let slots: [ScoreGap.Level: [String: String]]
    /// By slot: directives with the points they earn, in order.
    let directives: [(place: DirectivePlace, points: [String: Double])]
    let results: [ScoreResult]
  }

  /// More parts than this are not told apart; the others count as one.
  private static let widest = 200

  /// Without `weights` of the score nothing is said of other weights; with `strata`, one an article,
  /// gaps are those within them.
  ///
  /// - Precondition: one stratum an article, if any is given.
  /// - Complexity: O(directives × slots).
  package init(
    _ corpus: WordingCorpus, score: String, basis: TextBasis, weights: ScoreWeights? = nil,
    strata: [Int]? = nil, options: LanguageOptions
  ) {
    precondition(strata?.count ?? corpus.articles.count == corpus.articles.count, "one an article")
    self.corpus = corpus
    self.score = score
    self.basis = basis
    self.options = options
    self.strata = strata ?? [Int](repeating: 0, count: corpus.articles.count)
    articles = corpus.articles.indices.map {
      GapFinder.article($0, corpus, score: score, basis: basis)
    }
    var column = DoubtColumn()
    for article in articles.compactMap(\.self) {
      column.append(
        ScoreDoubt(article.results, weights), weights: weights, article: article.position)
    }
    self.column = column
  }

  /// The gap between two sides, the positions of whose articles are given; with strata, the mean of the
  /// gaps within those that both sides have.
  ///
  /// - Complexity: O(articles × parts), and for each slot that of a permutation test.
  package func gap(_ first: [Int], _ second: [Int], label: String) -> ScoreGap {
    let known = [first, second].map { $0.compactMap { articles[$0] } }
    let shared = Set(known[0].map(stratum)).intersection(known[1].map(stratum))
    let one = known[0].filter { shared.contains(stratum($0)) }
    let other = known[1].filter { shared.contains(stratum($0)) }
    var result = ScoreGap(
      score: score, basis: basis, articles: known.map(\.count), gap: nil, splits: [],
      keptUnderWeights: nil, weightDraws: OrderStability.usualDraws, reason: nil)
    guard !shared.isEmpty else {
      result.reason = .emptySide
      return result
    }
    result.articles = [one.count, other.count]
    let showable = Showable(articles: one.count, and: other.count)
    guard showable.comparison else {
      result.reason = .oneArticle
      return result
    }
    for level in ScoreGap.Level.allCases {
      guard let split = split(level, one, other, label: label) else { continue }
      result.gap = split.gap
      result.splits.append(split.split)
    }
    result.keptUnderWeights = keptUnderWeights(one, other, shared.sorted())
    if !showable.test { result.reason = .fewArticles(min(one.count, other.count)) }
    return result
  }

  private func stratum(_ article: Article) -> Int { strata[article.position] }

  // MARK: - Articles

  /// The article's means, nil with fewer than three directives.
  private static func article(
    _ position: Int, _ corpus: WordingCorpus, score: String, basis: TextBasis
  ) -> Article? {
    let wording = corpus.wordings[position]
    var total = 0.0
    var sums: [ScoreGap.Level: [String: Double]] = [:]
    var slots: [ScoreGap.Level: [String: String]] = [:]
    var directives: [(place: DirectivePlace, points: [String: Double])] = []
    var results: [ScoreResult] = []
    for (index, paragraph) in corpus.articles[position].analysis.paragraphs.enumerated()
    where !paragraph.directives.isEmpty {
      let bytes = Array(paragraph.text.utf8)
      for (number, directive) in paragraph.directives.enumerated() where !directive.isExcluded {
        let place = DirectivePlace(article: position, paragraph: index, directive: number)
        if basis == .withoutRepeats, corpus.isRepeat(place) { continue }
        guard let result = directive.scores.first(where: { $0.name == score }) else { continue }
        total += Double(result.score)
        var points: [String: Double] = [:]
        for part in result.parts where part.points != 0 {
          let slot = directive.slots.first { $0.name == part.name }
          let words = slot.flatMap { slot in
            GroupTerms.cue(slot.text, slot.inText, bytes, wording.nameSpans[index])
          }
          let rule = slot?.rule ?? slot?.flags.first ?? Measure.nothing
          points[part.name] = part.points
          sums[.slots, default: [:]][part.name, default: 0] += part.points
          slots[.slots, default: [:]][part.name] = part.name
          let ruleName = part.name + String(GroupTerms.separator) + rule
          sums[.rules, default: [:]][ruleName, default: 0] += part.points
          slots[.rules, default: [:]][ruleName] = part.name
          let term = part.name + String(GroupTerms.separator) + (words ?? "")
          sums[.terms, default: [:]][term, default: 0] += part.points
          slots[.terms, default: [:]][term] = part.name
        }
        directives.append((place, points))
        results.append(result)
      }
    }
    guard directives.count >= GroupSummary.fewestDirectives else { return nil }
    let count = Double(directives.count)
    return Article(
      position: position, total: total / count,
      parts: sums.mapValues { $0.mapValues { $0 / count } }, slots: slots, directives: directives,
      results: results)
  }

  // MARK: - Parts

  private func split(
    _ level: ScoreGap.Level, _ first: [Article], _ second: [Article], label: String
  ) -> (gap: Double, split: ScoreGap.Split)? {
    let names = widestParts(level, first + second)
    func parts(_ side: [Article]) -> [ArticleParts] {
      side.map { article in
        let own = article.parts[level] ?? [:]
        let listed = names.map { own[$0] ?? 0 }
        let rest = orderlessSum(Array(own.values)) - orderlessSum(listed)
        return ArticleParts(
          total: article.total, parts: listed + [rest], stratum: stratum(article))
      }
    }
    let (one, other) = (parts(first), parts(second))
    guard let found = GapDecomposition(first: one, second: other) else { return nil }
    let slotOf = (first + second).reduce(into: [String: String]()) { known, article in
      known.merge(article.slots[level] ?? [:]) { first, _ in first }
    }
    var tests: [Int: PermutationTest] = [:]
    if level == .slots, Showable(articles: first.count, and: second.count).test {
      for part in names.indices {
        tests[part] = PermutationTest(
          first: one.map { ("\($0.stratum)", $0.parts[part]) },
          second: other.map { ("\($0.stratum)", $0.parts[part]) },
          level: 1 - options.level, draws: options.permutationDraws, seed: options.seed,
          label: "\(label)/\(score)/\(basis.rawValue)/\(names[part])")
      }
    }
    let family = CorrectedFamily(
      names.indices.map { tests[$0]?.probability }, method: .benjaminiHochberg)
    let order = found.byMagnitude.filter { $0 < names.count && found.parts[$0].contribution != 0 }
    let chosen = order.prefix(options.mostParts)
    let listed = chosen.map { part -> ScoreGap.Part in
      let slot = slotOf[names[part]] ?? names[part]
      let higherFirst = found.parts[part].contribution > 0
      let cue = level == .terms ? names[part] : nil
      return ScoreGap.Part(
        name: name(names[part], level), slot: slot, contribution: found.parts[part],
        test: tests[part], adjusted: family.adjusted[part],
        first: illustrations(first, slot, names[part], level, cue, isFilled: higherFirst),
        second: illustrations(second, slot, names[part], level, cue, isFilled: !higherFirst))
    }
    let shown = Set(chosen)
    let unlisted = found.parts.indices.filter { !shown.contains($0) }
      .map { found.parts[$0].contribution }
    return (
      found.gap,
      ScoreGap.Split(
        level: level, parts: listed, unlisted: orderlessSum(unlisted), remainder: found.remainder)
    )
  }

  /// The parts with the most points in all articles, by name.
  private func widestParts(_ level: ScoreGap.Level, _ articles: [Article]) -> [String] {
    var sums: [String: [Double]] = [:]
    for article in articles {
      for (name, points) in article.parts[level] ?? [:] { sums[name, default: []].append(points) }
    }
    let totals = sums.mapValues(orderlessSum)
    return totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(GapFinder.widest)
      .map(\.key).sorted()
  }

  private func name(_ part: String, _ level: ScoreGap.Level) -> String {
    guard level != .slots, let separator = part.firstIndex(of: GroupTerms.separator) else {
      return part
    }
    return String(part[part.index(after: separator)...])
  }

  /// Directives of the side with the most points in the slot, or with the fewest, of as many
  /// articles as possible.
  private func illustrations(
    _ side: [Article], _ slot: String, _ part: String, _ level: ScoreGap.Level, _ cue: String?,
    isFilled: Bool
  ) -> [DirectivePlace] {
    var best: [(points: Double, place: DirectivePlace)] = []
    for article in side {
      if isFilled, article.parts[level]?[part] == nil { continue }
      let candidates = article.directives.filter { directive in
        !isFilled || holds(directive.place, slot, part, level)
      }
      let ordered = candidates.enumerated().sorted { one, other in
        let (left, right) = (one.element.points[slot] ?? 0, other.element.points[slot] ?? 0)
        return left != right ? (left > right) == isFilled : one.offset < other.offset
      }
      if let (_, directive) = ordered.first {
        best.append((directive.points[slot] ?? 0, directive.place))
      }
    }
    let sorted = best.enumerated().sorted { one, other in
      one.element.points != other.element.points
        ? (one.element.points > other.element.points) == isFilled : one.offset < other.offset
    }
    return sorted.prefix(options.mostExamples).map(\.element.place)
  }

  /// Whether the slot of a directive has the rule or the words that make the part.
  private func holds(
    _ place: DirectivePlace, _ slot: String, _ part: String, _ level: ScoreGap.Level
  ) -> Bool {
    guard level != .slots else { return true }
    let paragraph = corpus.articles[place.article].analysis.paragraphs[place.paragraph]
    let found = paragraph.directives[place.directive].slots.first { $0.name == slot }
    guard let found else { return false }
    let name = name(part, level)
    if level == .rules { return (found.rule ?? found.flags.first ?? Measure.nothing) == name }
    let words = GroupTerms.cue(
      found.text, found.inText, Array(paragraph.text.utf8),
      corpus.wordings[place.article].nameSpans[place.paragraph])
    return (words ?? "") == name
  }

  // MARK: - Weights

  /// The share of draws of other weights in which the sides keep their order.
  private func keptUnderWeights(
    _ first: [Article], _ second: [Article], _ shared: [Int]
  ) -> Double? {
    let groups = [first, second].flatMap { side in
      shared.map { stratum in
        side.filter { self.stratum($0) == stratum }.compactMap { column[$0.position] }
      }
    }
    return CellGroups(groups, column)?.stability(
      column.weights, seed: options.seed, strata: shared.count)?.pairs.first?.kept
  }
}
