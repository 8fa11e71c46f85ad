import Analysis
import CorpusStatistics
import Diagnostics
import Reporting

/// `duban compare`: the figures of groups of articles.
struct CompareCommand {
  let paths: [String]
  let key: String
  /// The path of the manifest, if any.
  let manifest: String?
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let rules = try commandFailure { () throws(ExitStatus) in
      try LoadedRules(settings.rules, environment, console)
    }
    let analyzer = try commandFailure { () throws(ExitStatus) in try rules.usable(console) }
    let table = try commandFailure { () throws(ExitStatus) in try readManifest() }
    try commandFailure { () throws(ExitStatus) in try checkKey(analyzer.summary, table) }
    let walker = try commandFailure { () throws(ExitStatus) in
      try FileWalker(paths).keeping(settings.output, manifest, console)
    }
    let run = ArticleRun(
      analyzer: analyzer, reading: settings.reading, threads: settings.threads, console: console)
    let words = rules.words(settings.language, console)
    var articles: [Comparison.Article]
    let status: ExitStatus
    do throws(SystemError) {
      (articles, status) = try await collect(run, walker)
    } catch {
      throw .output(error)
    }
    if let table, table.columns.contains(key), !join(table, &articles) {
      throw .reported(.failure)
    }
    let comparison = Comparison(by: key, articles, pack: analyzer.summary)
    do throws(SystemError) {
      try write(comparison, TableReport.Options(settings, words), output)
      return status
    } catch {
      throw .output(error)
    }
  }

  private func collect(
    _ run: ArticleRun, _ walker: FileWalker
  ) async throws(SystemError) -> (articles: [Comparison.Article], status: ExitStatus) {
    let pack = run.analyzer.summary
    let key = key
    var articles: [Comparison.Article] = []
    let status = try await run.run(
      walker,
      report: { result in
        Comparison.Article(
          source: result.source, group: Self.value(of: key, result.metadata),
          type: result.metadata["type"], figures: ArticleFigures(result, pack: pack))
      },
      deliver: { article throws(SystemError) in articles.append(article) })
    return (articles, status)
  }

  /// Sets the groups from the manifest; false where it does not fit the articles.
  private func join(_ table: Manifest, _ articles: inout [Comparison.Article]) -> Bool {
    let values: [String: String]
    do throws(Manifest.Failure) {
      values = try table.values(of: key, for: articles.map(\.source))
    } catch {
      console.error("\(manifest ?? ""): \(error.message)")
      return false
    }
    if values.isEmpty && !articles.isEmpty {
      console.error(
        "\(manifest ?? ""): no row fits any article; its paths must be as given to `compare`, "
          + "or end in the same file names")
      return false
    }
    let missing = articles.filter { values[$0.source] == nil }
    for article in missing.prefix(5) {
      console.notice("\(article.source): no row in \(manifest ?? ""); its group is unknown")
    }
    if missing.count > 5 {
      console.notice("\(missing.count - 5) more articles have no row in \(manifest ?? "")")
    }
    for index in articles.indices {
      let value = values[articles[index].source]
      articles[index].group = value?.isEmpty == true ? nil : value
    }
    return true
  }

  private func write(
    _ comparison: Comparison, _ options: TableReport.Options, _ output: OutputFile
  ) throws(SystemError) {
    let writer = ComparisonData(comparison)
    switch settings.format {
    case .table: try output.write(ComparisonReport(comparison, options: options).text())
    case .csv: try output.write(writer.csv())
    case .json:
      var json = JSONWriter()
      json.array(comparison.groups) { writer.write($1, to: &$0) }
      try output.write(json.bytes + [UInt8(ascii: "\n")])
    case .ndjson:
      for group in comparison.groups {
        var json = JSONWriter()
        writer.write(group, to: &json)
        try output.write(json.bytes + [UInt8(ascii: "\n")])
      }
    }
  }

  private func readManifest() throws(ExitStatus) -> Manifest? {
    guard let manifest else { return nil }
    let largest = 256 << 20
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(manifest, limit: largest)
    } catch {
      console.error("\(manifest): cannot be read: \(error.message)")
      throw .failure
    }
    do throws(Manifest.Failure) {
      return try Manifest(bytes)
    } catch {
      console.error("\(manifest): \(error.message)")
      throw .failure
    }
  }

  /// A key that nothing can answer is an error, not one group of unknown articles.
  private func checkKey(_ pack: PackSummary, _ table: Manifest?) throws(ExitStatus) {
    let fields = pack.metadata.map(\.name) + (pack.metadata.isEmpty ? [] : ["year"])
    let known = fields + (table?.columns ?? [])
    if known.contains(key) { return }
    let nearest = EditDistance.nearest(to: key, in: known).map { "did you mean `\($0)`? " } ?? ""
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    let remedy = table == nil ? "; any other key needs `--manifest FILE.csv` with that column" : ""
    console.error("nothing is known of `\(key)`: \(nearest)known are \(list)\(remedy)")
    throw .failure
  }

  /// The year is the first run of exactly four digits in the date.
  private static func value(of key: String, _ metadata: Metadata) -> String? {
    if let value = metadata[key] { return value }
    guard key == "year", let date = metadata["date"] else { return nil }
    return date.split { !("0"..."9").contains($0) }.first { $0.count == 4 }.map(String.init)
  }
}
