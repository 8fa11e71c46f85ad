import Diagnostics
import SourceText

/// Labels, lexicons and named patterns.
extension PackResolver {
  mutating func resolveLabels(_ node: FileNode) {
    for entry in reader.entries(node, "labels")
    where reader.name(entry.key, "label", at: entry.keyNode.label) {
      if let first = labelIndex[entry.key] {
        let span = labels[first].span
        reader.report(
          .duplicateDefinition(
            "label", entry.key, at: entry.keyNode.label,
            first: Label(file: span.file, span: span.span)))
        continue
      }
      guard let label = label(entry.key, entry.node, entry.keyNode) else {
        faulty.insert(entry.key)
        continue
      }
      labelIndex[entry.key] = labels.count
      labels.append(label)
    }
  }

  private mutating func label(
    _ name: String, _ node: FileNode, _ key: FileNode
  ) -> LabelDeclaration? {
    let kinds = ["levels", "choices", "mark", "amount", "text", "date"]
    let entries = reader.entries(node, "a label", known: ["on", "role", "title"] + kinds)
    guard let on = required("on", entries, "label `\(name)`", key) else { return nil }
    guard let unit = UnitKind(rawValue: on) else {
      reader.report(
        .invalidValue(
          on, of: "on", known: UnitKind.allCases.map(\.rawValue),
          at: entries["on"]?.label ?? key.label))
      return nil
    }
    let given = kinds.filter { entries[$0] != nil }
    guard given.count == 1, let kind = given.first, let value = entries[kind] else {
      reader.report(
        .missingKey(
          "one of levels, choices, mark, amount, text, date", in: "label `\(name)`", at: key.label))
      return nil
    }
    let role = entries["role"].flatMap { reader.text($0, "role") } ?? "structure"
    guard let role = LabelDeclaration.Role(rawValue: role) else {
      reader.report(
        .invalidValue(
          role, of: "role", known: LabelDeclaration.Role.allCases.map(\.rawValue),
          at: entries["role"]?.label ?? key.label))
      return nil
    }
    guard let kind = labelKind(kind, value) else { return nil }
    return LabelDeclaration(
      name: name, unit: unit, kind: kind, role: role,
      title: reader.title(entries["title"], default: name), span: key.span)
  }

  private mutating func labelKind(_ kind: String, _ value: FileNode) -> LabelDeclaration.Kind? {
    switch kind {
    case "levels", "choices":
      let names = reader.texts(value, kind)
      guard !names.isEmpty else {
        if value.isEmpty { reader.report(.expectedList(kind, at: value.label)) }
        return nil
      }
      return kind == "levels" ? .level(names) : .choice(names)
    default:
      guard reader.text(value, kind) == "true" else {
        reader.report(.invalidValue("…", of: kind, known: ["true"], at: value.label))
        return nil
      }
      switch kind {
      case "mark": return .mark
      case "amount": return .amount
      case "text": return .text
      default: return .date
      }
    }
  }

  mutating func resolveLexicons(_ node: FileNode) {
    for entry in reader.entries(node, "lexicons")
    where reader.name(entry.key, "lexicon", at: entry.keyNode.label) {
      if let first = lexicons.first(where: { $0.name == entry.key }) {
        reportTwice("lexicon", entry, first.span)
        continue
      }
      lexicons.append(lexicon(entry.key, entry.node, entry.keyNode))
    }
  }

  private mutating func lexicon(_ name: String, _ node: FileNode, _ key: FileNode) -> Lexicon {
    var list = node
    var includes: [String] = []
    if case .mapping = node.node.content {
      let entries = reader.entries(node, "a lexicon", known: ["include", "terms"])
      includes = entries["include"].map { reader.texts($0, "include") } ?? []
      guard let terms = entries["terms"] else {
        return Lexicon(name: name, terms: [], includes: includes, span: key.span)
      }
      list = terms
    }
    var seen: [String: FileNode] = [:]
    var terms: [Lexicon.Term] = []
    for item in reader.items(list, "a lexicon") {
      guard let text = reader.text(item, "term") else { continue }
      if let first = seen[text] {
        reader.report(.duplicateTerm(text, at: item.label, first: first.label))
        continue
      }
      seen[text] = item
      terms.append(Lexicon.Term(text: text, span: item.span))
    }
    return Lexicon(name: name, terms: terms, includes: includes, span: key.span)
  }

  mutating func resolvePatterns(_ node: FileNode) {
    for entry in reader.entries(node, "patterns")
    where reader.name(entry.key, "pattern", at: entry.keyNode.label) {
      if let first = patterns.first(where: { $0.name == entry.key })?.pattern.span
        ?? lexicons.first(where: { $0.name == entry.key })?.span
      {
        reportTwice("pattern", entry, first)
        continue
      }
      guard let pattern = reader.pattern(entry.node) else {
        faulty.insert(entry.key)
        continue
      }
      patterns.append(NamedPattern(name: entry.key, pattern: pattern))
    }
  }

  private mutating func reportTwice(
    _ what: String, _ entry: (key: String, node: FileNode, keyNode: FileNode),
    _ first: LocatedSpan
  ) {
    reader.report(
      .duplicateDefinition(
        what, entry.key, at: entry.keyNode.label,
        first: Label(file: first.file, span: first.span)))
  }
}
