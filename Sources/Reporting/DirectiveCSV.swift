package import Analysis

/// One row for each directive, with a column for every slot, score and tag that the pack declares.
///
/// Columns: `source, place, date, type, paragraph, line, directive, class, obligor_kind, grammar`, then
/// `slot_<name>` and `slot_<name>_text`, then `<score>`, `<score>_low`, `<score>_high`,
/// `<score>_equal_weights`, then `tag_<name>` with the level of the paragraph (0 without the tag), then
/// the other fields of paragraphs by their names, then `excluded` (0 or 1), `schema` and `fingerprint`.
///
/// In another language than English the same columns stand in the same order, called by words and titles,
/// and choices go by their titles too.
package struct DirectiveCSV: Sendable {
  private let pack: PackSummary
  private let language: ReportLanguage
  private let words: ReportWords

  /// A writer of the directives that `pack` finds; the keys of columns and names of choices unless
  /// another `language` is asked for, whose `words` are given.
  package init(
    pack: PackSummary, language: ReportLanguage = .en, words: ReportWords = ReportWords()
  ) {
    self.pack = pack
    self.language = language
    self.words = words
  }

  /// Writes the names of the columns.
  package func writeHeader(to csv: inout CSVWriter) {
    var header = CSVHeader()
    header.add(
      [
        .source, .place, .date, .type, .paragraph, .line, .directive, .classification, .bearerKind,
        .grammar,
      ], words)
    func add(_ columns: [ReportWords.Column], _ entry: PackSummary.Entry, _ kind: String) {
      for column in columns {
        header.add(words.column(column, [kind: title(of: entry)]), key: entry.name)
      }
    }
    for slot in pack.slots { add([.slot, .slotText], slot, "slot") }
    for score in pack.scores {
      add([.score, .scoreLow, .scoreHigh, .equalWeights], score, "score")
    }
    for tag in pack.tags { add([.tag], tag, "tag") }
    for entry in pack.paragraphMetadata { header.add(title(of: entry), key: entry.name) }
    header.add([.excluded, .schema, .fingerprint], words)
    header.write(to: &csv)
  }

  /// English is the language of programs: there things go by their names.
  private func title(of entry: PackSummary.Entry) -> String {
    language == .en ? entry.name : language.title(entry.title)
  }

  private func choice(_ value: String?, of entry: PackSummary.Entry?) -> String? {
    guard let value, language != .en else { return value }
    return entry?.valueTitles[value].map(language.title) ?? value
  }

  /// Writes a row for each directive of `result`.
  package func write(_ result: AnalysisResult, to csv: inout CSVWriter) {
    for paragraph in result.paragraphs {
      for directive in paragraph.directives {
        csv.row(row(result, paragraph, directive))
      }
    }
  }

  private func row(
    _ result: AnalysisResult, _ paragraph: ParagraphResult, _ directive: DirectiveResult
  ) -> [CSVWriter.Cell] {
    func field(_ name: String) -> CSVWriter.Cell {
      .init(choice(result.metadata[name], of: pack.metadata.first { $0.name == name }))
    }
    var cells: [CSVWriter.Cell] = [
      .text(result.source), field("place"), field("date"), field("type"),
      .integer(paragraph.index), .integer(paragraph.line), .text(directive.text),
      .init(choice(directive.classification, of: pack.directiveClass)),
      .init(choice(directive.obligorKind, of: pack.bearerKind)),
      .init(choice(directive.grammar, of: pack.grammar)),
    ]
    for slot in pack.slots {
      let found = directive.slots.first { $0.name == slot.name }
      cells += [.init(found?.value), .init(found?.cell)]
    }
    for score in pack.scores {
      let found = directive.scores.first { $0.name == score.name }
      cells += [found?.score, found?.low, found?.high, found?.equal].map {
        $0.map { .integer($0) } ?? .empty
      }
    }
    for tag in pack.tags {
      cells.append(.integer(paragraph.tags.first { $0.tag == tag.name }?.level ?? 0))
    }
    for entry in pack.paragraphMetadata {
      let value = paragraph.fields.first { $0.name == entry.name }?.value
      cells.append(.init(choice(value, of: entry)))
    }
    cells += [
      .integer(directive.isExcluded ? 1 : 0), .text(AnalysisForm.schema), .text(pack.fingerprint),
    ]
    return cells
  }
}
