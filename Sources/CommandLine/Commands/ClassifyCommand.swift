import Analysis
import CorpusStatistics
import Reporting

/// `duban classify`: one report for each article.
struct ClassifyCommand {
  let paths: [String]
  /// The path of the manifest, if any.
  let manifest: String?
  let records: RecordRequest?
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Throws: `SystemError` where the output cannot be written.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let rules = try commandFailure { () throws(ExitStatus) in
      try LoadedRules(settings.rules, environment, console)
    }
    let analyzer = try commandFailure { () throws(ExitStatus) in try rules.usable(console) }
    let inputs = try commandFailure { () throws(ExitStatus) in
      let table = try manifest.map { path throws(ExitStatus) in try Manifest(at: path, console) }
      let walker = try FileWalker(paths, records).keeping(settings.output, manifest, console)
      return try ArticleInputs(walker, records, table, manifest, console)
    }
    let articles = ArticleRun(
      analyzer: analyzer, reading: settings.reading, inputs: inputs, threads: settings.threads,
      console: console)
    let words = rules.words(settings.language, console)
    let options = TableReport.Options(settings, words)
    do throws(SystemError) {
      switch settings.format {
      case .table, .markdown, .sarif: return try await writeTable(articles, options, output)
      case .json: return try await writeJSON(articles, output, isArray: true)
      case .ndjson: return try await writeJSON(articles, output, isArray: false)
      case .csv: return try await writeCSV(articles, output)
      }
    } catch {
      throw .output(error)
    }
  }

  private func writeTable(
    _ articles: ArticleRun, _ options: TableReport.Options,
    _ output: OutputFile
  ) async throws(SystemError) -> ExitStatus {
    let pack = articles.analyzer.summary
    let report = TableReport(pack: pack, options: options)
    var figures: [ArticleFigures] = []
    let status = try await articles.run(
      report: { (text: report.article($0), figures: ArticleFigures($0, pack: pack)) },
      deliver: { piece throws(SystemError) in
        figures.append(piece.figures)
        try output.write(piece.text)
      })
    if !figures.isEmpty { try output.write(report.totals(GroupSummary(figures))) }
    return status
  }

  private func writeJSON(
    _ articles: ArticleRun, _ output: OutputFile, isArray: Bool
  ) async throws(SystemError) -> ExitStatus {
    let writer = AnalysisJSON(pack: articles.analyzer.summary)
    var isFirst = true
    if isArray { try output.write("[") }
    let status = try await articles.run(
      report: { result in
        var json = JSONWriter()
        writer.write(result, to: &json)
        return json.bytes
      },
      deliver: { bytes throws(SystemError) in
        let lead = isArray ? (isFirst ? "\n" : ",\n") : ""
        isFirst = false
        try output.write(Array(lead.utf8) + bytes + (isArray ? [] : [UInt8(ascii: "\n")]))
      })
    if isArray { try output.write(isFirst ? "]\n" : "\n]\n") }
    return status
  }

  private func writeCSV(
    _ articles: ArticleRun, _ output: OutputFile
  ) async throws(SystemError) -> ExitStatus {
    let writer = DirectiveCSV(pack: articles.analyzer.summary)
    var header = CSVWriter()
    writer.writeHeader(to: &header)
    try output.write(header.bytes)
    return try await articles.run(
      report: { result in
        var csv = CSVWriter()
        writer.write(result, to: &csv)
        return csv.bytes
      },
      deliver: { bytes throws(SystemError) in try output.write(bytes) })
  }
}

extension TableReport.Options {
  init(_ settings: Invocation.Settings, _ words: ReportWords) {
    self.init(
      language: settings.language, words: words, width: settings.width,
      usesColor: settings.usesColor, showsEverything: settings.isVerbose)
  }
}
