/// A kind of expression with a value that can be counted or compared, such as a duration or a date.
///
/// In patterns it is written `<name>`, like a lexicon; what the words are is said by its forms.
package struct ValueDefinition: Hashable, Sendable {
  /// One way of writing the value.
  package struct Form: Hashable, Sendable {
    /// The words of this way of writing.
    package var pattern: PatternExpression
    /// What they stand for.
    package var reading: Reading

    /// Creates a form; that the pattern holds the numbers its formulas ask for is checked by the
    /// resolver.
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

  /// What patterns write between angle brackets and formulas call it.
  package var name: String
  /// What reports call it; the name where the pack gives none.
  package var title: LocalizedText
  /// What the number counts, such as `days`; nil where the words say it.
  package var measuredIn: String?
  /// Whether its words say how often something is done, so that lists of tasks show them; the engine
  /// does not look at it.
  package var isFrequency: Bool
  /// Whether its words say from when something runs, so that lists of tasks take no deadline from them;
  /// the engine does not look at it.
  package var isStart: Bool
  /// In the order of the file: where two forms match the same words, the first is read.
  package var forms: [Form]
  /// A match that shares a character with a match of one of these is void.
  package var exceptions: [PatternExpression]
  /// The name where it is defined.
  package var span: LocatedSpan

  /// Creates a value from forms, at least one, that are all numbers or all dates.
  package init(
    name: String, title: LocalizedText, measuredIn: String?, isFrequency: Bool = false,
    isStart: Bool = false, forms: [Form], exceptions: [PatternExpression], span: LocatedSpan
  ) {
    self.name = name
    self.title = title
    self.measuredIn = measuredIn
    self.isFrequency = isFrequency
    self.isStart = isStart
    self.forms = forms
    self.exceptions = exceptions
    self.span = span
  }

  /// The forms as one pattern.
  ///
  /// - Complexity: O(forms).
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
  /// From 1 to 12; any other number makes the words no date.
  case month
  /// From 1, any lower number makes the words no date; a day behind the end of the month is its last day.
  case day
  /// From 1, the first day of the week as ISO 8601 counts.
  case weekday
  /// Years behind the document's date; a negative number lies before it, here as in the next four.
  case yearsAfter = "years-after"
  /// The last month of the quarter that lies so many quarters behind.
  case quartersAfter = "quarters-after"
  /// Months behind it, into the next years too.
  case monthsAfter = "months-after"
  /// Weeks of seven days behind it.
  case weeksAfter = "weeks-after"
  /// Days behind it.
  case daysAfter = "days-after"
}
