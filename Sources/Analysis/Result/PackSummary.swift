package import RuleLanguage

/// What reports need to know of the pack that made an analysis.
package struct PackSummary: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var name: String
    package var title: LocalizedText
    /// What labels of people may call it instead of the name.
    package var symbol: String
    /// What a reader cannot know where this slot is empty; nil where nobody need ask.
    package var absent: LocalizedText?
    /// Names of the levels or choices; empty for other kinds of labels.
    package var values: [String]
    /// Titles of values by name; a value without one is shown by name.
    package var valueTitles: [String: LocalizedText]

    package init(
      name: String, title: LocalizedText, symbol: String? = nil, absent: LocalizedText? = nil,
      values: [String],
      valueTitles: [String: LocalizedText] = [:]
    ) {
      self.name = name
      self.title = title
      self.symbol = symbol ?? name
      self.absent = absent
      self.values = values
      self.valueTitles = valueTitles
    }
  }

  package var name: String
  package var version: String
  package var title: LocalizedText
  package var fingerprint: String
  package var tags: [Entry]
  package var slots: [Entry]
  /// Of the slots, the names of those that no score counts.
  package var recordedSlots: Set<String>
  package var zones: [Entry]
  /// The values are the names of the bands, from the highest.
  package var scores: [Entry]
  package var metadata: [Entry]
  /// What is told of each paragraph beside its tags.
  package var paragraphMetadata: [Entry]
  /// The class of directives and the kind of their bearer, where the pack has them.
  package var directiveClass: Entry?
  package var bearerKind: Entry?
  /// What a directive is as an institutional statement, where the pack tells.
  package var grammar: Entry?
  /// The names of the slots for who must act and for how binding it is.
  package var bearer: String?
  package var force: String?
  /// The name of the slot for what is to be done: the first of those that make a directive.
  package var action: String?
  /// By what kind of sentence tags are given, where the pack tells.
  package var via: Entry?
  /// Phases of the campaign in their order.
  package var phases: [Entry]
  /// The rules that give force and action, which comparisons count by.
  package var comparedRules: [Entry]
  /// Kinds of names that comparisons hide.
  package var masks: [Entry]
  /// What the parts of the scores weigh, in the order of `scores`.
  package var weights: [ScoreWeights] = []

  package init(_ pack: RulePack) {
    func entries(_ isMeant: (LabelDeclaration) -> Bool) -> [Entry] {
      pack.labels.filter(isMeant).map { label in
        Entry(
          name: label.name, title: label.title, symbol: label.symbol, absent: label.absent,
          values: label.kind.valueNames,
          valueTitles: label.valueTitles)
      }
    }
    func entries(_ role: LabelDeclaration.Role) -> [Entry] { entries { $0.role == role } }
    name = pack.name
    version = pack.version
    title = pack.title
    fingerprint = pack.fingerprint
    tags = entries(.tag)
    slots = entries(.slot)
    recordedSlots = Set(pack.recordedSlots.map(\.name))
    zones = entries(.zone)
    metadata = entries { $0.role == .metadata && $0.unit == .document }
    paragraphMetadata = entries { $0.role == .metadata && $0.unit == .paragraph }
    directiveClass = entries { $0.name == pack.directives?.classLabel }.first
    bearerKind = entries { $0.name == pack.directives?.bearer.kind }.first
    grammar = entries { $0.name == pack.directives?.grammar?.label }.first
    bearer = pack.directives?.bearer.slot
    force = pack.directives?.force.slot
    masks = pack.comparison.masks.map { Entry(name: $0.name, title: $0.title, values: []) }
    phases = pack.comparison.phases.map { Entry(name: $0.name, title: $0.title, values: []) }
    action = pack.directives?.core.first
    let compared = [force, action].compactMap { $0 }
    comparedRules = pack.rules.compactMap { rule in
      guard let title = rule.title,
        rule.gives.contains(where: { compared.contains($0.label) })
      else { return nil }
      return Entry(name: rule.id, title: title, values: [])
    }
    via = entries { $0.name == pack.directives?.via }.first
    scores = pack.scores.map { score in
      Entry(
        name: score.name, title: score.title, values: score.bands.map(\.name),
        valueTitles: Dictionary(
          score.bands.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
