import Documents
import RuleLanguage
import SourceText

/// Reads off words what they count or date.
struct MeasureBuilder {
  private let run: AnalysisRun
  /// The date of the document, from which relative dates count.
  private let base: PartialDate?
  /// The values that the document has at all, as few have many.
  private let occurring: [Int]

  init(_ run: AnalysisRun) {
    self.run = run
    base = run.documentDate
    let evaluator = run.evaluator
    occurring = run.compiled.values.indices.filter {
      !evaluator.matches[run.compiled.values[$0].pattern].isEmpty
    }
  }

  /// The values inside `spans` of the normalised text.
  ///
  /// One that lies inside another is left out, and so is one that begins inside another of its kind.
  func measures(in spans: [SourceSpan]) -> [MeasureResult] {
    var found: [(value: Int, span: SourceSpan)] = []
    for span in spans {
      for value in occurring {
        found += run.evaluator.values.spans(value, in: span).map { (value, $0) }
      }
    }
    if found.isEmpty { return [] }
    let outer = Set(SourceSpan.maximal(found.map(\.span)))
    var ends: [Int: Int] = [:]
    return found.filter { outer.contains($0.span) }
      .sorted { ($0.span.start, $0.value) < ($1.span.start, $1.value) }
      .filter { value, span in
        guard span.start >= ends[value] ?? 0 else { return false }
        ends[value] = span.end
        return true
      }
      .compactMap(measure)
  }

  private func measure(_ value: Int, _ span: SourceSpan) -> MeasureResult? {
    let definition = run.compiled.values[value]
    let values = run.evaluator.values
    let reading: MeasureResult.Reading
    if let number = values.number(value, at: span) {
      reading = .number(number, unit: definition.measuredIn)
    } else if let parts = values.dateParts(value, at: span) {
      reading = .date(DateReading.resolve(parts, base: base))
    } else {
      return nil
    }
    return MeasureResult(
      name: definition.name, reading: reading,
      text: String(decoding: run.document.text[span.start..<span.end], as: UTF8.self),
      bytes: run.document.offsets.original(span))
  }
}
