import Analysis
import Diagnostics
import Reporting
import RuleLanguage
import SourceText
import Verification

/// `duban check`: what is wrong with a rule pack.
struct CheckCommand: Command {
  let request: CheckRequest
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `found` where the pack has errors, or warnings when those count.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    switch request.subject {
    case .list:
      try output.write(DiagnosticGuide.list(), .success)
      return .success
    case .explain(let id): return try explain(id, output)
    case .pack: return try await check(output)
    }
  }

  private func explain(_ id: String, _ output: OutputFile) throws(CommandFailure) -> ExitStatus {
    guard let text = DiagnosticGuide.explanation(of: id) else {
      console.error("no problem has the id `\(id)`")
      let known = DiagnosticCatalogue.all.map(\.id.rawValue)
      let nearest = EditDistance.nearest(to: id, in: known).map { "did you mean `\($0)`?" }
      console.say("  \(nearest ?? "`duban check --list` prints them all")")
      throw .reported(.failure)
    }
    try output.write(text, .success)
    return .success
  }

  private func check(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let (folder, files) = try commandFailure { () throws(ExitStatus) in
      try LoadedRules.read(settings.rules, environment, console)
    }
    if request.fixing != .no {
      let fixing = PackFixing(
        folder: folder, files: files, threads: settings.threads, console: console)
      let (text, found) = try await fixing.run(request.fixing)
      let status = status(of: found)
      try output.write(text, status)
      return status
    }
    let check = PackCheck(files: files)
    let found = await check.diagnostics(threads: settings.threads, console)
    for uncompared in check.uncompared {
      let whole =
        switch uncompared {
        case .rules(let label): "the rules of `\(label)`"
        case .alternatives(let rule): "the alternatives of `\(rule)`"
        }
      console.notice("\(whole) are too many: not all of them are compared with one another")
    }
    let status = status(of: found)
    func write(_ text: String) throws(CommandFailure) { try output.write(text, status) }
    let report = DiagnosticReport(folder: folder, files: files, diagnostics: found)
    switch request.format {
    case .text:
      let hidesWarnings = settings.isQuiet && !request.isStrict
      try write(report.text(colour: settings.usesColor, errorsOnly: hidesWarnings))
      if settings.isVerbose, let analyzer = check.analyzer {
        let sizes = analyzer.patternSizes()
        try write(PatternSizeReport.text(sizes, literals: analyzer.literalCount, files: files))
      }
    case .json: try write(report.json())
    case .sarif: try write(report.sarif(version: Program.version))
    case .github: try write(report.workflowCommands())
    }
    return status
  }

  private func status(of found: [Diagnostic]) -> ExitStatus {
    let isBad = found.contains {
      $0.severity == .error || request.isStrict && $0.severity == .warning
    }
    return isBad ? .found : .success
  }
}
