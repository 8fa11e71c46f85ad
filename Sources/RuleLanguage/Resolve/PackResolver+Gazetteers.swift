import Diagnostics
import SourceText

/// Gazetteers and the files that hold their rows.
extension PackResolver {
  /// The ending of files that are data of a pack and hold no rules.
  package static let dataEnding = ".tsv"

  mutating func resolveGazetteers(_ node: FileNode) {
    for entry in reader.entries(node, "`gazetteers`") where define("gazetteer", entry) {
      if let gazetteer = gazetteer(entry) {
        gazetteers.append(gazetteer)
        addTerms(of: gazetteer)
      } else {
        faultyTerms.insert(entry.key)
        faultyTerms.insert(Gazetteer.shortTerm(entry.key))
      }
    }
  }

  private mutating func gazetteer(_ entry: FileEntry) -> Gazetteer? {
    let entries = reader.entries(entry.value, .gazetteer)
    let what = "gazetteer `\(entry.key)`"
    let fileNode = reader.required("file", entries, what, at: entry.keyNode.label)
    let labelNode = reader.required("label", entries, what, at: entry.keyNode.label)
    let label = labelNode.flatMap { documentLabel($0, "label", .text) }
    var context: [String] = []
    for node in entries["context"].map({ reader.items($0, "context") }) ?? [] {
      if let label = documentLabel(node, "context", .text) { context.append(label.name) }
    }
    let level = entries["level"].flatMap { documentLabel($0, "level", .choice([])) }
    var endings: [String: [String]] = [:]
    for member in entries["endings"].map({ reader.entries($0, "endings") }) ?? [] {
      endings[member.key] = reader.texts(member.value, member.key)
    }
    guard let fileNode, let table = table(fileNode), let label else { return nil }
    if let level { checkLevels(table.entries, level) }
    return Gazetteer(
      name: entry.key, label: label.name, context: context, level: level?.name,
      ancestors: table.ancestors, endings: endings, entries: table.entries,
      span: entry.keyNode.span)
  }

  /// The table in the file that `node` names, or nil after diagnostics.
  private mutating func table(_ node: FileNode) -> GazetteerTable? {
    guard let path = reader.text(node, "file") else { return nil }
    let known = files.map(\.name).filter { $0.hasSuffix(Self.dataEnding) }
    guard known.contains(path), let index = files.firstIndex(where: { $0.name == path }) else {
      reader.report(.unknownDataFile(path, known: known, at: node.label))
      return nil
    }
    usedFiles.insert(index)
    let table = GazetteerTable(files[index], index: index)
    for problem in table.problems { reader.report(problem) }
    return table.problems.isEmpty ? table : nil
  }

  /// The label of the document that `node` names, if it is of the kind of `kind`.
  private mutating func documentLabel(
    _ node: FileNode, _ key: String, _ kind: LabelDeclaration.Kind
  ) -> LabelDeclaration? {
    guard let name = reader.text(node, key), let label = label(named: name, at: node.label) else {
      return nil
    }
    let fits =
      switch (kind, label.kind) {
      case (.text, .text), (.choice, .choice): label.unit == .document
      default: false
      }
    if fits { return label }
    let wanted = kind == .text ? "text" : "choices"
    reader.report(
      .wrongKind(name, expected: "a label with `\(wanted)` on the document", at: node.label))
    return nil
  }

  private mutating func checkLevels(_ entries: [Gazetteer.Entry], _ label: LabelDeclaration) {
    let known = label.kind.valueNames
    if let odd = entries.first(where: { !known.contains($0.level) }) {
      reader.report(.invalidValue(odd.level, of: label.name, known: known, at: odd.span.label))
    }
  }

  /// Lets patterns refer to the names as they refer to the terms of a lexicon.
  private mutating func addTerms(of gazetteer: Gazetteer) {
    let short = Gazetteer.shortTerm(gazetteer.name)
    var terms: [[Lexicon.Term]] = [[], []]
    var seen: [Set<ByteKey>] = [[], []]
    for kind in seen.indices {
      terms[kind].reserveCapacity(gazetteer.entries.count)
      seen[kind].reserveCapacity(gazetteer.entries.count)
    }
    for entry in gazetteer.entries {
      func add(_ text: String, _ kind: Int) {
        guard seen[kind].insert(ByteKey(text)).inserted else { return }
        terms[kind].append(Lexicon.Term(text: text, span: entry.span))
      }
      add(entry.name, 0)
      if let text = gazetteer.shortName(of: entry) { add(text, 1) }
    }
    for (name, terms) in zip([gazetteer.name, short], terms) where !terms.isEmpty {
      if name == short {
        if let first = termNames[name] {
          reader.report(
            .duplicateDefinition(
              "gazetteer", name, at: gazetteer.span.label, first: first.label))
          continue
        }
        termNames[name] = gazetteer.span
      }
      lexicons.append(
        Lexicon(name: name, terms: terms, includes: [], span: gazetteer.span, isTable: true))
    }
  }
}

extension PackResolver {
  /// Reports data files that nothing reads.
  mutating func checkDataFiles() {
    for (index, file) in files.enumerated()
    where file.name.hasSuffix(Self.dataEnding) && !usedFiles.contains(index) {
      reader.report(.unusedDataFile(file.name, at: Label(file: index, span: SourceSpan(0, 0))))
    }
  }
}
