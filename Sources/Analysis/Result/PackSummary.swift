package import RuleLanguage

/// What reports need to know of the pack that made an analysis.
package struct PackSummary: Sendable, Hashable {
  /// A label, score or rule of the pack as reports name it.
  package struct Entry: Sendable, Hashable {
    /// As the rule files have it.
    package var name: String
    /// What reports show.
    package var title: LocalizedText
    /// What labels of people may call it instead of the name.
    package var symbol: String
    /// What a reader cannot know where this slot is empty; nil where nobody need ask.
    package var absent: LocalizedText?
    /// Names of the levels or choices; empty for other kinds of labels.
    package var values: [String]
    /// Titles of values by name; a value without one is shown by name.
    package var valueTitles: [String: LocalizedText]

    /// An entry `name`, whose symbol is the name unless another is said.
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

  /// The name of the pack.
  package var name: String
  /// As the pack says it, such as `1.0.0`.
  package var version: String
  /// What reports call the pack.
  package var title: LocalizedText
  /// 16 hexadecimal digits over all its files: packs that share it find the same.
  package var fingerprint: String
  /// In the order of the pack.
  package var tags: [Entry]
  /// In the order of the pack.
  package var slots: [Entry]
  /// Of the slots, the names of those that no score counts.
  package var recordedSlots: Set<String>
  /// The zones of blocks: one entry a label, the names of the zones as its values.
  package var zones: [Entry]
  /// The values are the names of the bands, from the highest.
  package var scores: [Entry]
  /// What is told of documents.
  package var metadata: [Entry]
  /// What is told of each paragraph beside its tags.
  package var paragraphMetadata: [Entry]
  /// The class of directives, where the pack has one.
  package var directiveClass: Entry?
  /// The kind of the bearer of directives, where the pack has one.
  package var bearerKind: Entry?
  /// What a directive is as an institutional statement, where the pack tells.
  package var grammar: Entry?
  /// The name of the slot for who must act.
  package var bearer: String?
  /// The name of the slot for how binding it is.
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
  /// The names of the values that say how often something is done.
  package var frequencies: Set<String> = []
  /// The names of the values that say from when something runs.
  package var starts: Set<String> = []
  /// What the parts of the scores weigh, in the order of `scores`.
  package var weights: [ScoreWeights] = []

  /// The summary of `pack`.
  ///
  /// - Complexity: O(labels + rules).
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
    frequencies = Set(pack.values.filter(\.isFrequency).map(\.name))
    starts = Set(pack.values.filter(\.isStart).map(\.name))
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
