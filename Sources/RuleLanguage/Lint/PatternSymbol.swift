/// One step of a way through a pattern.
enum PatternSymbol: Hashable {
  case character(Unicode.Scalar)
  /// A lexicon, an atom, or a named pattern that is not looked into: it has too many ways, or says what
  /// must follow, which overlaps what stands behind the name.
  case reference(String)
  case gap(minimum: Int, maximum: Int)
  case start
  case end
  /// The match ends here; the symbols behind it must follow.
  case lookahead

  /// Whether it is a Latin letter or a digit, which match as whole words only.
  var isWord: Bool {
    guard case .character(let scalar) = self else { return false }
    return scalar.isWord
  }
}

extension [PatternSymbol] {
  /// Without what must follow the match.
  var kept: [PatternSymbol] { Array(prefix { $0 != .lookahead }) }
}

extension Unicode.Scalar {
  /// Whether Latin words and figures are made of it.
  var isWord: Bool {
    ("0"..."9").contains(self) || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}

/// Lists the ways through patterns: each alternative chosen, each optional part taken or left.
struct PatternExpander {
  /// One way: literals whole, as they stand between operators.
  typealias Way = [Step]

  enum Step: Hashable {
    case text(String)
    case symbol(PatternSymbol)
  }

  /// A pattern with more ways is not looked into.
  private static let mostWays = 96
  private static let mostInnerWays = 24

  let named: [String: PatternNode]
  let fold: @Sendable (String) -> String

  /// The ways through `node`, or nil where there are too many.
  ///
  /// - Complexity: O(ways · length); their number is bounded.
  func ways(_ node: PatternNode) -> [Way]? { ways(node, limit: Self.mostWays) }

  /// The ways through `node` symbol by symbol, or nil where there are too many.
  func symbols(_ node: PatternNode) -> [[PatternSymbol]]? {
    ways(node)?.map { way in
      way.flatMap { step -> [PatternSymbol] in
        switch step {
        case .text(let text): text.unicodeScalars.map { .character($0) }
        case .symbol(let symbol): [symbol]
        }
      }
    }
  }

  private func ways(_ node: PatternNode, limit: Int) -> [Way]? {
    switch node {
    case .literal(let text): return [[.text(fold(text))]]
    case .reference(let name):
      if let inner = named[name], let ways = ways(inner, limit: min(limit, Self.mostInnerWays)),
        !ways.joined().contains(.symbol(.lookahead))
      {
        return ways
      }
      return [[.symbol(.reference(name))]]
    case .gap(let minimum, let maximum):
      return [[.symbol(.gap(minimum: minimum, maximum: maximum))]]
    case .start: return [[.symbol(.start)]]
    case .end: return [[.symbol(.end)]]
    case .lookahead(let inner): return ways(inner, limit: limit)?.map { [.symbol(.lookahead)] + $0 }
    case .optional(let inner):
      guard let ways = ways(inner, limit: limit - 1) else { return nil }
      return ways + [[]]
    case .alternatives(let nodes):
      var result: [Way] = []
      for inner in nodes {
        guard let ways = ways(inner, limit: limit - result.count) else { return nil }
        result += ways
        if result.count > limit { return nil }
      }
      return result
    case .sequence(let nodes):
      var result: [Way] = [[]]
      for inner in nodes {
        guard let ways = ways(inner, limit: limit / result.count) else { return nil }
        if result.count * ways.count > limit { return nil }
        result = result.flatMap { head in ways.map { head + $0 } }
      }
      return result
    }
  }
}

extension PatternExpander.Way {
  /// The match and what must follow it as one stretch of text.
  var withoutLookahead: Self { filter { $0 != .symbol(.lookahead) } }
}
