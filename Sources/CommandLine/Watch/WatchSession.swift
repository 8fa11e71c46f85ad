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
  /// What the table of facts says, by article.
  private var facts: [String: [StatedMetadata.Fact]] = [:]
  private let request: ArticleRequest
  private let settings: Invocation.Settings
  let console: Console

  /// - Throws: `ExitStatus.failure` where the pack has errors, or the table cannot be used.
  init(
    _ rules: LoadedRules, _ request: ArticleRequest, _ settings: Invocation.Settings,
    _ console: Console
  ) throws(ExitStatus) {
    self.rules = rules
    analyzer = try rules.usable(console)
    self.request = request
    self.settings = settings
    self.console = console
    try readFacts()
  }

  private mutating func readFacts() throws(ExitStatus) {
    guard let path = request.manifest else { return }
    let table = try Manifest(at: path, console)
    facts = try ArticleInputs(FileWalker(request.paths), nil, table, path, console).facts
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
    let known = facts
    // Which row an article has may depend on the other articles. A table that is broken for the
    // moment is told of; what it said last stays.
    if let earlier, snapshot.manifest != earlier.manifest || snapshot.order != earlier.order {
      try? readFacts()
    }
    let next = rules?.analyzer ?? analyzer
    let retuning = Retuning(from: analyzer, to: next)
    var outcome = Outcome()
    outcome.oneSided = retuning.finder.delta.oneSided
    if rules != nil {
      let touched = TouchedExamples.rules(from: analyzer.rulePack, to: next.rulePack)
      outcome.verdicts = await next.verdicts(of: touched, threads: settings.threads, console)
    }
    outcome.removed = articles.keys.filter { snapshot.articles[$0] == nil }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for path in outcome.removed { articles[path] = nil }
    let work = snapshot.order.map { path in
      Work(
        path: path, article: articles[path],
        isNew: earlier.map {
          snapshot.isChanged(path, since: $0) || facts[path] != known[path]
        } ?? true)
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
    var problems: [InputProblem] = []
  }

  private mutating func run(
    _ work: [Work], _ retuning: Retuning, _ outcome: inout Outcome
  ) async {
    var updates: [Piece] = []
    let (facts, reading) = (facts, rules.reading(settings.reading))
    await inOrder(
      work, width: settings.threads, makeState: { Analyzer.Scratch() },
      work: { Self.piece($0, retuning, facts, reading, &$1) },
      deliver: { piece in
        updates.append(piece)
        console.progress(updates.count, of: work.count)
      })
    console.clearProgress()
    for piece in updates {
      for problem in piece.problems { console.report(problem) }
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
    _ work: Work, _ retuning: Retuning, _ facts: [String: [StatedMetadata.Fact]],
    _ reading: ReadingOptions, _ scratch: inout Analyzer.Scratch
  ) -> Piece {
    if !work.isNew, let article = work.article {
      return Piece(path: work.path, update: retuning.update(article, &scratch))
    }
    do throws(InputProblem) {
      var (article, notices) = try Article.read(.file(work.path), options: reading)
      article.add(facts)
      let document = try article.document()
      let update =
        work.article.map {
          retuning.replace($0, by: document, stating: article.stated, &scratch)
        } ?? retuning.read(document, stating: article.stated, &scratch)
      return Piece(path: work.path, update: update, problems: notices)
    } catch {
      return Piece(path: work.path, problems: [error])
    }
  }

  /// The expectations beside `paths` that can be read, compared with the analyses.
  func checks(of paths: [String]) -> [(path: String, check: ExpectationCheck)] {
    paths.compactMap { path in
      guard let article = articles[path] else { return nil }
      do throws(InputProblem) {
        let pack = analyzer.rulePack
        guard let expectation = try ExpectationFile.read(beside: path, for: pack, console)
        else { return nil }
        return (path, ExpectationCheck(expectation, article.trace.result))
      } catch {
        console.report(error)
        return nil
      }
    }
  }
}
