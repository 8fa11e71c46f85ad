import RuleLanguage

/// A score with its formulas.
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
