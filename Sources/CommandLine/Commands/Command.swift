/// What the program does when it is called once.
protocol Command {
  /// Does the work and writes what comes of it to `output`.
  ///
  /// - Returns: the exit status of a run that came to its end.
  /// - Throws: `CommandFailure` where the work ends before its time.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus
}

/// Prints a text of the program itself, such as its help.
struct PrintCommand: Command {
  let text: String

  /// - Returns: `success`.
  func run(_ output: OutputFile) throws(CommandFailure) -> ExitStatus {
    try output.write(text, .success)
    return .success
  }
}
