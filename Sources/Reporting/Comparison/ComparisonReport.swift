package import Analysis
package import Comparison
import CorpusStatistics

/// Writes a comparison for people, for a terminal or as Markdown.
///
/// Counts stand before shares, what cannot be said is said with its reason, and no order or colour
/// ranks the groups.
package struct ComparisonReport: Sendable {
  /// A piece of the report, whatever it is written for.
  enum Element: Hashable, Sendable {
    case heading(String)
    case paragraph(String)
    case note(String)
    case table(titles: [String], rows: [[String]], endsInWords: Bool)
  }

  let result: ComparisonResult
  let wording: WordingComparison?
  let options: TableReport.Options
  let names: ComparisonNames

  var words: ReportWords { options.words }
  var frame: ComparisonFrame { result.frame }

  /// `pack` gives titles; nil where no pack of the analyses is at hand.
  ///
  /// `wording` is nil where it was not asked for.
  package init(
    _ result: ComparisonResult, wording: WordingComparison? = nil, pack: PackSummary?,
    options: TableReport.Options
  ) {
    self.result = result
    self.wording = wording
    self.options = options
    names = ComparisonNames(pack, options.language, options.words)
  }

  /// The report for a terminal.
  package func text() -> String {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    page.rule(names.key(frame.key))
    for element in elements {
      switch element {
      case .heading(let title):
        page.blankLine()
        page.line(Phrase(title, .heading))
      case .paragraph(let text): page.paragraph(Phrase(text), indent: 0)
      case .note(let text): page.paragraph(Phrase(text, .dim), indent: 0)
      case .table(let titles, let rows, let endsInWords):
        TextTable(titles: titles, rows: rows, endsInWords: endsInWords).write(to: &page)
      }
    }
    return page.text
  }

  /// The report as Markdown; what article, file or group names hold of markup is text in it.
  package func markdown() -> String {
    var text = "# \(MarkdownText.escaped(names.key(frame.key)))\n"
    for element in elements {
      text += "\n"
      switch element {
      case .heading(let title): text += "## \(MarkdownText.escaped(title))\n"
      case .paragraph(let line): text += MarkdownText.escaped(line) + "\n"
      case .note(let line): text += "> \(MarkdownText.escaped(line))\n"
      case .table(let titles, let rows, _):
        for row in [titles, titles.map { _ in "---" }] + rows {
          let cells = row.map { $0 == "---" ? $0 : MarkdownText.escaped($0) }
          text += "| " + cells.joined(separator: " | ") + " |\n"
        }
      }
    }
    return text
  }

  private var elements: [Element] {
    head + counts
      + result.tables.filter { options.showsEverything || Self.usualTables.contains($0.table) }
      .flatMap { figures($0) + ($0.table == .scores ? reliability : []) + differences($0) }
      + (wording.map(wordingElements) ?? []) + cannotSay
      + (options.showsEverything ? [] : [.note(words(.moreTables))])
      + [.note(words[.standingNote])]
  }

  /// Tables that are shown unless everything is.
  private static let usualTables: Set<Measure.Table> = [.scores, .tags, .slots, .classes]

  private var head: [Element] {
    var head: [Element] = []
    if frame.isMixed {
      head.append(.paragraph(words(.mixed, ["count": "\(frame.packs.count)"])))
    }
    let paragraphs = result.groups.reduce(0) { $0 + $1.paragraphs }
    let directives = result.groups.reduce(0) { $0 + $1.directives }
    head.append(
      .paragraph(
        words(
          .collected,
          [
            "articles": "\(frame.articles)", "paragraphs": "\(paragraphs)",
            "directives": "\(directives)",
          ])))
    if let dates = frame.dates {
      head.append(
        .paragraph(
          words(
            .dates,
            [
              "first": dates.lowerBound, "last": dates.upperBound, "undated": "\(frame.undated)",
            ])))
    }
    if let within = frame.within {
      head.append(.paragraph(words(.within, ["key": names.key(within)])))
    }
    head.append(
      .note(
        words(
          .reading,
          ["level": NumberFormat.percent(frame.level), "draws": "\(frame.bootstrapDraws)"])))
    let packs = frame.packs.map { "\($0.pack.name) \($0.pack.version) \($0.pack.fingerprint)" }
    head.append(
      .note((packs + [words(.seed, ["seed": "\(frame.seed)"])]).joined(separator: " · ")))
    return head
  }

  private var counts: [Element] {
    guard !result.groups.isEmpty else { return [] }
    let titles = [
      words[.group], words[.articles], words[.paragraphs], words[.directives], words[.date],
      names.key("type"), words[.note],
    ]
    let rows = result.groups.map { group -> [String] in
      let types = group.types.map { "\(names.group($0.name, by: "type")) \($0.count)" }
      let dates = group.dates.map {
        $0.lowerBound == $0.upperBound ? $0.lowerBound : "\($0.lowerBound)–\($0.upperBound)"
      }
      return [
        names.group(group.name, by: frame.key), "\(group.articles.count)", "\(group.paragraphs)",
        "\(group.directives)", dates ?? "–", types.joined(separator: words.listComma),
        sizeNote(group),
      ]
    }
    return [.table(titles: titles, rows: rows, endsInWords: true)]
  }

  private func sizeNote(_ group: ComparedGroup) -> String {
    var notes: [String] = []
    switch group.showable.size {
    case .none, .moderate, .ample: break
    case .single: notes.append(words[.sizeSingle])
    case .few: notes.append(words[.sizeFew])
    case .unstable: notes.append(words[.sizeUnstable])
    }
    if !group.notAveraged.isEmpty {
      notes.append(words(.notAveraged, ["count": "\(group.notAveraged.count)"]))
    }
    return notes.joined(separator: words.separator)
  }

  private var cannotSay: [Element] {
    guard !result.unsaid.isEmpty else { return [] }
    // The same reason is said once, with all the groups that it holds of.
    var order: [String] = []
    var holders: [String: [String]] = [:]
    for unsaid in result.unsaid {
      let sentence = names.sentence(unsaid.reason, strata: frame.within)
      if holders[sentence] == nil { order.append(sentence) }
      let group = unsaid.group.map { result.groups[$0].name } ?? unsaid.name
      let isWhole = unsaid.group == nil && unsaid.name == nil
      holders[sentence, default: []] += isWhole ? [] : [names.group(group, by: frame.key)]
    }
    return [.heading(words(.cannotSay))]
      + order.map { sentence in
        let groups = holders[sentence] ?? []
        let lead = groups.isEmpty ? "" : groups.joined(separator: words.listComma) + ": "
        return .paragraph(lead + sentence)
      }
  }
}

/// Text that Markdown must not read as markup.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    let marked = text.map { "\\`*_[]<>|#~".contains($0) ? "\\\($0)" : String($0) }.joined()
    return TextLayout.printable(marked)
  }
}
