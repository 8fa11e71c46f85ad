/// Compiles trees of patterns to programs without empty moves, one after the other.
///
/// What it works with is kept from pattern to pattern: to make and free it for each of thousands took
/// longer than to fill it.
struct PatternCompiler: Sendable {
  private enum Move {
    case empty(Int)
    case step(ProgramTable.Step, Int)
  }

  /// A leaf of the tree that reads the matches of a list.
  struct Leaf {
    let list: Int
    /// How much a match of the list can hold.
    let length: MatchLength
  }

  /// Lists of which every match passes through one.
  struct Requirement {
    /// In `lists`.
    let lists: Range<Int>
    /// How much of a match can stand before that of the list.
    var before = MatchLength()
  }

  /// Those of the pattern that comes next, in the order of the tree.
  var leaves: [Leaf] = []
  private var nextLeaf = 0
  /// Moves of all states; those of one state are chained by `nextMove` from `firstMove` on.
  private var moves: [Move] = []
  private var nextMove: [Int] = []
  private var firstMove: [Int] = []
  /// By state the last one whose empty moves led there.
  private var reachedFrom: [Int] = []
  private var work: [Int] = []
  /// The states on the way from the first one, each with its next edge.
  private var path: [(state: Int32, edge: Int32)] = []
  private var isSeen: [Bool] = []

  // What the last pattern was compiled to.

  /// The edges of all states in order, from state 0 on, which is the first; those of state `n` are
  /// `edges[firstEdge[n]..<firstEdge[n + 1]]`.
  private(set) var edges: [ProgramTable.Edge] = []
  private(set) var firstEdge: [Int32] = []
  /// Where nothing more need follow.
  private(set) var isAccepting: [Bool] = []
  /// The states that can be reached from the first one, each behind those that it leads to.
  private(set) var backwards: [Int32] = []
  private(set) var required: [Requirement] = []
  private(set) var lists: [Int] = []
  /// The pattern is this list and nothing else.
  private(set) var isList: Int?
  /// How much a match can hold, with what must follow it.
  private(set) var length = MatchLength()
  /// How many ways from state to state were looked at.
  private(set) var steps = 0

  /// Compiles the pattern whose `leaves` are set.
  mutating func compile(_ element: PatternElement) throws(BuildError) {
    reset()
    let first = newState()
    let last = newState()
    length = try add(element, from: first, to: last)
    isList = Self.readsList(element) ? leaves.first?.list : nil
    try closeMoves(last)
    if isList != nil {
      // One step from list to end, which no search takes.
      steps = 0
    } else {
      guard !isAccepting[first] else { throw .matchesEmptyText }
      try checkWords(first)
    }
    orderBackwards()
  }

  private mutating func reset() {
    nextLeaf = 0
    steps = 0
    moves.removeAll(keepingCapacity: true)
    nextMove.removeAll(keepingCapacity: true)
    firstMove.removeAll(keepingCapacity: true)
    work.removeAll(keepingCapacity: true)
    required.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
  }

  private static func readsList(_ element: PatternElement) -> Bool {
    switch element {
    case .literal, .set, .pattern: true
    case .atom(let atom): MatchLists.run(atom) != nil
    case .alternatives(let members): members.count > 1 && members.allSatisfy(isLiteral)
    case .gap, .sequence, .optional, .start, .end, .lookahead: false
    }
  }

  static func isLiteral(_ element: PatternElement) -> Bool {
    if case .literal = element { true } else { false }
  }

  /// Whether the literals among alternatives share one list.
  ///
  /// Literals side by side are one list: with one for each, a start of the default pack's patterns
  /// took eight steps instead of two, and no pattern could require one of them.
  static func areGrouped(_ members: [PatternElement]) -> Bool {
    var literals = 0
    for member in members where isLiteral(member) { literals += 1 }
    return literals > 1
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

  /// Adds the moves of a part of the pattern and at the end of `required` what it requires, and returns
  /// how much it can hold.
  private mutating func add(
    _ element: PatternElement, from start: Int, to end: Int
  ) throws(BuildError) -> MatchLength {
    if Self.readsList(element) { return addLeaf(from: start, to: end) }
    var length = MatchLength()
    switch element {
    case .gap(let minimum, let maximum):
      guard minimum >= 0, minimum <= maximum else {
        throw .invalidGap(minimum: minimum, maximum: maximum)
      }
      try BuildLimit.gap.check(maximum)
      move(start, .step(.gap(minimum: Int16(minimum), maximum: Int16(maximum)), end))
      length.characters = maximum
    case .start(let edge): move(start, .step(.start(edge), end))
    case .end(let edge): move(start, .step(.end(edge), end))
    case .lookahead(let inner):
      let next = newState()
      move(start, .step(.lookahead, next))
      length = try add(inner, from: next, to: end)
    case .optional(let inner):
      let before = required.count
      move(start, .empty(end))
      length = try add(inner, from: start, to: end)
      required.removeLast(required.count - before)
    case .alternatives(let members): length = try add(alternatives: members, from: start, to: end)
    case .sequence(let members):
      var state = start
      var rest = members[...]
      while !rest.isEmpty {
        let next = newState()
        let before = required.count
        let part = try addFirst(of: &rest, from: state, to: next)
        for index in before..<required.count {
          required[index].before = length + required[index].before
        }
        length = length + part
        state = next
      }
      move(state, .empty(end))
    case .atom, .literal, .set, .pattern: length = add(HanRow(minimum: 1, maximum: 1), start, end)
    }
    try BuildLimit.patternStates.check(firstMove.count)
    return length
  }

  /// Takes the first member, or all Han characters in a row that it begins, and adds it.
  private mutating func addFirst(
    of members: inout ArraySlice<PatternElement>, from start: Int, to end: Int
  ) throws(BuildError) -> MatchLength {
    if let row = HanRow(first: &members) { return add(row, start, end) }
    guard let member = members.popFirst() else { return MatchLength() }
    return try add(member, from: start, to: end)
  }

  /// One step, as with one for each character *n* optional ones were *n*²/2 ways from state to state.
  private mutating func add(_ row: HanRow, _ start: Int, _ end: Int) -> MatchLength {
    if row.minimum == 0 { move(start, .empty(end)) }
    move(
      start,
      .step(.han(minimum: Int16(max(1, row.minimum)), maximum: Int16(row.maximum)), end))
    return MatchLength(characters: row.maximum)
  }

  private mutating func addLeaf(from start: Int, to end: Int) -> MatchLength {
    let leaf = leaves[nextLeaf]
    nextLeaf += 1
    move(start, .step(.list(Int32(leaf.list)), end))
    lists.append(leaf.list)
    required.append(Requirement(lists: lists.count - 1..<lists.count))
    return leaf.length
  }

  private mutating func add(
    alternatives members: [PatternElement], from start: Int, to end: Int
  ) throws(BuildError) -> MatchLength {
    guard !members.isEmpty else { throw .emptyAlternatives }
    var length = MatchLength()
    let before = required.count
    var isRequired = true
    func close(_ part: MatchLength, _ kept: Int) {
      length = length.union(part)
      // The shortest says most.
      let found = required[kept...].min { $0.lists.count < $1.lists.count }
      required.removeLast(required.count - kept)
      if let found { required.append(found) } else { isRequired = false }
    }
    let areGrouped = Self.areGrouped(members)
    if areGrouped {
      let inner = newState()
      move(start, .empty(inner))
      close(addLeaf(from: inner, to: end), before)
    }
    for member in members where !areGrouped || !Self.isLiteral(member) {
      let inner = newState()
      move(start, .empty(inner))
      let kept = required.count
      close(try add(member, from: inner, to: end), kept)
    }
    let union = isRequired ? union(required[before...]) : nil
    required.removeLast(required.count - before)
    if let union { required.append(union) }
    return length
  }

  private mutating func union(_ required: ArraySlice<Requirement>) -> Requirement {
    let first = lists.count
    var before = MatchLength()
    for requirement in required {
      lists += lists[requirement.lists]
      before = before.union(requirement.before)
    }
    lists.sortDroppingRepeats(from: first)
    return Requirement(lists: first..<lists.count, before: before)
  }

  private func edges(_ state: Int) -> Range<Int> {
    Int(firstEdge[state])..<Int(firstEdge[state + 1])
  }

  /// Makes the edges of all states.
  private mutating func closeMoves(_ last: Int) throws(BuildError) {
    edges.removeAll(keepingCapacity: true)
    isAccepting.removeAll(keepingCapacity: true)
    firstEdge.removeAll(keepingCapacity: true)
    firstEdge.append(0)
    reachedFrom.removeAll(keepingCapacity: true)
    for _ in firstMove { reachedFrom.append(-1) }
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
            edges.append(ProgramTable.Edge(step: step, target: Int32(target)))
          }
          index = nextMove[index]
          steps += 1
        }
      }
      isAccepting.append(reachedFrom[last] == state)
      firstEdge.append(Int32(edges.count))
      try BuildLimit.patternSteps.check(steps)
    }
  }

  /// Checks that every way through the program meets a list, or begins at the start of a window, and that
  /// there are not too many ways to the first of these: joins try each at every start.
  private mutating func checkWords(_ first: Int) throws(BuildError) {
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
      steps += edges(place.state).count
      try BuildLimit.patternStates.check(seen.count)
      try BuildLimit.patternSteps.check(steps)
      guard !isAccepting[place.state] || place.isAtEdge else { throw .needsWords }
      for index in edges(place.state) {
        let edge = edges[index]
        var minimum = place.minimum
        var maximum = place.maximum
        var isAtEdge = place.isAtEdge
        switch edge.step {
        case .list: continue
        case .han(let least, let most), .gap(let least, let most):
          minimum += Int(least)
          maximum += Int(most)
        case .start: isAtEdge = isAtEdge || maximum == 0
        case .end, .lookahead: break
        }
        work.append(
          Place(
            state: Int(edge.target), isAtEdge: isAtEdge, minimum: minimum, maximum: maximum))
      }
    }
  }

  /// Orders the states from the first one on, each behind all that it leads to.
  private mutating func orderBackwards() {
    backwards.removeAll(keepingCapacity: true)
    isSeen.removeAll(keepingCapacity: true)
    for _ in isAccepting { isSeen.append(false) }
    path.append((0, firstEdge[0]))
    isSeen[0] = true
    while let (state, edge) = path.last {
      guard edge < firstEdge[Int(state) + 1] else {
        backwards.append(state)
        path.removeLast()
        continue
      }
      path[path.count - 1].edge += 1
      let target = edges[Int(edge)].target
      guard !isSeen[Int(target)] else { continue }
      isSeen[Int(target)] = true
      path.append((target, firstEdge[Int(target)]))
    }
  }
}
