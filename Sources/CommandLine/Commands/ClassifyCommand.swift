import Analysis
import CorpusStatistics
import PageReport
import Reporting

/// `duban classify`: one report for each article.
struct ClassifyCommand: Command {
  let request: ArticleRequest
  let format: ClassifyFormat
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Throws: `CommandFailure` where the output cannot be written, or nothing could be read.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    var articles = try ArticleTask(request, settings, environment, console)
    articles.tellsUnusedFacts = format == .csv
    let mask = try settings.mask(articles.analyzer, console)
    switch format {
    case .table: return try await writeTable(articles, mask, output)
    case .json: return try await writeJSON(articles, mask, output, isArray: true)
    case .ndjson: return try await writeJSON(articles, mask, output, isArray: false)
    case .csv: return try await writeCSV(articles, mask, output)
    case .html: return try await writePage(articles, mask, output)
    }
  }

  private func writeTable(
    _ articles: ArticleTask, _ mask: PersonMask?, _ output: OutputFile
  ) async throws(CommandFailure) -> ExitStatus {
    let pack = articles.analyzer.summary
    let report = TableReport(pack: pack, options: articles.tableOptions())
    var figures: [ArticleFigures] = []
    var keptOut = 0
    let status = try await articles.analyze(
      masking: mask,
      report: { result in
        (
          text: report.article(result), figures: ArticleFigures(result, pack: pack),
          keptOut: result.excludedDirectives
        )
      },
      deliver: { piece throws(SystemError) in
        figures.append(piece.figures)
        keptOut += piece.keptOut
        try output.write(piece.text)
      })
    if !figures.isEmpty {
      try output.write(report.totals(GroupSummary(figures), keptOut: keptOut), status)
    }
    return status
  }

  private func writeJSON(
    _ articles: ArticleTask, _ mask: PersonMask?, _ output: OutputFile, isArray: Bool
  ) async throws(CommandFailure) -> ExitStatus {
    let writer = AnalysisJSON(pack: articles.analyzer.summary)
    var isFirst = true
    let status = try await articles.analyze(
      masking: mask,
      report: { result in
        var json = JSONWriter()
        writer.write(result, to: &json)
        return json.bytes
      },
      deliver: { bytes throws(SystemError) in
        let lead = isArray ? (isFirst ? "[\n" : ",\n") : ""
        isFirst = false
        try output.write(Array(lead.utf8) + bytes + (isArray ? [] : [UInt8(ascii: "\n")]))
      })
    if isArray { try output.write(isFirst ? "[]\n" : "\n]\n", status) }
    return status
  }

  private func writePage(
    _ articles: ArticleTask, _ mask: PersonMask?, _ output: OutputFile
  ) async throws(CommandFailure) -> ExitStatus {
    let words = PageWords(settings.language, chinese: articles.rules.words(.zh, console))
    var page = ReadingPage(pack: articles.analyzer.summary, words: words)
    let status = try await articles.analyze(
      masking: mask, report: { $0 },
      deliver: { article throws(SystemError) in page.add(article) })
    try output.write(page.bytes(), status)
    return status
  }

  private func writeCSV(
    _ articles: ArticleTask, _ mask: PersonMask?, _ output: OutputFile
  ) async throws(CommandFailure) -> ExitStatus {
    let writer = DirectiveCSV(
      pack: articles.analyzer.summary, language: settings.language,
      words: articles.rules.words(settings.language, console))
    var csv = CSVWriter()
    writer.writeHeader(to: &csv)
    let header = settings.marked(csv.bytes)
    var isFirst = true
    let status = try await articles.analyze(
      masking: mask,
      report: { result in
        var csv = CSVWriter()
        writer.write(result, to: &csv)
        return csv.bytes
      },
      deliver: { bytes throws(SystemError) in
        try output.write(isFirst ? header + bytes : bytes)
        isFirst = false
      })
    if isFirst { try output.write(header, status) }
    return status
  }
}
