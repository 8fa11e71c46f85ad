/// Paths by the names that they end in, the name of the file first: two ways to write one path are one path.
struct PathEnds {
  /// What one path has to do with those that are held.
  struct Match {
    /// What is exactly the path; nil where nothing is.
    var exact: Int?
    /// All that ends in the path, in the order in which they were added; the exact one is among them.
    var fits: [Int] = []
    /// The longest of what the path ends in, with the names in it.
    var end: (index: Int, count: Int)?
    /// The names in the path, the root among them.
    var count = 0
  }

  private struct Step: Hashable {
    let node: Int
    let name: Substring
  }

  private struct Node {
    var owner: Int?
    var fits: [Int] = []
  }

  private var nodes = [Node()]
  private var next: [Step: Int] = [:]

  /// Holds `paths` by their indices; of two that are one path, the first.
  ///
  /// - Complexity: O(bytes of the paths).
  init(_ paths: [String]) {
    for (index, path) in paths.enumerated() where match(path).exact == nil {
      var way = [0]
      for name in Self.names(path).reversed() {
        let step = Step(node: way[way.count - 1], name: name)
        let node = next[step] ?? nodes.count
        if node == nodes.count {
          nodes.append(Node())
          next[step] = node
        }
        way.append(node)
      }
      for node in way.dropFirst() { nodes[node].fits.append(index) }
      nodes[way[way.count - 1]].owner = index
    }
  }

  /// Looks for `path`.
  ///
  /// - Complexity: O(bytes of the path).
  func match(_ path: String) -> Match {
    let names = Self.names(path)
    var match = Match(count: names.count)
    var (node, count) = (0, 0)
    for name in names.reversed() {
      guard let following = next[Step(node: node, name: name)] else { return match }
      node = following
      count += 1
      if let owner = nodes[node].owner { match.end = (owner, count) }
    }
    match.exact = nodes[node].owner
    match.fits = nodes[node].fits
    return match
  }

  /// The names in `path`, an empty one in front where it begins at the root.
  private static func names(_ path: String) -> [Substring] {
    var names = path.split(separator: "/")[...]
    while names.count > 1, names.first == "." { names.removeFirst() }
    return (path.hasPrefix("/") ? [""] : []) + names
  }
}
