import RuleLanguage

/// Finds what the adjustments of a score make of any total, by running them with the total left open.
enum CourseTracer {
  /// What a formula comes to while the total is open.
  private enum Outcome {
    case number(Double)
    /// What becomes of the total.
    case course(ScoreCourse)
  }

  private typealias Lookup = (CompiledFormula) -> Double

  /// `lookup` gives the leaves of formulas other than the total.
  ///
  /// Nil where an adjustment is no line with bounds: one that asks how high the total is, that
  /// reckons with it twice, or that leads beyond the numbers.
  static func course(
    _ adjustments: [CompiledScore.Adjustment], _ lookup: (CompiledFormula) -> Double
  ) -> ScoreCourse? {
    var course = ScoreCourse.free
    for adjustment in adjustments {
      if let when = adjustment.when {
        guard case .number(let test)? = outcome(when, course, lookup) else { return nil }
        if test == 0 { continue }
      }
      switch outcome(adjustment.value, course, lookup) {
      case .course(let next)?: course = next
      case .number(let total)?:
        course = ScoreCourse(times: 0, plus: total, least: total, most: total)
      case nil: return nil
      }
    }
    guard course.times.isFinite, course.plus.isFinite else { return nil }
    return course.raised(0).capped(100)
  }

  private static func outcome(
    _ formula: CompiledFormula, _ total: ScoreCourse, _ lookup: Lookup
  ) -> Outcome? {
    switch formula {
    case .total: return .course(total)
    case .negate(let inner): return scaled(outcome(inner, total, lookup), -1)
    case .minimum(let members): return bounded(members, total, lookup, min) { $0.capped($1) }
    case .maximum(let members): return bounded(members, total, lookup, max) { $0.raised($1) }
    case .binary(let operation, let left, let right):
      return binary(operation, outcome(left, total, lookup), outcome(right, total, lookup))
    case .not(let inner):
      guard case .number(let number)? = outcome(inner, total, lookup) else { return nil }
      return .number(number == 0 ? 1 : 0)
    case .condition(let test, let yes, let no):
      guard case .number(let number)? = outcome(test, total, lookup) else { return nil }
      return outcome(number != 0 ? yes : no, total, lookup)
    case .number, .label, .feature, .share, .count, .before, .after, .lowest, .highest, .numeral,
      .inner:
      return .number(formula.value(lookup))
    }
  }

  private static func scaled(_ outcome: Outcome?, _ factor: Double) -> Outcome? {
    switch outcome {
    case .number(let number)?: .number(number * factor)
    case .course(let course)?: factor == 0 ? .number(0) : .course(course.scaled(factor))
    case nil: nil
    }
  }

  private static func bounded(
    _ members: [CompiledFormula], _ total: ScoreCourse, _ lookup: Lookup,
    _ pick: (Double, Double) -> Double,
    _ bound: (ScoreCourse, Double) -> ScoreCourse
  ) -> Outcome? {
    var number: Double?
    var course: ScoreCourse?
    for member in members {
      switch outcome(member, total, lookup) {
      case .number(let next)?: number = number.map { pick($0, next) } ?? next
      case .course(let next)? where course == nil || course == next: course = next
      case .course?, nil: return nil
      }
    }
    guard let course else { return number.map { .number($0) } }
    return .course(number.map { bound(course, $0) } ?? course)
  }

  private static func binary(
    _ operation: Formula.Operator, _ left: Outcome?, _ right: Outcome?
  ) -> Outcome? {
    switch (operation, left, right) {
    case (_, .number(let left)?, .number(let right)?):
      .number(CompiledFormula.binary(operation, .number(left), .number(right)).value { _ in 0 })
    case (.add, .course(let course)?, .number(let number)?),
      (.add, .number(let number)?, .course(let course)?):
      .course(course.shifted(number))
    case (.subtract, .course(let course)?, .number(let number)?): .course(course.shifted(-number))
    case (.subtract, .number(let number)?, .course(let course)?):
      .course(course.scaled(-1).shifted(number))
    case (.multiply, .course?, .number(let number)?): scaled(left, number)
    case (.multiply, .number(let number)?, .course?): scaled(right, number)
    case (.divide, .course?, .number(let number)?): scaled(left, number == 0 ? 0 : 1 / number)
    default: nil
    }
  }
}
