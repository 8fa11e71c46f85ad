import Analysis
import CorpusStatistics
import Diagnostics
import Reporting

/// `duban compare`: the figures of groups of articles.
struct CompareCommand {
  let request: ArticleRequest
  let key: String
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let task = try ArticleTask(request, settings, environment, console)
    let table = task.table
    try commandFailure { () throws(ExitStatus) in try checkKey(task.analyzer.summary, table) }
    var articles: [GroupComparison.Article]
    let status: ExitStatus
    do throws(SystemError) {
      (articles, status) = try await collect(task)
    } catch {
      throw .output(error)
    }
    if let table, table.columns.contains(key) { join(table, &articles) }
    let comparison = GroupComparison(by: key, articles, pack: task.analyzer.summary)
    do throws(SystemError) {
      try write(comparison, task.tableOptions(), output)
      return status
    } catch {
      throw .output(error)
    }
  }

  private func collect(
    _ task: ArticleTask
  ) async throws(SystemError) -> (articles: [GroupComparison.Article], status: ExitStatus) {
    let pack = task.analyzer.summary
    let key = key
    var articles: [GroupComparison.Article] = []
    let status = try await task.analyze(
      report: { result in
        GroupComparison.Article(
          source: result.source, group: Self.value(of: key, result.metadata),
          type: result.metadata["type"], figures: ArticleFigures(result, pack: pack))
      },
      deliver: { article throws(SystemError) in articles.append(article) })
    return (articles, status)
  }

  /// Sets the groups from the manifest, whose words count as they are.
  private func join(_ table: Manifest, _ articles: inout [GroupComparison.Article]) {
    // What does not fit was said when the inputs were put together.
    let values = (try? table.values(of: key, for: articles.map(\.source))) ?? [:]
    for index in articles.indices {
      let value = values[articles[index].source]
      articles[index].group = value?.isEmpty == true ? nil : value
    }
  }

  private func write(
    _ comparison: GroupComparison, _ options: TableReport.Options, _ output: OutputFile
  ) throws(SystemError) {
    let writer = ComparisonData(comparison)
    switch settings.format {
    case .table, .markdown, .sarif, .html:
      try output.write(ComparisonReport(comparison, options: options).text())
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

  /// A key that nothing can answer is an error, not one group of unknown articles.
  private func checkKey(_ pack: PackSummary, _ table: Manifest?) throws(ExitStatus) {
    let fields = pack.metadata.map(\.name) + (pack.metadata.isEmpty ? [] : ["year"])
    let known = fields + (table?.columns ?? [])
    // Which fields records have is known when they are read.
    if known.contains(key) || request.records != nil { return }
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
