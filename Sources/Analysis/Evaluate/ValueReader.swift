import Documents
import PatternAutomaton
import RuleLanguage
import SourceText

/// Reads the values that the words of one document stand for.
struct ValueReader {
  let compiled: CompiledPack
  let document: Document
  let matches: PatternMatches

  /// Forms inside forms beyond this depth are not read; a resolved pack never nests so deep.
  private static let deepest = 16

  /// The matches of a value inside `span`, sorted; of those with one start the longest.
  func spans(_ value: Int, in span: SourceSpan) -> [SourceSpan] {
    inside(compiled.values[value].pattern, span)
  }

  /// The numbers that the matches of a value inside `span` stand for.
  func numbers(_ value: Int, in span: SourceSpan) -> [Double] {
    spans(value, in: span).compactMap { number(value, at: $0) }
  }

  /// The number that the value at exactly `span` stands for; nil for dates and other words, and where
  /// it holds a numeral that is no number, such as 3.5.6.
  func number(_ value: Int, at span: SourceSpan) -> Double? {
    guard case .number(let formula) = reading(value, at: span) else { return nil }
    return evaluate(formula, span, depth: 0)
  }

  /// The parts of the date at exactly `span`; nil for numbers and other words, and where it holds a
  /// numeral that is no number.
  func dateParts(_ value: Int, at span: SourceSpan) -> [DatePart: Double]? {
    dateParts(value, at: span, depth: 0)
  }

  private func dateParts(
    _ value: Int, at span: SourceSpan, depth: Int
  ) -> [DatePart: Double]? {
    guard case .date(let formulas, let base) = reading(value, at: span) else { return nil }
    let own = formulas.compactMapValues { evaluate($0, span, depth: 0) }
    guard own.count == formulas.count else { return nil }
    guard let base, depth < Self.deepest,
      let last = SourceSpan.maximal(spans(base, in: span)).last,
      let parts = dateParts(base, at: last, depth: depth + 1)
    else { return own }
    return parts.merging(own) { $1 }
  }

  /// The first form that matches exactly these words.
  private func reading(_ value: Int, at span: SourceSpan) -> CompiledValue.Reading? {
    compiled.values[value].forms.first { form in
      inside(form.pattern, span).contains(span)
    }?.reading
  }

  /// Nil where the formula reads a numeral that is no number; one that is not there counts as 0.
  private func evaluate(_ formula: CompiledFormula, _ span: SourceSpan, depth: Int) -> Double? {
    var isReadable = true
    func known(_ number: Double?) -> Double {
      if number == nil { isReadable = false }
      return number ?? 0
    }
    let value = formula.value { leaf in
      switch leaf {
      case .numeral(let index):
        let numerals = compiled.numerals.map { inside($0, span) } ?? []
        guard index < numerals.count else { return 0 }
        return known(
          NumeralValue.of(document.text[numerals[index].start..<numerals[index].end]))
      case .inner(let value):
        guard depth < Self.deepest, let first = spans(value, in: span).first,
          case .number(let inner) = reading(value, at: first)
        else { return 0 }
        return known(evaluate(inner, first, depth: depth + 1))
      default: return 0
      }
    }
    return isReadable ? value : nil
  }

  /// The matches of a pattern that lie inside `span`, sorted.
  func inside(_ pattern: PatternID, _ span: SourceSpan) -> [SourceSpan] {
    matches[pattern].inside(span)
  }
}
