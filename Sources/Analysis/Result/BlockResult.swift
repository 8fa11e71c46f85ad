package import SourceText

/// A block outside of the body, such as a title or a line of contacts.
package struct BlockResult: Sendable, Hashable {
  /// The name of the zone that its rules give it; of the last that is declared where none does.
  package var zone: String
  /// 1-based line of the original file.
  package var line: Int
  /// Bytes of the original file.
  package var bytes: SourceSpan
  /// Normalised text.
  package var text: String
  /// The id of the rule that gave the zone; nil where none gave it.
  package var rule: String?

  /// A block of `zone`.
  package init(zone: String, line: Int, bytes: SourceSpan, text: String, rule: String?) {
    self.zone = zone
    self.line = line
    self.bytes = bytes
    self.text = text
    self.rule = rule
  }
}
