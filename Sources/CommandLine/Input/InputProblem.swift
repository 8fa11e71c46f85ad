/// Something to be said about one input; the other inputs go on.
package struct InputProblem: Error, Hashable, Sendable {
  /// What the input is called, a line behind a colon where a record is meant.
  package let path: String
  /// Lower case, without a full stop, with the remedy.
  package let message: String
  /// Whether the input could not be used, so that the exit status says so.
  package let isError: Bool
  /// What is likely to hold of other records of the file too, so that it is said once a file; nil for what is
  /// said each time.
  package let topic: Topic?

  /// What is said once a file.
  package enum Topic: Hashable, Sendable {
    /// The records are in another encoding than the one that they are read in.
    case encoding
    /// In such an encoding that the file cannot be cut into records.
    case wideEncoding
    /// The value of this field is too long.
    case longField(String)
    /// The value of this field is of a kind, in words, that states nothing.
    case nestedField(String, kind: String)
  }

  /// What is to be said of the input at `path`.
  package init(_ path: String, _ message: String, isError: Bool = true, topic: Topic? = nil) {
    self.path = path
    self.message = message
    self.isError = isError
    self.topic = topic
  }
}
