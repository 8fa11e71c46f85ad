/// What a person says an article contains, as it stands in the file beside the article.
package struct Expectation: Sendable, Hashable {
  /// One body paragraph.
  package struct Paragraph: Sendable, Hashable {
    /// The first characters of the normalised paragraph.
    package var starts: String
    /// Levels by tag; 0 is absent.
    package var tags: [Entry<Int>]
    /// By what kind of sentence its tags were given; nil where that is not compared.
    package var via: String?
    /// Every directive of the paragraph, in the order of the text.
    package var directives: [Directive]
  }

  /// One directive of a paragraph.
  package struct Directive: Sendable, Hashable {
    /// The first characters of the directive.
    package var starts: String
    /// The last characters before its purpose clause or closing punctuation.
    package var ends: String
    /// Its class, a choice of the pack; nil where that is not compared.
    package var classification: String?
    /// Values from 0 to 1 by slot, 0 for an empty one; slots that are not named are not compared.
    package var slots: [Entry<Double>]
    /// The lowest and highest score that the person defends.
    package var scores: [Entry<ClosedRange<Double>>]
  }

  /// A named value, in the order of the file.
  package struct Entry<Value: Sendable & Hashable>: Sendable, Hashable {
    /// A key of the file: a tag, slot, score or field.
    package var name: String
    /// What the file says under it.
    package var value: Value
  }

  /// Fields such as `place` or `date`; only those that the article itself tells.
  package var metadata: [Entry<String>]
  /// Every body paragraph of the article, in the order of the text; nil where the file says nothing of them.
  package var paragraphs: [Paragraph]?
  /// Keys of differences that are known and open; one that no longer differs is itself reported.
  package var open: [String]
}
