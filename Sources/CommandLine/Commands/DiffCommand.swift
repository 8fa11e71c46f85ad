import Analysis
import Impact
import Reporting

/// `duban diff`: what two packs say differently about articles.
struct DiffCommand: Command {
  let before: RulesRequest
  let request: ArticleRequest
  /// Whether a difference makes the exit status `found`.
  let fails: Bool
  let format: DiffFormat
  /// Their rules are those of the second pack.
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `failure` where an article could not be used, `found` as `fails` says.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let old = try commandFailure { () throws(ExitStatus) in
      try LoadedRules(before, environment, console).usable(console)
    }
    let task = try ArticleTask(request, settings, environment, console)
    let new = task.analyzer
    let finder = FlipFinder(old.rulePack, new.rulePack)
    let options = task.tableOptions()
    let report = FlipReport(pack: new.summary, options: options)
    let isTable = format == .table
    var flips: [Flip] = []
    var articles = 0
    let reading = try await task.read(
      work: { article, document, scratch in
        finder.flips(
          old.trace(document, stating: article.stated, &scratch),
          new.trace(document, stating: article.stated, &scratch))
      },
      deliver: { found throws(SystemError) in
        articles += 1
        flips += found
        if isTable, !found.isEmpty { try output.write(report.article(found)) }
      })
    let oneSided = finder.delta.oneSided
    let isSame = flips.isEmpty && oneSided.isEmpty
    let status: ExitStatus = reading == .success && fails && !isSame ? .found : reading
    switch format {
    case .table:
      let totals = report.totals(FlipTotals(flips), oneSided: oneSided, of: articles)
      try output.write(totals, status)
    case .csv:
      tell(oneSided)
      try output.write(settings.marked(FlipData.csv(flips, options.words)), status)
    case .json:
      let content = FlipData.Content(
        before: old.summary, after: new.summary, articles: articles, oneSided: oneSided,
        flips: flips)
      try output.write(FlipData.json(content), status)
    }
    return status
  }

  /// Names labels that only one pack has, for which a table of flips has no row.
  private func tell(_ oneSided: [PackDelta.OneSided]) {
    for (isNew, side) in [(false, "first"), (true, "second")] {
      let names = oneSided.filter { $0.isNew == isNew }.map { "`\($0.name)`" }
      if names.isEmpty { continue }
      console.notice(
        "only the \(side) pack has \(names.joined(separator: ", ")); the table lists flips alone")
    }
  }
}
