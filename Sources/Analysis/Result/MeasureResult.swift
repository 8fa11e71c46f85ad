package import SourceText

/// A value that the pack defines, read off words.
package struct MeasureResult: Sendable, Hashable {
  /// What the words say.
  package enum Reading: Sendable, Hashable {
    /// A number, with what it counts where the pack says so.
    case number(Double, unit: String?)
    /// ISO 8601, as precise as the words: a day, a month or a year. Nil where the words count from
    /// the date of a document that has none.
    case date(String?)
  }

  /// The name of the value in the pack.
  package var name: String
  /// What the words come to.
  package var reading: Reading
  /// Normalised text.
  package var text: String
  /// Bytes of the original file.
  package var bytes: SourceSpan

  /// The reading of `text`.
  package init(name: String, reading: Reading, text: String, bytes: SourceSpan) {
    self.name = name
    self.reading = reading
    self.text = text
    self.bytes = bytes
  }
}
