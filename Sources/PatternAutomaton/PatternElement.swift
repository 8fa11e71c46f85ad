/// A kind of text that a pattern can ask for without listing it.
package enum PatternAtom: Sendable, Hashable, CaseIterable {
  /// A whole run of numerals: ASCII digits with inner decimal points and thousands commas and the
  /// Han units that follow them, or Han numerals.
  case number
  /// A maximal run of ASCII digits.
  case digits
  /// One Han character.
  case han
  /// A maximal run of ASCII letters.
  case latin
}

/// The kinds of window of a text; a clause lies in a sentence, a sentence in a block.
package enum WindowEdge: UInt8, Sendable, Hashable, CaseIterable {
  /// From the narrowest to the widest; a block is a line of the text.
  case clause, sentence, block
}

/// A pattern as a tree, over normalised text.
///
/// A character is one Unicode scalar. A pattern describes spans; it never looks outside of them but
/// for word edges, and for what must follow: a literal whose first (last) character is an ASCII letter or
/// digit matches only where no ASCII letter or digit stands before (after) it.
package enum PatternElement: Hashable, Sendable {
  /// Text that means itself: valid UTF-8, not empty.
  case literal([UInt8])
  /// Any literal of the set.
  case set(LiteralSetID)
  /// Any match, not only the longest, of a pattern that was added earlier.
  case pattern(PatternID)
  /// A run or a character of a kind.
  case atom(PatternAtom)
  /// Between `minimum` and `maximum` characters, all inside one clause; no character is none's.
  case gap(minimum: Int, maximum: Int)
  /// The members one right behind the other; without members no text.
  case sequence([PatternElement])
  /// Any one of the members, of which there is at least one.
  case alternatives([PatternElement])
  /// The member, or no text.
  indirect case optional(PatternElement)
  /// No text: the position is the start of a window of this kind.
  case start(WindowEdge)
  /// No text: the position is the end of a window of this kind.
  case end(WindowEdge)
  /// What must follow: the match ends before it, and whatever stands behind it in the pattern must follow too.
  indirect case lookahead(PatternElement)
}

/// Names a set of literals in one builder and the pattern set that it builds.
package struct LiteralSetID: Hashable, Sendable {
  /// From 0, in the order in which the sets were added.
  package let index: Int

  /// The id of the set that was added as number `index`, from 0; it is checked where it is used.
  package init(index: Int) { self.index = index }
}

/// Names a pattern in one builder and the pattern set that it builds; ids count from 0.
package struct PatternID: Hashable, Sendable {
  /// Place in the order in which the patterns were added.
  package let index: Int

  /// The id of the pattern that was added as number `index`; it is checked where it is used.
  package init(index: Int) { self.index = index }
}

extension PatternID: Comparable {
  /// Orders by the order in which patterns were added.
  package static func < (left: PatternID, right: PatternID) -> Bool { left.index < right.index }
}
