/// Names that refer to names: finds circles and long chains without recursion, since a pack may
/// hold chains of any length.
struct ReferenceGraph {
  private let next: [String: [String]]
  private let names: [String]
  private var finished: Set<String> = []
  private var depths: [String: Int] = [:]

  /// The circles, one for each way in which a name reaches itself: the names in order, the first
  /// once more at the end.
  private(set) var cycles: [[String]] = []
  /// The first name from which a chain of references is longer than the limit.
  private(set) var tooDeep: String?

  /// - Complexity: O(names + references).
  init(_ graph: [(name: String, references: [String])], deepest: Int) {
    next = Dictionary(graph.map { ($0.name, $0.references) }, uniquingKeysWith: { $1 })
    names = graph.map(\.name)
    for start in names where !finished.contains(start) { walk(from: start, deepest) }
  }

  /// Walks all names that `start` reaches, until one reaches itself.
  private mutating func walk(from start: String, _ deepest: Int) {
    var path: [(name: String, next: Int)] = [(start, 0)]
    var places = [start: 0]
    finished.insert(start)
    while let top = path.last {
      let references = next[top.name] ?? []
      guard top.next < references.count else {
        leave(top.name, references, deepest)
        places[top.name] = nil
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let name = references[top.next]
      if let place = places[name] {
        cycles.append(path[place...].map(\.name) + [name])
        return
      }
      guard finished.insert(name).inserted else { continue }
      places[name] = path.count
      path.append((name, 0))
    }
  }

  private mutating func leave(_ name: String, _ references: [String], _ deepest: Int) {
    let depth = references.reduce(0) { max($0, depths[$1] ?? 0) } + (next[name] == nil ? 0 : 1)
    depths[name] = depth
    if depth > deepest, tooDeep == nil { tooDeep = name }
  }
}
