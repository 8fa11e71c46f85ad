import Analysis
import SourceText

/// Pairs expected directives with found ones that share at least half of their common extent.
struct DirectivePairing {
  /// For each expected directive the index of the found one, or nil.
  private(set) var matches: [Int?]
  /// Found directives that nobody expected.
  private(set) var unmatched: [Int]

  init(_ expected: [Expectation.Directive], _ paragraph: ParagraphResult) {
    let text = Array(paragraph.text.utf8)
    var position = 0
    let found = paragraph.directives.map { directive in
      let span = Self.locate(Array(directive.text.utf8), in: text, from: position)
      if let span { position = span.start }
      return span
    }
    var free = Set(found.indices)
    var cursor = 0
    var result: [Int?] = []
    for directive in expected {
      guard let span = Self.extent(directive, in: text, from: cursor) else {
        result.append(nil)
        continue
      }
      cursor = span.start
      let best = free.sorted().filter { Self.overlap(found[$0], span) >= 0.5 }
        .max { Self.overlap(found[$0], span) < Self.overlap(found[$1], span) }
      if let best { free.remove(best) }
      result.append(best)
    }
    matches = result
    unmatched = free.sorted()
  }

  private static func extent(
    _ directive: Expectation.Directive, in text: [UInt8], from start: Int
  ) -> SourceSpan? {
    let starts = Array(ExpectationCheck.fold(directive.starts).utf8)
    let ends = Array(ExpectationCheck.fold(directive.ends).utf8)
    guard let first = locate(starts, in: text, from: start),
      let last = locate(ends, in: text, from: first.start)
    else { return nil }
    return SourceSpan(first.start, max(first.end, last.end))
  }

  private static func locate(_ part: [UInt8], in text: [UInt8], from start: Int) -> SourceSpan? {
    guard !part.isEmpty, part.count <= text.count - start else { return nil }
    for index in start...(text.count - part.count)
    where text[index..<index + part.count].elementsEqual(part) {
      return SourceSpan(index, index + part.count)
    }
    return nil
  }

  /// Shared bytes over the bytes that either covers.
  private static func overlap(_ left: SourceSpan?, _ right: SourceSpan) -> Double {
    guard let left else { return 0 }
    let shared = min(left.end, right.end) - max(left.start, right.start)
    let all = max(left.end, right.end) - min(left.start, right.start)
    return all > 0 ? Double(max(0, shared)) / Double(all) : 0
  }
}
