import Reporting

/// What the program says beside its output, on standard error.
struct Console: Sendable {
  let isQuiet: Bool
  let isVerbose: Bool
  /// The path of the file that the command writes, which must be none of those that it reads; nil for
  /// standard output.
  let output: String?
  private let showsProgress: Bool

  init(
    isQuiet: Bool = false, isVerbose: Bool = false, output: String? = nil,
    _ environment: Environment
  ) {
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
    self.output = output
    showsProgress = environment.errorIsTerminal && !isQuiet
  }

  /// Why something could not be done.
  func error(_ message: String) { sayLine("duban: \(message)") }

  /// Something worth knowing.
  func notice(_ message: String) {
    if !isQuiet { sayLine("duban: \(message)") }
  }

  /// Something that only the curious want to know.
  func detail(_ message: String) {
    if isVerbose { sayLine("duban: \(message)") }
  }

  func report(_ problem: InputProblem) {
    let message = "\(problem.path): \(problem.message)"
    if problem.isError { error(message) } else { notice(message) }
  }

  /// Text that is made for a terminal already, such as a rendered diagnostic.
  func show(_ text: String) {
    clearProgress()
    write(text + "\n")
  }

  /// One line; a line break in it, as names of files may hold, begins no other.
  private func sayLine(_ text: String) {
    clearProgress()
    write(TextLayout.printable(text) + "\n")
  }

  /// Lines that are whole already.
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

  /// The same where what is done is told in words.
  func progress(_ words: String) {
    if showsProgress { write("\r\u{1B}[K\(words)") }
  }

  func clearProgress() {
    if showsProgress { write("\r\u{1B}[K") }
  }

  /// Where standard error itself is closed nothing is left to be said.
  private func write(_ text: String) {
    try? StandardStreams.write(Array(text.utf8), to: StandardStreams.error)
  }
}
