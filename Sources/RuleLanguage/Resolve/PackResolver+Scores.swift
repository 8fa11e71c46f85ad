import Diagnostics

extension PackResolver {
  mutating func resolveScores(_ node: FileNode) {
    for entry in reader.entries(node, "`scores`")
    where reader.isName(entry.key, "score", at: entry.keyNode.label) {
      if let first = scores.first(where: { $0.name == entry.key }) {
        reader.report(
          .duplicateDefinition(
            "score", entry.key, at: entry.keyNode.label, first: first.span.label))
        continue
      }
      scores.append(score(entry))
    }
  }

  private mutating func score(_ entry: FileEntry) -> ScoreDefinition {
    let entries = reader.entries(entry.value, .score)
    var parts: [ScoreDefinition.Part] = []
    let place = entry.keyNode.label
    if let node = reader.required("parts", entries, "score `\(entry.key)`", at: place) {
      if node.isEmpty { reader.report(.expectedMapping("`parts`", at: node.label)) }
      for part in reader.entries(node, "`parts`") {
        guard reader.isName(part.key, "part", at: part.keyNode.label),
          let formula = formula(part.value, .score(hasTotal: false))
        else { continue }
        parts.append(ScoreDefinition.Part(name: part.key, formula: formula))
      }
    }
    return ScoreDefinition(
      name: entry.key, title: reader.title(entries["title"], default: entry.key), parts: parts,
      adjustments: entries["adjust"].map { adjustments($0) } ?? [],
      bands: entries["bands"].map { bands($0) } ?? [], span: entry.keyNode.span)
  }

  private mutating func adjustments(_ node: FileNode) -> [ScoreDefinition.Adjustment] {
    var places: [String: Label] = [:]
    var result: [ScoreDefinition.Adjustment] = []
    for item in reader.items(node, "adjust") {
      let entries = reader.entries(item, .adjustment)
      let idNode = reader.required("id", entries, "an adjustment", at: item.label)
      let value = reader.required("value", entries, "an adjustment", at: item.label)
      let when = entries["when"].flatMap { self.formula($0, .score(hasTotal: true)) }
      let gift = entries["gives"].flatMap { classGift($0) }
      let formula = value.flatMap { self.formula($0, .score(hasTotal: true)) }
      guard let idNode, let id = reader.text(idNode, "id"),
        reader.isName(id, "adjustment", at: idNode.label),
        isNew("adjustment", id, at: idNode.label, &places), let formula
      else { continue }
      result.append(.init(id: id, when: when, value: formula, gives: gift))
    }
    return result
  }

  /// A gift of a choice on directives.
  private mutating func classGift(_ node: FileNode) -> Gift? {
    guard let gift = gift(node), let index = labelIndex[gift.label] else { return nil }
    let label = labels[index]
    if label.unit == .directive, label.kind.isChoice {
      classGifts.append((label.name, node.label))
      return gift
    }
    reader.report(.wrongKind(label.name, expected: "the class of directives", at: node.label))
    return nil
  }

  private mutating func bands(_ node: FileNode) -> [ScoreDefinition.Band] {
    var names: [String: Label] = [:]
    var minima: [String: Label] = [:]
    var bands: [ScoreDefinition.Band] = []
    for item in reader.items(node, "bands") {
      let entries = reader.entries(item, .band)
      let nameNode = reader.required("name", entries, "a band", at: item.label)
      let minimum = reader.required("minimum", entries, "a band", at: item.label)
      let number = minimum.flatMap {
        reader.number($0, "minimum", in: entries.range(of: "minimum"))
      }
      guard let nameNode, let name = reader.text(nameNode, "name"),
        reader.isName(name, "band", at: nameNode.label),
        isNew("band", name, at: nameNode.label, &names), let number, let minimum,
        isNew("minimum", "\(number)", at: minimum.label, &minima)
      else { continue }
      bands.append(
        .init(name: name, minimum: number, title: reader.title(entries["title"], default: name)))
    }
    return bands.sorted { $0.minimum > $1.minimum }
  }

  /// Whether the name is not among `places`; it is then.
  private mutating func isNew(
    _ what: String, _ name: String, at place: Label, _ places: inout [String: Label]
  ) -> Bool {
    guard let first = places.updateValue(place, forKey: name) else { return true }
    reader.report(.duplicateDefinition(what, name, at: place, first: first))
    return false
  }
}
