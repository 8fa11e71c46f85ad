import SourceText

/// A problem in a pattern or formula, with a half-open range of bytes of its text.
struct ExpressionProblem: Error, Hashable {
  let id: ResolverDiagnosticID
  let message: String
  let note: String?
  let range: Range<Int>

  private init(
    _ id: ResolverDiagnosticID, _ message: String, note: String? = nil, _ range: Range<Int>
  ) {
    self.id = id
    self.message = message
    self.note = note
    self.range = range
  }
}

/// Messages in the order of their ids.
extension ExpressionProblem {
  /// Comparisons in a row, which would compare a truth value.
  ///
  /// Wrong: `1 < han < 5`. Right: `1 < han and han < 5`.
  static func chainedComparison(_ range: Range<Int>) -> Self {
    Self(
      .formulaChainedComparison, "comparisons cannot follow one another",
      note: "write `a < b and b < c`", range)
  }

  /// A formula that ends or goes on where it must not, or a character without meaning.
  ///
  /// Wrong: `2 * (han`. Right: `2 * (han)`.
  static func malformedFormula(
    _ message: String, note: String? = nil, _ range: Range<Int>
  ) -> Self {
    Self(.formulaMalformed, message, note: note, range)
  }

  /// Parentheses or signs inside one another beyond the limit.
  static func formulaTooDeep(limit: Int, _ range: Range<Int>) -> Self {
    Self(
      .formulaTooDeep, "a formula nests at most \(limit) deep",
      note: "leave out parentheses that change nothing, or split the rule", range)
  }

  /// A formula with more numbers, names and signs than the limit.
  static func formulaTooLong(limit: Int, _ range: Range<Int>) -> Self {
    Self(
      .formulaTooLong, "a formula has at most \(limit) numbers, names and signs",
      note: "split the rule, or let labels carry parts of the sum", range)
  }

  /// An escape at the end of a pattern.
  ///
  /// Wrong: `x\`. Right: `x\\`.
  static func danglingEscape(_ range: Range<Int>) -> Self {
    Self(
      .patternDanglingEscape, "`\\` has nothing after it to take as text",
      note: "write `\\\\` for the character itself", range)
  }

  /// An alternative without text.
  ///
  /// Wrong: `(x|)y`. Right: `(x)?y`.
  static func emptyAlternative(_ range: Range<Int>) -> Self {
    Self(
      .patternEmptyAlternative, "an alternative is empty",
      note: "write `(…)?` for text that may be missing", range)
  }

  /// A gap with which a match could begin.
  ///
  /// Wrong: `..8x`. Right: `x`.
  static func gapAtStart(_ range: Range<Int>) -> Self {
    Self(
      .patternGapAtStart, "a match cannot begin with a gap",
      note: "leave the gap out: a pattern matches anywhere in its window", range)
  }

  /// A gap whose bounds stand the wrong way round.
  ///
  /// Wrong: `x..4-2y`. Right: `x..2-4y`.
  static func gapReversed(_ minimum: Int, _ maximum: Int, _ range: Range<Int>) -> Self {
    Self(
      .patternGapReversed, "the gap ends before it starts",
      note: "write `..\(maximum)-\(minimum)`", range)
  }

  /// A gap above the limit.
  static func gapTooLong(limit: Int, _ range: Range<Int>) -> Self {
    Self(
      .patternGapTooLong, "a gap has at most \(limit) characters",
      note: "use `ordered` or `near` for words further apart", range)
  }

  /// What must follow, when nothing need.
  ///
  /// Wrong: `x(?=(y)?)`. Right: `x(?=y)`.
  static func idleLookahead(_ range: Range<Int>) -> Self {
    Self(
      .patternIdleLookahead, "nothing need follow here: all of it may be missing",
      note: "leave it out, or take out the `?` or the gap", range)
  }

  /// `^` or `$` inside a pattern, where it could never hold.
  ///
  /// Wrong: `x^y`. Right: `^y`.
  static func misplacedEdge(_ edge: String, _ place: String, _ range: Range<Int>) -> Self {
    Self(
      .patternMisplacedEdge, "`\(edge)` holds only at the \(place) of a pattern",
      note: "write `\\\(edge)` for the character itself", range)
  }

  /// What must follow, before something else.
  ///
  /// Wrong: `x(?=y)z`. Right: `x(?=yz)`.
  static func misplacedLookahead(_ range: Range<Int>) -> Self {
    Self(
      .patternMisplacedLookahead, "`(?=…)` holds only at the end of a pattern",
      note: "put all that must follow into it; what is in it is no part of the match", range)
  }

  /// `?` without a group before it.
  ///
  /// Wrong: `xy?`. Right: `x(y)?`.
  static func strayQuestion(_ range: Range<Int>) -> Self {
    Self(
      .patternStrayOperator, "`?` stands only after `)`",
      note: "write `(…)?` for text that may be missing, `(?=…)` for what must follow, `\\?` for the"
        + " character itself",
      range)
  }

  /// `>` without `<` before it.
  static func strayBracket(_ range: Range<Int>) -> Self {
    Self(
      .patternStrayOperator, "`>` closes nothing", note: "write `\\>` for the character itself",
      range)
  }

  /// Groups inside one another beyond the limit.
  static func patternTooDeep(limit: Int, _ range: Range<Int>) -> Self {
    Self(
      .patternTooDeep, "groups nest at most \(limit) deep",
      note: "give the inner part a name under `patterns`", range)
  }

  /// A pattern above the limit.
  static func patternTooLong(limit: Int, _ range: Range<Int>) -> Self {
    Self(
      .patternTooLong, "a pattern has at most \(limit) bytes",
      note: "put the alternatives into a lexicon and write `<its-name>`", range)
  }

  /// A bracket without its partner.
  ///
  /// Wrong: `(x|y`. Right: `(x|y)`.
  static func unbalanced(_ message: String, _ bracket: String, _ range: Range<Int>) -> Self {
    Self(
      .patternUnbalanced, message, note: "write `\\\(bracket)` for the character itself", range)
  }

  /// A pattern that could match without any text.
  ///
  /// Wrong: `(x)?`. Right: `x`.
  static func withoutText(_ range: Range<Int>) -> Self {
    Self(
      .patternWithoutText, "the pattern could match without any text",
      note: "a pattern needs a literal, a lexicon or an atom, neither optional nor in `(?=…)`",
      range)
  }
}
