import Analysis
import RuleLanguage

extension ExplanationReport {
  func write(_ directive: DirectiveExplanation, to page: inout StyledText) {
    page.blankLine()
    page.paragraph(Phrase(directive.result.text, .directive), indent: 4, lead: "▸ ")
    for slot in directive.slots { write(slot, to: &page) }
    for score in directive.scores { write(score, to: &page) }
  }

  private func write(_ slot: SlotExplanation, to page: inout StyledText) {
    let value = NumberFormat.decimal(slot.result.value)
    let origin = slot.result.flags.compactMap(origin)
    let reason =
      origin.isEmpty ? slot.resolution.map { resolution($0) } : origin.joined(separator: ", ")
    page.line(
      Phrase("\(options.language.title(slot.title)) \(value)", .tag),
      Phrase(reason.map { "  \($0)" } ?? "", .dim), indent: 6)
    if slot.grants.isEmpty, let rule = slot.result.rule {
      page.line(
        Phrase("\(rule)  "), Phrase(sentences.quote(slot.result.text), .evidence), indent: 8)
    }
    for (index, grant) in slot.grants.enumerated() {
      page.line(
        Phrase("\(grant.rule)  ", index == 0 ? .bold : .plain),
        Phrase("\(sentences.value(grant.value))  "),
        Phrase(sentences.quotes(grant.evidence.map(\.text)), .evidence),
        Phrase(grant.isConfident ? "" : "  " + words(.notConfident), .dim), indent: 8)
    }
  }

  /// What a flag of the directive finder says about where a value comes from.
  private func origin(_ flag: String) -> String? {
    switch flag {
    case "same-sentence": words(.slotSameSentence)
    case "heading": words(.slotHeading)
    case "inherited": words(.slotInherited)
    case "implied": words(.slotImplied)
    case "bare-order": words(.slotBareOrder)
    case "perspective-switch": words(.slotSupervised)
    default: nil
    }
  }

  private func write(_ score: ScoreExplanation, to page: inout StyledText) {
    let result = score.result
    page.line(
      Phrase("\(options.language.title(score.title)) \(result.score)", .bold),
      Phrase(
        "  " + [band(score), context(result)].compactMap { $0 }.joined(separator: " · "), .dim),
      indent: 6)
    let shown = score.parts.filter { $0.points != 0 || options.showsEverything }
    let names = shown.map { words(.partOfScore, ["name": $0.name, "formula": $0.formula]) }
    let column = names.map(TextLayout.width).max() ?? 0
    for (part, name) in zip(shown, names) {
      let points = NumberFormat.decimal(part.points, places: 2)
      page.line(
        Phrase(TextLayout.pad(name, to: column)),
        Phrase("  " + TextLayout.pad(points, to: 5, leading: true), .bold),
        Phrase("  \(sentences.readings(part.readings))", .dim), indent: 8)
    }
    let rest = score.parts.filter { $0.points == 0 }.map(\.name).joined(separator: words.listComma)
    if !rest.isEmpty, !options.showsEverything {
      page.line(Phrase(words(.zeroParts, ["names": rest]), .dim), indent: 8)
    }
    for adjustment in score.adjustments { write(adjustment, to: &page) }
    page.line(
      Phrase(
        words(
          .rounded,
          ["total": NumberFormat.decimal(score.total, places: 2), "score": "\(result.score)"])),
      indent: 8)
    if result.low != result.high {
      let values = [
        "total": NumberFormat.decimal(score.confidentTotal, places: 2), "low": "\(result.low)",
        "high": "\(result.high)",
      ]
      page.line(Phrase(words(.confidentTotal, values), .dim), indent: 8)
    }
  }

  private func write(_ adjustment: ScoreExplanation.Adjustment, to page: inout StyledText) {
    let values = [
      "id": adjustment.id, "condition": adjustment.condition ?? "",
      "values": sentences.readings(adjustment.readings), "formula": adjustment.formula,
      "after": NumberFormat.decimal(adjustment.after, places: 2),
    ]
    let sentence: ReportWords.Sentence =
      adjustment.applies ? .adjustmentApplies : .adjustmentIdle
    page.paragraph(
      Phrase(words(sentence, values), adjustment.applies ? .plain : .dim), indent: 8)
  }

  /// The score with what sanctions elsewhere lend to it, where they lend anything.
  private func context(_ score: ScoreResult) -> String? {
    guard let context = score.inContext, Int(context.rounded()) != score.score else { return nil }
    return "\(words[.inContext]) \(NumberFormat.decimal(context, places: 1))"
  }

  private func band(_ score: ScoreExplanation) -> String? {
    score.band.map { band in
      words(
        .bandFrom,
        [
          "band": options.language.title(band.title),
          "minimum": NumberFormat.decimal(band.minimum),
        ])
    }
  }
}
