package import Analysis

extension Labelling {
  /// What the program says, in the words of `pack`, without slots that people do not label: those that
  /// no score counts.
  ///
  /// - Complexity: O(paragraphs, directives and slots of the result).
  package init(_ result: AnalysisResult, _ pack: PackSummary) {
    self.init(
      article: result.source,
      metadata: Dictionary(
        result.metadata.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
      noise: result.noise.map(\.kind), split: nil,
      paragraphs: result.paragraphs.map { Paragraph($0, pack) })
  }
}

extension Labelling.Paragraph {
  fileprivate init(_ result: ParagraphResult, _ pack: PackSummary) {
    self.init(
      text: result.text,
      tags: Dictionary(
        result.tags.map { ($0.tag, $0.level) }, uniquingKeysWith: { first, _ in first }),
      via: result.via, frames: result.directives.map { Labelling.Frame($0, pack) },
      rules: Dictionary(
        result.tags.map { tag in (tag.tag, tag.evidence.map(\.rule).deduplicated()) },
        uniquingKeysWith: { first, _ in first }))
  }
}

extension Labelling.Frame {
  fileprivate init(_ result: DirectiveResult, _ pack: PackSummary) {
    let filled = result.slots.filter { $0.value > 0 && !pack.recordedSlots.contains($0.name) }
    self.init(
      text: result.text, classification: result.classification, kind: result.obligorKind,
      slots: Dictionary(
        filled.map { slot in
          let words = slot.words
          return (
            slot.name,
            Labelling.Slot(
              values: slot.value...slot.value,
              words: words.isEmpty ? nil : words.joined(separator: Labelling.Slot.separator),
              rule: slot.rule)
          )
        }, uniquingKeysWith: { first, _ in first }),
      scores: Dictionary(
        result.scores.map { ($0.name, Double($0.score)) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension [String] {
  /// Each once, in the order of the first.
  func deduplicated() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
