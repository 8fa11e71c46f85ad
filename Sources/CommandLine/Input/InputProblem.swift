/// Something to be said about one input; the other inputs go on.
package struct InputProblem: Error, Hashable, Sendable {
  /// What the input is called, a line behind a colon where a record is meant.
  package let path: String
  /// Lower case, without a full stop, with the remedy.
  package let message: String
  /// Whether the input could not be used, so that the exit status says so.
  package let isError: Bool

  /// What is to be said of the input at `path`.
  package init(_ path: String, _ message: String, isError: Bool = true) {
    self.path = path
    self.message = message
    self.isError = isError
  }
}
