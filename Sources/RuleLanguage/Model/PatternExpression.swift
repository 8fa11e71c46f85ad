/// A pattern as written and as parsed.
package struct PatternExpression: Hashable, Sendable {
  /// The text of the pattern as it stands in the rule file, unquoted.
  package var source: String
  package var node: PatternNode
  package var span: LocatedSpan

  package init(source: String, node: PatternNode, span: LocatedSpan) {
    self.source = source
    self.node = node
    self.span = span
  }
}

/// The tree of a pattern.
package indirect enum PatternNode: Hashable, Sendable {
  case literal(String)
  /// A lexicon, a named pattern or a built-in atom, by name.
  case reference(String)
  /// Between `minimum` and `maximum` characters of the same clause.
  case gap(minimum: Int, maximum: Int)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case optional(PatternNode)
  /// The start of the unit in which the pattern is evaluated.
  case start
  /// The end of that unit, before closing punctuation.
  case end
}

/// Built-in atoms: facts of writing that a list of terms cannot express.
package enum PatternAtom: String, Sendable, Hashable, CaseIterable {
  /// A whole run of numerals, in Arabic digits or Han numerals, with decimal point.
  case number
  /// A whole run of Arabic digits.
  case digits
  /// One Han character.
  case han
  /// A whole run of Latin letters.
  case latin
}
