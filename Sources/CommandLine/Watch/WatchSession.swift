import Analysis
import Documents
import Impact
import Reporting
import RuleLanguage
import SourceText
import Verification

/// What is known between two changes while files are watched: the last good rules, and every
/// article as they see it.
struct WatchSession {
  private(set) var rules: LoadedRules
  private(set) var analyzer: Analyzer
  private(set) var articles: [String: WatchedArticle] = [:]
  let threads: Int
  let console: Console

  /// - Throws: `ExitStatus.failure` where the pack has errors.
  init(_ rules: LoadedRules, threads: Int, _ console: Console) throws(ExitStatus) {
    self.rules = rules
    analyzer = try rules.usable(console)
    self.threads = threads
    self.console = console
  }

  /// What one change did.
  struct Outcome {
    var oneSided: [PackDelta.OneSided] = []
    /// By article, in their order; only articles with flips.
    var flips: [[Flip]] = []
    var added: [String] = []
    var removed: [String] = []
    var analysed = 0
    /// Articles whose analysis is not what it was.
    var touched: Set<String> = []
    /// The examples that the change can touch.
    var verdicts: [ExampleVerdict] = []
  }

  /// Takes the session to what `snapshot` shows, with new rules where there are any.
  ///
  /// The analyses are those of a fresh session on the same files.
  mutating func update(
    _ rules: LoadedRules?, _ snapshot: FileSnapshot, since earlier: FileSnapshot?
  ) async -> Outcome {
    let next = rules?.analyzer ?? analyzer
    let retuning = Retuning(from: analyzer, to: next)
    var outcome = Outcome()
    outcome.oneSided = retuning.finder.delta.oneSided
    if rules != nil {
      let touched = TouchedExamples.rules(from: analyzer.rulePack, to: next.rulePack)
      outcome.verdicts = next.exampleVerdicts(of: touched)
    }
    outcome.removed = articles.keys.filter { snapshot.articles[$0] == nil }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for path in outcome.removed { articles[path] = nil }
    let work = snapshot.order.map { path in
      Work(
        path: path, article: articles[path],
        isNew: snapshot.articles[path] != earlier?.articles[path])
    }
    await run(work, retuning, &outcome)
    analyzer = next
    if let rules { self.rules = rules }
    return outcome
  }

  private struct Work: Sendable {
    let path: String
    let article: WatchedArticle?
    /// Whether the file must be read.
    let isNew: Bool
  }

  private struct Piece: Sendable {
    let path: String
    var update: Retuning.Update?
    var problem: InputProblem?
  }

  private mutating func run(
    _ work: [Work], _ retuning: Retuning, _ outcome: inout Outcome
  ) async {
    var updates: [Piece] = []
    try? await inOrder(
      work, width: threads, makeState: { Analyzer.Scratch() },
      work: { Self.piece($0, retuning, &$1) },
      deliver: { piece throws(SystemError) in
        updates.append(piece)
        console.progress(updates.count, of: work.count)
      })
    console.clearProgress()
    for piece in updates {
      if let problem = piece.problem { console.report(problem) }
      guard let update = piece.update else {
        articles[piece.path] = nil
        continue
      }
      if articles[piece.path] == nil { outcome.added.append(piece.path) }
      articles[piece.path] = update.article
      if update.wasAnalysed { outcome.analysed += 1 }
      if update.wasAnalysed { outcome.touched.insert(piece.path) }
      if !update.flips.isEmpty { outcome.flips.append(update.flips) }
    }
  }

  private static func piece(
    _ work: Work, _ retuning: Retuning, _ scratch: inout Analyzer.Scratch
  ) -> Piece {
    if !work.isNew, let article = work.article {
      return Piece(path: work.path, update: retuning.update(article, &scratch))
    }
    do throws(InputProblem) {
      let (file, notice) = try ArticleReader.read(.file(work.path))
      let document = DocumentReader.read(FrontMatter(file).body, options: ReadingOptions())
      let update =
        work.article.map { retuning.replace($0, by: document, &scratch) }
        ?? retuning.read(document, &scratch)
      return Piece(path: work.path, update: update, problem: notice)
    } catch {
      return Piece(path: work.path, problem: error)
    }
  }

  /// The expectations beside `paths` that can be read, compared with the analyses.
  func checks(of paths: [String]) -> [(path: String, check: ExpectationCheck)] {
    paths.compactMap { path in
      guard let article = articles[path] else { return nil }
      do throws(InputProblem) {
        let labels = analyzer.rulePack.labels
        guard let expectation = try ExpectationFile.read(beside: path, labels: labels, console)
        else { return nil }
        return (path, ExpectationCheck(expectation, article.trace.result))
      } catch {
        console.report(error)
        return nil
      }
    }
  }
}
