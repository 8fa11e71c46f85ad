/// Checks what the syntax alone does not say: no match begins with a gap, edges and what must follow stand
/// outside, and no match is empty.
struct PatternCheck {
  /// Where a node stands in its pattern.
  private struct Place {
    /// Nothing stands before it.
    var isFirst = true
    /// Nothing stands after it.
    var isLast = true
    /// The match may begin here, because all that stands before it may be missing.
    var mayBegin = true
  }

  /// Ranges of the gaps, edges, references and lookaheads.
  private let operators: [Range<Int>]
  /// How many of them were visited.
  private var visited = 0
  private let whole: Range<Int>
  private var references: [ParsedPattern.Reference] = []

  /// - Throws: `ExpressionProblem` at the first operator that stands wrong.
  static func check(
    _ node: PatternNode, _ operators: [Range<Int>], length: Int
  ) throws(ExpressionProblem) -> ParsedPattern {
    var check = PatternCheck(operators: operators, whole: 0..<length)
    guard holdsText(node) else { throw .withoutText(check.whole) }
    try check.visit(node, Place())
    return ParsedPattern(node: node, references: check.references)
  }

  private init(operators: [Range<Int>], whole: Range<Int>) {
    self.operators = operators
    self.whole = whole
  }

  /// Whether every match of `node` holds some text.
  private static func holdsText(_ node: PatternNode) -> Bool {
    switch node {
    case .literal, .reference: true
    case .gap, .start, .end, .optional, .lookahead: false
    case .sequence(let nodes): nodes.contains(where: holdsText)
    case .alternatives(let nodes): nodes.allSatisfy(holdsText)
    }
  }

  /// Whether a gap after `node` follows something: text that cannot be missing, or an edge.
  private static func isFirm(_ node: PatternNode) -> Bool {
    switch node {
    case .literal, .reference, .start, .end: true
    case .gap, .optional, .lookahead: false
    case .sequence(let nodes): nodes.contains(where: isFirm)
    case .alternatives(let nodes): nodes.allSatisfy(isFirm)
    }
  }

  /// Whether `node` does not match at each place of a text.
  private static func asksForSomething(_ node: PatternNode) -> Bool {
    switch node {
    case .literal, .reference, .start, .end: true
    case .gap(let minimum, _): minimum > 0
    case .optional: false
    case .lookahead(let inner): asksForSomething(inner)
    case .sequence(let nodes): nodes.contains(where: asksForSomething)
    case .alternatives(let nodes): nodes.allSatisfy(asksForSomething)
    }
  }

  private mutating func visit(_ node: PatternNode, _ place: Place) throws(ExpressionProblem) {
    switch node {
    case .literal: return
    case .reference(let name):
      references.append(
        ParsedPattern.Reference(
          name: name, range: next(), isFirst: place.isFirst, isLast: place.isLast))
    case .gap:
      let range = next()
      if place.mayBegin { throw .gapAtStart(range) }
    case .start:
      let range = next()
      if !place.isFirst { throw .misplacedEdge("^", "start", range) }
    case .end:
      let range = next()
      if !place.isLast { throw .misplacedEdge("$", "end", range) }
    case .lookahead(let inner):
      let range = next()
      if !place.isLast { throw .misplacedLookahead(range) }
      if !Self.asksForSomething(inner) { throw .idleLookahead(range) }
      try visit(inner, Place(isFirst: false, mayBegin: false))
    case .alternatives(let nodes):
      for inner in nodes { try visit(inner, place) }
    case .optional(let inner): try visit(inner, place)
    case .sequence(let nodes):
      var mayBegin = place.mayBegin
      for (index, inner) in nodes.enumerated() {
        try visit(
          inner,
          Place(
            isFirst: place.isFirst && index == 0,
            isLast: place.isLast && index == nodes.count - 1, mayBegin: mayBegin))
        if Self.isFirm(inner) { mayBegin = false }
      }
    }
  }

  private mutating func next() -> Range<Int> {
    guard visited < operators.count else { return whole }
    visited += 1
    return operators[visited - 1]
  }
}
