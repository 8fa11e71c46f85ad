/// Union-find: which of the numbers below `count` have been joined, directly or in a chain.
///
/// The smallest member stands for its set, so the outcome does not depend on the order of joins.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The smallest member of the set of `member`; near constant time by path halving.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// Joins two sets, which may be one already.
  mutating func join(_ one: Int, _ other: Int) {
    let (left, right) = (root(of: one), root(of: other))
    parents[max(left, right)] = min(left, right)
  }
}
