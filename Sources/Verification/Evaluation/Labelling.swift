/// What one reader, a person or the program, says an article contains.
///
/// Both sides of a comparison have this form, so that the program is held against a person by the
/// same code as one person against another.
package struct Labelling: Sendable, Hashable {
  package struct Paragraph: Sendable, Hashable {
    /// Normalised text of the body paragraph.
    package var text: String
    /// Levels by tag; an absent tag is 0.
    package var tags: [String: Int]
    package var via: String?
    package var frames: [Frame]
    /// Rules by tag, where a program gave the tags.
    package var rules: [String: [String]]

    package init(
      text: String, tags: [String: Int], via: String?, frames: [Frame],
      rules: [String: [String]] = [:]
    ) {
      self.text = text
      self.tags = tags
      self.via = via
      self.frames = frames
      self.rules = rules
    }
  }

  /// A directive clause.
  package struct Frame: Sendable, Hashable {
    package var text: String
    package var classification: String?
    /// The kind of its bearer.
    package var kind: String?
    /// By the name of the slot; 0 is left out.
    package var slots: [String: Slot]
    /// By the name of the score.
    package var scores: [String: Double]
    /// Whether a reader who cut otherwise is neither right nor wrong here.
    package var isOptional: Bool

    package init(
      text: String, classification: String?, kind: String?, slots: [String: Slot],
      scores: [String: Double], isOptional: Bool = false
    ) {
      self.text = text
      self.classification = classification
      self.kind = kind
      self.slots = slots
      self.scores = scores
      self.isOptional = isOptional
    }
  }

  package struct Slot: Sendable, Hashable {
    /// The lowest and highest value that is defended; above 0.
    package var values: ClosedRange<Double>
    /// The words that earned it, where they are known.
    package var words: String?
    package var rule: String?

    package init(values: ClosedRange<Double>, words: String? = nil, rule: String? = nil) {
      self.values = values
      self.words = words
      self.rule = rule
    }
  }

  /// The name of the article.
  package var article: String
  package var metadata: [String: String]
  /// Kinds of noise, for figures by noise; `clean` where there is none.
  package var noise: [String]
  package var split: String?
  /// Body paragraphs in order.
  package var paragraphs: [Paragraph]

  package init(
    article: String, metadata: [String: String], noise: [String], split: String?,
    paragraphs: [Paragraph]
  ) {
    self.article = article
    self.metadata = metadata
    self.noise = noise
    self.split = split
    self.paragraphs = paragraphs
  }
}
