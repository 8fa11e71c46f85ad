import Comparison
import CorpusStatistics

extension ComparisonData {
  /// A header and one line a row, with the keys of columns and the names of values.
  package func csv() -> [UInt8] { csv(ReportWords(), nil) }

  /// The same as people read it: with the words of columns and values in a language, and what `names`
  /// call groups and measures.
  package func csv(_ words: ReportWords, _ names: ComparisonNames?) -> [UInt8] {
    var csv = CSVWriter()
    var header = CSVHeader()
    header.add(
      [
        .by, .group, .stratum, .statistic, .against, .table, .measure, .n, .count, .total,
        .estimate, .low, .high, .method, .lowest, .highest, .p, .pAdjusted, .correction, .simpson,
        .reason, .seed, .draws, .fingerprint, .mixed, .schema, .basis,
      ], words)
    header.write(to: &csv)
    let titles = RowTitles(frame: result.frame, words: words, names: names)
    for (basis, row) in rows {
      let (figure, contrast) = (row.figure, row.contrast)
      csv.row([
        .text(titles.key), .init(titles.group(row.group)), .init(titles.stratum(row)),
        .text(words.cell(row.statistic.rawValue)),
        .init(row.isPair ? titles.group(row.against) ?? words.cell("others") : nil),
        .text(names?.title(row.measure.table) ?? row.measure.table.rawValue),
        .text(names?.title(row.measure) ?? row.measure.id), .integer(figure.articles),
        figure.count.map { .integer($0) } ?? .empty, figure.total.map { .integer($0) } ?? .empty,
        .init(figure.estimate), .init(figure.interval?.low), .init(figure.interval?.high),
        .text(row.method), .init(figure.lowest), .init(figure.highest),
        .init(contrast?.test?.probability), .init(contrast?.adjusted),
        .init(contrast?.correction?.rawValue),
        .init(contrast?.simpson.map { words.cell($0.finding.rawValue) }),
        .init(figure.reason.map { names?.sentence($0, strata: result.frame.within) ?? $0.name }),
        .integer(Int(clamping: result.frame.seed)),
        .integer(result.frame.bootstrapDraws), .text(fingerprints),
        .text(words.cell(result.frame.isMixed ? "yes" : "no")), .text(ComparisonData.schema),
        .text(words.cell(basis.rawValue)),
      ])
    }
    return csv.bytes
  }
}

/// What rows call groups and strata.
private struct RowTitles {
  let frame: ComparisonFrame
  let words: ReportWords
  /// Nil for programs, which know things by their names.
  let names: ComparisonNames?

  var key: String { names?.key(frame.key) ?? frame.key }

  /// An unknown group has no name.
  func group(_ name: String?) -> String? {
    name.map { names?.group($0, by: frame.key) ?? $0 }
  }

  func stratum(_ row: ComparisonRow) -> String? {
    row.stratum.map { stratum in
      guard let names else { return stratum.name ?? "unknown" }
      return names.group(stratum.name, by: frame.within ?? "")
    }
  }
}
