/// The units of text on which labels are given, from the largest to the smallest.
package enum UnitKind: String, Sendable, Hashable, CaseIterable {
  case document
  /// A line of the page before its zone is known.
  case block
  case paragraph
  case sentence
  case directive
  case clause
}
