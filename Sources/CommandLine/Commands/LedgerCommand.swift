import Analysis
import Diagnostics
package import Reporting

/// `duban ledger`: the tasks that articles give.
package struct LedgerCommand {
  /// What the user asked for besides the settings.
  package struct Request: Hashable, Sendable {
    /// Columns that must be empty, as the user called them.
    package var missing: [String]
    /// By the name of the score.
    package var minimums: [String: Int]
    package var order: Ledger.Order
    package var withMark: Bool
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
    let missing: [String]
    do throws(ExitStatus) {
      missing = try columns(ledger)
    } catch {
      throw .reported(error)
    }
    let mask = try settings.mask(task.analyzer, console)
    do throws(SystemError) {
      let status = try await task.analyze(
        masking: mask, report: { $0 }, deliver: { result throws(SystemError) in ledger.add(result) }
      )
      ledger.keep(missing: missing)
      for (score, minimum) in request.minimums { ledger.keep(score, from: minimum) }
      ledger.sort(by: request.order)
      let report = LedgerReport(ledger)
      let options = task.tableOptions()
      switch settings.format {
      case .table, .sarif, .html: try output.write(report.table(options))
      case .markdown: try output.write(report.markdown(options))
      case .csv: try output.write(report.csv(options, withMark: request.withMark))
      case .json, .ndjson: try output.write(report.json())
      }
      return status
    } catch {
      throw .output(error)
    }
  }

  /// The names of the columns that must be empty.
  private func columns(_ ledger: Ledger) throws(ExitStatus) -> [String] {
    var names: [String] = []
    for word in request.missing {
      guard let name = ledger.column(word) else {
        let known = Ledger.derived + ledger.pack.slots.map(\.name)
        let nearest = EditDistance.nearest(to: word, in: known).map { "did you mean `\($0)`? " }
        console.error(
          "a task has no `\(word)`: \(nearest ?? "")known are \(known.joined(separator: ", "))")
        throw .failure
      }
      names.append(name)
    }
    return names
  }
}
