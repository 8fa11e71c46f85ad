import Documents
import RuleLanguage
import SourceText

extension Document {
  /// The unit of `kind` that holds the byte at `offset` of the normalised text; nil between units, and for
  /// directives, which the document does not know.
  ///
  /// Unlike `TextUnits`, this knows the sentences and clauses of blocks that are not analysed too.
  ///
  /// - Complexity: O(log units).
  func unit(_ kind: UnitKind, holding offset: Int) -> SourceSpan? {
    func held<Unit>(_ units: [Unit], _ span: (Unit) -> SourceSpan) -> SourceSpan? {
      let index = units.firstSorted { span($0).end > offset }
      guard index < units.count, span(units[index]).start <= offset else { return nil }
      return span(units[index])
    }
    switch kind {
    case .document: return SourceSpan(0, text.count)
    case .block, .paragraph: return held(blocks, \.span)
    case .sentence: return held(sentences, \.span)
    case .clause: return held(clauses, \.span)
    case .directive: return nil
    }
  }
}
