import Analysis
import Documents
import Impact
import Reporting
import SourceText

/// `duban diff`: what two packs say differently about articles.
struct DiffCommand {
  let before: RulesRequest
  let paths: [String]
  /// Whether a difference makes the exit status `found`.
  let fails: Bool
  /// Their rules are those of the second pack.
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `failure` where an article could not be used, `found` as `fails` says.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let (old, _) = try load(before)
    let (new, rules) = try load(settings.rules)
    let walker = try commandFailure { () throws(ExitStatus) in
      try FileWalker(paths).keeping(settings.output, nil, console)
    }
    let finder = FlipFinder(old.rulePack, new.rulePack)
    let options = TableReport.Options(settings, rules.words(settings.language, console))
    let report = FlipReport(pack: new.summary, options: options)
    let isTable = settings.format == .table
    var flips: [Flip] = []
    var articles = 0
    let reading = settings.reading
    do throws(SystemError) {
      let status = try await ArticleWork(
        reading: reading, threads: settings.threads, console: console
      ).run(
        ArticleInputs(walker: walker),
        work: { article, scratch in
          let document = DocumentReader.read(article.file, options: reading)
          return finder.flips(old.trace(document, &scratch), new.trace(document, &scratch))
        },
        deliver: { found throws(SystemError) in
          articles += 1
          flips += found
          if isTable, !found.isEmpty { try output.write(report.article(found)) }
        })
      try finish(flips, articles, finder, (old.summary, new.summary), report, output)
      if status != .success { return status }
    } catch {
      throw .output(error)
    }
    return fails && !(flips.isEmpty && finder.delta.oneSided.isEmpty) ? .found : .success
  }

  private func load(
    _ request: RulesRequest
  ) throws(CommandFailure) -> (analyzer: Analyzer, rules: LoadedRules) {
    try commandFailure { () throws(ExitStatus) in
      let rules = try LoadedRules(request, environment, console)
      return (try rules.usable(console), rules)
    }
  }

  private func finish(
    _ flips: [Flip], _ articles: Int, _ finder: FlipFinder,
    _ packs: (before: PackSummary, after: PackSummary), _ report: FlipReport,
    _ output: OutputFile
  ) throws(SystemError) {
    switch settings.format {
    case .table, .markdown, .sarif:
      try output.write(
        report.totals(FlipTotals(flips), oneSided: finder.delta.oneSided, of: articles))
    case .csv: try output.write(FlipData.csv(flips))
    case .json, .ndjson:
      try output.write(
        FlipData.json(
          FlipData.Content(
            before: packs.before, after: packs.after, articles: articles,
            oneSided: finder.delta.oneSided, flips: flips)))
    }
  }
}
