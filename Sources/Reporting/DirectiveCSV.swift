package import Analysis

/// One row for each directive, with a column for every slot, score and tag that the pack declares.
///
/// Columns: `source, place, date, type, paragraph, line, directive, class, obligor_kind, grammar`, then
/// `slot_<name>` and `slot_<name>_text`, then `<score>`, `<score>_low`, `<score>_high`,
/// `<score>_equal_weights`, then `tag_<name>` with the level of the paragraph (0 without the tag), then
/// the other fields of paragraphs by their names, then `excluded` (0 or 1), `schema` and `fingerprint`.
package struct DirectiveCSV: Sendable {
  private let pack: PackSummary

  /// A writer of the directives that `pack` finds.
  package init(pack: PackSummary) { self.pack = pack }

  /// Writes the names of the columns.
  package func writeHeader(to csv: inout CSVWriter) {
    var names = [
      "source", "place", "date", "type", "paragraph", "line", "directive", "class", "obligor_kind",
      "grammar",
    ]
    for slot in pack.slots { names += ["slot_\(slot.name)", "slot_\(slot.name)_text"] }
    for score in pack.scores {
      names += [score.name] + ["low", "high", "equal_weights"].map { "\(score.name)_\($0)" }
    }
    names += pack.tags.map { "tag_\($0.name)" } + pack.paragraphMetadata.map(\.name)
    names += ["excluded", "schema", "fingerprint"]
    csv.row(names.map { .text($0) })
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
    var cells: [CSVWriter.Cell] = [
      .text(result.source), .init(result.metadata["place"]), .init(result.metadata["date"]),
      .init(result.metadata["type"]), .integer(paragraph.index), .integer(paragraph.line),
      .text(directive.text), .text(directive.classification), .init(directive.obligorKind),
      .init(directive.grammar),
    ]
    for slot in pack.slots {
      let found = directive.slots.first { $0.name == slot.name }
      cells += [.init(found?.value), .init(found?.text)]
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
      cells.append(.init(paragraph.fields.first { $0.name == entry.name }?.value))
    }
    cells += [
      .integer(directive.isExcluded ? 1 : 0), .text(AnalysisJSON.schema), .text(pack.fingerprint),
    ]
    return cells
  }
}
