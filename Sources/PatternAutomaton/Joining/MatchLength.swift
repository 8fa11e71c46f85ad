/// An upper bound of how much text something matches.
///
/// Runs of numerals and letters have no bound of their own, so that they are counted: how long one can
/// be is known of each text.
struct MatchLength: Hashable, Sendable {
  /// Without those of runs.
  var characters = 0
  var runs = 0

  static func + (left: MatchLength, right: MatchLength) -> MatchLength {
    MatchLength(characters: left.characters + right.characters, runs: left.runs + right.runs)
  }

  /// A bound of both.
  func union(_ other: MatchLength) -> MatchLength {
    MatchLength(characters: max(characters, other.characters), runs: max(runs, other.runs))
  }

  /// The bound in bytes where no character has more than `mostBytes` and no run more than `longestRun`.
  func bytes(mostBytes: Int, longestRun: Int) -> Int { characters * mostBytes + runs * longestRun }

  /// As how many characters a run counts where a bound is needed.
  private static let longestRun = 64

  /// The bound in characters where runs count as `longestRun`.
  var longest: Int { characters + runs * Self.longestRun }
}
