/// Why patterns could not be compiled.
package enum BuildError: Error, Hashable, Sendable {
  case emptyLiteral
  /// The bytes are not valid UTF-8.
  case malformedLiteral([UInt8])
  case emptyAlternatives
  /// The pattern would match between any two characters.
  case matchesEmptyText
  /// A gap's bounds are negative or the wrong way round.
  case invalidGap(minimum: Int, maximum: Int)
  case unknownLiteralSet(LiteralSetID)
  /// The pattern was not added before the one that refers to it.
  case unknownPattern(PatternID)
  case limitExceeded(BuildLimit, count: Int)
}

/// What a pattern set may hold at most.
package enum BuildLimit: Hashable, Sendable, CaseIterable {
  /// Different literals.
  case literals
  /// Bytes of all different literals together.
  case literalBytes
  /// Different characters in all literals.
  case characters
  /// Slots of the automaton's transition table.
  case transitions
  /// Characters that one gap may span.
  case gap
  /// States that one pattern is compiled to.
  case patternStates
  /// Patterns in the set.
  case patterns

  /// The largest permitted count.
  package var maximum: Int {
    switch self {
    case .literals: 1 << 20
    case .literalBytes: 1 << 24
    case .characters: 1 << 16 - 1
    case .transitions: 1 << 24
    case .gap: 1 << 10
    case .patternStates: 1 << 14
    case .patterns: 1 << 20
    }
  }

  /// Throws when `count` is more than the maximum.
  func check(_ count: Int) throws(BuildError) {
    if count > maximum { throw .limitExceeded(self, count: count) }
  }
}
