import Analysis
import Documents
import Impact
import Reporting
import SourceText

/// `duban coverage`: how often each part of the pack took part.
struct CoverageCommand {
  let paths: [String]
  let onlyNever: Bool
  let withExamples: Bool
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `failure` where an article could not be used.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let rules = try commandFailure { () throws(ExitStatus) in
      try LoadedRules(settings.rules, environment, console)
    }
    let analyzer = try commandFailure { () throws(ExitStatus) in try rules.usable(console) }
    let walker = try commandFailure { () throws(ExitStatus) in
      try FileWalker(paths).keeping(settings.output, nil, console)
    }
    var coverage = Coverage(analyzer.rulePack)
    let reading = settings.reading
    do throws(SystemError) {
      let status = try await ArticleWork(
        reading: reading, threads: settings.threads, console: console
      ).run(
        ArticleInputs(walker: walker),
        work: { article, scratch in
          analyzer.coverage(DocumentReader.read(article.file, options: reading), &scratch)
        },
        deliver: { counts throws(SystemError) in coverage.addArticle(counts) })
      if withExamples {
        for counts in analyzer.coverageOfExamples() { coverage.addExample(counts) }
      }
      let report = CoverageReport(coverage, never: onlyNever, withExamples: withExamples)
      switch settings.format {
      case .table, .markdown, .sarif:
        let words = rules.words(settings.language, console)
        try output.write(report.table(TableReport.Options(settings, words)))
      case .csv: try output.write(report.csv())
      case .json, .ndjson:
        let pack = analyzer.summary
        try output.write(
          report.json(name: pack.name, version: pack.version, fingerprint: pack.fingerprint))
      }
      return status
    } catch {
      throw .output(error)
    }
  }
}
