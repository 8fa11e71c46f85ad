/// `duban test`: the examples of the rules, and articles with expectations beside them.
struct TestCommand {
  /// The ending that replaces `.txt` in the name of an article's expectations.
  static let expectationEnding = ".expect.yaml"

  let paths: [String]
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `found` where anything differs, `failure` where a fixture could not be read.
  func run(_ output: OutputFile) throws(CommandFailure) -> ExitStatus {
    let rules = try commandFailure { () throws(ExitStatus) in
      try LoadedRules(settings.rules, environment, console)
    }
    _ = try commandFailure { () throws(ExitStatus) in try rules.usable(console) }
    return .success
  }
}
