/// What one reader, a person or the program, says an article contains.
///
/// Both sides of a comparison have this form, so that the program is held against a person by the
/// same code as one person against another.
package struct Labelling: Sendable, Hashable {
  /// What is said of one body paragraph.
  package struct Paragraph: Sendable, Hashable {
    /// All of it: normalised where a program says it, as their file has it where people do.
    package var text: String
    /// Levels by tag; an absent tag is 0.
    package var tags: [String: Int]
    /// By what kind of sentence its tags were given; nil where that is not said.
    package var via: String?
    /// Its directives, in the order of the text.
    package var frames: [Frame]
    /// Rules by tag, where a program gave the tags.
    package var rules: [String: [String]]

    /// Creates a paragraph; people give no rules.
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
    /// As it stands in the paragraph, without tail and closing punctuation.
    package var text: String
    /// Its class, a choice of the pack; nil where the reader does not say.
    package var classification: String?
    /// The kind of its bearer; nil where the reader does not say.
    package var kind: String?
    /// By the name of the slot; 0 is left out.
    package var slots: [String: Slot]
    /// By the name of the score.
    package var scores: [String: Double]
    /// Whether a reader who cut otherwise is neither right nor wrong here.
    package var isOptional: Bool

    /// Creates a directive; optional it is only where one of several people cut it so.
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

  /// What fills one slot of a directive.
  package struct Slot: Sendable, Hashable {
    /// The lowest and highest value that is defended; above 0.
    package var values: ClosedRange<Double>
    /// The words that earned it, where they are known, with `separator` between them.
    package var words: String?
    /// The id of the rule that a program filled it by; nil for people and for what no rule gave.
    package var rule: String?

    /// Stands between words that stand apart in the text.
    package static let separator = "/"

    /// Creates a slot that is filled.
    package init(values: ClosedRange<Double>, words: String? = nil, rule: String? = nil) {
      self.values = values
      self.words = words
      self.rule = rule
    }
  }

  /// The name of the article.
  package var article: String
  /// What is said of the article, by the names that the pack has for it.
  package var metadata: [String: String]
  /// Kinds of noise, for figures by noise; people's labels say `clean` where there is none.
  package var noise: [String]
  /// The part of a collection that the labels belong to, such as `dev`; nil where there is none.
  package var split: String?
  /// Body paragraphs in order.
  package var paragraphs: [Paragraph]

  /// Creates a labelling; programs belong to no split.
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
