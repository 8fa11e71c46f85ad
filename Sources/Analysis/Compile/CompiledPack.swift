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
  let values: [CompiledValue]
  /// The runs of numerals, where the pack has values.
  let numerals: PatternID?
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
    rules: [CompiledRule], values: [CompiledValue], numerals: PatternID?,
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
    self.values = values
    self.numerals = numerals
    self.trims = trims
    self.rulesByUnit = rulesByUnit
    rulesForText = rules.indices.filter { ![.block, .directive].contains(rules[$0].unit) }
      .sorted { (pack.stages[$0], $0) < (pack.stages[$1], $1) }
    self.labelIndex = labelIndex
    self.scores = scores
    self.directives = directives
    slots = indices(.slot)
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

/// One label given by a rule, as a number that resolves by taking the maximum.
///
/// Levels are 1, 2, …; of choices the first in the list has the highest number; marks are 1;
/// amounts are themselves; text labels resolve by rule order and carry 1.
struct CompiledGift: Sendable {
  let label: Int
  let value: Double
}

/// A class for the same reason as `CompiledPack`.
final class CompiledRule: Sendable {
  let id: String
  let gifts: [CompiledGift]
  let unit: UnitKind
  let window: UnitKind
  let condition: CompiledCondition
  let exceptions: [CompiledException]
  let vetoes: [CompiledVeto]
  let isConfident: Bool
  let flags: [String]
  /// Patterns of which at least one must match for the condition to hold; nil when it can hold
  /// without any match.
  let triggers: [PatternID]?

  init(
    id: String, gifts: [CompiledGift], unit: UnitKind, window: UnitKind,
    condition: CompiledCondition, exceptions: [CompiledException], vetoes: [CompiledVeto],
    isConfident: Bool, flags: [String], triggers: [PatternID]?
  ) {
    self.id = id
    self.gifts = gifts
    self.unit = unit
    self.window = window
    self.condition = condition
    self.exceptions = exceptions
    self.vetoes = vetoes
    self.isConfident = isConfident
    self.flags = flags
    self.triggers = triggers
  }
}

struct CompiledException: Sendable {
  let pattern: PatternID
  let geometry: RuleException.Geometry
  /// Upper bound of the pattern's match, in bytes.
  let reach: Int
}

struct CompiledVeto: Sendable {
  let condition: CompiledCondition
  let scope: UnitKind
}

enum CompiledCondition: Sendable {
  case pattern(PatternID)
  case all([CompiledCondition])
  case any([CompiledCondition])
  case none([CompiledCondition])
  case atLeast(Int, [CompiledCondition])
  case ordered([PatternID])
  case near([PatternID], characters: Int)
  case label(Int, LabelTest.Comparison)
  case formula(CompiledFormula)
  /// The rule gave a label here; rules are indices.
  case rule(Int)
  indirect case scoped(CompiledScope, CompiledCondition)
}

struct CompiledScope: Sendable {
  let unit: UnitKind?
  let position: SearchScope.Position?
  /// Values of the zone label; empty for any.
  let zones: [Int]
  /// Names of elements around the block; empty for any.
  let elements: Set<String>
}

/// A value with the automaton's patterns for its forms.
struct CompiledValue: Sendable {
  enum Reading: Sendable {
    case number(CompiledFormula)
    /// The parts as written, and the value that gives the others.
    case date([DatePart: CompiledFormula], base: Int?)
  }

  struct Form: Sendable {
    let pattern: PatternID
    let reading: Reading
  }

  let name: String
  let measuredIn: String?
  /// All forms, without the matches that exceptions void.
  let pattern: PatternID
  let forms: [Form]
}

struct CompiledScore: Sendable {
  struct Part: Sendable {
    let name: String
    let formula: CompiledFormula
  }

  struct Adjustment: Sendable {
    let id: String
    let when: CompiledFormula?
    let value: CompiledFormula
    let gift: CompiledGift?
  }

  let name: String
  let parts: [Part]
  let adjustments: [Adjustment]
  let bands: [ScoreDefinition.Band]
  let weights: ScoreWeights

  init(
    name: String, parts: [Part], adjustments: [Adjustment], bands: [ScoreDefinition.Band]
  ) {
    self.name = name
    self.parts = parts
    self.adjustments = adjustments
    self.bands = bands
    weights = ScoreWeights(
      name: name,
      parts: parts.map { part in
        ScoreWeights.Part(
          name: part.name,
          full: part.formula.value { leaf in
            switch leaf {
            case .label, .share: 1
            default: 0
            }
          })
      })
  }
}

/// `DirectiveSettings` with labels as indices.
struct CompiledDirectiveSettings: Sendable {
  let opens: Int?
  let closes: Int?
  let standing: Int?
  let demand: Int?
  let imperative: Int?
  let ordinal: Int?
  let heading: Int?
  let tail: Int?
  let opener: Int?
  let sanction: Int?
  let statement: Int?
  let told: Int?
  let joins: Int?
  let separates: Int?
  let adverb: Int?
  let aside: Int?
  let impersonal: Int?
  let passing: Int?
  let bearer: Int
  let bearerKind: Int?
  let inherited: Double
  let implied: Double
  let impliedKind: Double?
  let after: Int?
  let afterKind: Double?
  let heads: Int?
  let force: Int
  let bareOrder: Double
  let core: [Int]
  let substance: Double
  let bundleLength: Int
  let classLabel: Int
  let defaultClass: Double
  let grammar: CompiledGrammar?
  let perspective: (mark: Int, supervised: Int, unnamed: Double)?
  let umbrella: CompiledUmbrella?
  /// By slot the amount on sentences that headings lend to it.
  let lends: [Int: Int]
  let excluded: Int?
  /// Choice label on sentences whose value says by what kind of sentence a tag was given.
  let via: Int?
}

struct CompiledGrammar: Sendable {
  let label: Int
  /// Ranks of the label's values with what must not be 0; the first that holds counts.
  let forms: [(value: Double, formula: CompiledFormula)]
}

struct CompiledUmbrella: Sendable {
  let mark: Int
  let slots: [Int]
  let score: String
  let paragraphFactor: Double
  let documentFactor: Double
}
