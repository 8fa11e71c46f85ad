/// A pattern as a small machine whose steps are matches that the scan has found already.
///
/// States have no empty moves: `edges` holds for each state what can come next, `isAccepting` where
/// a match may end. The first state is 0.
///
/// A class, because every request for a pattern passes its program on.
final class PatternProgram: Sendable {
  /// Small numbers, because thousands of programs are read for each text and memory is slower than
  /// what is done with it.
  enum Step: Hashable, Sendable {
    /// A match of a list (see `MatchLists`) that begins here.
    case list(Int32)
    case han
    /// Characters of one clause, then one of the target's own steps.
    case gap(minimum: Int16, maximum: Int16)
    case start(WindowEdge)
    case end(WindowEdge)
  }

  struct Edge: Hashable, Sendable {
    let step: Step
    let target: Int32
  }

  /// A list whose matches tell where the pattern can begin: between `minimumBefore` and
  /// `maximumBefore` characters before them.
  struct Anchor: Hashable, Sendable {
    let list: Int
    let minimumBefore: Int
    let maximumBefore: Int
  }

  /// The edges of all states in order; those of state `n` are
  /// `edges[firstEdge[n]..<firstEdge[n + 1]]`, so that `firstEdge.count == isAccepting.count + 1`.
  let edges: [Edge]
  let firstEdge: [Int32]
  let isAccepting: [Bool]
  let anchors: [Anchor]
  /// Windows at whose start the pattern can begin without meeting a list at all.
  let edgeAnchors: [WindowEdge]
  /// What every match passes through: one list at least of each group.
  ///
  /// Patterns come last in a group and groups with patterns last, as those must be joined before it
  /// is known whether they occur.
  let required: [[Int]]
  /// The lists of literals and runs that joining reads.
  let lists: [Int]
  /// Other patterns that matches of this one hold matches of.
  let references: [Int]
  /// Patterns whose matches void those that share a character with them.
  let voids: [Int]
  /// The pattern is this list and nothing else.
  let isList: Int?
  /// An upper bound in characters; runs of numerals and letters count as `longestRun`.
  let longest: Int
  /// Whether some match may have more characters, since runs have no bound.
  let holdsRuns: Bool

  static let longestRun = 64

  /// How many states the pattern was compiled to.
  var stateCount: Int { isAccepting.count }

  init(
    edges: [Edge], firstEdge: [Int32], isAccepting: [Bool], anchors: [Anchor],
    edgeAnchors: [WindowEdge], required: [[Int]], references: [Int], voids: [Int],
    isList: Int?, longest: Int, holdsRuns: Bool
  ) {
    self.edges = edges
    var lists: [Int] = []
    for case .list(let list) in edges.map(\.step) where MatchLists.pattern(of: Int(list)) == nil {
      lists.append(Int(list))
    }
    lists.sortDroppingRepeats()
    self.lists = lists
    self.firstEdge = firstEdge
    self.isAccepting = isAccepting
    self.anchors = anchors
    self.edgeAnchors = edgeAnchors
    self.required = required.sorted { Self.patternCount($0) < Self.patternCount($1) }.map { group in
      group.filter { MatchLists.pattern(of: $0) == nil }
        + group.filter { MatchLists.pattern(of: $0) != nil }
    }
    self.references = references
    self.voids = voids
    self.isList = isList
    self.longest = longest
    self.holdsRuns = holdsRuns
  }

  private static func patternCount(_ lists: [Int]) -> Int {
    lists.count { MatchLists.pattern(of: $0) != nil }
  }

  func edges(_ state: Int) -> Range<Int> { Int(firstEdge[state])..<Int(firstEdge[state + 1]) }
}
