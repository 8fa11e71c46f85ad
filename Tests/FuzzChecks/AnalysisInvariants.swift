package import Analysis
import RuleLanguage
import SourceText

/// What must hold of an analysis whatever the text is.
package enum AnalysisInvariants {
  /// Analyses `bytes` twice and looks at every span of the result.
  package static func violations(_ analyzer: Analyzer, _ bytes: [UInt8]) -> [String] {
    let file = SourceFile(name: "fuzz.txt", bytes: bytes)
    var scratch = Analyzer.Scratch()
    let result = analyzer.analyze(file, &scratch)
    var check = SpanCheck(bytes)
    for block in result.otherBlocks { check.visit(block.bytes, nil, "a block") }
    for (index, paragraph) in result.paragraphs.enumerated() {
      check.visit(paragraph.bytes, nil, "a paragraph")
      if paragraph.index != index + 1 { check.violations.append("paragraphs are miscounted") }
      for evidence in paragraph.tags.flatMap(\.evidence) {
        check.visit(evidence.bytes, paragraph.bytes, "evidence")
      }
      for directive in paragraph.directives { visit(directive, paragraph.bytes, &check) }
    }
    let spans = (result.paragraphs.map(\.bytes) + result.otherBlocks.map(\.bytes)).sorted()
    if zip(spans, spans.dropFirst()).contains(where: { $0.end > $1.start }) {
      check.violations.append("blocks overlap")
    }
    for field in result.metadata.fields {
      if let span = field.bytes { check.visit(span, nil, "metadata") }
    }
    if analyzer.analyze(file, &scratch) != result {
      check.violations.append("analysed again the text has another result")
    }
    return check.violations
  }

  private static func visit(
    _ directive: DirectiveResult, _ paragraph: SourceSpan, _ check: inout SpanCheck
  ) {
    check.visit(directive.bytes, paragraph, "a directive")
    if let tail = directive.tail { check.visit(tail.bytes, paragraph, "a tail") }
    for slot in directive.slots {
      // A bearer may stand in a line of its own; then it has no place in the paragraph.
      let outer = slot.inText == nil ? nil : paragraph
      if let span = slot.bytes { check.visit(span, outer, "slot \(slot.name)") }
      for measure in slot.measures { check.visit(measure.bytes, outer, "a measure") }
    }
    for score in directive.scores where !(score.low...max(score.low, score.high) ~= score.score) {
      check.violations.append("a score outside of its bounds")
    }
  }
}

/// Looks at spans of the original file.
private struct SpanCheck {
  private let bytes: [UInt8]
  /// In damaged text a character has no edges that a span could keep to.
  private let isValid: Bool
  var violations: [String] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isValid = String(validating: bytes, as: UTF8.self) != nil
  }

  mutating func visit(_ span: SourceSpan, _ outer: SourceSpan?, _ what: String) {
    guard span.start >= 0, span.end <= bytes.count else {
      violations.append("\(what) leaves the file")
      return
    }
    if let outer, !outer.covers(span) { violations.append("\(what) leaves its paragraph") }
    if isValid, splits(span.start) || splits(span.end) {
      violations.append("\(what) cuts a character")
    }
  }

  private func splits(_ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] & 0xC0 == 0x80
  }
}
