import PatternAutomaton
import RuleLanguage

/// A value with the automaton's patterns for its forms.
struct CompiledValue: Sendable {
  enum Reading: Sendable {
    case number(CompiledFormula)
    /// The parts as written, and the value that gives the others.
    case date([DatePart: CompiledFormula], base: Int?)
  }

  struct Form: Sendable {
    /// Without the matches that exceptions void.
    let pattern: PatternID
    /// The runs that its formulas count as numbers.
    let numbers: PatternID
    let reading: Reading
  }

  let name: String
  let measuredIn: String?
  /// All forms, without the matches that exceptions void.
  let pattern: PatternID
  let forms: [Form]
}
