/// A pattern as a small machine whose steps are matches that the scan has found already.
///
/// States have no empty moves: `edges` holds for each state what can come next, `isAccepting` where
/// a match may end. The first state is 0.
///
/// What the compiler makes; searches read it from a `ProgramTable`.
struct PatternProgram: Sendable {
  /// Small numbers, because thousands of programs are read for each text and memory is slower than
  /// what is done with it.
  enum Step: Hashable, Sendable {
    /// A match of a list that begins here; see `MatchLists`, and in the table `ListNumbers`.
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

  /// The edges of all states in order; those of state `n` are
  /// `edges[firstEdge[n]..<firstEdge[n + 1]]`, so that `firstEdge.count == isAccepting.count + 1`.
  let edges: [Edge]
  let firstEdge: [Int32]
  let isAccepting: [Bool]
  /// The states that can be reached from the first one, each behind those that it leads to.
  let backwards: [Int32]
  /// Lists of which every match passes through one.
  struct Requirement: Sendable {
    let lists: [Int]
    /// How much of a match can stand before that of the list.
    var before = MatchLength()
  }

  let required: [Requirement]
  /// Other patterns that matches of this one hold matches of.
  let references: [Int]
  /// Patterns whose matches void those that share a character with them.
  let voids: [Int]
  /// The pattern is this list and nothing else.
  let isList: Int?
  /// How much a match can hold.
  let length: MatchLength

  /// As how many characters a run counts where a bound is needed.
  static let longestRun = 64

  /// How many states the pattern was compiled to.
  var stateCount: Int { isAccepting.count }

  init(
    edges: [Edge], firstEdge: [Int32], isAccepting: [Bool], required: [Requirement],
    references: [Int], voids: [Int], isList: Int?, length: MatchLength
  ) {
    self.edges = edges
    self.firstEdge = firstEdge
    self.isAccepting = isAccepting
    backwards = Self.backwards(edges, firstEdge)
    self.required = required
    self.references = references
    self.voids = voids
    self.isList = isList
    self.length = length
  }

  /// The states from the first one on, each behind all that it leads to.
  private static func backwards(_ edges: [Edge], _ firstEdge: [Int32]) -> [Int32] {
    var order: [Int32] = []
    var isSeen = [Bool](repeating: false, count: firstEdge.count - 1)
    /// The states on the way from the first one, each with its next edge.
    var path = [(state: Int32(0), edge: firstEdge[0])]
    isSeen[0] = true
    while let (state, edge) = path.last {
      guard edge < firstEdge[Int(state) + 1] else {
        order.append(state)
        path.removeLast()
        continue
      }
      path[path.count - 1].edge += 1
      let target = edges[Int(edge)].target
      guard !isSeen[Int(target)] else { continue }
      isSeen[Int(target)] = true
      path.append((target, firstEdge[Int(target)]))
    }
    return order
  }

  func edges(_ state: Int) -> Range<Int> { Int(firstEdge[state])..<Int(firstEdge[state + 1]) }
}
