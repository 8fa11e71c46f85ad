import Diagnostics

extension PackResolver {
  /// Reads the settings of the directive finder; nil parts have a diagnostic each.
  mutating func resolveDirectives(_ node: FileNode) {
    let entries = reader.entries(node, .directives)
    let required = ["bearer", "force", "core", "class"].map {
      reader.required($0, entries, "`directives`", at: node.label)
    }
    let bearer = required[0].flatMap { self.bearer($0) }
    let force = required[1].flatMap { self.force($0) }
    let core = required[2].map { self.slots($0, "core") } ?? []
    let classSetting = required[3].flatMap { self.classSetting($0) }
    let marks = entries["marks"].map { self.marks($0) }
    let substance = reader.number("substance", entries)
    let length = reader.integer("bundle-length", entries)
    let grammar = entries["grammar"].flatMap { self.grammar($0) }
    let perspective = entries["perspective"].flatMap { self.perspective($0) }
    let umbrella = entries["umbrella"].flatMap { self.umbrella($0) }
    let lends = entries["lends"].map { loans($0, "`lends`") }
    let follows = entries["follows"].map { loans($0, "`follows`") }
    let excluded = entries["excluded"].flatMap { self.mark($0) }
    let dismissed = entries["dismissed"].flatMap { self.mark($0) }
    let via = entries["via"].flatMap {
      named($0, on: [.sentence], "a choice on sentences", \.isChoice)?.name
    }
    guard let bearer, let force, let classSetting else { return }
    checkClassGifts(classSetting.label)
    settings = DirectiveSettings(
      marks: marks ?? [:], bearer: bearer, force: force, core: core,
      substance: substance, bundleLength: length, classLabel: classSetting.label,
      defaultClass: classSetting.value, grammar: grammar, perspective: perspective,
      umbrella: umbrella, lends: lends ?? [], follows: follows ?? [], excluded: excluded,
      dismissed: dismissed, via: via)
  }

  /// Reports adjustments that give another label than the class.
  private mutating func checkClassGifts(_ classLabel: String) {
    for gift in classGifts where gift.label != classLabel {
      reader.report(
        .wrongKind(
          gift.label, expected: "`\(classLabel)`, the class of directives", at: gift.place))
    }
  }

  /// The label that `node` names, if it stands on one of `units` and has a fitting kind.
  private mutating func named(
    _ node: FileNode, on units: [UnitKind], _ expected: String,
    _ fits: (LabelDeclaration.Kind) -> Bool
  ) -> LabelDeclaration? {
    guard let name = reader.text(node, "a label"), let label = label(named: name, at: node.label)
    else { return nil }
    if units.contains(label.unit), fits(label.kind) { return label }
    reader.report(.wrongKind(name, expected: expected, at: node.label))
    return nil
  }

  private mutating func amount(_ node: FileNode) -> String? {
    named(node, on: [.directive], "an amount on directives") { $0 == .amount }?.name
  }

  private mutating func mark(_ node: FileNode) -> String? {
    named(node, on: [.directive], "a mark on directives") { $0 == .mark }?.name
  }

  private mutating func slots(_ node: FileNode, _ what: String) -> [String] {
    reader.items(node, what).compactMap { self.amount($0) }
  }

  private mutating func marks(_ node: FileNode) -> [ClauseMark: String] {
    let entries = reader.entries(node, .marks)
    var marks: [ClauseMark: String] = [:]
    for mark in ClauseMark.allCases {
      guard let value = entries[mark.definition.name] else { continue }
      let expected =
        mark == .standing ? "a mark on the document or on paragraphs" : "a mark on clauses"
      marks[mark] = named(value, on: mark.units, expected) { $0 == .mark }?.name
    }
    return marks
  }

  private mutating func bearer(_ node: FileNode) -> DirectiveSettings.Bearer? {
    let entries = reader.entries(node, .bearer)
    let slot = reader.required("slot", entries, "`bearer`", at: node.label)
    let kind = entries["kind"].flatMap {
      named($0, on: [.directive], "a choice on directives", \.isChoice)
    }
    var kinds: [String: Int] = [:]
    for key in ["implied-kind", "after-kind"] {
      guard let value = entries[key] else { continue }
      _ = reader.required("kind", entries, "`bearer` with `\(key)`", at: node.label)
      if case .choice(let names)? = kind?.kind {
        kinds[key] = reader.index(of: value, in: names, key)
      }
    }
    if entries["after-kind"] != nil {
      _ = reader.required("after", entries, "`bearer` with `after-kind`", at: node.label)
    }
    let after = entries["after"].flatMap {
      named($0, on: [.sentence], "an amount on sentences") { $0 == .amount }
    }
    let heads = entries["heads"].flatMap {
      named($0, on: [.sentence], "a mark on sentences") { $0 == .mark }
    }
    let inherited = reader.number("inherited", entries)
    let implied = reader.number("implied", entries)
    guard let slot = slot.flatMap({ self.amount($0) }) else { return nil }
    return DirectiveSettings.Bearer(
      slot: slot, kind: kind?.name, inherited: inherited, implied: implied,
      impliedKind: kinds["implied-kind"], after: after?.name, afterKind: kinds["after-kind"],
      heads: heads?.name)
  }

  private mutating func force(_ node: FileNode) -> DirectiveSettings.Force? {
    let entries = reader.entries(node, .force)
    let slot = reader.required("slot", entries, "`force`", at: node.label)
    let bare = reader.number("bare-order", entries)
    guard let slot = slot.flatMap({ self.amount($0) }) else { return nil }
    return DirectiveSettings.Force(slot: slot, bareOrder: bare)
  }

  private mutating func classSetting(_ node: FileNode) -> (label: String, value: Int)? {
    let entries = reader.entries(node, .classSetting)
    let label = reader.required("label", entries, "`class`", at: node.label)
    let value = reader.required("default", entries, "`class`", at: node.label)
    guard let label, let value,
      let choice = named(label, on: [.directive], "a choice on directives", \.isChoice),
      case .choice(let names) = choice.kind,
      let index = reader.index(of: value, in: names, "default")
    else { return nil }
    return (choice.name, index)
  }

  private mutating func loans(_ node: FileNode, _ what: String) -> [DirectiveSettings.Loan] {
    reader.entries(node, what).compactMap { entry in
      let slot = self.amount(entry.keyNode)
      let label = named(entry.value, on: [.sentence], "an amount on sentences") { $0 == .amount }
      guard let slot, let label else { return nil }
      return DirectiveSettings.Loan(slot: slot, label: label.name)
    }
  }

  private mutating func grammar(_ node: FileNode) -> DirectiveSettings.Grammar? {
    let entries = reader.entries(node, .grammar)
    let labelNode = reader.required("label", entries, "`grammar`", at: node.label)
    let whenNode = reader.required("when", entries, "`grammar`", at: node.label)
    guard let labelNode, let whenNode,
      let choice = named(labelNode, on: [.directive], "a choice on directives", \.isChoice),
      case .choice(let names) = choice.kind
    else { return nil }
    if whenNode.isEmpty { reader.report(.expectedMapping("`when`", at: whenNode.label)) }
    var forms: [DirectiveSettings.Grammar.Form] = []
    for entry in reader.entries(whenNode, "`when`") {
      let value = reader.index(of: entry.keyNode, in: names, "when")
      let formula = formula(entry.value, .score(hasTotal: false))
      if let value, let formula { forms.append(.init(value: value, formula: formula)) }
    }
    return DirectiveSettings.Grammar(
      label: choice.name, forms: forms.sorted { $0.value < $1.value })
  }

  private mutating func perspective(_ node: FileNode) -> DirectiveSettings.PerspectiveSwitch? {
    let entries = reader.entries(node, .perspective)
    let markNode = reader.required("mark", entries, "`perspective`", at: node.label)
    let partyNode = reader.required("supervised", entries, "`perspective`", at: node.label)
    let unnamed = reader.number("unnamed", entries)
    guard let mark = markNode.flatMap({ self.mark($0) }),
      let party = partyNode.flatMap({ self.amount($0) })
    else { return nil }
    return DirectiveSettings.PerspectiveSwitch(
      mark: mark, supervised: party, unnamed: unnamed)
  }

  private mutating func umbrella(_ node: FileNode) -> DirectiveSettings.Umbrella? {
    let entries = reader.entries(node, .umbrella)
    let markNode = reader.required("mark", entries, "`umbrella`", at: node.label)
    let scoreNode = reader.required("score", entries, "`umbrella`", at: node.label)
    let slotsNode = reader.required("slots", entries, "`umbrella`", at: node.label)
    let names = scores.map(\.name)
    let score = scoreNode.flatMap { reader.index(of: $0, in: names, "score") }
    let slots = slotsNode.map { self.slots($0, "slots") }
    let paragraph = reader.number("paragraph", entries)
    let document = reader.number("document", entries)
    guard let mark = markNode.flatMap({ self.mark($0) }), let score, let slots else { return nil }
    return DirectiveSettings.Umbrella(
      mark: mark, slots: slots, score: names[score], paragraphFactor: paragraph,
      documentFactor: document)
  }
}
