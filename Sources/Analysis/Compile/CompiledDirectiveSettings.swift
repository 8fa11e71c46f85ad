import RuleLanguage

/// `DirectiveSettings` with labels as indices.
struct CompiledDirectiveSettings: Sendable {
  /// The labels that clauses are marked with; of parts that no label plays there is none.
  let marks: [ClauseMark: Int]
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
  /// By slot the amount on sentences that speak for the tasks before them.
  let follows: [Int: Int]
  let excluded: Int?
  let dismissed: Int?
  /// Choice label on sentences whose value says by what kind of sentence a tag was given.
  let via: Int?
}

/// What a directive is as an institutional statement, by its slots.
struct CompiledGrammar: Sendable {
  let label: Int
  /// Ranks of the label's values with what must not be 0; the first that holds counts.
  let forms: [(value: Double, formula: CompiledFormula)]
}

/// Sanctions that count for the directives around them.
struct CompiledUmbrella: Sendable {
  let mark: Int
  let slots: [Int]
  let score: String
  let paragraphFactor: Double
  let documentFactor: Double
}
