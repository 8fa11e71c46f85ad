import Analysis
import RuleLanguage

/// Writes ledgers: blocks for a terminal, a Markdown table, `duban.ledger/1`, or CSV.
///
///     {"schema":"duban.ledger/1","pack":{"name","version","fingerprint"},"rows":[{"source","place",
///      "date","paragraph","line","speaker","task","class","excluded","obligor_kind","obligor_flags",
///      "deadline","frequency","slots":{NAME:WORDS},"scores":{NAME:n},"missing"}]}
package struct LedgerReport: Sendable {
  /// The form of the JSON.
  package static let schema = "duban.ledger/1"

  private let ledger: Ledger
  private let pack: PackSummary

  /// A report of `ledger`.
  package init(_ ledger: Ledger) {
    self.ledger = ledger
    pack = ledger.pack
  }

  /// A block a task: what is to be done, then what is known and what is missing.
  package func table(_ options: TableReport.Options) -> String {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    let words = options.words
    var heading = ""
    for row in ledger.rows {
      let mark = row.isExcluded ? words[.excluded] : nil
      let place = [row.deadline ?? words[.noDeadline], row.place, mark]
      let next = place.compactMap { $0 }.joined(separator: " · ")
      // Tasks of one day and place stand under one heading, whoever said so.
      if next == heading { page.blankLine() } else { page.rule(next) }
      heading = next
      page.paragraph(Phrase(row.task, .bold), indent: 2)
      page.flow(
        cells(row, options).map { [Phrase("\($0.title) ", .dim), Phrase($0.text, .evidence)] },
        separator: "   ", indent: 2)
      page.flow(
        [[Phrase("\(words[.missing]) ", .dim)]]
          + slotNames(row.missing, options).map { [Phrase($0, .tag)] },
        separator: " ", indent: 2)
      let scores = zip(pack.scores, row.scores).map { score, value in
        [Phrase("\(options.language.title(score.title)) \(value)")]
      }
      page.flow(
        [[Phrase(kind(row, options))]] + scores
          + [[Phrase("\(row.source):\(row.line)", .dim)]], separator: " · ", indent: 2)
    }
    page.rule(words[.totals])
    let excluded = ledger.rows.count(where: \.isExcluded)
    page.line(
      Phrase(words.directives(ledger.rows.count - excluded, keptOut: excluded)))
    let dated = ledger.rows.count { $0.deadline != nil }
    page.line(Phrase(words(.ledgerDated, ["count": "\(dated)", "total": "\(ledger.rows.count)"])))
    let rhythmic = ledger.rows.count { $0.deadline == nil && $0.frequency != nil }
    if rhythmic > 0 { page.line(Phrase(words(.ledgerRhythmic, ["count": "\(rhythmic)"]))) }
    page.line(Phrase(words[.standingNote], .dim))
    return page.text
  }

  private func cells(
    _ row: Ledger.Row, _ options: TableReport.Options
  ) -> [(title: String, text: String)] {
    let speaker = row.speaker.map { [(title: options.words[.speaker], text: $0)] } ?? []
    return speaker
      + zip(pack.slots, row.words).compactMap { slot, words in
        guard let words else { return nil }
        let flags = slot.name == pack.bearer ? row.bearerFlags : []
        let names = flags.map { options.words.name($0, "flag") }
        let note = names.isEmpty ? "" : " (\(names.joined(separator: options.words.listComma)))"
        return (options.language.title(slot.title), words + note)
      }
  }

  /// What the class is called: an exhortation stands as one, since nobody can report it as done.
  private func kind(_ row: Ledger.Row, _ options: TableReport.Options) -> String {
    pack.directiveClass?.valueTitles[row.classification].map(options.language.title)
      ?? row.classification
  }

  /// What the missing slots are called, as their columns are; derived columns are said by the deadline in the
  /// head.
  private func slotNames(_ missing: [String], _ options: TableReport.Options) -> [String] {
    // An order without a condition lacks nothing: what no score counts need not be there.
    zip(pack.slots, columns(options).slots).filter {
      missing.contains($0.0.name) && !pack.recordedSlots.contains($0.0.name)
    }.map(\.1)
  }

  /// What the derived columns that are missing are called.
  private func derivedNames(_ missing: [String], _ options: TableReport.Options) -> [String] {
    [("deadline", ReportWords.Key.deadline), ("frequency", .frequency), ("speaker", .speaker)]
      .filter { missing.contains($0.0) }.map { options.words[$0.1] }
  }

  /// A table for documents; cells hold no line breaks, and bars are escaped.
  package func markdown(_ options: TableReport.Options) -> String {
    var lines = [titles(options).map(MarkdownText.escaped)]
    lines.append(lines[0].map { _ in "---" })
    for row in ledger.rows { lines.append(texts(row, options).map(MarkdownText.escaped)) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// A header and one row a directive.
  package func csv(_ options: TableReport.Options) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(titles(options).map { .text($0) })
    for row in ledger.rows {
      let texts = texts(row, options)
      // Behind the scores stand what is missing, in words, and the mark of what averages leave out.
      let missing = texts.count - 2
      let scores = missing - pack.scores.count
      csv.row(
        texts.enumerated().map { index, text in
          let isNumber = index >= scores && index != missing
          return isNumber ? Int(text).map { .integer($0) } ?? .empty : .text(text)
        })
    }
    return csv.bytes
  }

  private func titles(_ options: TableReport.Options) -> [String] {
    let columns = columns(options)
    return columns.known + columns.slots + columns.rest
  }

  /// What the columns before the slots, of the slots and behind them are called, no two of them the same: who
  /// reads a table by its columns would lose one of two.
  private func columns(
    _ options: TableReport.Options
  ) -> (known: [String], slots: [String], rest: [String]) {
    let words = options.words
    let known = [
      words[.article], words[.place], words[.date], words[.speaker], words[.task],
      words[.deadline], words[.frequency],
    ]
    let rest =
      [words[.bearerFound], words[.directiveClass], words.column(.line)]
      + pack.scores.map { options.language.title($0.title) }
      + [words[.missing], words[.excluded]]
    let slots = pack.slots.map { slot in
      let title = options.language.title(slot.title)
      return (known + rest).contains(title) ? "\(title) (\(slot.name))" : title
    }
    return (known, slots, rest)
  }

  private func texts(_ row: Ledger.Row, _ options: TableReport.Options) -> [String] {
    let found = row.bearerFlags.map { options.words.name($0, "flag") }
    let known = [
      row.source, row.place, row.date, row.speaker, row.task, row.deadline, row.frequency,
    ]
    return known.map { $0 ?? "" } + row.words.map { $0 ?? "" }
      + [found.joined(separator: options.words.listComma), kind(row, options), "\(row.line)"]
      + row.scores.map { "\($0)" }
      + [
        (slotNames(row.missing, options) + derivedNames(row.missing, options))
          .joined(separator: options.words.listComma)
      ]
      + [row.isExcluded ? "1" : "0"]
  }

  /// One JSON object on one line.
  package func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.head(Self.schema, pack)
      json.array("rows", ledger.rows) { json, row in
        json.object { json in write(row, to: &json) }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ row: Ledger.Row, to json: inout JSONWriter) {
    json.field("source", row.source)
    json.field("place", row.place)
    json.field("date", row.date)
    json.field("paragraph", row.paragraph)
    json.field("line", row.line)
    json.field("speaker", row.speaker)
    json.field("task", row.task)
    json.field("class", row.classification)
    json.field("excluded", row.isExcluded)
    json.field("obligor_kind", row.bearerKind)
    json.array("obligor_flags", row.bearerFlags)
    json.field("deadline", row.deadline)
    json.field("frequency", row.frequency)
    json.object("slots") { json in
      for (slot, words) in zip(pack.slots, row.words) { json.field(slot.name, words) }
    }
    json.object("scores") { json in
      for (score, value) in zip(pack.scores, row.scores) { json.field(score.name, value) }
    }
    json.array("missing", row.missing.filter { !pack.recordedSlots.contains($0) })
  }
}
