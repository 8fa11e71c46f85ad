import Analysis
import Diagnostics
import Impact
import Reporting
import Verification

/// `duban watch`: what each save of a rule or an article changes.
struct WatchCommand: Command {
  /// How often the files are looked at.
  private static let interval = Duration.milliseconds(200)
  /// A change counts when the files look the same for this long: a save takes several steps.
  private static let calm = Duration.milliseconds(40)
  /// Articles with flips that are shown whole, unless all are asked for.
  private static let shownArticles = 20

  let request: ArticleRequest
  let isOnce: Bool
  /// Their rules are those to watch.
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// Runs until it is interrupted, or with `isOnce` until the first change was shown.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let rules = try commandFailure { () throws(ExitStatus) in
      guard !request.paths.contains("-") else {
        console.error("standard input cannot be watched; name files or folders")
        throw .failure
      }
      return try LoadedRules(settings.rules, environment, console)
    }
    StandardStreams.endOnInterrupt()
    var session = try commandFailure { () throws(ExitStatus) in
      try WatchSession(rules, request, settings, console)
    }
    var page = WatchReport(
      TableReport.Options(settings, rules.words(settings.language, console)),
      clears: environment.outputIsTerminal)
    var seen = FileSnapshot(rules: rules.folder, request)
    for problem in seen.problems { console.report(problem) }
    let first = await session.update(nil, seen, since: nil)
    let verdicts = await session.analyzer.verdicts(threads: settings.threads, console)
    page.start(articles: first.added.count, files: rules.files.count, folder: rules.folder)
    page.add(verdicts: verdicts, checks: session.checks(of: seen.order))
    try write(&page, output)
    var isBroken = false
    repeat {
      let next = await change(after: seen, rules.folder)
      page.change(next.changes(since: seen, folder: rules.folder))
      await show(next, since: seen, &session, &page, &isBroken)
      try write(&page, output)
      seen = next
    } while !isOnce
    return .success
  }

  /// The files as they are when they have changed and come to rest again.
  private func change(after seen: FileSnapshot, _ folder: String) async -> FileSnapshot {
    while true {
      try? await Task.sleep(for: Self.interval)
      var current = FileSnapshot(rules: folder, request)
      if current == seen { continue }
      while true {
        try? await Task.sleep(for: Self.calm)
        let next = FileSnapshot(rules: folder, request)
        if next == current { break }
        current = next
      }
      if current != seen { return current }
    }
  }

  private func show(
    _ next: FileSnapshot, since seen: FileSnapshot, _ session: inout WatchSession,
    _ page: inout WatchReport, _ isBroken: inout Bool
  ) async {
    var rules: LoadedRules?
    if next.rules != seen.rules || isBroken {
      let loaded = try? LoadedRules(settings.rules, environment, console)
      if let loaded, loaded.analyzer != nil {
        rules = loaded
        if isBroken { page.mended() }
        isBroken = false
      } else {
        isBroken = true
        page.broken(diagnostics(loaded), keeps: session.analyzer.summary)
      }
    }
    for problem in next.problems where !seen.problems.contains(problem) {
      console.report(problem)
    }
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = await session.update(rules, next, since: seen)
    let all = settings.isVerbose ? Int.max : Self.shownArticles
    let report = FlipReport(pack: session.analyzer.summary, options: page.options)
    page.add(outcome.flips, report, shown: all)
    page.add(added: outcome.added, removed: outcome.removed)
    let stale = next.order.filter {
      outcome.touched.contains($0) || next.expectations[$0] != seen.expectations[$0]
    }
    page.add(verdicts: outcome.verdicts, checks: session.checks(of: stale))
    page.totals(
      FlipTotals(outcome.flips.flatMap { $0 }), oneSided: outcome.oneSided, report,
      articles: next.order.count, analysed: outcome.analysed)
    let time = clock.now - start
    console.detail("\(outcome.analysed) of \(next.order.count) articles analysed in \(time)")
  }

  private func diagnostics(_ loaded: LoadedRules?) -> String {
    guard let loaded else { return "" }
    return loaded.diagnostics.filter { $0.severity == .error }
      .map { loaded.render($0, colour: settings.usesColor) + "\n" }.joined()
  }

  private func write(
    _ page: inout WatchReport, _ output: OutputFile
  ) throws(CommandFailure) {
    try output.write(page.take(), .success)
  }
}
