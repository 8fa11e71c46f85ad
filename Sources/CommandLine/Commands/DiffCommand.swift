import Analysis
import Impact
import Reporting

/// `duban diff`: what two packs say differently about articles.
struct DiffCommand: Command {
  let before: RulesRequest
  let request: ArticleRequest
  /// Whether a difference makes the exit status `found`.
  let fails: Bool
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
    let isTable = settings.format == .table
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
    if settings.format == .csv { tell(finder.delta.oneSided) }
    let isSame = flips.isEmpty && finder.delta.oneSided.isEmpty
    let status: ExitStatus = reading == .success && fails && !isSame ? .found : reading
    if settings.format == .csv {
      try output.write(settings.marked(FlipData.csv(flips, options.words)), status)
    } else {
      try output.write(end(flips, articles, finder, (old.summary, new.summary), report), status)
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

  private func end(
    _ flips: [Flip], _ articles: Int, _ finder: FlipFinder,
    _ packs: (before: PackSummary, after: PackSummary), _ report: FlipReport
  ) -> [UInt8] {
    switch settings.format {
    case .table, .csv, .markdown, .sarif, .html:
      Array(
        report.totals(FlipTotals(flips), oneSided: finder.delta.oneSided, of: articles).utf8)
    case .json, .ndjson:
      FlipData.json(
        FlipData.Content(
          before: packs.before, after: packs.after, articles: articles,
          oneSided: finder.delta.oneSided, flips: flips))
    }
  }
}
