/// A kind of expression with a value that can be counted or compared, such as a duration or a date.
///
/// In patterns it is written `<name>`, like a lexicon; what the words are is said by its forms.
package struct ValueDefinition: Hashable, Sendable {
  /// One way of writing the value.
  package struct Form: Hashable, Sendable {
    package var pattern: PatternExpression
    package var reading: Reading

    package init(pattern: PatternExpression, reading: Reading) {
      self.pattern = pattern
      self.reading = reading
    }
  }

  /// How the value is read off the words of a form.
  package enum Reading: Hashable, Sendable {
    /// A formula over the numbers in the match and over other values in it.
    case number(FormulaExpression)
    /// Parts of a date, each a formula; `base` names another value, whose last match inside the
    /// words gives the parts that are not written. At least one of the two is there.
    case date([DatePart: FormulaExpression], base: String?)
  }

  /// What formulas of forms call the numbers in a match, in the order of the text.
  package static let numberNames = ["number", "second-number", "third-number", "fourth-number"]

  package var name: String
  package var title: LocalizedText
  /// What the number counts, such as `days`; nil where the words say it.
  package var measuredIn: String?
  /// In the order of the file: where two forms match the same words, the first is read.
  package var forms: [Form]
  /// A match that shares a character with a match of one of these is void.
  package var exceptions: [PatternExpression]
  package var span: LocatedSpan

  package init(
    name: String, title: LocalizedText, measuredIn: String?, forms: [Form],
    exceptions: [PatternExpression], span: LocatedSpan
  ) {
    self.name = name
    self.title = title
    self.measuredIn = measuredIn
    self.forms = forms
    self.exceptions = exceptions
    self.span = span
  }

  /// The forms as one pattern.
  package var node: PatternNode {
    forms.count == 1 ? forms[0].pattern.node : .alternatives(forms.map(\.pattern.node))
  }

  /// Whether the value is a date; all forms of a value are of one kind.
  package var isDate: Bool {
    if case .date = forms.first?.reading { return true }
    return false
  }
}

/// A part of a date as a form gives it.
package enum DatePart: String, Hashable, Sendable, CaseIterable {
  /// The year itself, with all its figures or the last two.
  case year
  /// From 1; 13 is the first month of the next year.
  case month
  /// From 1; a day behind the end of the month is its last day.
  case day
  /// From 1, the first day of the week as ISO 8601 counts.
  case weekday
  case yearsAfter = "years-after"
  /// The last month of the quarter that lies so many quarters behind.
  case quartersAfter = "quarters-after"
  case monthsAfter = "months-after"
  case weeksAfter = "weeks-after"
  case daysAfter = "days-after"
}
