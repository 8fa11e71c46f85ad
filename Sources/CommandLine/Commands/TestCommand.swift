import Analysis
import Diagnostics
import Documents
import Reporting
import RuleLanguage
import SourceText
import Verification

/// `duban test`: the examples of the rules, and articles with expectations beside them.
struct TestCommand: Command {
  private static let standardFixtures = "fixtures/articles"

  let paths: [String]
  /// The path of a table of facts, if any.
  let manifest: String?
  let format: TestFormat
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `found` where anything differs, `failure` where a fixture could not be read.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let isPackGiven = isPackGiven
    let rules = try commandFailure { () throws(ExitStatus) in
      let request = isPackGiven ? RulesRequest(folder: paths[0]) : settings.rules
      return try LoadedRules(request, environment, console)
    }
    let analyzer = try commandFailure { () throws(ExitStatus) in try rules.usable(console) }
    let inputs = try commandFailure { () throws(ExitStatus) in
      let table = try manifest.map { path throws(ExitStatus) in try Manifest(at: path, console) }
      let walker = try FileWalker(articlePaths()).keeping(manifest, console)
      return try ArticleInputs(walker, nil, table, manifest, console)
    }
    let verdicts = await analyzer.verdicts(threads: settings.threads, console)
    var outcomes = ArticleOutcomes(console)
    // A pack may have no articles; its examples are run all the same.
    for problem in inputs.walker.problems where !(isPackGiven && problem.path == paths[0]) {
      outcomes.add(problem)
    }
    let works = works(inputs.walker.inputs, analyzer.rulePack, &outcomes)
    let checks = await checks(
      works, rules.reading(settings.reading), inputs.facts, analyzer, &outcomes)
    for path in orphans(among: inputs.walker.inputs) {
      outcomes.add(
        InputProblem(path, "no article stands beside it; give it the name of one, or remove it"))
    }
    var isBroken = outcomes.hasFailed
    if checks.isEmpty, !paths.isEmpty, !isPackGiven, !isBroken {
      console.error(
        "nothing to compare: no article given has a file \(ExpectationFile.ending) beside it")
      isBroken = true
    }
    let passes = verdicts.allSatisfy(\.isAsExpected) && checks.allSatisfy(\.check.passes)
    let status: ExitStatus = isBroken ? .failure : passes ? .success : .found
    switch format {
    case .table: try output.write(table(verdicts, checks, rules), status)
    case .json:
      try output.write(VerificationJSON(pack: analyzer.summary).bytes(verdicts, checks), status)
    }
    return status
  }

  private func table(
    _ verdicts: [ExampleVerdict], _ checks: [(source: String, check: ExpectationCheck)],
    _ rules: LoadedRules
  ) -> String {
    var report = VerificationReport(
      width: settings.width, usesColor: settings.usesColor,
      words: rules.words(settings.language, console))
    report.add(verdicts)
    for (source, check) in checks { report.add(check, of: source, lists: settings.isVerbose) }
    report.finish(articles: checks.map(\.check))
    return report.text
  }

  /// An article, and what a person expects of it.
  private struct Work: Sendable {
    let input: FileWalker.Input
    let expectation: Expectation
  }

  /// The articles beside which an expectation stands; what stands beside none is said.
  private func works(
    _ inputs: [FileWalker.Input], _ pack: RulePack, _ outcomes: inout ArticleOutcomes
  ) -> [Work] {
    inputs.compactMap { input in
      do throws(InputProblem) {
        return try expectation(beside: input, pack).map { Work(input: input, expectation: $0) }
      } catch {
        outcomes.add(error)
        return nil
      }
    }
  }

  /// What is expected of the article at `input`; nil, after that is said, where nothing is.
  private func expectation(
    beside input: FileWalker.Input, _ pack: RulePack
  ) throws(InputProblem) -> Expectation? {
    guard case .file(let path) = input else {
      let (path, kind) =
        input == .standardInput ? ("-", "standard input") : (input.path, "a stream")
      throw InputProblem(path, "an expectation cannot stand beside \(kind); name a file")
    }
    if let expectation = try ExpectationFile.read(beside: path, for: pack, console) {
      return expectation
    }
    let notice = "\(path): no expectation beside it; not compared"
    if paths.contains(path) { console.notice(notice) } else { console.detail(notice) }
    return nil
  }

  /// How the articles compare with what is expected of them, in their order; those that cannot be
  /// read are left out, after that is said.
  private func checks(
    _ works: [Work], _ reading: ReadingOptions, _ facts: [String: [StatedMetadata.Fact]],
    _ analyzer: Analyzer, _ outcomes: inout ArticleOutcomes
  ) async -> [(source: String, check: ExpectationCheck)] {
    var checks: [(source: String, check: ExpectationCheck)] = []
    var done = 0
    await inOrder(
      works, width: settings.threads, makeState: { Analyzer.Scratch() },
      work: { work, scratch in
        ArticlePiece(work.input, reading, facts, &scratch) { article, document, scratch in
          let result = analyzer.analyze(document, stating: article.stated, &scratch)
          return (source: work.input.path, check: ExpectationCheck(work.expectation, result))
        }
      },
      deliver: { piece in
        done += 1
        if let check = outcomes.add(piece) { checks.append(check) }
        console.progress(done, of: works.count)
      })
    console.clearProgress()
    outcomes.endOfProblems()
    return checks
  }

  /// Expectations in the folders that no article has.
  private func orphans(among inputs: [FileWalker.Input]) -> [String] {
    let expected = Set(inputs.map { ExpectationFile.path(beside: $0.path) })
    return FileWalker(articlePaths(), endings: [ExpectationFile.ending]).inputs
      .map(\.path)
      .filter { $0.hasSuffix(ExpectationFile.ending) && !expected.contains($0) }
  }

  /// Whether the only path is a pack, or a folder with its own, and no other pack is asked for.
  private var isPackGiven: Bool {
    guard paths.count == 1, settings.rules == RulesRequest() else { return false }
    return RulesLocator.isPack(paths[0]) || RulesLocator.isProject(paths[0])
  }

  /// The given paths, or the usual folder of fixtures where it exists.
  private func articlePaths() -> [String] {
    if !paths.isEmpty { return paths }
    let exists = (try? FileSystem.status(of: Self.standardFixtures)) != nil
    return exists ? [Self.standardFixtures] : []
  }
}
