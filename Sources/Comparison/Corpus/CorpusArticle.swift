package import Analysis

/// One article of a corpus: its analysis, whose rules they were, and what a table says of it.
///
/// What was not kept of a saved analysis (see `KeptParts`) is empty in `analysis`; its profile stands
/// in the corpus in any case.
package struct CorpusArticle: Hashable, Sendable {
  /// What was kept of the analysis; see the type.
  package var analysis: AnalysisResult
  /// By whose rules the analysis was made, in which form.
  package var pack: PackIdentity
  /// What stands beside the article, by name: columns of a manifest, before its own metadata.
  package var facts: [String: String]

  /// The article with what a table says of it.
  package init(
    _ analysis: AnalysisResult, pack: PackIdentity, facts: [String: String] = [:]
  ) {
    self.analysis = analysis
    self.pack = pack
    self.facts = facts
  }

  /// As the analysis names it: a path, or the id of a record.
  package var source: String { analysis.source }
}

/// How much of an analysis is kept for a comparison.
package enum KeptParts: Hashable, Sendable {
  /// Metadata and figures: enough for profiles of any number of articles.
  case figures
  /// Besides them the texts of paragraphs, directives and slots and the parts of scores, without
  /// the evidence of tags.
  case texts
  /// All that the analysis holds.
  case everything
}

extension CorpusArticle {
  /// The value by which `key` groups the article, nil where nothing says.
  ///
  /// A fact of that name counts first, then the metadata. Else `year` and `month` are read off the
  /// date, and `province` is the region, or the outermost name around the only place that is meant.
  package func value(of key: String) -> String? {
    if let value = facts[key] ?? analysis.metadata[key], !value.isEmpty { return value }
    switch key {
    case "year": return year
    case "month": return month
    case "province":
      if let region = value(of: "region") { return region }
      let candidates = analysis.metadata.candidates.first { $0.field == "place" }?.entries ?? []
      return candidates.count == 1 ? candidates[0].name.first : nil
    default: return nil
    }
  }

  /// The keys besides fields that `value(of:)` knows.
  package static let derivedKeys = ["year", "month", "province"]

  /// The date as ISO 8601 writes it, however it is stated, to the day, month or year that it tells; nil where
  /// no day and no year of four digits is stated.
  ///
  /// What a table says stands there as it was written, and only such dates stand in the order of time.
  package var date: String? {
    let known = [facts["date"], analysis.metadata["date"]].compactMap { $0 }
    if let date = known.lazy.compactMap(NumeralDate.stated).first { return date }
    guard let stated = known.first else { return nil }
    let numbers = stated.split { !("0"..."9").contains($0) }
    guard let place = numbers.firstIndex(where: { $0.count == 4 }) else { return nil }
    guard place + 1 < numbers.count, let month = Int(numbers[place + 1]), (1...12).contains(month)
    else { return String(numbers[place]) }
    return "\(numbers[place])-\(month < 10 ? "0" : "")\(month)"
  }

  /// The year of the date, of four digits.
  package var year: String? { date.map { String($0.prefix(4)) } }

  /// Year and month as `2021-06`, nil where the date tells no month.
  package var month: String? { date.flatMap { $0.count < 7 ? nil : String($0.prefix(7)) } }
}
