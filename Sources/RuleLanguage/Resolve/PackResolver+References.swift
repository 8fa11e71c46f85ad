import Diagnostics

/// References between patterns, lexicons and labels, once all names are known.
extension PackResolver {
  /// How many lexicons or patterns may refer to one another in a row.
  private static let deepestReferences = 32

  /// Checks all references of patterns and lexicons, and that none reaches itself; true when every
  /// chain of references between patterns ends, and soon.
  mutating func checkReferences() -> Bool {
    let atoms = PatternAtom.allCases.map(\.rawValue)
    let known = lexicons.map(\.name) + patterns.map(\.name) + values.map(\.name) + atoms
    for reference in reader.references where !isKnownTerm(reference.name) && !reader.isFull {
      reader.report(.unknownReference(reference.name, known: known, at: reference.label))
    }
    let lexiconNames = lexicons.map(\.name)
    let names = Set(lexiconNames)
    for include in includes where !names.contains(include.name) {
      if faultyTerms.contains(include.name) || reader.isFull { continue }
      reader.report(.unknownReference(include.name, known: lexiconNames, at: include.label))
    }
    let terms = Set(values.map(\.name) + patterns.map(\.name) + lexiconNames)
    let isBounded = checkChains(
      "patterns",
      patterns.map { ($0.name, references($0.pattern.node)) }
        + values.map { ($0.name, references($0).filter(terms.contains)) },
      remedy: "a pattern cannot contain itself; use a gap such as `..8`")
    _ = checkChains(
      "lexicons", lexicons.map { ($0.name, $0.includes) },
      remedy: "put the terms that both need into a third lexicon")
    if isBounded { checkNestedEdges() }
    return isBounded
  }

  private func isKnownTerm(_ name: String) -> Bool {
    termNames[name] != nil || faultyTerms.contains(name)
      || PatternAtom(rawValue: name) != nil
  }

  private func references(_ value: ValueDefinition) -> [String] {
    var names = references(value.node)
    names += value.exceptions.flatMap { references($0.node) }
    for form in value.forms {
      for formula in form.reading.formulas { names += formula.formula.names }
      if let base = form.reading.base { names.append(base) }
    }
    return names
  }

  private func references(_ node: PatternNode) -> [String] {
    switch node {
    case .reference(let name): [name]
    case .sequence(let nodes), .alternatives(let nodes): nodes.flatMap(references)
    case .optional(let inner), .lookahead(let inner): references(inner)
    case .literal, .gap, .start, .end: []
    }
  }

  /// Reports each way in which a name reaches itself once, and a chain that is too long; true when
  /// there is neither.
  private mutating func checkChains(
    _ what: String, _ graph: [(name: String, references: [String])], remedy: String
  ) -> Bool {
    let graph = ReferenceGraph(graph, deepest: Self.deepestReferences)
    for cycle in graph.cycles {
      guard let span = termNames[cycle[0]] else { continue }
      reader.report(.referenceCycle(what, cycle, remedy: remedy, at: span.label))
    }
    if let name = graph.tooDeep, let span = termNames[name] {
      reader.report(
        .referencesTooDeep(what, name, limit: Self.deepestReferences, at: span.label))
    }
    return graph.cycles.isEmpty && graph.tooDeep == nil
  }

  /// Reports references inside a pattern to patterns that hold only at an edge.
  private mutating func checkNestedEdges() {
    let nodes = Dictionary(
      patterns.map { ($0.name, $0.pattern.node) } + values.map { ($0.name, $0.node) },
      uniquingKeysWith: { $1 })
    var known: [String: EdgeUse] = [:]
    for value in values where edges(value.node, nodes, &known) != EdgeUse() {
      reader.report(.edgeInValue(value.name, at: value.span.label))
    }
    for reference in reader.references where nodes[reference.name] != nil {
      let use = edges(.reference(reference.name), nodes, &known)
      if use.start, !reference.isFirst {
        let problem = ExpressionProblem.misplacedEdge("^", "start", 0..<0)
        reader.report(.expression(problem, via: reference.name, at: reference.label))
      } else if use.end, !reference.isLast {
        let problem = ExpressionProblem.misplacedEdge("$", "end", 0..<0)
        reader.report(.expression(problem, via: reference.name, at: reference.label))
      }
    }
  }

  /// Which edges a pattern holds, itself or through a reference.
  private struct EdgeUse: Hashable {
    var start = false
    var end = false

    mutating func add(_ other: EdgeUse) {
      start = start || other.start
      end = end || other.end
    }
  }

  private func edges(
    _ node: PatternNode, _ nodes: [String: PatternNode], _ known: inout [String: EdgeUse]
  ) -> EdgeUse {
    var use = EdgeUse()
    switch node {
    case .start: use.start = true
    case .end: use.end = true
    case .literal, .gap: break
    case .optional(let inner), .lookahead(let inner): use = edges(inner, nodes, &known)
    case .sequence(let inner), .alternatives(let inner):
      for member in inner { use.add(edges(member, nodes, &known)) }
    case .reference(let name):
      if let found = known[name] { return found }
      if let inner = nodes[name] { use = edges(inner, nodes, &known) }
      known[name] = use
    }
    return use
  }

  /// The declared label, or nil after a diagnostic.
  mutating func label(named name: String, at label: Label) -> LabelDeclaration? {
    if let index = labelIndex[name] { return labels[index] }
    if !faultyLabels.contains(name), !reader.isFull {
      reader.report(.unknownLabel(name, known: labels.map(\.name), at: label))
    }
    return nil
  }
}
