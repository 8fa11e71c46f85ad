import Comparison
import CorpusStatistics

extension ComparisonReport {
  /// Clusters of shared sentences and terms that are shown unless everything is.
  private static let shown = 5
  private static let shownTerms = 8
  /// Points of a gap from which on shares of it are told.
  private static let leastShared = 1.0

  /// What the comparison says of wording.
  func wordingElements(_ wording: WordingComparison) -> [Element] {
    let language = wording.language
    var elements: [Element] = [
      .heading(words(.heading)), .note(frameLine(language.frame)), shares(language),
    ]
    elements += clusters(language.reuse)
    for (index, contrast) in language.contrasts.enumerated() {
      let sides = contrast.contrast
      elements.append(.heading("\(name(sides.first)) – \(other(sides))"))
      elements += gaps(contrast, wording)
      elements += terms(contrast)
      elements += divergences(contrast)
      elements += language.sentences.filter { $0.contrast == index }.map(sentence)
    }
    return elements + timelines(language.timelines)
  }

  private func frameLine(_ frame: LanguageFrame) -> String {
    let hidden = frame.names.map {
      words(.hidden, ["kind": names.mask($0.name ?? ""), "count": "\($0.count)"])
    }
    return words(
      .frame,
      [
        "sentences": "\(frame.sentences)", "articles": "\(frame.articles)",
        "names": hidden.joined(separator: words.listComma),
      ])
  }

  private func sentence(_ sentence: ReportSentence) -> Element {
    .paragraph(options.language.title(sentence.text))
  }

  private func shares(_ language: LanguageResult) -> Element {
    .table(
      titles: [
        words[.group], words(.reuse), words(.foreignReuse), words(.commonness), words(.lexicon),
      ],
      rows: zip(result.groups, language.groups).map { group, wording in
        [names.group(group.name, by: frame.key)]
          + [wording.reuse, wording.foreignReuse, wording.commonness, wording.lexicon].map {
            cell($0, nil, true)
          }
      }, endsInWords: false)
  }

  private func clusters(_ reuse: ReuseFindings) -> [Element] {
    guard !reuse.clusters.isEmpty else { return [] }
    let most = options.showsEverything ? reuse.clusters.count : Self.shown
    let widest = reuse.clusters.prefix(most)
    let title = words(
      .clusters, ["clusters": "\(reuse.clusters.count)", "shown": "\(widest.count)"])
    return [.paragraph(title)]
      + widest.map { cluster in
        let first =
          cluster.firstDate.map { words(.firstDated, ["date": $0]) } ?? words(.firstUnknown)
        let groups = cluster.groups.map { names.group(result.groups[$0].name, by: frame.key) }
        return .note(
          "  "
            + words(
              .cluster,
              [
                "text": words(.quoted, ["text": cluster.text]), "articles": "\(cluster.articles)",
                "groups": groups.joined(separator: words.listComma), "first": first,
              ]))
      }
  }

  // MARK: - Gaps

  private func gaps(_ contrast: ContrastLanguage, _ wording: WordingComparison) -> [Element] {
    contrast.gaps.flatMap { gap -> [Element] in
      let title = names.title(Measure(.scores, gap.score))
      guard let points = gap.gap else {
        let why = gap.reason.map { names.sentence($0, strata: frame.within) } ?? ""
        return [.note("\(title): \(why)")]
      }
      let within = frame.within.map { words(.within, ["key": names.key($0)]) }
      let basis = words(gap.basis == .all ? .basisAll : .basisOwn)
      let line = words(
        .gap,
        [
          "score": title, "first": name(contrast.contrast.first),
          "second": other(contrast.contrast), "gap": NumberFormat.oneDecimal(points),
          "basis": [basis, within].compactMap(\.self).joined(separator: words.separator),
          "few": "\(gap.articles[0])", "many": "\(gap.articles[1])",
        ])
      let levels = gap.basis == .all || options.showsEverything ? gap.splits : []
      let why = gap.reason.map { [Element.note(names.sentence($0, strata: frame.within))] } ?? []
      return [.paragraph(line)] + why
        + levels.filter { $0.level != .terms || options.showsEverything }.flatMap {
          split($0, wording)
        }
    }
  }

  /// Of a gap near nothing every part is many times the whole.
  private func share(of part: ScoreGap.Part) -> String {
    let gap = part.contribution.gapWithout + part.contribution.contribution
    guard gap.magnitude >= Self.leastShared, let share = part.contribution.share else { return "–" }
    return NumberFormat.percent(share)
  }

  private func split(_ split: ScoreGap.Split, _ wording: WordingComparison) -> [Element] {
    let parts = split.parts.prefix(options.showsEverything ? split.parts.count : Self.shown)
    guard !parts.isEmpty else { return [] }
    let rows = parts.map { part in
      [
        title(part, split.level), NumberFormat.oneDecimal(part.contribution.contribution),
        NumberFormat.oneDecimal(part.contribution.gapWithout),
        share(of: part),
        part.adjusted.map { NumberFormat.decimal($0) } ?? "–",
      ]
    }
    var elements: [Element] = [
      .table(
        titles: [
          words(.level), words(.contribution), words(.without), words(.share), words(.corrected),
        ], rows: rows, endsInWords: false)
    ]
    if let widest = parts.first, split.level == .slots {
      elements += (widest.first.prefix(2) + widest.second.prefix(2)).map { place in
        let source = wording.corpus.articles[place.article].source
        let text = words(.quoted, ["text": wording.text(of: place)])
        return .note("  \(text) \(source) §\(place.paragraph + 1)")
      }
    }
    elements.append(
      .note(
        words(
          .remainder,
          [
            "points": NumberFormat.oneDecimal(split.remainder),
            "unlisted": NumberFormat.oneDecimal(split.unlisted),
          ])))
    return elements
  }

  private func title(_ part: ScoreGap.Part, _ level: ScoreGap.Level) -> String {
    let slot = names.title(Measure(.slots, part.slot))
    switch level {
    case .slots: return slot
    case .rules: return part.name
    case .terms: return "\(part.name.isEmpty ? "–" : part.name) (\(slot))"
    }
  }

  // MARK: - Terms and profiles

  private func terms(_ contrast: ContrastLanguage) -> [Element] {
    let lists = contrast.terms.filter { options.showsEverything || $0.basis == .withoutRepeats }
    let sides = (name(contrast.contrast.first), other(contrast.contrast))
    let elements = lists.flatMap { list -> [Element] in
      let basis = words(list.basis == .all ? .basisAll : .basisOwn)
      func side(_ terms: [TermList.Term], _ first: String, _ second: String) -> [Element] {
        guard !terms.isEmpty else { return [] }
        let title = words(
          list.feature == .cues ? .terms : .grams, ["first": first, "second": second])
        let most = options.showsEverything ? terms.count : Self.shownTerms
        return [.paragraph("\(title) (\(basis))")]
          + terms.prefix(most).map { .note("  " + line($0)) }
      }
      let single = list.singleSource.prefix(Self.shownTerms).map(\.text)
      return side(list.first, sides.0, sides.1) + side(list.second, sides.1, sides.0)
        + (single.isEmpty
          ? []
          : [
            .note(
              words(.singleSource, ["terms": single.joined(separator: words.listComma)]))
          ])
    }
    return elements + (elements.isEmpty ? [] : [.note(words(.termsReading))])
  }

  private func line(_ term: TermList.Term) -> String {
    let slot = term.slot.map { " (\(names.title(Measure(.slots, $0))))" } ?? ""
    let zs = term.estimates.map { NumberFormat.oneDecimal($0.z) }
    let line = words(
      .term,
      [
        "term": term.text + slot, "here": "\(term.counts[0])", "there": "\(term.counts[1])",
        "hereTexts": "\(term.articles[0])", "thereTexts": "\(term.articles[1])",
        "z": zs.first ?? "–", "low": zs.dropFirst().first ?? "–", "high": zs.last ?? "–",
      ])
    return term.signHolds ? line : line + words.separator + words(.unstableSign)
  }

  /// Tables that may not be shown are told once for each reason.
  private func divergences(_ contrast: ContrastLanguage) -> [Element] {
    let shown = contrast.divergences.filter { $0.divergence != nil }
    let table = Element.table(
      titles: [words(.divergence), "JSD", words(.chance), words(.excess), words(.corrected)],
      rows: shown.map { row in
        let found = row.divergence
        return [names.title(row.table)]
          + [found?.divergence, found?.nullMean, found?.excess, row.adjusted].map {
            $0.map { NumberFormat.decimal($0) } ?? "–"
          }
      }, endsInWords: false)
    var reasons: [String] = []
    for row in contrast.divergences where row.divergence == nil {
      let why = row.reason.map { names.sentence($0, strata: frame.within) } ?? "–"
      if !reasons.contains(why) { reasons.append(why) }
    }
    return (shown.isEmpty ? [] : [table])
      + reasons.map { .note("\(words(.divergence)): \($0)") }
  }

  private func other(_ contrast: Contrast) -> String {
    contrast.second.map(name) ?? words(.others)
  }

  // MARK: - Time

  /// Scores and shared sentences by time; months only where everything is shown.
  private func timelines(_ timelines: [Timeline]) -> [Element] {
    timelines.flatMap { timeline -> [Element] in
      guard !timeline.points.isEmpty, timeline.unit != .month || options.showsEverything else {
        return []
      }
      let scores = timeline.measures.indices.filter { timeline.measures[$0].table == .scores }
      return [
        .table(
          // Both name the row, which a narrow screen repeats where columns go on below.
          titles: ["\(words[.date]) · \(words[.group])", words[.articles]]
            + scores.map { names.title(timeline.measures[$0]) } + [words(.reuse)],
          rows: timeline.points.map { point in
            [
              names.phase(point.period) + " · "
                + names.group(result.groups[point.group].name, by: frame.key),
              "\(point.articles.count)",
            ] + scores.map { cell(point.figures[$0], nil, false) }
              + [cell(point.reuse, nil, true)]
          }, endsInWords: false)
      ]
        + (timeline.outside > 0
          ? [.note(words(.outsidePhases, ["count": "\(timeline.outside)"]))] : [])
    }
  }
}
