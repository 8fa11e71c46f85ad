/// Why patterns could not be compiled.
package enum BuildError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A literal, of a pattern or of a set, has no bytes.
  case emptyLiteral
  /// The bytes are not valid UTF-8.
  case malformedLiteral([UInt8])
  /// An alternation has no members.
  case emptyAlternatives
  /// The pattern would match between any two characters; one that needs an edge of a window may match without
  /// text there, which is no match but lets patterns that refer to it go on.
  case matchesEmptyText
  /// Some match would hold nothing but single Han characters and gaps, so that it could begin
  /// anywhere.
  case needsWords
  /// A gap's bounds are negative or the wrong way round.
  case invalidGap(minimum: Int, maximum: Int)
  /// The set was not made by this builder.
  case unknownLiteralSet(LiteralSetID)
  /// The pattern was not added before the one that refers to it.
  case unknownPattern(PatternID)
  /// There are `count`, or at least so many, of what the limit counts.
  case limitExceeded(BuildLimit, count: Int)

  /// What is wrong in lower case, without a full stop.
  package var description: String {
    switch self {
    case .emptyLiteral: "a literal is empty"
    case .malformedLiteral: "a literal is not valid UTF-8"
    case .emptyAlternatives: "there is nothing to choose from"
    case .matchesEmptyText: "the pattern can match without any text"
    case .needsWords: "the pattern can match without a literal, a lexicon or a run of numerals"
    case .invalidGap(let minimum, let maximum): "no gap has \(minimum) to \(maximum) characters"
    case .unknownLiteralSet(let set): "there is no literal set \(set.index)"
    case .unknownPattern(let pattern): "there is no pattern \(pattern.index) before this one"
    case .limitExceeded(let limit, let count):
      "\(count) \(limit.description), but at most \(limit.maximum) are possible"
    }
  }
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
  /// Characters of the longest match of one pattern.
  case matchLength
  /// Ways from state to state that are looked at while patterns are compiled.
  case patternSteps
  /// Patterns in the set.
  case patterns

  /// What is counted.
  var description: String {
    switch self {
    case .literals: "different literals"
    case .literalBytes: "bytes of literals"
    case .characters: "different characters"
    case .transitions: "slots of the automaton"
    case .gap: "characters in a gap"
    case .patternStates: "states of one pattern"
    case .matchLength: "characters in one match"
    case .patternSteps: "ways through the patterns"
    case .patterns: "patterns"
    }
  }

  /// The largest permitted count.
  package var maximum: Int {
    switch self {
    case .literals: 1 << 20
    case .literalBytes: 1 << 24
    case .characters: 1 << 16 - 1
    case .transitions: 1 << 24
    case .gap: 1 << 10
    case .patternStates: 1 << 14
    case .matchLength: 1 << 12
    case .patternSteps: 1 << 22
    case .patterns: 1 << 20
    }
  }

  /// Throws when `count` is more than the maximum.
  func check(_ count: Int) throws(BuildError) {
    if count > maximum { throw .limitExceeded(self, count: count) }
  }
}
