/// The text of Word files.
package enum WordFile {
  /// The endings of the names of Word files.
  package static let endings = [".docx"]
}
