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
  /// The last day of what the date names, be it a day, a month or a year, in days after 1 January 1970; nil
  /// for numbers and for dates that are not known.
  package var lastDay: Int? {
    guard case .date(let date?) = reading else { return nil }
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first else { return nil }
    // A day behind the end of a month is its last.
    return CivilDate(
      year: year, month: parts.count > 1 ? parts[1] : 12, day: parts.count > 2 ? parts[2] : 31
    ).normalized.daysSinceEpoch
  }
}
