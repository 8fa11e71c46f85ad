import Analysis
import Diagnostics
import SourceText

extension ExplanationReport {
  func write(_ rule: RuleExplanation, _ source: SourceFile, to page: inout StyledText) {
    let mark = rule.outcome == .gave ? "✓ " : "✗ "
    let gifts = rule.gifts.map { gift in
      gift.value.text.isEmpty ? gift.label : "\(gift.label) = \(gift.value.text)"
    }
    let head = words(
      .ruleHead,
      [
        "gift": gifts.joined(separator: ", "), "unit": sentences.unit(rule.within),
        "place": "\(rule.file):\(rule.line)",
      ])
    page.blankLine()
    page.line(Phrase(mark + rule.rule, .bold), indent: 4)
    page.paragraph(Phrase(head, .dim), indent: 6)
    let condition = rule.condition
    guard
      rule.outcome == .gave || condition.hasWords || condition.isHeld || condition.isForestalled
    else {
      let window = sentences.quote(rule.window.text)
      page.paragraph(Phrase(words(.windowWithout, ["text": window]), .dim), indent: 6)
      return
    }
    page.paragraph(Phrase(sentences.summary(rule)), indent: 6)
    if !rule.isConfident { page.line(Phrase(words(.notConfident), .dim), indent: 6) }
    let telling = rule.abridged
    let places = rule.evidence.isEmpty ? Self.places(telling.condition) : rule.evidence
    let vetoes = telling.vetoes.flatMap { Self.places($0.condition) }
    writeExcerpt(places + vetoes, source, to: &page)
    let shown = options.showsEverything ? rule.tellingOnce : telling
    write(shown.condition, indent: 6, to: &page)
    for veto in shown.vetoes {
      let unit = ["unit": sentences.unit(veto.scope)]
      page.line(Phrase(words(veto.condition.isHeld ? .vetoed : .vetoIdle, unit)), indent: 6)
      write(veto.condition, indent: 8, to: &page)
    }
  }

  /// The lines of the original file with carets under the words.
  private func writeExcerpt(
    _ places: [ExplainedPlace], _ source: SourceFile, to page: inout StyledText
  ) {
    let excerpt = SourceExcerpt(places.map(\.bytes), in: source)
    let gutter = excerpt.lines.map { String($0.number).utf8.count }.max() ?? 0
    for line in excerpt.lines {
      let number = TextLayout.pad(String(line.number), to: gutter, leading: true)
      page.line(Phrase("\(number) | ", .dim), Phrase(line.text), indent: 6)
      let blank = String(repeating: " ", count: gutter)
      page.line(Phrase("\(blank) | ", .dim), Phrase(line.carets, .evidence), indent: 6)
    }
  }

  /// The words that a condition found, its void matches, and what stands around what it lacks.
  private static func places(_ condition: ConditionExplanation) -> [ExplainedPlace] {
    var places = condition.matches + condition.voided.map(\.match)
    switch condition.shortfall {
    case .gap(let before, let after, _, _, _): places += [before, after].compactMap { $0 }
    case .clause(let before, let after): places += [before, after]
    case .parts(let found, _) where condition.distance <= 1: places += found
    case .order(let found): places += found
    default: break
    }
    return places + condition.members.flatMap(Self.places)
  }

  private func write(_ condition: ConditionExplanation, indent: Int, to page: inout StyledText) {
    let mark = condition.isHeld ? "✓ " : "✗ "
    let title = sentences.title(condition)
    page.paragraph(
      Phrase(condition.isRepeated ? words(.saidAbove, ["condition": title]) : title),
      indent: indent + 2, lead: mark)
    if !condition.matches.isEmpty {
      page.paragraph(
        Phrase(sentences.quotes(condition.matches.map(\.text)), .evidence), indent: indent + 2)
    }
    if condition.isHeld, !condition.readings.isEmpty {
      page.paragraph(Phrase(sentences.readings(condition.readings), .dim), indent: indent + 2)
    }
    for void in condition.voided {
      page.paragraph(Phrase(sentences.void(void)), indent: indent + 2)
    }
    if let shortfall = sentences.shortfall(condition), condition.shortfall != .voided {
      page.paragraph(Phrase(shortfall), indent: indent + 2)
    }
    for member in condition.members { write(member, indent: indent + 2, to: &page) }
    let left = condition.membersLeftOut
    if left > 0 {
      page.line(Phrase(words(.otherMembers, ["count": "\(left)"]), .dim), indent: indent + 2)
    }
  }
}
