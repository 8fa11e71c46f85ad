package import Analysis
import RuleLanguage
package import SourceText

/// Writes explanations for people.
package struct ExplanationReport: Sendable {
  let pack: PackSummary
  let options: TableReport.Options
  let words: ReportWords
  let sentences: ExplanationSentences
  /// Whether rules were asked for by name, so that each is shown whole.
  let showsRulesWhole: Bool

  /// A report that calls things as `pack` does; with `showsRulesWhole` no rule that holds is
  /// shortened.
  package init(pack: PackSummary, options: TableReport.Options, showsRulesWhole: Bool) {
    self.pack = pack
    self.options = options
    self.showsRulesWhole = showsRulesWhole
    words = options.words
    sentences = ExplanationSentences(language: options.language, words: options.words)
  }

  private var page: StyledText { StyledText(width: options.width, usesColor: options.usesColor) }

  /// What stands above the blocks of `source`, ending in a line feed.
  package func head(_ source: SourceFile) -> String {
    var page = page
    page.rule(source.name)
    page.line(Phrase("\(pack.name) \(pack.version) \(pack.fingerprint.prefix(8))", .dim))
    return page.text
  }

  /// What stands below `blocks` blocks, among them `paragraphs` of the `total` body paragraphs; ends in a line
  /// feed unless there is nothing to say.
  package func foot(blocks: Int, paragraphs: Int, of total: Int) -> String {
    var page = page
    if blocks == 0 {
      page.paragraph(Phrase(words(showsRulesWhole ? .noHits : .noTags)), indent: 0)
    } else if paragraphs > 0, paragraphs < total {
      page.blankLine()
      let values = ["count": "\(paragraphs)", "total": "\(total)"]
      page.paragraph(Phrase(words(.otherParagraphs, values), .dim), indent: 0)
    }
    return page.text
  }

  /// One block of `source`, ending in a line feed.
  package func text(_ block: BlockExplanation, of source: SourceFile) -> String {
    var page = page
    page.blankLine()
    let head =
      block.paragraph.map {
        words(.paragraphHead, ["number": "\($0)", "line": "\(block.line)"])
      } ?? words(.blockOutside, ["line": "\(block.line)", "zone": zone(block.zone)])
    page.rule(head)
    page.paragraph(
      Phrase(block.place.text), indent: 2, limit: options.showsEverything ? .max : 3)
    // That body text is body is news to nobody.
    let labels = block.labels.filter {
      block.paragraph == nil || showsRulesWhole || $0.unit != .block
    }
    for label in labels { write(label, to: &page) }
    writeRules(block, source, to: &page)
    for directive in block.directives { write(directive, to: &page) }
    return page.text
  }

  private func zone(_ name: String) -> String {
    pack.zones.first.flatMap { $0.valueTitles[name] }.map(options.language.title) ?? name
  }

  private func writeRules(
    _ block: BlockExplanation, _ source: SourceFile, to page: inout StyledText
  ) {
    let isWhole = { (rule: RuleExplanation) in
      showsRulesWhole || options.showsEverything
        || rule.gifts.contains { gift in pack.tags.contains { $0.name == gift.label } }
    }
    // Slots stand with their directives.
    let isSlot = { (rule: RuleExplanation) in
      rule.gifts.contains { gift in pack.slots.contains { $0.name == gift.label } }
    }
    let whole = block.hits.filter(isWhole)
    if !whole.isEmpty {
      page.line(Phrase(words(.hits), .heading), indent: 2)
      for rule in whole { write(rule, source, to: &page) }
    }
    let others = block.hits.filter { !isWhole($0) && !isSlot($0) }
    if !others.isEmpty {
      page.line(Phrase(words(.alsoGiven), .heading), indent: 2)
      page.flow(others.map(brief), separator: " · ", indent: 4)
    }
    guard !block.misses.isEmpty else { return }
    page.line(Phrase(words(.misses), .heading), indent: 2)
    for rule in block.misses { write(rule, source, to: &page) }
  }

  private func brief(_ rule: RuleExplanation) -> [Phrase] {
    [
      Phrase("\(rule.rule) ", .dim),
      Phrase(sentences.quotes(rule.evidence.map(\.text)), .evidence),
    ]
  }

  private func write(_ label: LabelExplanation, to page: inout StyledText) {
    let value = sentences.value(label.value)
    let title = options.language.title(label.title)
    page.line(
      Phrase(value.isEmpty ? title : "\(title) \(value)", .tag),
      Phrase("  \(resolution(label.resolution, label.stated?.source))", .dim), indent: 2)
    write(label.grants, winner: label.stated == nil ? 0 : nil, to: &page)
  }

  /// Why a value counts; `source` states it, where somebody does.
  func resolution(
    _ resolution: LabelExplanation.Resolution, _ source: Metadata.Source? = nil
  ) -> String {
    switch resolution {
    case .only: words(.resolvedOnly)
    case .highest: words(.resolvedHighest)
    case .firstChoice: words(.resolvedFirstChoice)
    case .earliest: words(.resolvedEarliest)
    case .left: words(.resolvedLeft)
    case .longest: words(.resolvedLongest)
    case .firstRule: words(.resolvedFirstRule)
    case .stated: words(.resolvedStated, ["source": source?.rawValue ?? ""])
    }
  }

  /// The rules that compete for a label, the `winner`, if there is one, in bold.
  private func write(_ grants: [GrantExplanation], winner: Int?, to page: inout StyledText) {
    for (index, grant) in grants.enumerated() {
      let note = grant.isConfident ? "" : "  " + words(.notConfident)
      page.line(
        Phrase("\(grant.rule)  ", index == winner ? .bold : .plain),
        Phrase("\(sentences.value(grant.value))  "),
        Phrase(sentences.quotes(grant.evidence.map(\.text)), .evidence), Phrase(note, .dim),
        indent: 4)
    }
  }
}
