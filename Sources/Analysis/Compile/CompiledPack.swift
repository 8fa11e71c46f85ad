import PatternAutomaton
import RuleLanguage

/// A rule pack lowered to indices and automata: immutable, shared by all threads.
///
/// A class because every window of every document passes it on. Labels and rules keep the order of the pack, so an index here is an index there.
final class CompiledPack: Sendable {
  let pack: RulePack
  let patterns: PatternSet
  /// The sets of the lexicons that patterns refer to, by name.
  let lexiconSets: [String: LiteralSetID]
  /// What is written in rule files, in the order in which it was compiled.
  let patternSources: [PatternSource]
  let rules: [CompiledRule]
  /// Of `rules`.
  let triggers: RuleTriggers
  /// Indices of the rules with triggers that give slots to directives, or labels of which a rule asks whether
  /// they are lacking: what is asked of single clauses before directives are found.
  let clauseRules: [Int]
  let values: [CompiledValue]
  /// By label what is taken off the ends of its words.
  let trims: [[PatternID]]
  /// Rule indices by unit of their labels, in the order in which they must be evaluated.
  let rulesByUnit: [UnitKind: [Int]]
  /// Indices of the rules for the document and for units of its body but directives, in the order
  /// in which they must be evaluated: a clause may read a label of its sentence.
  let rulesForText: [Int]
  let labelIndex: [String: Int]
  let scores: [CompiledScore]
  let directives: CompiledDirectiveSettings?
  /// Label indices of the slots, in pack order.
  let slots: [Int]
  let tags: [Int]
  /// The labels of which a rule asks whether they are lacking.
  let lacked: Set<Int>
  /// Of the document, and of paragraphs.
  let metadata: [Int]
  let paragraphMetadata: [Int]
  let gazetteers: [GazetteerIndex]
  let zone: Int?
  /// The zone value whose blocks are analysed.
  let bodyZone: Int?

  init(
    pack: RulePack, patterns: PatternSet, lexiconSets: [String: LiteralSetID],
    patternSources: [PatternSource],
    rules: [CompiledRule], values: [CompiledValue],
    trims: [[PatternID]], rulesByUnit: [UnitKind: [Int]],
    labelIndex: [String: Int], scores: [CompiledScore], directives: CompiledDirectiveSettings?
  ) {
    func indices(_ role: LabelDeclaration.Role) -> [Int] {
      pack.labels.indices.filter { pack.labels[$0].role == role }
    }
    self.pack = pack
    self.patterns = patterns
    self.lexiconSets = lexiconSets
    self.patternSources = patternSources
    self.rules = rules
    triggers = RuleTriggers(rules)
    self.values = values
    self.trims = trims
    self.rulesByUnit = rulesByUnit
    rulesForText = rules.indices.filter { ![.block, .directive].contains(rules[$0].unit) }
      .sorted { (pack.stages[$0], $0) < (pack.stages[$1], $1) }
    self.labelIndex = labelIndex
    self.scores = scores
    self.directives = directives
    let slots = indices(.slot)
    let lacked = rules.reduce(into: Set<Int>()) { $0.formUnion($1.lacks) }
    let asked = lacked.union(slots)
    clauseRules = (rulesByUnit[.directive] ?? []).filter {
      rules[$0].triggers != nil && rules[$0].gifts.contains { asked.contains($0.label) }
    }
    self.slots = slots
    self.lacked = lacked
    tags = indices(.tag)
    metadata = indices(.metadata).filter { pack.labels[$0].unit == .document }
    paragraphMetadata = indices(.metadata).filter { pack.labels[$0].unit == .paragraph }
    gazetteers = pack.gazetteers.map { GazetteerIndex($0) }
    zone = pack.labels.firstIndex { $0.role == .zone }
    bodyZone = zone.flatMap { zone in
      guard case .choice(let names) = pack.labels[zone].kind else { return nil }
      return names.firstIndex(of: "body").map { names.count - $0 }
    }
  }
}
