package import Diagnostics
package import RuleLanguage
package import SourceText

/// Reads an expectation file.
package struct ExpectationReader {
  private let file: SourceFile
  private let labels: [LabelDeclaration]
  private let scores: [String]
  private var diagnostics: [Diagnostic] = []

  private init(_ file: SourceFile, _ labels: [LabelDeclaration], _ scores: [String]) {
    self.file = file
    self.labels = labels
    self.scores = scores
  }

  /// The expectation in `file` for a pack with `labels` and the names of its `scores`, or nil with the
  /// diagnostics that say why it cannot be read.
  ///
  /// Tags, slots and scores must be among them: one that the pack does not have is absent from every
  /// result, so that a misspelt name with level 0 would agree with whatever the analysis says.
  ///
  /// - Complexity: O(bytes), and for each unknown name a comparison with all labels.
  package static func read(
    _ file: SourceFile, labels: [LabelDeclaration], scores: [String]
  ) -> (expectation: Expectation?, diagnostics: [Diagnostic]) {
    let (root, problems) = SyntaxParser.parse(file, index: 0)
    guard let root, problems.allSatisfy({ $0.severity != .error }) else { return (nil, problems) }
    var reader = ExpectationReader(file, labels, scores)
    let expectation = reader.expectation(root)
    let all = problems + reader.diagnostics
    return (all.contains { $0.severity == .error } ? nil : expectation, all)
  }

  private mutating func expectation(_ root: SyntaxNode) -> Expectation {
    var result = Expectation(metadata: [], paragraphs: nil, open: [])
    for entry in entries(root) {
      switch text(entry.key) {
      case "document":
        result.metadata = entries(entry.value).map {
          .init(name: text($0.key), value: text($0.value))
        }
      case "paragraphs": result.paragraphs = items(entry.value).map { paragraph($0) }
      case "open": result.open = items(entry.value).map { text($0) }
      default: unknown(entry.key, among: ["document", "paragraphs", "open"])
      }
    }
    return result
  }

  private mutating func paragraph(_ node: SyntaxNode) -> Expectation.Paragraph {
    var result = Expectation.Paragraph(starts: "", tags: [], via: nil, directives: [])
    for entry in entries(node) {
      switch text(entry.key) {
      case "starts": result.starts = text(entry.value)
      case "tags":
        result.tags = entries(entry.value).map {
          .init(name: name($0.key, .tag), value: level($0.value))
        }
      case "via": result.via = text(entry.value)
      case "directives": result.directives = items(entry.value).map { directive($0) }
      default: unknown(entry.key, among: ["starts", "tags", "via", "directives"])
      }
    }
    if result.starts.isEmpty { report("a paragraph needs `starts`", node) }
    return result
  }

  private mutating func directive(_ node: SyntaxNode) -> Expectation.Directive {
    var result = Expectation.Directive(
      starts: "", ends: "", classification: nil, slots: [], scores: [])
    for entry in entries(node) {
      switch text(entry.key) {
      case "starts": result.starts = text(entry.value)
      case "ends": result.ends = text(entry.value)
      case "class": result.classification = text(entry.value)
      case "slots":
        result.slots = entries(entry.value).map {
          .init(name: name($0.key, .slot), value: number($0.value))
        }
      case let score:
        guard scores.contains(score) else {
          let keys = ["starts", "ends", "class", "slots"]
          unknown(score, "score", entry.key, among: scores, orKeys: keys)
          continue
        }
        if let band = band(entry.value) { result.scores.append(.init(name: score, value: band)) }
      }
    }
    if result.starts.isEmpty || result.ends.isEmpty {
      report("a directive needs `starts` and `ends`", node)
    }
    return result
  }

  private mutating func band(_ node: SyntaxNode) -> ClosedRange<Double>? {
    let bounds = items(node).map { number($0) }
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      report("a score band is written `[lowest, highest]`", node)
      return nil
    }
    return bounds[0]...bounds[1]
  }

  private mutating func entries(_ node: SyntaxNode) -> [SyntaxNode.Entry] {
    switch node.content {
    case .mapping(let entries): return entries
    case .scalar(let scalar) where scalar.text.isEmpty: return []
    case .scalar, .sequence:
      report("expected a mapping", node)
      return []
    }
  }

  private mutating func items(_ node: SyntaxNode) -> [SyntaxNode] {
    switch node.content {
    case .sequence(let items): return items
    case .scalar(let scalar) where scalar.text.isEmpty: return []
    case .scalar, .mapping:
      report("expected a list", node)
      return []
    }
  }

  private mutating func text(_ node: SyntaxNode) -> String {
    if case .scalar(let scalar) = node.content { return scalar.text }
    report("expected text", node)
    return ""
  }

  private mutating func number(_ node: SyntaxNode) -> Double {
    if let value = Double(text(node)), abs(value) <= 1_000_000 { return value }
    report("expected a number of at most a million", node)
    return 0
  }

  /// A level of a tag, or 0 after a diagnostic: what lies between two levels is none.
  private mutating func level(_ node: SyntaxNode) -> Int {
    let value = number(node)
    if let level = Int(exactly: value), level >= 0 { return level }
    report("a level is a whole number from 0", node)
    return 0
  }

  /// The name of a label with `role`, or "" after a diagnostic.
  private mutating func name(_ node: SyntaxNode, _ role: LabelDeclaration.Role) -> String {
    let name = text(node)
    let known = labels.filter { $0.role == role }.map(\.name)
    guard !name.isEmpty, !known.contains(name) else { return name }
    unknown(name, role.rawValue, node, among: known)
    return name
  }

  /// Says that the pack has no `kind` of this name; a slip may also be one of the `keys` that stand there.
  private mutating func unknown(
    _ name: String, _ kind: String, _ node: SyntaxNode, among known: [String],
    orKeys keys: [String] = []
  ) {
    let nearest = EditDistance.nearest(to: name, in: known + keys).map { "did you mean `\($0)`?" }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    report(
      "the pack has no \(kind) `\(name)`", node,
      nearest ?? (known.isEmpty ? "the pack has none" : "the pack has \(list)"))
  }

  private mutating func unknown(_ key: SyntaxNode, among names: [String]) {
    report("unknown key `\(text(key))`; known are \(names.joined(separator: ", "))", key)
  }

  private mutating func report(_ message: String, _ node: SyntaxNode, _ note: String? = nil) {
    diagnostics.append(
      Diagnostic(
        DiagnosticCatalogue.malformedExpectation, .error, message,
        at: Label(file: 0, span: node.span), notes: note.map { [$0] } ?? []))
  }
}
