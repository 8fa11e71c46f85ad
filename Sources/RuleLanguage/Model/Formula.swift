/// An arithmetic expression over labels and features.
package indirect enum Formula: Hashable, Sendable {
  /// What stands between two operands; the raw value is how formulas write it.
  package enum Operator: String, Hashable, Sendable, CaseIterable {
    /// 1 where one operand is not 0, else 0.
    case or
    /// 1 where both operands are not 0, else 0.
    case and
    /// 1 where it holds, else 0, here and in the next five.
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    /// 0 where the divisor is 0.
    case divide = "/"
  }

  /// As written, without a sign.
  case number(Double)
  /// A label, a value, a feature of the window, `total` or a number of a match, by the place of the
  /// formula.
  case name(String)
  /// Minus the operand.
  case negate(Formula)
  /// 1 where the operand is 0, else 0.
  case not(Formula)
  /// The left operand, then the right.
  case binary(Operator, Formula, Formula)
  /// `min`, `max`, `if`, `share`, `count`, `before`, `after`, `lowest`, `highest`; arguments as written.
  case call(String, [Formula])
}

/// A formula as written and as parsed.
package struct FormulaExpression: Hashable, Sendable {
  /// The text in the rule file, unquoted.
  package var source: String
  /// What it says.
  package var formula: Formula
  /// The scalar in the rule file.
  package var span: LocatedSpan

  /// Creates a formula from text and the tree that the parser made of it.
  package init(source: String, formula: Formula, span: LocatedSpan) {
    self.source = source
    self.formula = formula
    self.span = span
  }
}
