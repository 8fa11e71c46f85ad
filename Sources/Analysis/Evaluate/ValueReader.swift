import Documents
import PatternAutomaton
import RuleLanguage
import SourceText

/// Reads the values that the words of one document stand for.
///
/// How deep they nest the resolver has bounded.
struct ValueReader {
  let compiled: CompiledPack
  let document: Document
  let matches: PatternMatches

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
    var known: Known = [:]
    return number(value, at: span, &known)
  }

  /// The parts of the date at exactly `span`; nil for numbers and other words, and where it holds a
  /// numeral that is no number, or a date that cannot be read.
  func dateParts(_ value: Int, at span: SourceSpan) -> [DatePart: Double]? {
    var known: Known = [:]
    return dateParts(value, at: span, &known)
  }

  private struct Place: Hashable {
    let value: Int
    let span: SourceSpan
  }

  /// Numbers that were read, nil where there is none: a formula may name a value often, whose formulas name
  /// others.
  private typealias Known = [Place: Double?]

  private func dateParts(
    _ value: Int, at span: SourceSpan, _ known: inout Known
  ) -> [DatePart: Double]? {
    guard let form = form(value, at: span), case .date(let formulas, let base) = form.reading else {
      return nil
    }
    var parts: [DatePart: Double] = [:]
    if let base, let last = SourceSpan.maximal(spans(base, in: span)).last {
      guard let inner = dateParts(base, at: last, &known) else { return nil }
      parts = inner
    }
    for (part, formula) in formulas {
      guard let number = evaluate(formula, form.numbers, span, &known) else { return nil }
      parts[part] = number
    }
    return parts.isEmpty ? nil : parts
  }

  private func number(_ value: Int, at span: SourceSpan, _ known: inout Known) -> Double? {
    let place = Place(value: value, span: span)
    if let number = known[place] { return number }
    var number: Double?
    if let form = form(value, at: span), case .number(let formula) = form.reading {
      number = evaluate(formula, form.numbers, span, &known)
    }
    known[place] = .some(number)
    return number
  }

  /// The first form that matches exactly these words.
  private func form(_ value: Int, at span: SourceSpan) -> CompiledValue.Form? {
    compiled.values[value].forms.first { form in
      inside(form.pattern, span).contains(span)
    }
  }

  /// Nil where the formula reads a numeral that is no number; one that is not there counts as 0.
  private func evaluate(
    _ formula: CompiledFormula, _ numbers: PatternID, _ span: SourceSpan, _ known: inout Known
  ) -> Double? {
    var isReadable = true
    func readable(_ number: Double?) -> Double {
      if number == nil { isReadable = false }
      return number ?? 0
    }
    let value = formula.value { leaf in
      switch leaf {
      case .numeral(let index):
        let numerals = inside(numbers, span)
        guard index < numerals.count else { return 0 }
        return readable(
          NumeralValue.of(document.text[numerals[index].start..<numerals[index].end]))
      case .inner(let value):
        guard let first = spans(value, in: span).first else { return 0 }
        return readable(number(value, at: first, &known))
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
