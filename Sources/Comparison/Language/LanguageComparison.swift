package import Analysis
import CorpusStatistics
package import RuleLanguage

/// Compares the wording of groups of articles.
package struct LanguageComparison: Sendable {
  /// The sentences that are compared; findings name articles by its positions.
  package let corpus: WordingCorpus
  private let profiles: [ArticleProfile]
  /// By group: the positions of its articles.
  private let groups: [[Int]]
  private let names: [LocalizedText?]
  private let settings: ComparisonSettings
  private let slotTitles: [String: LocalizedText]
  private let scoreTitles: [String: LocalizedText]
  private let weights: [ScoreWeights]
  private let strata: [Int]?
  private let options: LanguageOptions

  /// Compares the articles of `corpus` in `groups` with those names; `profiles` are those of all
  /// articles, in their order.
  ///
  /// With `strata`, one an article, gaps are those within them.
  ///
  /// - Precondition: one profile an article, one name a group, one stratum an article if any.
  package init(
    _ corpus: WordingCorpus, profiles: [ArticleProfile], groups: [[Int]], names: [LocalizedText?],
    settings: ComparisonSettings, slotTitles: [String: LocalizedText],
    scoreTitles: [String: LocalizedText] = [:], weights: [ScoreWeights] = [],
    strata: [Int]? = nil, options: LanguageOptions
  ) {
    precondition(
      corpus.articles.count == profiles.count && groups.count == names.count,
      "lists of one length")
    self.corpus = corpus
    self.profiles = profiles
    self.groups = groups
    self.names = names
    self.settings = settings
    self.slotTitles = slotTitles
    self.scoreTitles = scoreTitles
    self.weights = weights
    self.strata = strata
    self.options = options
  }

  /// What the wording of the groups has in common and apart, with the language of each of
  /// `contrasts` in their order.
  ///
  /// `progress` hears of the contrasts.
  ///
  /// - Complexity: for each contrast that of its tests; see the parts.
  package func result(
    _ contrasts: [Contrast], progress: @escaping ComparisonProgress = { _, _ in }
  ) -> LanguageResult {
    let done = ComparisonStage.wording.meter(whole: Double(contrasts.count), progress)
    let terms = TextBasis.allCases.map { basis in
      GroupTerms(
        corpus, groupCount: groups.count, basis: basis, mostExamples: options.mostExamples)
    }
    let scores = Set(profiles.flatMap(\.means.keys)).map(\.name).sorted()
    let finders = scores.flatMap { score in
      TextBasis.allCases.map {
        GapFinder(
          corpus, score: score, basis: $0, weights: weights.first { $0.name == score },
          strata: strata, options: options)
      }
    }
    let totals = terms.map {
      (
        LanguageComparison.sum(known($0.cues)), LanguageComparison.sum(known($0.grams))
      )
    }
    let found = contrasts.map { contrast in
      defer { done(1) }
      let sides = sides(contrast)
      let label = "language/\(contrast.first)/\(contrast.second.map(String.init) ?? "rest")"
      var language = ContrastLanguage(contrast: contrast, terms: [], divergences: [], gaps: [])
      for (basis, part) in TextBasis.allCases.enumerated() {
        language.terms += lists(terms[basis], totals[basis], contrast, part)
      }
      language.divergences = Divergence.all(
        first: sides.first.map { profiles[$0] }, second: sides.second.map { profiles[$0] },
        options: options, label: label)
      language.gaps = finders.map { $0.gap(sides.first, sides.second, label: label) }
      return language
    }
    return LanguageResult(
      frame: frame(), reuse: corpus.reuse, groups: groups.enumerated().map(wording),
      contrasts: found, timelines: timelines(), sentences: sentences(found))
  }

  private func sides(_ contrast: Contrast) -> (first: [Int], second: [Int]) {
    (
      groups[contrast.first],
      contrast.second.map { groups[$0] } ?? others(contrast).flatMap { groups[$0] }
    )
  }

  /// The other groups of which the name is known.
  private func others(_ contrast: Contrast) -> [Int] {
    groups.indices.filter { $0 != contrast.first && names[$0] != nil }
  }

  /// By group: nothing for the unknown one, which is compared with nobody.
  private func known(_ tallies: [TermTally<String>]) -> [TermTally<String>] {
    zip(tallies, names).map { $1 == nil ? TermTally() : $0 }
  }

  private static func sum(_ tallies: [TermTally<String>]) -> TermTally<String> {
    tallies.reduce(into: TermTally()) { $0.add($1) }
  }

  private func lists(
    _ terms: GroupTerms, _ totals: (TermTally<String>, TermTally<String>), _ contrast: Contrast,
    _ basis: TextBasis
  ) -> [TermList] {
    func examples(_ cue: String, _ isFirst: Bool) -> [DirectivePlace] {
      let side =
        isFirst
        ? [contrast.first]
        : contrast.second.map { [$0] } ?? others(contrast)
      return Array(
        side.lazy.flatMap { terms.examples[$0][cue] ?? [] }.prefix(options.mostExamples))
    }
    let sides = sides(contrast)
    let showable = Showable(articles: sides.first.count, and: sides.second.count)
    return [
      TermList(
        .cues, basis, ContrastTally(terms.cues, all: totals.0, contrast), showable,
        most: options.mostTerms,
        examples: examples),
      TermList(
        .grams, basis, ContrastTally(terms.grams, all: totals.1, contrast), showable,
        most: options.mostTerms, examples: { _, _ in [] }),
    ]
  }

  private func frame() -> LanguageFrame {
    let names = corpus.kinds.enumerated().map { kind, name in
      ComparisonFrame.NamedCount(
        name: name, count: corpus.wordings.reduce(0) { $0 + $1.names[kind] })
    }
    return LanguageFrame(
      articles: corpus.wordings.count { !$0.sentences.isEmpty },
      sentences: corpus.wordings.reduce(0) { $0 + $1.sentences.count }, names: names,
      leastCharacters: WordingCorpus.leastCharacters, seed: options.seed)
  }

  private func wording(_ group: Int, _ articles: [Int]) -> GroupWording {
    let rows = articles.map { article -> [ArticleFigure?] in
      [
        corpus.reuse.shares[article].flatMap(ArticleFigure.init),
        corpus.reuse.foreignShares[article].flatMap(ArticleFigure.init),
        corpus.reuse.commonness[article].flatMap {
          ArticleFigure(count: $0.formulaic, total: $0.total)
        },
        corpus.reuse.lexicon[article].flatMap {
          ArticleFigure(count: $0.count, total: $0.total)
        },
      ]
    }
    let figures = Figure.all(rows, options: options, label: "wording/\(group)")
    guard figures.count == 4 else {
      let nothing = Figure.nothing
      return GroupWording(
        reuse: nothing, foreignReuse: nothing, commonness: nothing, lexicon: nothing)
    }
    return GroupWording(
      reuse: figures[0], foreignReuse: figures[1], commonness: figures[2], lexicon: figures[3])
  }

  private func timelines() -> [Timeline] {
    let measures = Set(profiles.flatMap { Array($0.means.keys) + Array($0.counts.keys) })
      .filter { [.scores, .slots, .tags].contains($0.table) }
      .sorted { ($0.table.rawValue, $0.id) < ($1.table.rawValue, $1.id) }
    return Timeline.Unit.allCases.compactMap { unit in
      if unit == .phase, settings.phases.isEmpty { return nil }
      return Timeline.make(
        unit, corpus, profiles, groupCount: groups.count, measures: measures,
        phases: settings.phases, options: options)
    }
  }
}

extension Figure {
  /// The figure of no articles.
  static var nothing: Figure {
    Figure(
      articles: 0, count: nil, total: nil, estimate: nil, lowest: nil, highest: nil, interval: nil,
      reason: .noValues)
  }
}

// MARK: - Sentences

extension LanguageComparison {
  /// Slots told of in sentences for each contrast: those that differ most in their shares.
  private static let mostSlots = 3

  private func sentences(_ contrasts: [ContrastLanguage]) -> [ReportSentence] {
    let maker = SentenceMaker(settings)
    var sentences: [ReportSentence] = []
    for (index, language) in contrasts.enumerated() {
      let contrast = language.contrast
      guard let other = contrast.second else { continue }
      let showable = Showable(
        articles: groups[contrast.first].count, and: groups[other].count)
      guard showable.comparison else { continue }
      sentences += stated(contrast.first, other, maker, index)
      sentences += language.gaps.compactMap { weighed($0, maker, index) }
      if !showable.test, let sentence = maker.sentence(.untested, contrast: index) {
        sentences.append(sentence)
      }
    }
    if let standing = maker.sentence(.standing) { sentences.append(standing) }
    return sentences
  }

  /// How firmly the direction of a gap stands when the weights are drawn anew.
  private func weighed(
    _ gap: ScoreGap, _ maker: SentenceMaker, _ contrast: Int
  ) -> ReportSentence? {
    guard gap.basis == .all, let kept = gap.keptUnderWeights else { return nil }
    return maker.sentence(
      .weights,
      [
        "score": scoreTitles[gap.score] ?? LocalizedText(en: gap.score),
        "draws": LocalizedText(en: "\(gap.weightDraws)"),
        "share": LocalizedText(en: "\(Int((100 * kept).rounded()))"),
      ], contrast: contrast)
  }

  private func stated(
    _ first: Int, _ second: Int, _ maker: SentenceMaker, _ contrast: Int
  ) -> [ReportSentence] {
    guard let one = names[first], let other = names[second] else { return [] }
    func counted(_ group: Int, _ slot: String) -> (count: Int, total: Int) {
      groups[group].reduce(into: (0, 0)) { sum, article in
        sum.0 += profiles[article].counts[Measure(.slots, slot)] ?? 0
        sum.1 += profiles[article].directives
      }
    }
    let rows = slotTitles.keys.sorted().compactMap { slot -> (slot: String, gap: Double)? in
      let (left, right) = (counted(first, slot), counted(second, slot))
      guard left.total > 0, right.total > 0 else { return nil }
      let gap =
        Double(left.count) / Double(left.total) - Double(right.count) / Double(right.total)
      return gap == 0 ? nil : (slot, gap.magnitude)
    }.sorted { ($1.gap, $0.slot) < ($0.gap, $1.slot) }
    let texts = groups[first].count + groups[second].count
    return rows.prefix(Self.mostSlots).compactMap { row in
      let (left, right) = (counted(first, row.slot), counted(second, row.slot))
      func plain(_ value: Int) -> LocalizedText { LocalizedText(en: "\(value)") }
      return maker.sentence(
        .stated,
        [
          "texts": plain(texts), "first": one, "a": plain(left.count),
          "b": plain(left.total), "second": other, "c": plain(right.count),
          "d": plain(right.total), "slot": slotTitles[row.slot] ?? LocalizedText(en: row.slot),
        ], contrast: contrast)
    }
  }
}
