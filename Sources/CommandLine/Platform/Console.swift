import Reporting

/// What the program says beside its output, on standard error.
struct Console: Sendable {
  let isQuiet: Bool
  let isVerbose: Bool
  private let showsProgress: Bool

  init(isQuiet: Bool = false, isVerbose: Bool = false, _ environment: Environment) {
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
    showsProgress = environment.errorIsTerminal && !isQuiet
  }

  /// Why something could not be done.
  func error(_ message: String) { say("duban: \(message)") }

  /// Something worth knowing.
  func notice(_ message: String) {
    if !isQuiet { say("duban: \(message)") }
  }

  /// Something that only the curious want to know.
  func detail(_ message: String) {
    if isVerbose { say("duban: \(message)") }
  }

  func report(_ problem: InputProblem) {
    let message = "\(problem.path): \(problem.message)"
    if problem.isError { error(message) } else { notice(message) }
  }

  /// Lines that are whole already, such as rendered diagnostics.
  func say(_ text: String) {
    clearProgress()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let safe = lines.map { TextLayout.printable(String($0)) }.joined(separator: "\n")
    write(safe + "\n")
  }

  /// Replaces the progress line; nothing unless standard error is a terminal.
  func progress(_ done: Int, of total: Int) {
    guard showsProgress, total > 20 else { return }
    write("\r\(done)/\(total)")
  }

  func clearProgress() {
    if showsProgress { write("\r\u{1B}[K") }
  }

  /// Where standard error itself is closed nothing is left to be said.
  private func write(_ text: String) {
    try? StandardStreams.write(Array(text.utf8), to: StandardStreams.error)
  }
}
