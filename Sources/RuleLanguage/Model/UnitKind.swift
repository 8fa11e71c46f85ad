/// The units of text on which labels are given, from the largest to the smallest.
package enum UnitKind: String, Sendable, Hashable, CaseIterable {
  /// All of the normalised text, with what lies outside of the body.
  case document
  /// A line of the page that is not blank, whatever its zone.
  case block
  /// A block of the body.
  case paragraph
  /// Ends with a stop or with its paragraph.
  case sentence
  /// What the directive finder made of clauses of one sentence.
  case directive
  /// Ends at a delimiter of its sentence.
  case clause
}
