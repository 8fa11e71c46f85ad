import Documents
import RuleLanguage
import SourceText

/// Reads what rules say of a document or a paragraph from the labels that they gave.
struct FieldReader {
  private let run: AnalysisRun
  /// The date of the document, which dates without a year count from.
  private let base: PartialDate?

  init(_ run: AnalysisRun) {
    self.run = run
    base = run.documentDate
  }

  /// The value of `label` on a unit of the label's kind, which is a block where it is a paragraph;
  /// nil where no rule gave one, or where the words are no date that can be.
  ///
  /// - Complexity: O(rules that gave the label there).
  func field(_ label: Int, at unit: Int) -> Metadata.Field? {
    let declaration = run.compiled.pack.labels[label]
    guard let winner = run.evaluator.labels.winner(label, unit) else { return nil }
    let span = words(label, at: unit)
    let value: String? =
      switch declaration.kind {
      case .choice(let names): names[names.count - Int(winner.value)]
      case .level(let names): names[Int(winner.value) - 1]
      case .mark: "true"
      case .amount: "\(winner.value)"
      case .text: span.map(text)
      case .date: span.flatMap { run.date(at: $0, base: base) }
      }
    guard let value else { return nil }
    return Metadata.Field(
      name: declaration.name, value: value, bytes: span.map(run.document.offsets.original),
      rule: run.compiled.rules[winner.rule].id)
  }

  /// The words that give `label` its value on such a unit, of a text label without what its `trim`
  /// takes off; nil where no words do, or none are left.
  ///
  /// - Complexity: O(rules that gave the label there).
  func words(_ label: Int, at unit: Int) -> SourceSpan? {
    let span = run.evaluator.labels.winner(label, unit)?.evidence.first
    guard run.compiled.pack.labels[label].kind == .text else { return span }
    return span.flatMap { run.trimmed($0, of: label) }
  }

  private func text(_ span: SourceSpan) -> String {
    String(decoding: run.document.text[span.start..<span.end], as: UTF8.self)
  }
}
