import Diagnostics
import SourceText

/// References between patterns, lexicons and labels.
extension PackResolver {
  var referenceNames: [String] {
    lexicons.map(\.name) + patterns.map(\.name) + PatternAtom.allCases.map(\.rawValue)
  }

  /// Checks the references of named patterns and lexicons, and that none reaches itself.
  mutating func checkReferences() {
    for pattern in patterns { checkReferences(pattern.pattern) }
    let names = lexicons.map(\.name)
    for lexicon in lexicons {
      for included in lexicon.includes {
        usedReferences.insert(included)
        guard !names.contains(included) else { continue }
        reader.report(
          .unknownReference(
            included, known: names,
            at: Label(file: lexicon.span.file, span: lexicon.span.span)))
      }
    }
    reportCycles(
      Dictionary(
        patterns.map { ($0.name, references($0.pattern.node)) }, uniquingKeysWith: { $1 }),
      spans: Dictionary(
        patterns.map { ($0.name, $0.pattern.span) }, uniquingKeysWith: { $1 }))
    reportCycles(
      Dictionary(lexicons.map { ($0.name, $0.includes) }, uniquingKeysWith: { $1 }),
      spans: Dictionary(lexicons.map { ($0.name, $0.span) }, uniquingKeysWith: { $1 }))
  }

  /// Reports references of `pattern` that mean nothing.
  mutating func checkReferences(_ pattern: PatternExpression) {
    for name in references(pattern.node) {
      usedReferences.insert(name)
      if faulty.contains(name) || referenceNames.contains(name) { continue }
      reader.report(
        .unknownReference(
          name, known: referenceNames,
          at: Label(file: pattern.span.file, span: pattern.span.span)))
    }
  }

  private func references(_ node: PatternNode) -> [String] {
    switch node {
    case .reference(let name): [name]
    case .sequence(let nodes), .alternatives(let nodes): nodes.flatMap(references)
    case .optional(let inner): references(inner)
    case .literal, .gap, .start, .end: []
    }
  }

  private mutating func reportCycles(_ graph: [String: [String]], spans: [String: LocatedSpan]) {
    var finished: Set<String> = []
    for start in graph.keys.sorted() where !finished.contains(start) {
      var path: [String] = []
      if let cycle = cycle(start, graph, &path, &finished), let span = spans[cycle[0]] {
        reader.report(
          .patternCycle(cycle, at: Label(file: span.file, span: span.span)))
      }
    }
  }

  private func cycle(
    _ name: String, _ graph: [String: [String]], _ path: inout [String],
    _ finished: inout Set<String>
  ) -> [String]? {
    if let index = path.firstIndex(of: name) { return path[index...] + [name] }
    guard !finished.contains(name) else { return nil }
    path.append(name)
    for next in graph[name] ?? [] {
      if let found = cycle(next, graph, &path, &finished) {
        finished.insert(name)
        return found
      }
    }
    path.removeLast()
    finished.insert(name)
    return nil
  }

  mutating func reportUnused() {
    for lexicon in lexicons where !usedReferences.contains(lexicon.name) {
      let label = Label(file: lexicon.span.file, span: lexicon.span.span)
      reader.report(.unused("lexicon", lexicon.name, at: label))
    }
    for pattern in patterns where !usedReferences.contains(pattern.name) {
      let span = pattern.pattern.span
      reader.report(.unused("pattern", pattern.name, at: Label(file: span.file, span: span.span)))
    }
  }

  /// The declared label, or nil after a diagnostic.
  mutating func label(named name: String, at label: Label) -> LabelDeclaration? {
    if let index = labelIndex[name] { return labels[index] }
    if !faulty.contains(name) {
      reader.report(.unknownLabel(name, known: labels.map(\.name), at: label))
    }
    return nil
  }
}
