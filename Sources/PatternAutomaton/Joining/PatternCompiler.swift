/// Compiles a pattern's tree to a program without empty moves.
struct PatternCompiler {
  private enum Move {
    case empty(Int)
    case step(PatternProgram.Step, Int)
  }

  private var moves: [[Move]] = []
  private let list: (PatternElement) -> Int?
  private let listLength: (Int) -> Int

  /// `list` gives the list that a leaf reads its matches from; `listLength` the most characters
  /// that a match of a list can have.
  init(list: @escaping (PatternElement) -> Int?, listLength: @escaping (Int) -> Int) {
    self.list = list
    self.listLength = listLength
  }

  /// The program of a pattern; lists from `firstPattern` on hold the matches of other patterns,
  /// those of `voids` among them.
  mutating func compile(
    _ element: PatternElement, firstPattern: Int, voids: [Int]
  ) throws(BuildError) -> PatternProgram {
    let first = newState()
    let last = newState()
    try add(element, from: first, to: last)
    try BuildLimit.patternStates.check(moves.count)
    let edges = moves.indices.map { closure($0).edges }
    let accepting = moves.indices.map { closure($0).states.contains(last) }
    guard !accepting[first] else { throw .matchesEmptyText }
    let anchors = try anchors(edges, accepting, first)
    return PatternProgram(
      edges: Array(edges.joined()),
      firstEdge: edges.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) },
      isAccepting: accepting, anchors: anchors.lists,
      edgeAnchors: anchors.edges,
      required: required(element), references: references(edges, firstPattern),
      voids: voids, isList: list(element), longest: longest(element))
  }

  private mutating func newState() -> Int {
    moves.append([])
    return moves.count - 1
  }

  private mutating func add(
    _ element: PatternElement, from start: Int, to end: Int
  ) throws(BuildError) {
    if let list = list(element) {
      moves[start].append(.step(.list(list), end))
      return
    }
    switch element {
    case .gap(let minimum, let maximum):
      guard minimum >= 0, minimum <= maximum else {
        throw .invalidGap(minimum: minimum, maximum: maximum)
      }
      try BuildLimit.gap.check(maximum)
      moves[start].append(.step(.gap(minimum: minimum, maximum: maximum), end))
    case .start(let edge): moves[start].append(.step(.start(edge), end))
    case .end(let edge): moves[start].append(.step(.end(edge), end))
    case .optional(let inner):
      moves[start].append(.empty(end))
      try add(inner, from: start, to: end)
    case .alternatives(let members):
      guard !members.isEmpty else { throw .emptyAlternatives }
      for member in members {
        let inner = newState()
        moves[start].append(.empty(inner))
        try add(member, from: inner, to: end)
      }
    case .sequence(let members):
      var state = start
      for member in members {
        let next = newState()
        try add(member, from: state, to: next)
        state = next
      }
      moves[state].append(.empty(end))
    case .atom, .literal, .set, .pattern:
      moves[start].append(.step(.han, end))
    }
  }

  /// The states reachable by empty moves, and what leaves them.
  private func closure(_ state: Int) -> (states: Set<Int>, edges: [PatternProgram.Edge]) {
    var states: Set<Int> = []
    var edges: [PatternProgram.Edge] = []
    var work = [state]
    while let next = work.popLast() {
      guard states.insert(next).inserted else { continue }
      for move in moves[next] {
        switch move {
        case .empty(let target): work.append(target)
        case .step(let step, let target):
          let edge = PatternProgram.Edge(step: step, target: target)
          if !edges.contains(edge) { edges.append(edge) }
        }
      }
    }
    return (states, edges)
  }

  /// The lists that come first, each with how much text without a list can stand before it, and the
  /// edges at which ways through the program begin that meet no list.
  private func anchors(
    _ edges: [[PatternProgram.Edge]], _ accepting: [Bool], _ first: Int
  ) throws(BuildError) -> (lists: [PatternProgram.Anchor], edges: [WindowEdge]) {
    struct Place: Hashable {
      let state: Int
      let edge: WindowEdge?
      let minimum: Int
      let maximum: Int
    }
    var anchors: Set<PatternProgram.Anchor> = []
    var edgeAnchors: Set<WindowEdge> = []
    var seen: Set<Place> = []
    var work = [Place(state: first, edge: nil, minimum: 0, maximum: 0)]
    while let place = work.popLast() {
      guard seen.insert(place).inserted else { continue }
      try BuildLimit.patternStates.check(seen.count)
      if accepting[place.state] {
        guard let edge = place.edge else { throw .needsWords }
        edgeAnchors.insert(edge)
      }
      for edge in edges[place.state] {
        var minimum = place.minimum
        var maximum = place.maximum
        var start = place.edge
        switch edge.step {
        case .list(let list):
          anchors.insert(
            PatternProgram.Anchor(list: list, minimumBefore: minimum, maximumBefore: maximum))
          continue
        case .han:
          minimum += 1
          maximum += 1
        case .gap(let least, let most):
          minimum += least
          maximum += most
        case .start(let kind):
          if maximum == 0 { start = kind }
        case .end: break
        }
        work.append(
          Place(state: edge.target, edge: start, minimum: minimum, maximum: maximum))
      }
    }
    return (
      anchors.sorted { ($0.list, $0.minimumBefore) < ($1.list, $1.minimumBefore) },
      edgeAnchors.sorted { $0.rawValue < $1.rawValue }
    )
  }

  private func references(_ edges: [[PatternProgram.Edge]], _ firstPattern: Int) -> [Int] {
    var lists: Set<Int> = []
    for edge in edges.joined() {
      if case .list(let list) = edge.step, list >= firstPattern { lists.insert(list) }
    }
    return lists.sorted()
  }

  private func required(_ element: PatternElement) -> [Int] {
    if let list = list(element) { return [list] }
    if case .sequence(let members) = element { return members.flatMap(required) }
    return []
  }

  private func longest(_ element: PatternElement) -> Int {
    if let list = list(element) { return listLength(list) }
    switch element {
    case .gap(_, let maximum): return maximum
    case .optional(let inner): return longest(inner)
    case .alternatives(let members): return members.map(longest).max() ?? 0
    case .sequence(let members): return members.reduce(0) { $0 + longest($1) }
    case .start, .end: return 0
    case .atom, .literal, .set, .pattern: return 1
    }
  }
}
