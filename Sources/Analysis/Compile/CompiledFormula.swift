import RuleLanguage

/// A formula with its names resolved to labels and features.
indirect enum CompiledFormula: Sendable {
  case number(Double)
  /// The value of a label on the unit, or on the unit around it; 0 where it is not given.
  case label(Int)
  case feature(Feature)
  /// The running total of a score.
  case total
  /// Share of the directive's Han characters covered by the evidence of a mark.
  case share(Int)
  /// How many smaller units inside the window carry the label.
  case count(Int)
  /// How many blocks before the block of the window carry the label.
  case before(Int)
  case after(Int)
  /// The lowest, the highest number among the matches of a value in the window; 0 where none is.
  case lowest(Int)
  case highest(Int)
  /// In the reading of a form: the number that stands there in the match, from 0.
  case numeral(Int)
  /// In the reading of a form: the first match of another value inside the match.
  case inner(Int)
  case negate(CompiledFormula)
  case not(CompiledFormula)
  case binary(Formula.Operator, CompiledFormula, CompiledFormula)
  case minimum([CompiledFormula])
  case maximum([CompiledFormula])
  case condition(CompiledFormula, CompiledFormula, CompiledFormula)

  /// Evaluates with `lookup` for every leaf that depends on the text.
  ///
  /// Division by 0 gives 0, so that a share of nothing is nothing, and so does whatever comes to no
  /// finite number, in every part of the formula: the value is always finite.
  ///
  /// - Complexity: O(parts of the formula), and that of `lookup` for each leaf.
  func value(_ lookup: (CompiledFormula) -> Double) -> Double {
    Self.finite(unbounded(lookup))
  }

  /// The number, 0 where it is too large or none at all.
  static func finite(_ number: Double) -> Double { number.isFinite ? number : 0 }

  /// The value where the parts are finite; beyond the numbers it need not be.
  private func unbounded(_ lookup: (CompiledFormula) -> Double) -> Double {
    switch self {
    case .number(let number): number
    case .label, .feature, .total, .share, .count, .before, .after, .lowest, .highest, .numeral,
      .inner:
      lookup(self)
    case .negate(let inner): -inner.value(lookup)
    case .not(let inner): inner.value(lookup) == 0 ? 1 : 0
    case .binary(let operation, let left, let right):
      Self.apply(operation, left.value(lookup), right, lookup)
    case .minimum(let members):
      members.reduce(.infinity) { min($0, $1.value(lookup)) }
    case .maximum(let members):
      members.reduce(-.infinity) { max($0, $1.value(lookup)) }
    case .condition(let test, let yes, let no):
      test.value(lookup) != 0 ? yes.value(lookup) : no.value(lookup)
    }
  }

  private static func apply(
    _ operation: Formula.Operator, _ left: Double, _ rightFormula: CompiledFormula,
    _ lookup: (CompiledFormula) -> Double
  ) -> Double {
    switch operation {
    case .or: return left != 0 || rightFormula.value(lookup) != 0 ? 1 : 0
    case .and: return left != 0 && rightFormula.value(lookup) != 0 ? 1 : 0
    default: break
    }
    let right = rightFormula.value(lookup)
    switch operation {
    case .or, .and: return 0
    case .equal: return left == right ? 1 : 0
    case .notEqual: return left != right ? 1 : 0
    case .less: return left < right ? 1 : 0
    case .lessOrEqual: return left <= right ? 1 : 0
    case .greater: return left > right ? 1 : 0
    case .greaterOrEqual: return left >= right ? 1 : 0
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    case .divide: return right == 0 ? 0 : left / right
    }
  }
}

/// A number read off the window itself; names as formulas write them.
enum Feature: String, Sendable, CaseIterable {
  case characters
  case han
  case latin
  case digits
  /// Line of the original file, from 1.
  case line
  /// Sentence-ending punctuation marks.
  case stops
  /// 1 when the window ends with closing punctuation.
  case closed
  /// Link separators and runs of blanks.
  case bars
  case blocksBefore = "blocks-before"
  case blocksAfter = "blocks-after"
  /// Place among the units of its kind in the next larger unit, from 1.
  case position
  case positionFromEnd = "position-from-end"
  /// Share of the block's characters that stand in links of the page, from 0 to 1.
  case links
  /// 1 to 6 where the page marks the block as a heading, else 0.
  case headingLevel = "heading-level"
  /// 1 where the block is a row of a table.
  case tableRow = "table-row"
  /// 1 where the block lies outside of the element that holds most of the page's text.
  case outsideMain = "outside-main"
  case inPageTitle = "in-page-title"
  case repeated
}
