package import Analysis
package import CorpusStatistics

/// Writes analyses for people: what each paragraph says, and the words that earned every finding.
///
/// Tags, slots, zones, scores and metadata come from the pack; nothing of a subject stands here.
package struct TableReport: Sendable {
  /// What the reader chose.
  package struct Options: Hashable, Sendable {
    /// The language of titles that the pack gives.
    package var language: ReportLanguage
    /// The words of the program in that language.
    package var words: ReportWords
    /// In columns.
    package var width: Int
    /// Whether the text is for a terminal with colours.
    package var usesColor: Bool
    /// Shows whole paragraphs and the parts of every score.
    package var showsEverything: Bool

    /// What the reader chose.
    package init(
      language: ReportLanguage, words: ReportWords, width: Int, usesColor: Bool,
      showsEverything: Bool
    ) {
      self.language = language
      self.words = words
      self.width = width
      self.usesColor = usesColor
      self.showsEverything = showsEverything
    }
  }

  let pack: PackSummary
  let options: Options
  let words: ReportWords

  /// A report of analyses by `pack`.
  package init(pack: PackSummary, options: Options) {
    self.pack = pack
    self.options = options
    words = options.words
  }

  /// The report of one article, ending in an empty line.
  package func article(_ result: AnalysisResult) -> String {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    writeHeader(result, to: &page)
    if result.paragraphs.isEmpty { page.line(Phrase(words[.noParagraphs], .dim), indent: 2) }
    for paragraph in result.paragraphs { write(paragraph, to: &page) }
    writeScores(result, to: &page)
    page.blankLine()
    return page.text
  }

  /// The figures of all articles together, of which `keptOut` directives are kept out of averages.
  package func totals(_ summary: GroupSummary, keptOut: Int = 0) -> String {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    page.rule(words[.totals])
    page.flow(
      [
        [Phrase("\(words[.articles]) \(summary.articles)")],
        [Phrase("\(words[.paragraphs]) \(summary.paragraphs)")],
        [Phrase(words.directives(summary.directives, keptOut: keptOut))],
      ], separator: " · ", indent: 0)
    let titles = pack.tags.map { options.language.title($0.title) }
    let column = titles.map(TextLayout.width).max() ?? 0
    for (index, tag) in pack.tags.enumerated() where summary.tagged.indices.contains(index) {
      let levels = summary.tagged[index]
      let items = levels.indices.map { level in
        // The paragraphs at exactly this level, so that the counts of a tag add up.
        let above = levels.indices.contains(level + 1) ? levels[level + 1].count : 0
        let exact = Proportion([(levels[level].count - above, levels[level].total)])
        return [
          Phrase(marks(level + 1, of: tag.values.count) + " ", .tag),
          Phrase(proportionText(exact)),
          Phrase(tag.values.indices.contains(level) ? " \(title(tag, level))" : "", .dim),
        ]
      }
      page.flow(
        items, separator: "   ", indent: column + 2,
        lead: TextLayout.pad(titles[index], to: column + 2))
    }
    writeMeans(summary, to: &page)
    page.line(Phrase(words[.standingNote], .dim))
    return page.text
  }

  /// `level` of `count` as filled and empty circles; more than five as numbers.
  func marks(_ level: Int, of count: Int) -> String {
    guard count <= 5 else { return "\(level)/\(count)" }
    let filled = String(repeating: "●", count: level)
    return filled + String(repeating: "○", count: max(0, count - level))
  }

  private func writeMeans(_ summary: GroupSummary, to page: inout StyledText) {
    let items = zip(pack.scores, summary.scores).map { score, mean in
      [
        Phrase(options.language.title(score.title) + " "),
        Phrase(mean.mean.map(NumberFormat.oneDecimal) ?? "–", .bold),
        Phrase(" (\(words[.articles]) \(mean.articles))", .dim),
      ]
    }
    page.flow(items, separator: " · ", indent: 0)
    if !summary.notAveraged.isEmpty {
      page.line(
        Phrase(words(.notAveraged, ["count": "\(summary.notAveraged.count)"]), .dim))
    }
  }

  private func writeHeader(_ result: AnalysisResult, to page: inout StyledText) {
    page.rule(result.source)
    if let title = result.metadata["title"] { page.paragraph(Phrase(title, .bold), indent: 0) }
    var items = result.metadata.fields.filter { $0.name != "title" }.map { field in
      [Phrase("\(metadataTitle(field.name)) ", .dim), Phrase(metadataValue(field))]
    }
    items.append([Phrase("\(pack.name) \(pack.version) \(pack.fingerprint.prefix(8))", .dim)])
    page.flow(items, separator: " · ", indent: 0)
    page.flow(zones(result) + noise(result), separator: " · ", indent: 0)
    for notice in result.notices {
      page.paragraph(Phrase(words.name(notice, "notice"), .bold), indent: 2, lead: "! ")
    }
  }

  /// What a level of the tag is called; levels from 0.
  private func title(_ tag: PackSummary.Entry, _ level: Int) -> String {
    let name = tag.values[level]
    return tag.valueTitles[name].map(options.language.title) ?? name
  }

  private func metadataValue(_ field: Metadata.Field) -> String {
    let entry = pack.metadata.first { $0.name == field.name }
    return entry?.valueTitles[field.value].map(options.language.title) ?? field.value
  }

  private func zoneTitle(_ name: String) -> String {
    pack.zones.first?.valueTitles[name].map(options.language.title) ?? name
  }

  private func metadataTitle(_ name: String) -> String {
    pack.metadata.first { $0.name == name }.map { options.language.title($0.title) }
      ?? words.name(name, "key")
  }

  private func zones(_ result: AnalysisResult) -> [[Phrase]] {
    var counts: [(zone: String, count: Int)] = []
    for zone in result.paragraphs.map(\.zone) + result.otherBlocks.map(\.zone) {
      if let index = counts.firstIndex(where: { $0.zone == zone }) {
        counts[index].count += 1
      } else {
        counts.append((zone, 1))
      }
    }
    let items = counts.map { [Phrase("\(zoneTitle($0.zone)) \($0.count)")] }
    guard let first = items.first else { return [] }
    return [[Phrase("\(words[.zones]) ", .dim)] + first] + items.dropFirst()
  }

  private func noise(_ result: AnalysisResult) -> [[Phrase]] {
    let items = result.noise.filter { $0.count > 0 }.map {
      [Phrase("\(words.name($0.kind, "noise")) \($0.count)")]
    }
    guard let first = items.first else { return [] }
    return [[Phrase("\(words[.repaired]) ", .dim)] + first] + items.dropFirst()
  }

  private func writeScores(_ result: AnalysisResult, to page: inout StyledText) {
    let scores = result.scores
    let directives = words.directives(scores.directives, keptOut: result.excludedDirectives)
    var items = [[Phrase(directives)]]
    for mean in scores.means {
      let title = pack.scores.first { $0.name == mean.name }?.title
      var item = [
        Phrase((title.map(options.language.title) ?? mean.name) + " "),
        Phrase(mean.value.map(NumberFormat.oneDecimal) ?? "–", .bold),
      ]
      if let range = scores.ranges.first(where: { $0.name == mean.name }), range.low != range.high {
        let ends = [range.low, range.high].map(NumberFormat.oneDecimal)
        item.append(Phrase(" \(ends.joined(separator: "–"))"))
      }
      items.append(item)
    }
    page.flow(items, separator: " · ", indent: 0, lead: "= ")
  }
}

/// `34/120 28%`, the count before the share.
func proportionText(_ proportion: Proportion) -> String {
  let share = proportion.share.map { " " + NumberFormat.percent($0) } ?? ""
  return "\(proportion.count)/\(proportion.total)\(share)"
}
