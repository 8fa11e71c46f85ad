import Analysis
import Comparison
import Diagnostics
import Reporting

extension CompareCommand {
  /// Puts what the table says of each article beside it, whose words count as they are.
  func join(_ table: Manifest, _ corpus: inout Corpus) throws(ExitStatus) {
    let path = request.articles.manifest ?? ""
    let sources = corpus.articles.map(\.source)
    let (facts, strays) = try table.joined(
      to: sources, named: "the sources or ids of the articles", at: path, console)
    for (index, source) in sources.enumerated() {
      for fact in facts[source] ?? [] { corpus.state(fact.name, fact.value, of: index) }
    }
    let missing = sources.count { facts[$0] == nil }
    guard request.isSaved else { return }
    if missing > 0 {
      console.notice("\(missing) of \(sources.count) articles have no row in \(path)")
    }
    console.notice(strays: strays, in: path)
  }

  /// Figures by different rules differ by the rules alone.
  func checkPacks(_ corpus: Corpus) throws(ExitStatus) {
    guard !request.allowsMixed else { return }
    var counts: [PackIdentity: Int] = [:]
    for article in corpus.articles { counts[article.pack, default: 0] += 1 }
    let packs = counts.sorted { $0.key < $1.key }
    if let first = packs.first, !packs.allSatisfy({ $0.key.isComparable(with: first.key) }) {
      let list = packs.map {
        "\($0.key.name) \($0.key.version) \($0.key.fingerprint) (\($0.key.schema)): \($0.value)"
      }
      console.error(
        "the analyses were made by different rules or in different forms, so their figures do not "
          + "compare: \(list.joined(separator: "; ")); analyse again with one pack, or mark the "
          + "comparison as mixed with `--allow-mixed`")
      throw .failure
    }
    if let other = packs.first(where: { $0.key.schema != AnalysisForm.schema }) {
      console.error(
        "the analyses have the form \(other.key.schema), this program knows \(AnalysisForm.schema); "
          + "`--allow-mixed` reads them as far as the forms agree")
      throw .failure
    }
  }

  /// What the pack can say of an article.
  func fields(of pack: PackSummary) -> [String] {
    pack.metadata.map(\.name) + (pack.metadata.isEmpty ? [] : CorpusArticle.derivedKeys)
  }

  /// A key that nothing can answer is an error, not one group of unknown articles.
  func checkKeys(_ fields: [String], _ table: Manifest?) throws(ExitStatus) {
    let known = fields + (table?.columns ?? [])
    let comparison = request.comparison
    for key in [comparison.key] + (comparison.within.map { [$0] } ?? []) {
      // Which fields records have is known when they are read.
      if known.contains(key) || request.articles.records != nil { continue }
      let nearest =
        EditDistance.nearest(to: key, in: known).map { "did you mean `\($0)`? " } ?? ""
      let list = Set(known).sorted().map { "`\($0)`" }.joined(separator: ", ")
      let remedy =
        table == nil ? "; any other key needs `--manifest FILE.csv` with that column" : ""
      console.error("nothing is known of `\(key)`: \(nearest)known are \(list)\(remedy)")
      throw .failure
    }
  }

  /// The same with the fields that the articles themselves have.
  func checkKeys(_ corpus: Corpus, _ pack: PackSummary?, _ table: Manifest?) throws(ExitStatus) {
    guard request.isSaved, !corpus.articles.isEmpty else { return }
    var fields = Set(pack.map(fields) ?? CorpusArticle.derivedKeys)
    for article in corpus.articles {
      fields.formUnion(article.analysis.metadata.fields.map(\.name))
    }
    try checkKeys(fields.sorted(), table)
  }

  func checkContrasts(_ groups: [String]) throws(ExitStatus) {
    for name in request.comparison.contrasts.flatMap({ [$0.first, $0.second] })
    where !groups.contains(name) {
      let nearest =
        EditDistance.nearest(to: name, in: groups).map { "did you mean `\($0)`? " } ?? ""
      let list = groups.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
      console.error("there is no group `\(name)` to contrast: \(nearest)groups are \(list)")
      throw .failure
    }
  }
}
