import Analysis
import Diagnostics
import Reporting

/// `duban ledger`: the tasks that articles give.
package struct LedgerCommand: Command {
  /// What the user asked for besides the settings.
  package struct Request: Hashable, Sendable {
    /// Columns that must be empty, as the user called them.
    package var missing: [String]
    /// Scores as the user called them, each with the lowest value that is kept.
    package var minimums: [Minimum]
    /// As the user called it; nil for the order by deadline.
    package var order: String?
    /// The shape of the output.
    package var format: LedgerFormat

    /// The lowest value of a score that is kept.
    package struct Minimum: Hashable, Sendable {
      /// As the user called it, by name or title; the pack decides whether there is one.
      package var score: String
      /// From 0 to 100.
      package var value: Int
    }
  }

  let articles: ArticleRequest
  let request: Request
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `failure` where an article could not be used.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let task = try ArticleTask(articles, settings, environment, console)
    var ledger = Ledger(pack: task.analyzer.summary)
    let words = request.missing.isEmpty ? ReportWords() : task.rules.words(.zh, console)
    let missing = try request.missing.map { word throws(CommandFailure) in
      try column(word, ledger, words)
    }
    let minimums = try request.minimums.map { minimum throws(CommandFailure) in
      (score: try score(minimum.score, ledger), value: minimum.value)
    }
    let order = try order(ledger)
    let mask = try settings.mask(task.analyzer, console)
    let status = try await task.analyze(
      masking: mask, report: { $0 }, deliver: { result throws(SystemError) in ledger.add(result) }
    )
    ledger.keep(missing: missing)
    for minimum in minimums { ledger.keep(score: minimum.score, from: minimum.value) }
    ledger.sort(by: order)
    let report = LedgerReport(ledger)
    let options = task.tableOptions()
    switch request.format {
    case .table: try output.write(report.table(options), status)
    case .markdown: try output.write(report.markdown(options), status)
    case .csv: try output.write(settings.marked(report.csv(options)), status)
    case .json: try output.write(report.json(), status)
    }
    return status
  }

  private func column(
    _ word: String, _ ledger: Ledger, _ words: ReportWords
  ) throws(CommandFailure) -> String {
    if let name = ledger.column(word, words) { return name }
    throw unknown(
      "a task has no `\(word)`", word, known: Ledger.derived + ledger.pack.slots.map(\.name))
  }

  private func score(_ word: String, _ ledger: Ledger) throws(CommandFailure) -> Int {
    if let score = ledger.score(word) { return score }
    throw unknown("the pack has no score `\(word)`", word, known: ledger.pack.scores.map(\.name))
  }

  private func order(_ ledger: Ledger) throws(CommandFailure) -> Ledger.Order {
    guard let word = request.order else { return .deadline }
    if let order = ledger.order(word) { return order }
    throw unknown(
      "tasks have no order `\(word)`", word,
      known: Ledger.Order.ofEveryPack + ledger.pack.scores.map(\.name))
  }

  /// Says that `word` is none of `known`, and which of them is nearest.
  private func unknown(_ problem: String, _ word: String, known: [String]) -> CommandFailure {
    let nearest = EditDistance.nearest(to: word, in: known).map { "did you mean `\($0)`? " }
    let choices = known.isEmpty ? "it has none" : "known are \(known.joined(separator: ", "))"
    console.error("\(problem): \(nearest ?? "")\(choices)")
    return .reported(.failure)
  }
}
