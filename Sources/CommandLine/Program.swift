import Reporting

/// The program from its arguments to its exit status.
package enum Program {
  package static let version = "0.1.0"

  /// Runs the command line `arguments`, without the name of the program.
  package static func run(
    _ arguments: [String], in environment: Environment = .current()
  ) async -> ExitStatus {
    StandardStreams.ignoreBrokenPipes()
    do throws(UsageError) {
      let parsed = try ParsedArguments(arguments)
      return await run(try Invocation(parsed, in: environment), environment)
    } catch {
      let console = Console(environment)
      console.error(error.message)
      console.say("  \(error.remedy)")
      return .failure
    }
  }

  private static func run(
    _ invocation: Invocation, _ environment: Environment
  ) async -> ExitStatus {
    let settings = invocation.settings
    let console = Console(
      isQuiet: settings?.isQuiet ?? false, isVerbose: settings?.isVerbose ?? false, environment)
    let path = settings?.output
    let output: OutputFile
    do throws(SystemError) {
      output = try OutputFile(path)
    } catch {
      console.error("\(path ?? "standard output"): cannot be written: \(error.message)")
      return .failure
    }
    do throws(CommandFailure) {
      return try await outcome(of: invocation, output, environment, console)
    } catch {
      console.clearProgress()
      switch error {
      case .reported(let status): return status
      case .output(let refusal) where refusal.isClosedPipe: return .success
      case .output(let refusal):
        console.error("\(path ?? "standard output"): cannot be written: \(refusal.message)")
        return .failure
      }
    }
  }

  /// What `invocation` ends in, with its output in place, or without any where it failed.
  private static func outcome(
    of invocation: Invocation, _ output: OutputFile, _ environment: Environment, _ console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let status: ExitStatus
    do throws(CommandFailure) {
      status = try await perform(invocation, output, environment, console)
    } catch {
      output.abandon()
      throw error
    }
    do throws(SystemError) {
      try output.finish()
    } catch {
      throw .output(error)
    }
    return status
  }

  private static func perform(
    _ invocation: Invocation, _ output: OutputFile, _ environment: Environment, _ console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    switch invocation {
    case .classify(let request, let settings):
      return try await ClassifyCommand(
        request: request, settings: settings, environment: environment, console: console
      ).run(output)
    case .compare(let request, let settings):
      return try await CompareCommand(
        request: request, settings: settings, environment: environment, console: console
      ).run(output)
    case .check(let request, let settings):
      return try CheckCommand(
        request: request, settings: settings, environment: environment, console: console
      ).run(output)
    case .explain(let subject, let manifest, let request, let settings):
      return try ExplainCommand(
        subject: subject, manifest: manifest, request: request, settings: settings,
        environment: environment,
        console: console
      ).run(output)
    case .test(let paths, let manifest, let settings):
      return try TestCommand(
        paths: paths, manifest: manifest, settings: settings, environment: environment,
        console: console
      ).run(output)
    case .diff(let before, let request, let fails, let settings):
      return try await DiffCommand(
        before: before, request: request, fails: fails, settings: settings,
        environment: environment,
        console: console
      ).run(output)
    case .evaluate(let request, let settings):
      return try await EvaluateCommand(
        request: request, settings: settings, environment: environment, console: console
      ).run(output)
    case .ledger(let articles, let request, let settings):
      return try await LedgerCommand(
        articles: articles, request: request, settings: settings, environment: environment,
        console: console
      ).run(output)
    case .review(let request, let settings):
      return try await ReviewCommand(
        request: request, settings: settings, environment: environment, console: console
      ).run(output)
    case .coverage(let request, let onlyNever, let withExamples, let settings):
      return try await CoverageCommand(
        request: request, onlyNever: onlyNever, withExamples: withExamples, settings: settings,
        environment: environment, console: console
      ).run(output)
    case .watch(let request, let isOnce, let settings):
      return try await WatchCommand(
        request: request, isOnce: isOnce, settings: settings, environment: environment,
        console: console
      ).run(output)
    case .initialize(let folder, let settings):
      return try InitCommand(
        folder: folder, settings: settings, environment: environment, console: console
      ).run(output)
    case .schema(let form, _): return try print(SchemaCommand(form: form).text(), output)
    case .syntax(let paths, let settings):
      return try SyntaxCommand(paths: paths, settings: settings, console: console).run(output)
    case .format(let paths, let isCheck, let settings):
      return try FormatCommand(
        paths: paths, isCheck: isCheck, settings: settings, environment: environment,
        console: console
      ).run(output)
    case .completions(let shell):
      return try print(CompletionWriter.script(for: shell), output)
    case .help(let command):
      let text = command.map { HelpWriter.help(of: .of($0)) } ?? HelpWriter.overview()
      return try print(text, output)
    case .version:
      let schemas = [
        AnalysisJSON.schema, ComparisonData.schema, ExplanationJSON.schema, FlipData.schema,
        CoverageReport.schema, EvaluationReport.schema, LedgerReport.schema, ReviewReport.schema,
      ].joined(separator: ", ")
      return try print("duban \(version) (\(schemas))\n", output)
    }
  }

  private static func print(
    _ text: String, _ output: OutputFile
  ) throws(CommandFailure) -> ExitStatus {
    do throws(SystemError) {
      try output.write(text)
    } catch {
      throw .output(error)
    }
    return .success
  }
}

extension Invocation {
  /// The settings of commands that have any.
  fileprivate var settings: Settings? {
    switch self {
    case .classify(_, let settings), .compare(_, let settings), .check(_, let settings),
      .explain(_, _, _, let settings), .test(_, _, let settings), .diff(_, _, _, let settings),
      .evaluate(_, let settings), .ledger(_, _, let settings), .review(_, let settings),
      .coverage(_, _, _, let settings), .watch(_, _, let settings), .initialize(_, let settings),
      .schema(_, let settings), .syntax(_, let settings), .format(_, _, let settings):
      settings
    case .completions, .help, .version: nil
    }
  }
}
