/// What surrounds a run: variables, folders, the terminal.
///
/// A value, so that a test can set up any surroundings.
package struct Environment: Hashable, Sendable {
  /// The variables that the program looks at.
  package static let names = [
    "COLUMNS", "DUBAN_RULES", "LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "TERM",
  ]

  /// Those that the program reads, by name; unset and empty ones are absent.
  package var variables: [String: String]
  /// Absolute, without a trailing slash.
  package var workingFolder: String
  /// Absolute, symbolic links followed; nil where the system will not tell.
  package var executable: String?
  /// Cores that the process may use, at least 1.
  package var cores: Int
  /// Whether a person sees standard output.
  package var outputIsTerminal: Bool
  /// Whether a person sees standard error.
  package var errorIsTerminal: Bool
  /// In columns; nil without a terminal.
  package var terminalWidth: Int?

  /// Surroundings without a terminal, unless one is said.
  package init(
    variables: [String: String], workingFolder: String, executable: String?, cores: Int = 1,
    outputIsTerminal: Bool = false, errorIsTerminal: Bool = false, terminalWidth: Int? = nil
  ) {
    self.variables = variables
    self.workingFolder = workingFolder
    self.executable = executable
    self.cores = cores
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.terminalWidth = terminalWidth
  }

  /// The surroundings of this process.
  package static func current() -> Environment {
    var variables: [String: String] = [:]
    for name in names { variables[name] = Machine.variable(name) }
    return Environment(
      variables: variables, workingFolder: FileSystem.workingFolder(),
      executable: Machine.executablePath, cores: Machine.coreCount,
      outputIsTerminal: StandardStreams.isTerminal(StandardStreams.output),
      errorIsTerminal: StandardStreams.isTerminal(StandardStreams.error),
      terminalWidth: StandardStreams.terminalWidth(StandardStreams.output))
  }
}
