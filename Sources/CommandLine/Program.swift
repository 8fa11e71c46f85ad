/// The program from its arguments to its exit status.
package enum Program {
  /// What `--version` and SARIF say of the program.
  package static let version = "0.1.0"

  /// Runs the command line of this process and ends it, with what remains of the command in memory.
  ///
  /// Not itself asynchronous: an asynchronous `main` opens descriptors before its first line.
  package static func runWholeProcess() -> Never {
    StandardStreams.occupyClosed()
    Remains.begin()
    Task.detached {
      let status = await run(Array(Swift.CommandLine.arguments.dropFirst()))
      Machine.exit(status.rawValue)
    }
    Machine.waitForExit()
  }

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
    let path = settings?.output
    let console = Console(
      isQuiet: settings?.isQuiet ?? false, isVerbose: settings?.isVerbose ?? false, output: path,
      environment)
    if let path, Self.isWrittenByPeople(path) {
      console.error(
        "\(path): holds rules, facts or expectations, which no command writes; "
          + "choose another name or folder for `--output`")
      return .failure
    }
    let output: OutputFile
    do throws(SystemError) {
      output = try OutputFile(path)
    } catch {
      console.error("\(path ?? "standard output"): cannot be written: \(error.message)")
      return .failure
    }
    output.removeOnInterrupt()
    do throws(CommandFailure) {
      return try await outcome(of: invocation, output, environment, console)
    } catch {
      console.clearProgress()
      switch error {
      case .reported(let status): return status
      // Who closes a pipe has seen enough, which mends nothing of what was found.
      case .output(let refusal, let status) where refusal.isClosedPipe: return status
      case .output(let refusal, _):
        console.error("\(path ?? "standard output"): cannot be written: \(refusal.message)")
        return .failure
      }
    }
  }

  /// Whether there is a file in YAML, or behind links that lead there: of what the program reads most that
  /// people write by hand is, and of what it writes nothing.
  private static func isWrittenByPeople(_ path: String) -> Bool {
    let names = [path, FileSystem.linkTarget(path)].map { $0.lowercased() }
    let isYAML = names.contains { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    return isYAML && (try? FileSystem.status(of: path))?.kind == .file
  }

  /// What `invocation` ends in, with its output in place, or without any where it failed.
  private static func outcome(
    of invocation: Invocation, _ output: OutputFile, _ environment: Environment, _ console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let status: ExitStatus
    do throws(CommandFailure) {
      status = try await invocation.command(environment, console).run(output)
    } catch {
      output.abandon()
      throw error
    }
    do throws(SystemError) {
      try output.finish()
    } catch {
      throw .output(error, status)
    }
    return status
  }
}

extension Invocation {
  /// The settings of commands that have any.
  fileprivate var settings: Settings? {
    switch self {
    case .classify(_, _, let settings), .compare(_, let settings), .check(_, let settings),
      .explain(_, _, _, _, let settings), .test(_, _, _, let settings),
      .diff(_, _, _, _, let settings),
      .evaluate(_, let settings), .ledger(_, _, let settings), .review(_, let settings),
      .coverage(_, _, _, _, let settings), .watch(_, _, let settings), .initialize(_, let settings),
      .schema(_, let settings), .syntax(_, _, let settings), .format(_, _, let settings):
      settings
    case .completions, .help, .version: nil
    }
  }
}
