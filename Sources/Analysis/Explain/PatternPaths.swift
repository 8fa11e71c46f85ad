import RuleLanguage

/// A way through a pattern: words one after the other, with what may stand between them.
struct PatternPath {
  enum Part {
    /// A stretch without gaps.
    case words(RuleLanguage.PatternNode)
    case start
    case end
  }

  private(set) var parts: [Part] = []
  /// Characters between each part and the next.
  private(set) var gaps: [ClosedRange<Int>] = []
  /// The first of the parts that must follow the match; nil where nothing must.
  private(set) var firstBehind: Int?
  private var pending: ClosedRange<Int>?

  /// How many ways of one pattern are looked at; patterns have few.
  private static let mostPaths = 32

  /// The ways through `node`; with many optional parts not all of them.
  static func paths(_ node: RuleLanguage.PatternNode) -> [PatternPath] {
    expand(node, after: [PatternPath()])
  }

  private static func expand(
    _ node: RuleLanguage.PatternNode, after paths: [PatternPath]
  ) -> [PatternPath] {
    switch node {
    case .gap(let minimum, let maximum): paths.map { $0.crossing(minimum...maximum) }
    // One Han character is no word to look for.
    case .reference(PatternAtom.han.rawValue): paths.map { $0.crossing(1...1) }
    case .literal, .reference: paths.map { $0.adding(.words(node)) }
    case .start: paths.map { $0.adding(.start) }
    case .end: paths.map { $0.adding(.end) }
    case .lookahead(let inner): expand(inner, after: paths.map(\.endingHere))
    case .optional(let inner): Array((expand(inner, after: paths) + paths).prefix(mostPaths))
    case .alternatives(let nodes):
      if nodes.allSatisfy({ !isSplit($0) && $0 != .reference(PatternAtom.han.rawValue) }) {
        paths.map { $0.adding(.words(node)) }
      } else {
        Array(nodes.flatMap { expand($0, after: paths) }.prefix(mostPaths))
      }
    case .sequence(let nodes): nodes.reduce(paths) { expand($1, after: $0) }
    }
  }

  /// Whether the node is no stretch that can be looked for as one part.
  private static func isSplit(_ node: RuleLanguage.PatternNode) -> Bool {
    switch node {
    case .gap, .lookahead: true
    case .literal, .reference, .start, .end: false
    case .optional(let inner): isSplit(inner)
    case .alternatives(let nodes), .sequence(let nodes): nodes.contains(where: isSplit)
    }
  }

  private var endingHere: PatternPath {
    var path = self
    path.firstBehind = parts.count
    return path
  }

  private func adding(_ part: Part) -> PatternPath {
    var path = self
    // What may stand before the first words is no condition on where they stand.
    if !parts.isEmpty { path.gaps.append(pending ?? 0...0) }
    path.parts.append(part)
    path.pending = nil
    return path
  }

  private func crossing(_ gap: ClosedRange<Int>) -> PatternPath {
    var path = self
    let before = pending ?? 0...0
    path.pending = before.lowerBound + gap.lowerBound...before.upperBound + gap.upperBound
    return path
  }
}
