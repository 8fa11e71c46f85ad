/// The programs of all patterns in a few arrays, states from the end of the pattern to its beginning.
///
/// Thousands of programs are looked at for each text, and to follow a pointer to each part of each was
/// to wait for memory at each.
struct ProgramTable: Sendable {
  /// Small numbers, because thousands of programs are read for each text and memory is slower than
  /// what is done with it.
  enum Step: Hashable, Sendable {
    /// A match of a list that begins here; see `ListNumbers`, and while patterns are added `MatchLists`.
    case list(Int32)
    /// So many Han characters in a row, at least one, then one of the target's own steps.
    case han(minimum: Int16, maximum: Int16)
    /// Characters of one clause, then one of the target's own steps.
    case gap(minimum: Int16, maximum: Int16)
    case start(WindowEdge)
    case end(WindowEdge)
    /// The match ends here, and what the target goes on with must follow.
    case lookahead
  }

  struct Edge: Sendable {
    let step: Step
    /// The number of the state in the program, lower than that of the state that the edge leaves.
    let target: Int32
  }

  /// A state with its edges, which end where those of the next state begin.
  struct State: Sendable {
    let firstEdge: Int32
    /// Whether nothing more need follow.
    let isAccepting: Bool
  }

  struct Program: Sendable {
    /// Its states in `states`, of which a match begins in the last.
    ///
    /// One more, which is nobody's, closes the edges of that one.
    let states: Range<Int32>
    /// The pattern is this list and nothing else; negative for other patterns.
    let list: Int32
    /// Patterns whose matches void those that share a character with them, in `voids`.
    let voids: Range<Int32>
    /// Whether other patterns refer to this one.
    let isReferenced: Bool
    /// Whether nobody asks for any but the longest match of each start.
    let keepsLongest: Bool
    /// How much a match can hold, with what must follow it.
    let length: MatchLength
    /// How many states the pattern was compiled to.
    let compiledStates: Int32

    var stateCount: Int { states.count }
  }

  let programs: [Program]
  let states: [State]
  let edges: [Edge]
  let voids: [Int32]

  /// The edges of a state of the program, in `edges`.
  @inline(__always)
  func edges(_ state: Int, _ program: Program) -> Range<Int> {
    let place = Int(program.states.lowerBound) + state
    return Int(states[place].firstEdge)..<Int(states[place + 1].firstEdge)
  }

  @inline(__always)
  func isAccepting(_ state: Int, _ program: Program) -> Bool {
    states[Int(program.states.lowerBound) + state].isAccepting
  }
}
