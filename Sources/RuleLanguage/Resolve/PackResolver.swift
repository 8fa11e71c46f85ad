package import Diagnostics
package import SourceText

/// Turns the files of a pack into a `RulePack` in which every name means something.
///
/// Never throws: what is wrong is said in diagnostics with the place, several in one run.
package struct PackResolver {
  let files: [SourceFile]
  var reader = NodeReader()
  var sections: [String: [FileNode]] = [:]
  var labels: [LabelDeclaration] = []
  var labelIndex: [String: Int] = [:]
  /// Names whose declaration was faulty: references to them are not reported again.
  var faulty: Set<String> = []
  var lexicons: [Lexicon] = []
  var patterns: [NamedPattern] = []
  var rules: [Rule] = []
  var scores: [ScoreDefinition] = []
  var settings: DirectiveSettings?
  var usedReferences: Set<String> = []

  private static let sectionNames = [
    "pack", "labels", "lexicons", "patterns", "rules", "scores", "directives",
  ]

  private init(_ files: [SourceFile]) { self.files = files }

  /// Resolves `files`, which are sorted by path and named relative to the pack.
  ///
  /// The pack is nil exactly when a diagnostic is an error.
  ///
  /// - Complexity: O(bytes of the files), but for lints that compare names.
  package static func resolve(
    files: [SourceFile]
  ) -> (pack: RulePack?, diagnostics: [Diagnostic]) {
    var resolver = PackResolver(files)
    let pack = resolver.resolve()
    let diagnostics = resolver.reader.diagnostics
    return (diagnostics.contains { $0.severity == .error } ? nil : pack, diagnostics)
  }

  private mutating func resolve() -> RulePack? {
    for (index, file) in files.enumerated() { read(file, index) }
    // A file that cannot be read lacks definitions; what refers to them would be reported in vain.
    if reader.diagnostics.contains(where: { $0.severity == .error }) { return nil }
    let header = header()
    for node in sections["labels"] ?? [] { resolveLabels(node) }
    for node in sections["lexicons"] ?? [] { resolveLexicons(node) }
    for node in sections["patterns"] ?? [] { resolvePatterns(node) }
    checkReferences()
    for node in sections["rules"] ?? [] { resolveRules(node) }
    for node in sections["scores"] ?? [] { resolveScores(node) }
    if let node = single("directives") { resolveDirectives(node) }
    reportUnused()
    let stages = stages()
    guard let header else { return nil }
    return RulePack(
      name: header.name, version: header.version, title: header.title,
      fingerprint: Self.fingerprint(files), files: files, labels: labels, lexicons: lexicons,
      patterns: patterns, rules: rules, stages: stages, scores: scores, directives: settings,
      confidenceFloor: header.confidenceFloor)
  }

  private mutating func read(_ file: SourceFile, _ index: Int) {
    let (root, problems) = SyntaxParser.parse(file, index: index)
    for problem in problems { reader.report(problem) }
    guard let root else { return }
    let node = FileNode(file: index, node: root)
    if node.isEmpty { return }
    for entry in reader.entries(node, "a rule file") {
      if Self.sectionNames.contains(entry.key) {
        sections[entry.key, default: []].append(entry.node)
      } else {
        reader.report(
          .unknownKey(
            entry.key, in: "a rule file", known: Self.sectionNames, at: entry.keyNode.label))
      }
    }
  }

  /// The only node of a section that stands in one file; a second one is reported.
  private mutating func single(_ section: String) -> FileNode? {
    guard let nodes = sections[section], let first = nodes.first else { return nil }
    for node in nodes.dropFirst() {
      reader.report(
        .duplicateDefinition("section", section, at: node.label, first: first.label))
    }
    return first
  }

  private struct Header {
    var name: String
    var version: String
    var title: LocalizedText
    var confidenceFloor: Double
  }

  private mutating func header() -> Header? {
    guard let node = single("pack") else {
      reader.report(.missingPackHeader(file: 0))
      return nil
    }
    let entries = reader.entries(
      node, "pack", known: ["name", "version", "title", "confidence-floor"])
    guard let name = required("name", entries, "pack", node),
      let version = required("version", entries, "pack", node)
    else { return nil }
    let floor = entries["confidence-floor"].flatMap {
      reader.number($0, "confidence-floor", in: 0...1)
    }
    return Header(
      name: name, version: version, title: reader.title(entries["title"], default: name),
      confidenceFloor: floor ?? 0.7)
  }

  /// The text of a key that must be there.
  mutating func required(
    _ key: String, _ entries: [String: FileNode], _ what: String, _ node: FileNode
  ) -> String? {
    guard let value = entries[key] else {
      reader.report(.missingKey(key, in: what, at: node.label))
      return nil
    }
    return reader.text(value, key)
  }

  private static func fingerprint(_ files: [SourceFile]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    for file in files {
      mix(file.name.utf8)
      mix([0])
      mix(file.bytes)
      mix([0])
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
