import Diagnostics
import SourceText

extension PackResolver {
  private static let settingKeys = [
    "marks", "bearer", "force", "core", "substance", "bundle-length", "class", "perspective",
    "umbrella", "excluded", "via",
  ]

  mutating func resolveDirectives(_ node: FileNode) {
    let entries = reader.entries(node, "directives", known: Self.settingKeys)
    for key in ["bearer", "force", "core", "class"] where entries[key] == nil {
      reader.report(.missingKey(key, in: "`directives`", at: node.label))
    }
    guard let bearer = entries["bearer"].flatMap({ bearer($0) }),
      let force = entries["force"].flatMap({ force($0) }),
      let (classLabel, defaultClass) = entries["class"].flatMap({ classSetting($0) }),
      let coreNode = entries["core"]
    else { return }
    let core = reader.items(coreNode, "core").compactMap { slot($0) }
    let substance = entries["substance"].flatMap { reader.number($0, "substance", in: 0...1) }
    let length = entries["bundle-length"].flatMap {
      reader.number($0, "bundle-length", in: 0...100)
    }
    settings = DirectiveSettings(
      marks: entries["marks"].map { marks($0) } ?? DirectiveSettings.Marks(), bearer: bearer,
      force: force, core: core, substance: substance ?? 0.6, bundleLength: Int(length ?? 8),
      classLabel: classLabel, defaultClass: defaultClass,
      perspective: entries["perspective"].flatMap { perspective($0) },
      umbrella: entries["umbrella"].flatMap { umbrella($0) },
      excluded: entries["excluded"].flatMap {
        named($0, units: [.directive], "a mark on directives") { $0 == .mark }?.name
      },
      via: entries["via"].flatMap {
        named($0, units: [.sentence], "a choice on sentences") { $0.isChoice }?.name
      })
  }

  /// The label that `node` names, if it stands on one of `units` and has a fitting kind.
  private mutating func named(
    _ node: FileNode, units: [UnitKind], _ expected: String,
    _ fits: (LabelDeclaration.Kind) -> Bool
  ) -> LabelDeclaration? {
    guard let name = reader.text(node, "label"),
      let label = label(named: name, at: node.label)
    else { return nil }
    guard units.contains(label.unit), fits(label.kind) else {
      reader.report(.wrongKind(name, expected: expected, at: node.label))
      return nil
    }
    return label
  }

  private mutating func slot(_ node: FileNode) -> String? {
    named(node, units: [.directive], "an amount on directives") { $0 == .amount }?.name
  }

  private mutating func marks(_ node: FileNode) -> DirectiveSettings.Marks {
    let parts: [(String, WritableKeyPath<DirectiveSettings.Marks, String?>)] = [
      ("opens", \.opens), ("closes", \.closes), ("standing", \.standing), ("demand", \.demand),
      ("imperative", \.imperative), ("ordinal", \.ordinal), ("heading", \.heading),
      ("tail", \.tail), ("opener", \.opener), ("sanction", \.sanction), ("statement", \.statement),
    ]
    let entries = reader.entries(node, "marks", known: parts.map(\.0))
    var marks = DirectiveSettings.Marks()
    for (key, path) in parts {
      guard let value = entries[key] else { continue }
      let isStanding = key == "standing"
      marks[keyPath: path] =
        named(
          value, units: isStanding ? [.document, .paragraph, .block] : [.clause],
          isStanding ? "a mark on documents or paragraphs" : "a mark on clauses"
        ) { $0 == .mark }?.name
    }
    return marks
  }

  private mutating func bearer(_ node: FileNode) -> DirectiveSettings.Bearer? {
    let entries = reader.entries(
      node, "bearer", known: ["slot", "kind", "inherited", "implied", "implied-kind"])
    guard let slot = entries["slot"].flatMap({ slot($0) }) else {
      if entries["slot"] == nil {
        reader.report(.missingKey("slot", in: "`bearer`", at: node.label))
      }
      return nil
    }
    let kind = entries["kind"].flatMap {
      named($0, units: [.directive], "a choice on directives") { $0.isChoice }
    }
    var impliedKind: Int?
    if let node = entries["implied-kind"], case .choice(let names)? = kind?.kind {
      impliedKind = index(node, in: names, of: "implied-kind")
    }
    return DirectiveSettings.Bearer(
      slot: slot, kind: kind?.name,
      inherited: entries["inherited"].flatMap { reader.number($0, "inherited", in: 0...1) } ?? 1,
      implied: entries["implied"].flatMap { reader.number($0, "implied", in: 0...1) } ?? 0,
      impliedKind: impliedKind)
  }

  private mutating func index(_ node: FileNode, in names: [String], of key: String) -> Int? {
    guard let text = reader.text(node, key) else { return nil }
    if let index = names.firstIndex(of: text) { return index }
    reader.report(.invalidValue(text, of: key, known: names, at: node.label))
    return nil
  }

  private mutating func force(_ node: FileNode) -> DirectiveSettings.Force? {
    let entries = reader.entries(node, "force", known: ["slot", "bare-order"])
    guard let slot = entries["slot"].flatMap({ slot($0) }) else {
      if entries["slot"] == nil {
        reader.report(.missingKey("slot", in: "`force`", at: node.label))
      }
      return nil
    }
    let bare = entries["bare-order"].flatMap { reader.number($0, "bare-order", in: 0...1) }
    return DirectiveSettings.Force(slot: slot, bareOrder: bare ?? 0)
  }

  private mutating func classSetting(_ node: FileNode) -> (String, Int)? {
    let entries = reader.entries(node, "class", known: ["label", "default"])
    guard let labelNode = entries["label"], let defaultNode = entries["default"] else {
      reader.report(.missingKey("label and default", in: "`class`", at: node.label))
      return nil
    }
    let label = named(labelNode, units: [.directive], "a choice on directives") { $0.isChoice }
    guard let label, case .choice(let names) = label.kind,
      let index = index(defaultNode, in: names, of: "default")
    else { return nil }
    return (label.name, index)
  }

  private mutating func perspective(_ node: FileNode) -> DirectiveSettings.PerspectiveSwitch? {
    let entries = reader.entries(node, "perspective", known: ["mark", "supervised", "unnamed"])
    guard let markNode = entries["mark"], let supervisedNode = entries["supervised"] else {
      reader.report(.missingKey("mark and supervised", in: "`perspective`", at: node.label))
      return nil
    }
    guard let mark = named(markNode, units: [.directive], "a mark on directives", { $0 == .mark }),
      let supervised = slot(supervisedNode)
    else { return nil }
    let unnamed = entries["unnamed"].flatMap { reader.number($0, "unnamed", in: 0...1) }
    return DirectiveSettings.PerspectiveSwitch(
      mark: mark.name, supervised: supervised, unnamed: unnamed ?? 0)
  }

  private mutating func umbrella(_ node: FileNode) -> DirectiveSettings.Umbrella? {
    let keys = ["mark", "score", "slots", "paragraph", "document"]
    let entries = reader.entries(node, "umbrella", known: keys)
    guard let markNode = entries["mark"], let scoreNode = entries["score"],
      let slotsNode = entries["slots"]
    else {
      reader.report(.missingKey("mark, score and slots", in: "`umbrella`", at: node.label))
      return nil
    }
    guard let mark = named(markNode, units: [.directive], "a mark on directives", { $0 == .mark }),
      let score = reader.text(scoreNode, "score")
    else { return nil }
    if !scores.contains(where: { $0.name == score }) {
      reader.report(
        .invalidValue(score, of: "score", known: scores.map(\.name), at: scoreNode.label))
      return nil
    }
    return DirectiveSettings.Umbrella(
      mark: mark.name, slots: reader.items(slotsNode, "slots").compactMap { slot($0) },
      score: score,
      paragraphFactor: entries["paragraph"].flatMap { reader.number($0, "paragraph", in: 0...1) }
        ?? 0,
      documentFactor: entries["document"].flatMap { reader.number($0, "document", in: 0...1) } ?? 0)
  }
}

extension LabelDeclaration.Kind {
  var isChoice: Bool {
    if case .choice = self { return true }
    return false
  }
}
