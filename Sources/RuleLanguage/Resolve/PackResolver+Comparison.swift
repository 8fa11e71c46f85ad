import Diagnostics

extension PackResolver {
  /// Reads what the pack says of comparing articles; faulty parts are left out, with a diagnostic.
  mutating func resolveComparison(_ node: FileNode) {
    let entries = reader.entries(node, .comparison)
    var settings = ComparisonSettings()
    for entry in entries["masks"].map({ reader.entries($0, "`masks`") }) ?? [] {
      if let mask = mask(entry) { settings.masks.append(mask) }
    }
    for field in entries["name-fields"].map({ reader.items($0, "name-fields") }) ?? [] {
      if let name = nameField(field) { settings.nameFields.append(name) }
    }
    settings.formulas = patterns("formulas", entries)
    for entry in entries["phases"].map({ reader.entries($0, "`phases`") }) ?? [] {
      if let phase = phase(entry) { settings.phases.append(phase) }
    }
    if let node = entries["sentences"] {
      let templates = reader.entries(node, .sentences)
      for template in ComparisonSettings.Template.allCases {
        guard let text = templates[template.rawValue] else { continue }
        settings.templates[template] = reader.title(text, default: "")
      }
    }
    settings.forbidden = entries["forbidden"].map { reader.texts($0, "forbidden") } ?? []
    if let node = entries["sentences"] { refuse(settings.forbidden, in: node) }
    comparison = settings
  }

  /// A sentence with a forbidden word would be left out of every report, and nobody would know why.
  private mutating func refuse(_ forbidden: [String], in templates: FileNode) {
    switch templates.node.content {
    case .mapping(let entries):
      for entry in entries {
        refuse(forbidden, in: FileNode(file: templates.file, node: entry.value))
      }
    case .scalar(let scalar):
      for word in forbidden {
        guard let place = scalar.text.utf8.firstRange(of: word.utf8), !place.isEmpty else {
          continue
        }
        let start = scalar.text.utf8.distance(from: scalar.text.startIndex, to: place.lowerBound)
        let label = templates.label(start..<start + word.utf8.count)
        reader.report(.forbiddenWord(word, at: label))
      }
    case .sequence: break
    }
  }

  private mutating func patterns(_ key: String, _ entries: FileEntries) -> [PatternExpression] {
    let items = entries[key].map { reader.items($0, key) } ?? []
    return items.compactMap { reader.pattern($0) }
  }

  private mutating func mask(_ entry: FileEntry) -> ComparisonSettings.Mask? {
    let place = entry.keyNode.label
    guard reader.isName(entry.key, "mask", at: place) else { return nil }
    let entries = reader.entries(entry.value, .mask)
    _ = reader.required("patterns", entries, "mask `\(entry.key)`", at: place)
    return ComparisonSettings.Mask(
      name: entry.key, title: reader.title(entries["title"], default: entry.key),
      patterns: patterns("patterns", entries), exceptions: patterns("except", entries),
      trim: patterns("trim", entries))
  }

  private mutating func nameField(_ node: FileNode) -> String? {
    guard let name = reader.text(node, "a label"), let label = label(named: name, at: node.label)
    else { return nil }
    if label.role == .metadata, label.kind == .text { return name }
    reader.report(.wrongKind(name, expected: "metadata that is text", at: node.label))
    return nil
  }

  private mutating func phase(_ entry: FileEntry) -> ComparisonSettings.Phase? {
    let place = entry.keyNode.label
    guard reader.isName(entry.key, "phase", at: place) else { return nil }
    let entries = reader.entries(entry.value, .phase)
    let what = "phase `\(entry.key)`"
    let from = reader.required("from", entries, what, at: place)
    let to = reader.required("to", entries, what, at: place)
    let title = reader.title(entries["title"], default: entry.key)
    let first = from.flatMap { reader.date($0, "from") }
    let last = to.flatMap { reader.date($0, "to") }
    guard let from, let first, let to, let last else { return nil }
    // Compared as far as both are stated: the whole of a year or month belongs to the phase.
    guard first.prefix(last.count) <= last.prefix(first.count) else {
      reader.report(.phaseReversed(entry.key, at: to.label, from: from.label))
      return nil
    }
    return ComparisonSettings.Phase(name: entry.key, title: title, from: first, to: last)
  }
}
