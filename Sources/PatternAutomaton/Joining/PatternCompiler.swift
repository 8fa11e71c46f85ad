/// Compiles a pattern's tree to a program without empty moves.
struct PatternCompiler {
  private enum Move {
    case empty(Int)
    case step(PatternProgram.Step, Int)
  }

  /// Moves of all states; those of one state are chained by `nextMove` from `firstMove` on.
  private var moves: [Move] = []
  private var nextMove: [Int] = []
  private var firstMove: [Int] = []
  private let leaves: [Leaf]
  private var nextLeaf = 0
  /// How many ways from state to state were looked at.
  private(set) var steps = 0

  /// A leaf of the tree that reads the matches of a list.
  struct Leaf {
    let list: Int
    /// How much a match of the list can hold.
    let length: MatchLength
  }

  /// `leaves` are those of the pattern, in the order of the tree.
  init(leaves: [Leaf]) { self.leaves = leaves }

  /// The program of a pattern; `voids` are the patterns whose matches void its own.
  mutating func compile(
    _ element: PatternElement, voids: [Int]
  ) throws(BuildError) -> PatternProgram {
    if Self.readsList(element), let leaf = leaves.first { return single(leaf, voids) }
    let first = newState()
    let last = newState()
    let shape = try add(element, from: first, to: last)
    let closed = try closeMoves(last)
    guard !closed.accepting[first] else { throw .matchesEmptyText }
    try checkWords(closed, first)
    return PatternProgram(
      edges: closed.edges, firstEdge: closed.firstEdge, isAccepting: closed.accepting,
      required: shape.required,
      references: references(), voids: voids, isList: nil, length: shape.length)
  }

  /// The program that hands on the matches of one list.
  private func single(_ leaf: Leaf, _ voids: [Int]) -> PatternProgram {
    PatternProgram(
      edges: [PatternProgram.Edge(step: .list(Int32(leaf.list)), target: 1)], firstEdge: [0, 1, 1],
      isAccepting: [false, true],
      required: [PatternProgram.Requirement(lists: [leaf.list])],
      references: references(), voids: voids, isList: leaf.list, length: leaf.length)
  }

  private static func readsList(_ element: PatternElement) -> Bool {
    switch element {
    case .literal, .set, .pattern: true
    case .atom(let atom): MatchLists.run(atom) != nil
    case .alternatives(let members): members.count > 1 && members.allSatisfy(isLiteral)
    case .gap, .sequence, .optional, .start, .end: false
    }
  }

  private static func isLiteral(_ element: PatternElement) -> Bool {
    if case .literal = element { true } else { false }
  }

  /// The alternatives that share one list, and the others.
  ///
  /// Literals side by side are one list: with one for each, a start of the default pack's patterns
  /// took eight steps instead of two, and no pattern could require one of them.
  static func grouped(
    _ members: [PatternElement]
  ) -> (literals: [PatternElement], others: [PatternElement]) {
    let literals = members.filter(isLiteral)
    return literals.count < 2 ? ([], members) : (literals, members.filter { !isLiteral($0) })
  }

  private mutating func newState() -> Int {
    firstMove.append(-1)
    return firstMove.count - 1
  }

  private mutating func move(_ state: Int, _ move: Move) {
    moves.append(move)
    nextMove.append(firstMove[state])
    firstMove[state] = moves.count - 1
  }

  /// What is known of a part of the pattern once its moves are there.
  private struct Shape {
    var required: [PatternProgram.Requirement] = []
    var length = MatchLength()
  }

  private mutating func add(
    _ element: PatternElement, from start: Int, to end: Int
  ) throws(BuildError) -> Shape {
    if Self.readsList(element) {
      let leaf = leaves[nextLeaf]
      nextLeaf += 1
      move(start, .step(.list(Int32(leaf.list)), end))
      return Shape(
        required: [PatternProgram.Requirement(lists: [leaf.list])], length: leaf.length)
    }
    var shape = Shape()
    switch element {
    case .gap(let minimum, let maximum):
      guard minimum >= 0, minimum <= maximum else {
        throw .invalidGap(minimum: minimum, maximum: maximum)
      }
      try BuildLimit.gap.check(maximum)
      move(start, .step(.gap(minimum: Int16(minimum), maximum: Int16(maximum)), end))
      shape.length.characters = maximum
    case .start(let edge): move(start, .step(.start(edge), end))
    case .end(let edge): move(start, .step(.end(edge), end))
    case .optional(let inner):
      move(start, .empty(end))
      shape.length = try add(inner, from: start, to: end).length
    case .alternatives(let members):
      guard !members.isEmpty else { throw .emptyAlternatives }
      let (literals, others) = Self.grouped(members)
      let group = literals.isEmpty ? [] : [PatternElement.alternatives(literals)]
      var required: [PatternProgram.Requirement] = []
      for member in group + others {
        let inner = newState()
        move(start, .empty(inner))
        let part = try add(member, from: inner, to: end)
        shape.length = shape.length.union(part.length)
        // The shortest says most.
        if let shortest = part.required.min(by: { $0.lists.count < $1.lists.count }) {
          required.append(shortest)
        }
      }
      if required.count == group.count + others.count {
        shape.required = [Self.union(required)]
      }
    case .sequence(let members):
      var state = start
      for member in members {
        let next = newState()
        let part = try add(member, from: state, to: next)
        shape.required += part.required.map { group in
          PatternProgram.Requirement(lists: group.lists, before: shape.length + group.before)
        }
        shape.length = shape.length + part.length
        state = next
      }
      move(state, .empty(end))
    case .atom, .literal, .set, .pattern:
      move(start, .step(.han, end))
      shape.length.characters = 1
    }
    try BuildLimit.patternStates.check(firstMove.count)
    return shape
  }

  private static func union(
    _ required: [PatternProgram.Requirement]
  ) -> PatternProgram.Requirement {
    var lists = required.flatMap(\.lists)
    lists.sortDroppingRepeats()
    let before = required.reduce(MatchLength()) { $0.union($1.before) }
    return PatternProgram.Requirement(lists: lists, before: before)
  }

  /// The edges of all states without empty moves.
  private struct ClosedMoves {
    var edges: [PatternProgram.Edge] = []
    var firstEdge: [Int32] = [0]
    var accepting: [Bool] = []

    func edges(_ state: Int) -> Range<Int> { Int(firstEdge[state])..<Int(firstEdge[state + 1]) }
  }

  private mutating func closeMoves(_ last: Int) throws(BuildError) -> ClosedMoves {
    var closed = ClosedMoves()
    // By state the last one whose empty moves led there.
    var reachedFrom = [Int](repeating: -1, count: firstMove.count)
    var work: [Int] = []
    for state in firstMove.indices {
      work.append(state)
      while let next = work.popLast() {
        guard reachedFrom[next] != state else { continue }
        reachedFrom[next] = state
        var index = firstMove[next]
        while index >= 0 {
          switch moves[index] {
          case .empty(let target): work.append(target)
          case .step(let step, let target):
            closed.edges.append(PatternProgram.Edge(step: step, target: Int32(target)))
          }
          index = nextMove[index]
          steps += 1
        }
      }
      closed.accepting.append(reachedFrom[last] == state)
      closed.firstEdge.append(Int32(closed.edges.count))
      try BuildLimit.patternSteps.check(steps)
    }
    return closed
  }

  /// Checks that every way through the program meets a list, or begins at the start of a window, and that
  /// there are not too many ways to the first of these: joins try each at every start.
  private mutating func checkWords(
    _ closed: ClosedMoves, _ first: Int
  ) throws(BuildError) {
    struct Place: Hashable {
      let state: Int
      /// Whether the way begins at the start of a window.
      let isAtEdge: Bool
      let minimum: Int
      let maximum: Int
    }
    var seen: Set<Place> = []
    var work = [Place(state: first, isAtEdge: false, minimum: 0, maximum: 0)]
    while let place = work.popLast() {
      // The first state is come to once only.
      if place.state != first, !seen.insert(place).inserted { continue }
      steps += closed.edges(place.state).count
      try BuildLimit.patternStates.check(seen.count)
      try BuildLimit.patternSteps.check(steps)
      guard !closed.accepting[place.state] || place.isAtEdge else { throw .needsWords }
      for index in closed.edges(place.state) {
        let edge = closed.edges[index]
        var minimum = place.minimum
        var maximum = place.maximum
        var isAtEdge = place.isAtEdge
        switch edge.step {
        case .list: continue
        case .han:
          minimum += 1
          maximum += 1
        case .gap(let least, let most):
          minimum += Int(least)
          maximum += Int(most)
        case .start: isAtEdge = isAtEdge || maximum == 0
        case .end: break
        }
        work.append(
          Place(
            state: Int(edge.target), isAtEdge: isAtEdge, minimum: minimum, maximum: maximum))
      }
    }
  }

  private func references() -> [Int] {
    var patterns: [Int] = []
    for leaf in leaves {
      if let pattern = MatchLists.pattern(of: leaf.list) { patterns.append(pattern) }
    }
    patterns.sortDroppingRepeats()
    return patterns
  }
}
