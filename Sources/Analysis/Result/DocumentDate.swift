import Documents
import RuleLanguage
import SourceText

extension AnalysisRun {
  /// The date of the document, from which words such as "yesterday" count: that of the first label
  /// with dates, as it is stated beside the text, be it a month or a year, else as the text gives it; nil
  /// where that is no whole date.
  ///
  /// What is stated and is no date does not count, as in the metadata.
  var documentDate: PartialDate? {
    let label = compiled.metadata.first { compiled.pack.labels[$0].kind == .date }
    guard let label else { return nil }
    let fact = stated[compiled.pack.labels[label].name]
    let found =
      fact.flatMap { NumeralDate.stated($0.value) }
      ?? winningSpan(label).flatMap { date(at: $0, base: nil) }
    return found.flatMap(PartialDate.init)
  }

  /// The date that the words of a date label stand for, counted from `base`; nil where they are no
  /// whole date.
  ///
  /// A value of the pack that is written exactly so is read first, then three numbers, year first.
  func date(at span: SourceSpan, base: PartialDate?) -> String? {
    for (index, definition) in compiled.pack.values.enumerated() where definition.isDate {
      guard let parts = evaluator.values.dateParts(index, at: span),
        let date = DateReading.resolve(parts, base: base), NumeralDate(date) != nil
      else { continue }
      return date
    }
    let text = String(decoding: document.text[span.start..<span.end], as: UTF8.self)
    return NumeralDate(text)?.description
  }

  /// The words that give a document label its value.
  func winningSpan(_ label: Int) -> SourceSpan? {
    evaluator.labels.winner(label, 0)?.evidence.first
  }
}
