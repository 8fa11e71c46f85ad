package import SourceText

/// Words that earned something, with the rule that says so.
package struct Evidence: Sendable, Hashable {
  /// The id of the rule; empty where no rule says so.
  package var rule: String
  /// Normalised text.
  package var text: String
  /// Bytes of the original file.
  package var bytes: SourceSpan
  /// Bytes of the normalised text of the paragraph; nil where the words stand outside it, as those
  /// of a heading do.
  package var inText: SourceSpan?

  /// The words `text` at `bytes`, and the rule behind them.
  package init(rule: String, text: String, bytes: SourceSpan, inText: SourceSpan? = nil) {
    self.rule = rule
    self.text = text
    self.bytes = bytes
    self.inText = inText
  }
}
