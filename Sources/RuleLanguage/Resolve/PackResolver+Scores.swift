import Diagnostics
import SourceText

extension PackResolver {
  mutating func resolveScores(_ node: FileNode) {
    for entry in reader.entries(node, "scores")
    where reader.name(entry.key, "score", at: entry.keyNode.label) {
      if let first = scores.first(where: { $0.name == entry.key }) {
        reader.report(
          .duplicateDefinition(
            "score", entry.key, at: entry.keyNode.label,
            first: Label(file: first.span.file, span: first.span.span)))
        continue
      }
      scores.append(score(entry.key, entry.node, entry.keyNode))
    }
  }

  private mutating func score(
    _ name: String, _ node: FileNode, _ key: FileNode
  ) -> ScoreDefinition {
    let entries = reader.entries(node, "a score", known: ["title", "parts", "adjust", "bands"])
    var parts: [ScoreDefinition.Part] = []
    if let node = entries["parts"] {
      for part in reader.entries(node, "parts") {
        guard let formula = scoreFormula(part.node, allowsTotal: false) else { continue }
        parts.append(ScoreDefinition.Part(name: part.key, formula: formula))
      }
    } else {
      reader.report(.missingKey("parts", in: "score `\(name)`", at: key.label))
    }
    let adjustments = entries["adjust"].map { node in
      reader.items(node, "adjust").compactMap { adjustment($0) }
    }
    let bands = entries["bands"].map { node in
      reader.items(node, "bands").compactMap { band($0) }
    }
    return ScoreDefinition(
      name: name, title: reader.title(entries["title"], default: name), parts: parts,
      adjustments: adjustments ?? [], bands: (bands ?? []).sorted { $0.minimum > $1.minimum },
      span: key.span)
  }

  private mutating func scoreFormula(_ node: FileNode, allowsTotal: Bool) -> FormulaExpression? {
    guard let formula = reader.formula(node) else { return nil }
    check(formula.formula, node, window: nil, allowsTotal: allowsTotal)
    return formula
  }

  private mutating func adjustment(_ node: FileNode) -> ScoreDefinition.Adjustment? {
    let entries = reader.entries(node, "an adjustment", known: ["id", "when", "value", "gives"])
    guard let id = required("id", entries, "an adjustment", node) else { return nil }
    guard let value = entries["value"] else {
      reader.report(.missingKey("value", in: "adjustment `\(id)`", at: node.label))
      return nil
    }
    guard let formula = scoreFormula(value, allowsTotal: true) else { return nil }
    return ScoreDefinition.Adjustment(
      id: id, when: entries["when"].flatMap { scoreFormula($0, allowsTotal: true) },
      value: formula, gives: entries["gives"].flatMap { gift($0) })
  }

  private mutating func band(_ node: FileNode) -> ScoreDefinition.Band? {
    let entries = reader.entries(node, "a band", known: ["name", "minimum", "title"])
    guard let name = required("name", entries, "a band", node) else { return nil }
    guard let minimum = entries["minimum"] else {
      reader.report(.missingKey("minimum", in: "band `\(name)`", at: node.label))
      return nil
    }
    guard let number = reader.number(minimum, "minimum", in: 0...100) else { return nil }
    return ScoreDefinition.Band(
      name: name, minimum: number, title: reader.title(entries["title"], default: name))
  }
}
