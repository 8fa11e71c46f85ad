/// What a person says an article contains, as it stands in the file beside the article.
package struct Expectation: Sendable, Hashable {
  package struct Paragraph: Sendable, Hashable {
    /// The first characters of the normalised paragraph.
    package var starts: String
    /// Levels by tag; 0 is absent.
    package var tags: [Entry<Int>]
    package var via: String?
    package var directives: [Directive]
  }

  package struct Directive: Sendable, Hashable {
    /// The first characters of the directive.
    package var starts: String
    /// The last characters before its purpose clause or closing punctuation.
    package var ends: String
    package var classification: String?
    package var slots: [Entry<Double>]
    /// The lowest and highest score that the person defends.
    package var scores: [Entry<ClosedRange<Double>>]
  }

  /// A named value, in the order of the file.
  package struct Entry<Value: Sendable & Hashable>: Sendable, Hashable {
    package var name: String
    package var value: Value
  }

  /// Fields such as `place` or `date`; only those that the article itself tells.
  package var metadata: [Entry<String>]
  package var paragraphs: [Paragraph]
  /// Keys of differences that are known and open; one that no longer differs is itself reported.
  package var open: [String]
}
