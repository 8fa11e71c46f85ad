/// The programs of all patterns in a few arrays, states from the end of the pattern to its beginning.
///
/// Thousands of programs are looked at for each text, and to follow a pointer to each part of each was
/// to wait for memory at each.
struct ProgramTable: Sendable {
  struct Edge: Sendable {
    let step: PatternProgram.Step
    /// The number of the state in the program, lower than that of the state that the edge leaves.
    let target: Int32
  }

  /// A state with its edges, which end where those of the next state begin.
  struct State: Sendable {
    let firstEdge: Int32
    /// Whether a match may end here.
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
    /// How much a match can hold.
    let length: MatchLength
    /// How many states the pattern was compiled to.
    let compiledStates: Int32

    var stateCount: Int { states.count }
  }

  private(set) var programs: [Program] = []
  private(set) var states: [State] = []
  private(set) var edges: [Edge] = []
  private(set) var voids: [Int32] = []

  init(_ programs: [PatternProgram], _ numbers: ListNumbers) {
    var isReferenced = [Bool](repeating: false, count: programs.count)
    for program in programs {
      for pattern in program.references + program.voids { isReferenced[pattern] = true }
    }
    for (index, program) in programs.enumerated() {
      let firstVoid = Int32(voids.count)
      voids += program.voids.map { Int32($0) }
      let firstState = Int32(states.count)
      add(program, numbers)
      self.programs.append(
        Program(
          states: firstState..<Int32(states.count - 1),
          list: program.isList.map { Int32(MatchLists.number($0, in: numbers)) } ?? -1,
          voids: firstVoid..<Int32(voids.count), isReferenced: isReferenced[index],
          keepsLongest: !isReferenced[index] && program.voids.isEmpty,
          length: program.length,
          compiledStates: Int32(program.stateCount)))
    }
  }

  private mutating func add(_ program: PatternProgram, _ numbers: ListNumbers) {
    let order = program.backwards
    var newNumbers = [Int32](repeating: -1, count: program.stateCount)
    for (number, state) in order.enumerated() { newNumbers[Int(state)] = Int32(number) }
    for state in order {
      states.append(
        State(firstEdge: Int32(edges.count), isAccepting: program.isAccepting[Int(state)]))
      for index in program.edges(Int(state)) {
        let edge = program.edges[index]
        var step = edge.step
        if case .list(let list) = step {
          step = .list(Int32(MatchLists.number(Int(list), in: numbers)))
        }
        edges.append(Edge(step: step, target: newNumbers[Int(edge.target)]))
      }
    }
    states.append(State(firstEdge: Int32(edges.count), isAccepting: false))
  }

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
