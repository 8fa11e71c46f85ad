import RuleLanguage

extension RuleLanguage.PatternNode {
  /// The node as rule files write it; escapes are left out.
  var text: String {
    switch self {
    case .literal(let text): text
    case .reference(let name): "<\(name)>"
    case .gap(let minimum, let maximum):
      minimum == 0 ? "..\(maximum)" : "..\(minimum)-\(maximum)"
    case .sequence(let nodes): nodes.map(\.text).joined()
    case .alternatives(let nodes): "(" + nodes.map(\.text).joined(separator: "|") + ")"
    case .optional(let inner):
      if case .alternatives = inner { "\(inner.text)?" } else { "(\(inner.text))?" }
    case .start: "^"
    case .end: "$"
    case .lookahead(let inner):
      if case .alternatives = inner { "(?=\(inner.text.dropFirst())" } else { "(?=\(inner.text))" }
    }
  }
}
