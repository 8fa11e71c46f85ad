import Documents
import RuleLanguage
import SourceText

/// The words that a slot is shown by.
extension DirectiveResultBuilder {
  /// So many words beside the first are shown at most: a text of nothing but orders has no end of them.
  private static let mostOthers = 8

  /// A slot of the directive `frame` that words fill: the first of them is shown, without what the
  /// label's `trim` takes off, and what is shown and the others are measured.
  ///
  /// Where no words do, the `whole` unit of which the rule holds is shown; it names no amount or date, so
  /// nothing in it is measured.
  func slotResult(
    _ label: Int, _ frame: Int, _ settings: CompiledDirectiveSettings, value: Double,
    _ evidence: [SourceSpan], whole: SourceSpan?, _ rule: CompiledRule?, flags: [String]
  ) -> SlotResult {
    let words = evidence.first.map { trimmed($0, label) }
    let span = words ?? whole
    return SlotResult(
      name: compiled.pack.labels[label].name, value: value,
      lowValue: confidentValue(label, frame, settings), text: span.map(text) ?? "",
      bytes: span.map(document.offsets.original),
      inText: span.flatMap { place($0, frame) }, rule: rule?.id, flags: flags,
      measures: measures.measures(in: (words.map { [$0] } ?? []) + evidence.dropFirst()))
  }

  /// Adds to the slot what else in the directive gives `label` the value that `winner` gives, in the order of the
  /// text; of these the first is shown where the label's `trim` leaves nothing of the words that won.
  ///
  /// Of words that overlap the first are told, of those with one start the longest; the same words again are told
  /// once, and nothing where `trim` takes all of them.
  ///
  /// - Complexity: O(*n* log *n*) for *n* spans of evidence, apart from `trim`.
  func addWords(_ winner: Grant, _ label: Int, _ frame: Int, _ slot: inout SlotResult) {
    guard let first = winner.evidence.first else { return }
    let spans = run.evaluator.labels.grants(label, frame)
      .filter { $0.value == winner.value }
      .flatMap { grant in grant.evidence.map { (span: $0, rule: grant.rule) } }
      .sorted { ($0.span.start, -$0.span.end, $0.rule) < ($1.span.start, -$1.span.end, $1.rule) }
    let isEmpty = run.trimmed(first, of: label) == nil
    var seen: Set = isEmpty ? [] : [slot.text]
    var end = isEmpty ? first.start : first.end
    for (span, rule) in spans where span.start >= end && slot.others.count < Self.mostOthers {
      guard let words = run.trimmed(span, of: label) else { continue }
      end = span.end
      let told = text(words)
      guard seen.insert(told).inserted else { continue }
      slot.others.append(
        Evidence(
          rule: compiled.rules[rule].id, text: told, bytes: document.offsets.original(words),
          inText: place(words, frame)))
    }
    if isEmpty, !slot.others.isEmpty { slot.show(slot.others.removeFirst()) }
  }

  /// What is shown of the words of a slot: without what its `trim` takes off, unless that is all.
  private func trimmed(_ span: SourceSpan, _ label: Int) -> SourceSpan {
    compiled.trims[label].isEmpty ? span : run.trimmed(span, of: label) ?? span
  }
}
