/// An arithmetic expression over labels and features.
package indirect enum Formula: Hashable, Sendable {
  package enum Operator: String, Hashable, Sendable, CaseIterable {
    case or
    case and
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }

  case number(Double)
  case name(String)
  case negate(Formula)
  case not(Formula)
  case binary(Operator, Formula, Formula)
  /// `min`, `max`, `if`, `share`, `count`, `before`, `after`; arguments as written.
  case call(String, [Formula])
}

/// A formula as written and as parsed.
package struct FormulaExpression: Hashable, Sendable {
  package var source: String
  package var formula: Formula
  package var span: LocatedSpan

  package init(source: String, formula: Formula, span: LocatedSpan) {
    self.source = source
    self.formula = formula
    self.span = span
  }
}
