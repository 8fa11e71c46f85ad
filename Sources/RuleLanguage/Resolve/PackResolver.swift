package import Diagnostics
package import SourceText

/// Turns the files of a pack into a `RulePack` in which every name means something.
///
/// Never throws: what is wrong is said in diagnostics with the place, several in one run. One
/// mistake gives one diagnostic: names whose definition is faulty are not reported where they are
/// used.
package struct PackResolver {
  let files: [SourceFile]
  var reader = NodeReader()
  var sections: [String: [FileNode]] = [:]
  var labels: [LabelDeclaration] = []
  var labelIndex: [String: Int] = [:]
  var lexicons: [Lexicon] = []
  var patterns: [NamedPattern] = []
  var values: [ValueDefinition] = []
  var gazetteers: [Gazetteer] = []
  /// Indices of the data files that something reads.
  var usedFiles: Set<Int> = []
  /// Where each lexicon and named pattern is defined; they share one space of names.
  var termNames: [String: LocatedSpan] = [:]
  /// Names under `include`, to be looked up when all lexicons are known.
  var includes: [(name: String, label: Label)] = []
  /// Names of labels, lexicons and patterns that are defined, but wrongly.
  var faultyLabels: Set<String> = []
  var faultyTerms: Set<String> = []
  var rules: [Rule] = []
  var ruleNames: [String: LocatedSpan] = [:]
  /// Values that formulas name, with what else could stand there.
  var valueReferences: [ValueReference] = []
  /// Rules that conditions name, to be looked up when all rules are known.
  var ruleReferences: [(id: String, scope: ConditionScope, label: Label)] = []
  var scores: [ScoreDefinition] = []
  /// Labels that adjustments of scores give, to be compared with the class of directives.
  var classGifts: [(label: String, place: Label)] = []
  var settings: DirectiveSettings?
  var comparison: ComparisonSettings?

  private init(_ files: [SourceFile]) { self.files = files }

  /// Resolves `files`, which are sorted by path and named relative to the pack.
  ///
  /// The pack is nil exactly when a diagnostic is an error. Diagnostics are in the order of the
  /// files and of the text; `Label.file` is an index into `files`, which should not be empty.
  ///
  /// - Complexity: O(bytes of the files), and for each unknown name a comparison with all known.
  package static func resolve(
    files: [SourceFile]
  ) -> (pack: RulePack?, diagnostics: [Diagnostic]) {
    var resolver = PackResolver(files)
    let pack = resolver.resolve()
    let found = resolver.reader.diagnostics
    let order = found.indices.sorted {
      (found[$0].primary.file, found[$0].primary.span.start, $0)
        < (found[$1].primary.file, found[$1].primary.span.start, $1)
    }
    return (resolver.reader.hasErrors ? nil : pack, order.map { found[$0] })
  }

  private mutating func resolve() -> RulePack? {
    for (index, file) in files.enumerated() where !file.name.hasSuffix(Self.dataEnding) {
      read(file, index)
    }
    // A file that cannot be read lacks definitions; what refers to them would be reported in vain.
    if reader.hasErrors { return nil }
    let header = header()
    for node in sections["labels"] ?? [] { resolveLabels(node) }
    for node in sections["lexicons"] ?? [] { resolveLexicons(node) }
    for node in sections["patterns"] ?? [] { resolvePatterns(node) }
    for node in sections["values"] ?? [] { resolveValues(node) }
    for node in sections["gazetteers"] ?? [] { resolveGazetteers(node) }
    for node in sections["rules"] ?? [] { resolveRules(node) }
    for node in sections["scores"] ?? [] { resolveScores(node) }
    if let node = single("directives") { resolveDirectives(node) }
    if let node = single("comparison") { resolveComparison(node) }
    let isBounded = checkReferences()
    checkRuleReferences()
    checkValueReferences()
    if isBounded { checkForms() }
    checkDataFiles()
    let stages = stages()
    guard let header else { return nil }
    return RulePack(
      name: header.name, version: header.version, title: header.title,
      fingerprint: Self.fingerprint(files), files: files, labels: labels, lexicons: lexicons,
      patterns: patterns, values: values, gazetteers: gazetteers, rules: rules, stages: stages,
      scores: scores, directives: settings, comparison: comparison ?? ComparisonSettings(),
      confidenceFloor: header.confidenceFloor, letterCase: header.letterCase)
  }

  private mutating func read(_ file: SourceFile, _ index: Int) {
    let (root, problems) = SyntaxParser.parse(file, index: index)
    for problem in problems { reader.report(problem) }
    guard let root else { return }
    let entries = reader.entries(FileNode(file: index, node: root), .file)
    for entry in entries.values { sections[entry.key, default: []].append(entry.value) }
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
    var letterCase: LetterCase
  }

  private mutating func header() -> Header? {
    guard let node = single("pack") else {
      reader.report(.missingPackHeader(file: 0))
      return nil
    }
    let entries = reader.entries(node, .pack)
    let nameNode = reader.required("name", entries, "`pack`", at: node.label)
    let versionNode = reader.required("version", entries, "`pack`", at: node.label)
    let floor = reader.number("confidence-floor", entries)
    let letterCase: LetterCase? = reader.choice("case", entries)
    guard let nameNode, let name = reader.text(nameNode, "name"),
      reader.isName(name, "pack", at: nameNode.label), let versionNode,
      let version = reader.text(versionNode, "version")
    else { return nil }
    return Header(
      name: name, version: version, title: reader.title(entries["title"], default: name),
      confidenceFloor: floor, letterCase: letterCase ?? .keep)
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
