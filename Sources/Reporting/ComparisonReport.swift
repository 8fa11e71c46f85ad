import Analysis
import CorpusStatistics

/// Writes a comparison for people.
///
/// Counts stand before shares, small groups are marked, and no order or colour ranks the groups.
package struct ComparisonReport: Sendable {
  private let comparison: GroupComparison
  private let options: TableReport.Options
  private let words: ReportWords

  package init(_ comparison: GroupComparison, options: TableReport.Options) {
    self.comparison = comparison
    self.options = options
    words = options.words
  }

  /// The whole report.
  package func text() -> String {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    let pack = comparison.pack
    page.rule(comparison.key)
    page.line(Phrase("\(pack.name) \(pack.version) \(pack.fingerprint)", .dim))
    page.blankLine()
    writeCounts(to: &page)
    writeTags(to: &page)
    writeScores(to: &page)
    writeSlots(to: &page)
    writeNotes(to: &page)
    return page.text
  }

  private func writeCounts(to page: inout StyledText) {
    let titles = [words[.group], words[.articles], words[.paragraphs], words[.directives]]
    let rows = comparison.groups.map { group in
      [
        name(of: group), "\(group.summary.articles)", "\(group.summary.paragraphs)",
        "\(group.summary.directives)",
      ]
    }
    let notes = comparison.groups.map { sizeNote(of: $0) }
    let hasNotes = notes.contains { !$0.isEmpty }
    let table = TextTable(
      titles: titles + (hasNotes ? [words[.note]] : []),
      rows: zip(rows, notes).map { hasNotes ? $0 + [$1] : $0 }, endsInWords: hasNotes)
    table.write(to: &page)
  }

  private func writeTags(to page: inout StyledText) {
    let columns = comparison.pack.tags.enumerated().flatMap { index, tag in
      (1...max(1, tag.values.count)).map { level in (index, level, tag) }
    }
    let titles = columns.map { _, level, tag in
      "\(options.language.title(tag.title)) ≥\(level)"
    }
    section(words[.tagged], titles, to: &page) { group in
      columns.map { index, level, _ in proportionText(group.summary.tagged[index][level - 1]) }
    }
  }

  private func writeScores(to page: inout StyledText) {
    let titles = comparison.pack.scores.map { options.language.title($0.title) }
    section(words[.means], titles, to: &page) { group in
      group.summary.scores.map { score in
        guard let mean = score.mean, let low = score.lowest, let high = score.highest else {
          return "–"
        }
        let range = "\(NumberFormat.oneDecimal(low))–\(NumberFormat.oneDecimal(high))"
        return "\(NumberFormat.oneDecimal(mean)) (\(range); \(score.articles))"
      }
    }
  }

  private func writeSlots(to page: inout StyledText) {
    let titles = comparison.pack.slots.map { options.language.title($0.title) }
    section(words[.filledSlots], titles, to: &page) { group in
      group.summary.filled.map(proportionText)
    }
  }

  private func section(
    _ title: String, _ columns: [String], to page: inout StyledText,
    cells: (GroupComparison.Group) -> [String]
  ) {
    guard !columns.isEmpty, !comparison.groups.isEmpty else { return }
    page.blankLine()
    page.line(Phrase(title, .heading))
    let rows = comparison.groups.map { [name(of: $0)] + cells($0) }
    TextTable(titles: [words[.group]] + columns, rows: rows).write(to: &page)
  }

  private func writeNotes(to page: inout StyledText) {
    page.blankLine()
    for group in comparison.groups where !group.notAveraged.isEmpty {
      page.paragraph(
        Phrase(
          "\(name(of: group)): \(words[.notAveraged]): "
            + group.notAveraged.joined(separator: ", "),
          .dim), indent: 0)
    }
    if comparison.mixesTypes {
      let types = comparison.groups.map { group in
        let counts = group.types.map { "\(title(ofType: $0.type)) \($0.count)" }
        return "\(name(of: group)) \(counts.joined(separator: " + "))"
      }
      page.paragraph(
        Phrase("\(words[.mixedTypes]): " + types.joined(separator: "; "), .dim), indent: 0)
    }
    page.paragraph(Phrase(words[.standingNote], .dim), indent: 0)
  }

  private func title(ofType type: String?) -> String {
    guard let type else { return words[.unknown] }
    let entry = comparison.pack.metadata.first { $0.name == "type" }
    return entry?.valueTitles[type].map(options.language.title) ?? type
  }

  private func name(of group: GroupComparison.Group) -> String { group.name ?? words[.unknown] }

  private func sizeNote(of group: GroupComparison.Group) -> String {
    switch group.summary.size {
    case .none, .moderate, .ample: ""
    case .single: words[.sizeSingle]
    case .few: words[.sizeFew]
    case .unstable: words[.sizeUnstable]
    }
  }
}
