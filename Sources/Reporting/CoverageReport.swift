package import Analysis
package import Impact

/// Writes coverage: a table for people, `duban.coverage/1`, or CSV.
///
///     {"schema":"duban.coverage/1","pack":{"name","version","fingerprint"},"articles":n,
///      "totals":[{"kind","used","all"}],
///      "items":[{"kind","owner","text","file","line","count","articles","examples"}]}
///
/// `examples` is null, and the column missing, where examples were not run.
package struct CoverageReport: Sendable {
  /// The form of the JSON.
  package static let schema = "duban.coverage/1"

  private let coverage: Coverage
  private let items: [Coverage.Item]
  private let withExamples: Bool
  private let onlyNever: Bool
  /// Ids of the rules among `items`.
  private let shownRules: Set<String>

  /// With `never` only what nothing exercised; `withExamples` counts the examples of rules too.
  package init(_ coverage: Coverage, never: Bool, withExamples: Bool) {
    self.coverage = coverage
    self.withExamples = withExamples
    onlyNever = never
    items =
      never
      ? coverage.items.filter { $0.count == 0 && !(withExamples && $0.examples > 0) }
      : coverage.items
    shownRules = Set(items.filter { $0.kind == .rule }.map(\.owner))
  }

  /// A table for each file of the pack, then the totals.
  ///
  /// The columns are the count, the articles with one and, where they were run, the examples;
  /// behind a term stands its count.
  package func table(_ options: TableReport.Options) -> String {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    let words = options.words
    for file in files {
      page.rule(file)
      page.flow(
        totals(coverage.items.filter { $0.file == file }, words), separator: " · ", indent: 0)
      var own = items.filter { $0.file == file }[...]
      while let item = own.first {
        let rest = own.drop { $0.kind == .term && $0.owner == item.owner }
        if item.kind == .term {
          write(Array(own[..<rest.startIndex]), to: &page)
          own = rest
        } else {
          write(item, words, to: &page)
          own = own.dropFirst()
        }
      }
    }
    page.rule(words[.totals])
    page.line(Phrase("\(words[.articles]) \(coverage.articles)"))
    page.flow(totals(coverage.items, words), separator: " · ", indent: 0)
    return page.text
  }

  /// The terms of one lexicon.
  private func write(_ terms: [Coverage.Item], to page: inout StyledText) {
    guard let first = terms.first else { return }
    page.line(Phrase("<\(first.owner)>", .bold), Phrase("  :\(first.line)", .dim))
    page.flow(
      terms.map { term in
        let examples = withExamples ? "+\(term.examples)" : ""
        return [
          Phrase(term.text, style(term)),
          Phrase(onlyNever ? "" : " \(term.count)\(examples)", .dim),
        ]
      }, separator: "  ", indent: 4)
  }

  private func write(
    _ item: Coverage.Item, _ words: ReportWords, to page: inout StyledText
  ) {
    let counts = [item.count, item.articles] + (withExamples ? [item.examples] : [])
    let figures = counts.map { TextLayout.pad("\($0)", to: 6, leading: true) }.joined()
    let isRule = item.kind == .rule
    let word = isRule ? "" : "\(words[Self.key(item.kind)]) "
    let text = shownRules.contains(item.owner) ? item.text : "\(item.owner): \(item.text)"
    page.line(
      Phrase(onlyNever ? "" : figures, .dim),
      Phrase(TextLayout.pad(":\(item.line)", to: 6, leading: true), .dim),
      Phrase(isRule ? "  " : "    "), Phrase(word, .dim),
      Phrase(isRule ? item.owner : text, style(item)))
  }

  private func isUnused(_ item: Coverage.Item) -> Bool {
    item.count == 0 && !(withExamples && item.examples > 0)
  }

  private func style(_ item: Coverage.Item) -> TextStyle {
    if isUnused(item) { return .tag }
    return item.kind == .rule ? .bold : .plain
  }

  private var files: [String] {
    var seen: Set<String> = []
    return items.map(\.file).filter { seen.insert($0).inserted }
  }

  private func totals(_ items: [Coverage.Item], _ words: ReportWords) -> [[Phrase]] {
    coverage.totals(of: items, withExamples: withExamples)
      .map { [Phrase("\(words[Self.plural($0.kind)]) \($0.used)/\($0.all)", .dim)] }
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

  /// One JSON object on one line; `pack` is the pack that the coverage is of.
  package func json(_ pack: PackSummary) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.head(Self.schema, pack)
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

  /// A header, in the language of `words`, and one row an item.
  package func csv(_ words: ReportWords = ReportWords()) -> [UInt8] {
    var csv = CSVWriter()
    var header = CSVHeader()
    header.add([.kind, .owner, .text, .file, .line, .count, .articles], words)
    if withExamples { header.add([.examples], words) }
    header.write(to: &csv)
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
