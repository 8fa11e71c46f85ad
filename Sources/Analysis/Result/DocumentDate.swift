import Documents
import RuleLanguage
import SourceText

extension AnalysisRun {
  /// The date that the words of a date label stand for; nil where they are no whole date.
  ///
  /// A value of the pack that is written exactly so is read first, then three numbers, year first.
  func date(at span: SourceSpan) -> String? {
    for (index, definition) in compiled.pack.values.enumerated() where definition.isDate {
      guard let parts = evaluator.values.dateParts(index, at: span),
        [DatePart.year, .month, .day].allSatisfy({ parts[$0] != nil })
      else { continue }
      if let date = DateReading.resolve(parts, base: nil) { return date }
    }
    let text = String(decoding: document.text[span.start..<span.end], as: UTF8.self)
    return NumeralDate(text)?.description
  }
}
