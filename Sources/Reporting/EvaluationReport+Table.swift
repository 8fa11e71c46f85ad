import Analysis
import CorpusStatistics
import Verification

/// The tables for people.
extension EvaluationReport {
  /// All figures of the whole, then the parts by type and by noise, the second coder, and the
  /// paragraphs that were read worst.
  package func table(_ options: TableReport.Options) -> String {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    let words = options.words
    page.rule(split.map { "\(words[.evaluation]) · \($0)" } ?? words[.evaluation])
    page.flow(
      [
        "\(words[.articles]) \(whole.articles)",
        "\(words[.paragraphs]) \(whole.paragraphs.recall.denominator)",
        "\(words[.directives]) \(whole.directives.recall.denominator)",
      ].map { [Phrase($0)] }, separator: " · ", indent: 0)
    page.line(Phrase(words(.evaluationGuide), .dim))
    write(whole, options, to: &page)
    for kind in [Kind.type, .noise] { writeParts(kind, options, to: &page) }
    if let coders {
      page.rule(words[.secondCoder])
      page.line(Phrase(words(.secondCoderGuide), .dim))
      write(coders, options, to: &page)
    }
    writeWorst(options, to: &page)
    return page.text
  }

  private func write(
    _ evaluation: Evaluation, _ options: TableReport.Options, to page: inout StyledText
  ) {
    let words = options.words
    let detection = [words[.there], words[.found], words[.precision], words[.recall], "F1", ""]
    var rows = [cells(words[.paragraphs], evaluation.paragraphs, ["–", "–"])]
    rows += evaluation.tags.map { tag in
      let title = pack.tags.first { $0.name == tag.name }.map { options.language.title($0.title) }
      return cells(
        title ?? tag.name, tag.presence,
        [Self.share(tag.sameLevel.value), Self.share(tag.alpha.alpha.alpha)])
    }
    rows.append(
      cells(
        words[.directives], evaluation.directives, [Self.share(evaluation.sameClass.value), "–"])
    )
    page.blankLine()
    TextTable(titles: [""] + detection + [words[.sameLevel], "alpha"], rows: rows).write(to: &page)
    page.blankLine()
    let slots = evaluation.slots.map { slot in
      let title = pack.slots.first { $0.name == slot.name }.map { options.language.title($0.title) }
      return cells(
        title ?? slot.name, slot.presence,
        [
          Self.share(slot.sameValue.value), Self.share(slot.sameWords.value),
          Self.share(slot.wordOverlap),
        ])
    }
    TextTable(
      titles: [words[.slot]] + detection + [
        words[.sameValue], words[.sameWords], words[.wordOverlap],
      ],
      rows: slots + [cells(words[.totals], evaluation.slotPresence, ["–", "–", "–"])]
    ).write(to: &page)
    page.blankLine()
    TextTable(
      titles: [words[.score], words[.pairs], words[.meanError], "", words[.bias], "Spearman"],
      rows: evaluation.scores.map { score in
        let title = pack.scores.first { $0.name == score.name }
          .map { options.language.title($0.title) }
        return [
          title ?? score.name, "\(score.pairs)", Self.points(score.error),
          Self.range(score.errorInterval, Self.points), Self.points(score.bias),
          Self.share(score.rankCorrelation),
        ]
      }
    ).write(to: &page)
  }

  private func cells(_ title: String, _ quality: DetectionQuality, _ rest: [String]) -> [String] {
    [
      title, "\(quality.recall.denominator)", "\(quality.precision.denominator)",
      Self.share(quality.precision.value), Self.share(quality.recall.value),
      Self.share(quality.f1.value), Self.range(quality.f1.overArticles, Self.share),
    ] + rest
  }

  private func writeParts(
    _ kind: Kind, _ options: TableReport.Options, to page: inout StyledText
  ) {
    let own = parts.filter { $0.kind == kind }
    guard !own.isEmpty else { return }
    let words = options.words
    page.rule(kind == .type ? words[.byType] : words[.byNoise])
    let titles =
      ["", words[.articles]] + pack.tags.map { options.language.title($0.title) + " F1" }
      + ["\(words[.directives]) F1", "\(words[.slot]) F1"]
      + pack.scores.map { "± \(options.language.title($0.title))" }
    TextTable(
      titles: titles,
      rows: own.map { part in
        let evaluation = part.evaluation
        return [part.name, "\(evaluation.articles)"]
          + evaluation.tags.map { Self.share($0.presence.f1.value) }
          + [
            Self.share(evaluation.directives.f1.value),
            Self.share(evaluation.slotPresence.f1.value),
          ] + evaluation.scores.map { Self.points($0.error) }
      }
    ).write(to: &page)
  }

  private func writeWorst(_ options: TableReport.Options, to page: inout StyledText) {
    guard !worst.isEmpty else { return }
    let words = options.words
    page.rule(words[.worstParagraphs])
    for paragraph in worst {
      let number = paragraph.number.map { " · \($0)" } ?? ""
      page.line(
        Phrase("\(paragraph.article)\(number)", .bold),
        Phrase("  \(NumberFormat.oneDecimal(paragraph.cost))", .dim))
      page.paragraph(Phrase(paragraph.text), indent: 2, limit: options.showsEverything ? .max : 2)
      page.flow(
        paragraph.tags.map { error in
          let title = pack.tags.first { $0.name == error.tag }
            .map { options.language.title($0.title) }
          let values = ["expected": "\(error.right)", "actual": "\(error.given)"]
          return [
            Phrase("\(title ?? error.tag) ", .tag), Phrase(words(.testDiffers, values)),
          ]
        }, separator: " · ", indent: 2)
      for text in paragraph.missed {
        page.paragraph(Phrase(text, .evidence), indent: 4, lead: " – ", limit: 2)
      }
      for text in paragraph.extra {
        page.paragraph(Phrase(text, .directive), indent: 4, lead: " + ", limit: 2)
      }
      page.flow(
        paragraph.rules.prefix(8).map { [Phrase($0, .dim)] }, separator: " · ", indent: 2)
    }
  }

  static func share(_ value: Double?) -> String { value.map(NumberFormat.twoDecimals) ?? "–" }

  static func points(_ value: Double?) -> String { value.map(NumberFormat.oneDecimal) ?? "–" }

  private static func range(_ interval: Interval?, _ text: (Double?) -> String) -> String {
    interval.map { "\(text($0.low))–\(text($0.high))" } ?? ""
  }
}
