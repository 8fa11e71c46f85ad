import Analysis
import Impact
import Reporting

/// `duban coverage`: how often each part of the pack took part.
struct CoverageCommand: Command {
  let request: ArticleRequest
  let onlyNever: Bool
  let withExamples: Bool
  let format: CoverageFormat
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `failure` where an article could not be used.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let task = try ArticleTask(request, settings, environment, console)
    let analyzer = task.analyzer
    var coverage = Coverage(analyzer.rulePack)
    let status = try await task.read(
      work: { article, document, scratch in
        analyzer.coverage(document, stating: article.stated, &scratch)
      },
      deliver: { counts throws(SystemError) in coverage.addArticle(counts) })
    if withExamples {
      await analyzer.runExamples(
        threads: settings.threads, console, work: { analyzer.coverage(of: $0, &$1) },
        deliver: { coverage.addExample($0) })
    }
    let report = CoverageReport(coverage, never: onlyNever, withExamples: withExamples)
    switch format {
    case .table: try output.write(report.table(task.tableOptions()), status)
    case .csv:
      let words = task.rules.words(settings.language, console)
      try output.write(settings.marked(report.csv(words)), status)
    case .json: try output.write(report.json(analyzer.summary), status)
    }
    return status
  }
}
