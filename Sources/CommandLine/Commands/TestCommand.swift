import Analysis
import Diagnostics
import Reporting
import SourceText
import Verification

/// `duban test`: the examples of the rules, and articles with expectations beside them.
struct TestCommand {
  /// The ending that replaces the one of the article's name.
  static let expectationEnding = ".expect.yaml"
  private static let standardFixtures = "fixtures/articles"

  let paths: [String]
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
    var report = VerificationReport(width: settings.width, usesColor: settings.usesColor)
    let verdicts = analyzer.exampleVerdicts()
    report.add(verdicts)
    var checks: [ExpectationCheck] = []
    var isBroken = false
    var scratch = Analyzer.Scratch()
    let walker = FileWalker(articlePaths())
    for problem in walker.problems {
      console.report(problem)
      isBroken = isBroken || problem.isError
    }
    for input in walker.inputs {
      do throws(InputProblem) {
        guard case .file(let path) = input else {
          throw InputProblem("-", "an expectation cannot stand beside standard input; name a file")
        }
        guard let expectation = try expectation(beside: path) else {
          let notice = "no expectation beside it; not compared"
          if paths.contains(path) {
            console.notice("\(path): \(notice)")
          } else {
            console.detail("\(path): \(notice)")
          }
          continue
        }
        let (file, _) = try ArticleReader.read(.file(path), options: settings.reading)
        let check = ExpectationCheck(
          expectation, analyzer.analyze(file, options: settings.reading, &scratch))
        checks.append(check)
        report.add(check, of: path, lists: settings.isVerbose)
      } catch {
        console.report(error)
        isBroken = true
      }
    }
    if checks.isEmpty, !paths.isEmpty, !isPackGiven, !isBroken {
      console.error(
        "nothing to compare: no article given has a file \(Self.expectationEnding) beside it")
      isBroken = true
    }
    report.finish(articles: checks)
    do throws(SystemError) {
      try output.write(report.text)
    } catch {
      throw .output(error)
    }
    if isBroken { return .failure }
    let passes = verdicts.allSatisfy(\.isAsExpected) && checks.allSatisfy(\.passes)
    return passes ? .success : .found
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

  /// The path without the ending of its last name, if it has one.
  private static func stem(of path: String) -> String {
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[name...].lastIndex(of: "."), dot > name else { return path }
    return String(path[..<dot])
  }

  /// The expectation in the file beside the article, or nil where there is none.
  private func expectation(beside path: String) throws(InputProblem) -> Expectation? {
    let name = Self.stem(of: path) + Self.expectationEnding
    guard (try? FileSystem.status(of: name)) != nil else { return nil }
    let (file, _) = try ArticleReader.read(.file(name))
    let (expectation, diagnostics) = ExpectationReader.read(file)
    guard let expectation else {
      if file.bytes.isEmpty {
        throw InputProblem(name, "is empty; write what is expected, or remove it")
      }
      for diagnostic in diagnostics {
        console.show(DiagnosticRenderer(colour: false).render(diagnostic, files: [file]))
      }
      throw InputProblem(name, "the expectation cannot be read")
    }
    return expectation
  }
}
