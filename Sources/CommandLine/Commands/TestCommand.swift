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
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `found` where anything differs, `failure` where a fixture could not be read.
  func run(_ output: OutputFile) throws(CommandFailure) -> ExitStatus {
    let isPackGiven = isPackGiven
    let rules = try commandFailure { () throws(ExitStatus) in
      let request = isPackGiven ? RulesRequest(folder: paths[0]) : settings.rules
      return try LoadedRules(request, environment, console)
    }
    let analyzer = try commandFailure { () throws(ExitStatus) in try rules.usable(console) }
    var report = VerificationReport(
      width: settings.width, usesColor: settings.usesColor,
      words: rules.words(settings.language, console))
    let verdicts = analyzer.exampleVerdicts()
    report.add(verdicts)
    let walker = FileWalker(articlePaths())
    let inputs = try commandFailure { () throws(ExitStatus) in
      let table = try manifest.map { path throws(ExitStatus) in try Manifest(at: path, console) }
      return try ArticleInputs(walker, nil, table, manifest, console)
    }
    // A pack may have no articles; its examples are run all the same.
    let problems = walker.problems.filter { !(isPackGiven && $0.path == paths[0]) }
    for problem in problems { console.report(problem) }
    var isBroken = problems.contains(where: \.isError)
    var checks: [ExpectationCheck] = []
    var scratch = Analyzer.Scratch()
    let reading = rules.reading(settings.reading)
    for input in walker.inputs {
      do throws(InputProblem) {
        guard let check = try check(input, reading, stating: inputs.facts, analyzer, &scratch)
        else { continue }
        checks.append(check)
        report.add(check, of: input.path, lists: settings.isVerbose)
      } catch {
        console.report(error)
        isBroken = true
      }
    }
    for path in orphans(among: walker.inputs) {
      console.error(
        "\(path): no article stands beside it; give it the name of one, or remove it")
      isBroken = true
    }
    if checks.isEmpty, !paths.isEmpty, !isPackGiven, !isBroken {
      console.error(
        "nothing to compare: no article given has a file \(ExpectationFile.ending) beside it")
      isBroken = true
    }
    report.finish(articles: checks)
    let passes = verdicts.allSatisfy(\.isAsExpected) && checks.allSatisfy(\.passes)
    let status: ExitStatus = isBroken ? .failure : passes ? .success : .found
    try output.write(report.text, status)
    return status
  }

  /// How an article compares with the expectation beside it; nil, after that is said, where there is
  /// none.
  private func check(
    _ input: FileWalker.Input, _ reading: ReadingOptions,
    stating facts: [String: [StatedMetadata.Fact]], _ analyzer: Analyzer,
    _ scratch: inout Analyzer.Scratch
  ) throws(InputProblem) -> ExpectationCheck? {
    guard case .file(let path) = input else {
      let (path, kind) =
        input == .standardInput ? ("-", "standard input") : (input.path, "a stream")
      throw InputProblem(path, "an expectation cannot stand beside \(kind); name a file")
    }
    let pack = analyzer.rulePack
    guard let expectation = try ExpectationFile.read(beside: path, for: pack, console) else {
      let notice = "\(path): no expectation beside it; not compared"
      if paths.contains(path) { console.notice(notice) } else { console.detail(notice) }
      return nil
    }
    var (article, notices) = try Article.read(input, options: reading)
    for notice in notices { console.report(notice) }
    article.add(facts)
    let result = analyzer.analyze(try article.document(), stating: article.stated, &scratch)
    return ExpectationCheck(expectation, result)
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
