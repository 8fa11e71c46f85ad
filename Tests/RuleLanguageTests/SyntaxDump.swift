import RuleLanguage

/// A tree as one line: `(seq a b)`, `(map (k v))`, scalars in `"…"` where they are not one word.
func syntaxDump(_ node: SyntaxNode?) -> String {
  guard let node else { return "nil" }
  switch node.content {
  case .scalar(let scalar):
    let isWord = !scalar.text.isEmpty && !scalar.text.contains { " \n\t\"()".contains($0) }
    return isWord ? scalar.text : scalar.text.debugDescription
  case .sequence(let items):
    return "(seq" + items.map { " " + syntaxDump($0) }.joined() + ")"
  case .mapping(let entries):
    return "(map" + entries.map { " (\(syntaxDump($0.key)) \(syntaxDump($0.value)))" }.joined()
      + ")"
  }
}
