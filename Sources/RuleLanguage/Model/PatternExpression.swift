/// A pattern as written and as parsed.
package struct PatternExpression: Hashable, Sendable {
  /// The text of the pattern as it stands in the rule file, unquoted.
  package var source: String
  /// What it says; text in it is not folded yet.
  package var node: PatternNode
  /// The scalar in the rule file.
  package var span: LocatedSpan

  /// Creates a pattern from text and the tree that the parser made of it.
  package init(source: String, node: PatternNode, span: LocatedSpan) {
    self.source = source
    self.node = node
    self.span = span
  }
}

/// The tree of a pattern.
package enum PatternNode: Hashable, Sendable {
  /// Text that means itself, as written: not empty, without escapes, not folded.
  case literal(String)
  /// A lexicon, a gazetteer, a named pattern, a value or a built-in atom, by name.
  case reference(String)
  /// Between `minimum` and `maximum` characters of the same clause.
  case gap(minimum: Int, maximum: Int)
  /// One right behind the other.
  case sequence([PatternNode])
  /// Any one of them; at least two.
  case alternatives([PatternNode])
  /// The member, or nothing.
  indirect case optional(PatternNode)
  /// The start of the unit in which the pattern is evaluated.
  case start
  /// The end of that unit, before closing punctuation.
  case end
  /// What must follow, and is no part of the match; nothing stands behind it.
  indirect case lookahead(PatternNode)
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
