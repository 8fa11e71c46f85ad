/// The programs of patterns while patterns are added, one behind the other in a few arrays; lists have
/// their names of `MatchLists`, because their numbers are not known yet.
struct ProgramCollector: Sendable {
  private struct Program {
    let states: Range<Int32>
    /// The name of the list that the pattern is, negative for other patterns.
    let list: Int32
    let voids: Range<Int32>
    /// In `groups`.
    let required: Range<Int>
    let length: MatchLength
    let compiledStates: Int32
  }

  private var programs: [Program] = []
  private var states: [ProgramTable.State] = []
  private var edges: [ProgramTable.Edge] = []
  private var voids: [Int32] = []
  /// The groups of lists that matches pass through, in `lists`.
  private var groups: [Requirements.Group] = []
  private var lists: [Int32] = []
  /// Patterns that others hold matches of, as often as they are named.
  private var references: [Int] = []
  /// By state of the program that is appended, its number in the table.
  private var newNumbers: [Int32] = []

  /// How many patterns there are.
  var count: Int { programs.count }

  /// How much a match of the pattern can hold, with what must follow it.
  func length(_ pattern: Int) -> MatchLength { programs[pattern].length }

  /// Appends what `compiler` made of a pattern, whose matches those of `voids` void.
  mutating func append(_ compiler: borrowing PatternCompiler, voids: [PatternID]) {
    let firstVoid = Int32(self.voids.count)
    for pattern in voids { self.voids.append(Int32(pattern.index)) }
    let firstState = Int32(states.count)
    appendStates(compiler)
    let firstGroup = groups.count
    for requirement in compiler.required {
      let firstList = Int32(lists.count)
      for index in requirement.lists { lists.append(Int32(compiler.lists[index])) }
      groups.append(
        Requirements.Group(lists: firstList..<Int32(lists.count), before: requirement.before))
    }
    for leaf in compiler.leaves {
      if let pattern = MatchLists.pattern(of: leaf.list) { references.append(pattern) }
    }
    programs.append(
      Program(
        states: firstState..<Int32(states.count - 1), list: Int32(compiler.isList ?? -1),
        voids: firstVoid..<Int32(self.voids.count), required: firstGroup..<groups.count,
        length: compiler.length, compiledStates: Int32(compiler.isAccepting.count)))
  }

  private mutating func appendStates(_ compiler: borrowing PatternCompiler) {
    newNumbers.removeAll(keepingCapacity: true)
    for _ in compiler.isAccepting { newNumbers.append(-1) }
    for (number, state) in compiler.backwards.enumerated() {
      newNumbers[Int(state)] = Int32(number)
    }
    for state in compiler.backwards {
      states.append(
        ProgramTable.State(
          firstEdge: Int32(edges.count), isAccepting: compiler.isAccepting[Int(state)]))
      for index in compiler.firstEdge[Int(state)]..<compiler.firstEdge[Int(state) + 1] {
        let edge = compiler.edges[Int(index)]
        edges.append(
          ProgramTable.Edge(step: edge.step, target: newNumbers[Int(edge.target)]))
      }
    }
    states.append(ProgramTable.State(firstEdge: Int32(edges.count), isAccepting: false))
  }

  /// All programs, with the numbers of lists.
  func table(_ numbers: ListNumbers) -> ProgramTable {
    var isReferenced = [Bool](repeating: false, count: programs.count)
    for pattern in references { isReferenced[pattern] = true }
    for pattern in voids { isReferenced[Int(pattern)] = true }
    func number(_ list: Int32) -> Int32 { Int32(MatchLists.number(Int(list), in: numbers)) }
    let listed = programs.indices.map { index in
      let program = programs[index]
      return ProgramTable.Program(
        states: program.states, list: program.list < 0 ? -1 : number(program.list),
        voids: program.voids, isReferenced: isReferenced[index],
        keepsLongest: !isReferenced[index] && program.voids.isEmpty, length: program.length,
        compiledStates: program.compiledStates)
    }
    let numbered = edges.map { edge in
      guard case .list(let list) = edge.step else { return edge }
      return ProgramTable.Edge(step: .list(number(list)), target: edge.target)
    }
    return ProgramTable(programs: listed, states: states, edges: numbered, voids: voids)
  }

  /// What matches pass through, see `Requirements.init`.
  func requirements(_ numbers: ListNumbers, frequency: [Double]) -> Requirements {
    let numbered = lists.map { Int32(MatchLists.number(Int($0), in: numbers)) }
    return Requirements(
      programs.map(\.required), groups, numbered, numbers, frequency: frequency)
  }
}
