package import Impact

/// Writes coverage: a table for people, `duban.coverage/1`, or CSV.
///
///     {"schema":"duban.coverage/1","pack":{"name","version","fingerprint"},"articles":n,
///      "totals":[{"kind","used","all"}],
///      "items":[{"kind","owner","text","file","line","count","articles","examples"}]}
///
/// `examples` is null, and the column missing, where examples were not run.
package struct CoverageReport: Sendable {
  package static let schema = "duban.coverage/1"

  private let coverage: Coverage
  private let items: [Coverage.Item]
  private let withExamples: Bool

  /// With `never` only what nothing exercised; `withExamples` counts the examples of rules too.
  package init(_ coverage: Coverage, never: Bool, withExamples: Bool) {
    self.coverage = coverage
    self.withExamples = withExamples
    items =
      never
      ? coverage.items.filter { $0.count == 0 && !(withExamples && $0.examples > 0) }
      : coverage.items
  }

  /// A table for each file of the pack, then the totals.
  package func table(_ options: TableReport.Options) -> String {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    let words = options.words
    for file in files {
      page.rule(file)
      let own = items.filter { $0.file == file }
      page.line(Phrase(totals(coverage.items.filter { $0.file == file }, words), .dim))
      var owner = ""
      for item in own {
        let isHead = item.kind == .rule
        if !isHead, item.owner != owner {
          page.line(Phrase(item.owner, .dim), Phrase(" :\(item.line)", .dim))
        }
        owner = item.owner
        write(item, words, to: &page)
      }
    }
    page.rule(words[.totals])
    page.line(Phrase("\(words[.articles]) \(coverage.articles)"))
    page.line(Phrase(totals(coverage.items, words)))
    return page.text
  }

  private func write(
    _ item: Coverage.Item, _ words: ReportWords, to page: inout StyledText
  ) {
    let isUnused = item.count == 0 && !(withExamples && item.examples > 0)
    var figures = TextLayout.pad("\(item.count)", to: 7, leading: true)
    figures += TextLayout.pad("\(item.articles)", to: 6, leading: true)
    if withExamples { figures += TextLayout.pad("\(item.examples)", to: 7, leading: true) }
    let text = item.kind == .rule ? item.owner : "\(words[Self.key(item.kind)]) \(item.text)"
    page.line(
      Phrase(figures, isUnused ? .dim : .plain), Phrase("  "),
      Phrase(item.kind == .rule ? text : "  " + text, style(item, isUnused)),
      Phrase("  :\(item.line)", .dim))
  }

  private func style(_ item: Coverage.Item, _ isUnused: Bool) -> TextStyle {
    if isUnused { return .evidence }
    return item.kind == .rule ? .bold : .plain
  }

  private var files: [String] {
    var seen: Set<String> = []
    return items.map(\.file).filter { seen.insert($0).inserted }
  }

  private func totals(_ items: [Coverage.Item], _ words: ReportWords) -> String {
    coverage.totals(of: items, withExamples: withExamples)
      .map { "\(words[Self.plural($0.kind)]) \($0.used)/\($0.all)" }.joined(separator: " · ")
  }

  private static func key(_ kind: Coverage.Kind) -> ReportWords.Key {
    switch kind {
    case .rule: .rule
    case .alternative: .alternative
    case .exception: .exception
    case .veto: .veto
    case .term: .term
    }
  }

  private static func plural(_ kind: Coverage.Kind) -> ReportWords.Key {
    switch kind {
    case .rule: .rulesFired
    case .alternative: .alternativesHeld
    case .exception: .exceptionsUsed
    case .veto: .vetoesUsed
    case .term: .termsFound
    }
  }

  /// One JSON object on one line; `pack` names the pack by name, version and fingerprint.
  package func json(name: String, version: String, fingerprint: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", Self.schema)
      json.object("pack") { json in
        json.field("name", name)
        json.field("version", version)
        json.field("fingerprint", fingerprint)
      }
      json.field("articles", coverage.articles)
      json.array(
        "totals", coverage.totals(of: coverage.items, withExamples: withExamples)
      ) { json, total in
        json.object { json in
          json.field("kind", total.kind.rawValue)
          json.field("used", total.used)
          json.field("all", total.all)
        }
      }
      json.array("items", items) { json, item in
        json.object { json in
          json.field("kind", item.kind.rawValue)
          json.field("owner", item.owner)
          json.field("text", item.text)
          json.field("file", item.file)
          json.field("line", item.line)
          json.field("count", item.count)
          json.field("articles", item.articles)
          json.key("examples")
          if withExamples { json.integer(item.examples) } else { json.null() }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// A header and one row an item.
  package func csv() -> [UInt8] {
    var csv = CSVWriter()
    let names = ["kind", "owner", "text", "file", "line", "count", "articles"]
    csv.row((names + (withExamples ? ["examples"] : [])).map { .text($0) })
    for item in items {
      var cells: [CSVWriter.Cell] = [
        .text(item.kind.rawValue), .text(item.owner), .text(item.text), .text(item.file),
        .integer(item.line), .integer(item.count), .integer(item.articles),
      ]
      if withExamples { cells.append(.integer(item.examples)) }
      csv.row(cells)
    }
    return csv.bytes
  }
}
