package import SourceText

/// What is told of one paragraph of the body.
package struct ParagraphResult: Sendable, Hashable {
  /// 1-based over body paragraphs.
  package var index: Int
  /// The zone of its block, which is that of the body.
  package var zone: String
  /// 1-based line of the original file.
  package var line: Int
  /// Bytes of the original file.
  package var bytes: SourceSpan
  /// Normalised text.
  package var text: String
  /// In the order of the pack; what has no level is absent.
  package var tags: [TagResult]
  /// By what kind of sentence its tags were given: `directive` where words of one stand in a directive,
  /// else a choice of the pack's label for it; `background` where no sentence has one, `none` without
  /// tags.
  package var via: String
  /// In the order of the text.
  package var directives: [DirectiveResult]
  /// What is told of paragraphs beside tags, such as their policy field, in the order of the pack;
  /// what no rule gave is absent.
  package var fields: [Metadata.Field] = []

  /// A paragraph without fields.
  package init(
    index: Int, zone: String, line: Int, bytes: SourceSpan, text: String, tags: [TagResult],
    via: String, directives: [DirectiveResult]
  ) {
    self.index = index
    self.zone = zone
    self.line = line
    self.bytes = bytes
    self.text = text
    self.tags = tags
    self.via = via
    self.directives = directives
  }
}
