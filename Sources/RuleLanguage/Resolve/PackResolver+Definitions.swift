import Diagnostics

/// Lexicons and named patterns.
extension PackResolver {
  mutating func resolveLexicons(_ node: FileNode) {
    for entry in reader.entries(node, "`lexicons`") where define("lexicon", entry) {
      lexicons.append(lexicon(entry.key, entry.value, entry.keyNode))
    }
  }

  mutating func resolvePatterns(_ node: FileNode) {
    for entry in reader.entries(node, "`patterns`") where define("pattern", entry) {
      if let pattern = reader.pattern(entry.value) {
        patterns.append(NamedPattern(name: entry.key, pattern: pattern))
      }
    }
  }

  /// Whether the key is a good and new name for a lexicon, pattern or value.
  mutating func define(_ what: String, _ entry: FileEntry) -> Bool {
    guard reader.isName(entry.key, what, at: entry.keyNode.label) else {
      faultyTerms.insert(entry.key)
      return false
    }
    if PatternAtom(rawValue: entry.key) != nil {
      reader.report(
        .reservedName(entry.key, what, meaning: "an atom of patterns", at: entry.keyNode.label))
      return false
    }
    if let first = termNames[entry.key] {
      reader.report(
        .duplicateDefinition(what, entry.key, at: entry.keyNode.label, first: first.label))
      faultyTerms.insert(entry.key)
      return false
    }
    termNames[entry.key] = entry.keyNode.span
    return true
  }

  private mutating func lexicon(_ name: String, _ node: FileNode, _ key: FileNode) -> Lexicon {
    guard node.isMapping else {
      return Lexicon(name: name, terms: terms(node), includes: [], span: key.span)
    }
    let entries = reader.entries(node, .lexicon)
    if entries["include"] == nil {
      let list = reader.required("terms", entries, "lexicon `\(name)`", at: key.label)
      return Lexicon(name: name, terms: list.map { terms($0) } ?? [], includes: [], span: key.span)
    }
    var included: [String] = []
    for item in entries["include"].map({ reader.items($0, "include") }) ?? [] {
      guard let text = reader.text(item, "include") else { continue }
      included.append(text)
      includes.append((text, item.label))
    }
    return Lexicon(
      name: name, terms: entries["terms"].map { terms($0, mayBeEmpty: true) } ?? [],
      includes: included, span: key.span)
  }

  private mutating func terms(
    _ node: FileNode, mayBeEmpty: Bool = false
  ) -> [Lexicon.Term] {
    if mayBeEmpty, node.node.content == .sequence([]) { return [] }
    return reader.items(node, "a lexicon").compactMap { item in
      reader.text(item, "a term").map { Lexicon.Term(text: $0, span: item.span) }
    }
  }
}
