import SourceText
import Testing

struct SourceSpanTests {
  @Test(
    "A span is counted from the start of the one around it, if that covers it",
    arguments: [
      (SourceSpan(5, 8), SourceSpan(3, 10), SourceSpan(2, 5)),
      (SourceSpan(3, 10), SourceSpan(3, 10), SourceSpan(0, 7)),
      (SourceSpan(10, 10), SourceSpan(3, 10), SourceSpan(7, 7)),
      (SourceSpan(2, 8), SourceSpan(3, 10), nil),
      (SourceSpan(5, 11), SourceSpan(3, 10), nil),
    ])
  func relative(span: SourceSpan, outer: SourceSpan, expected: SourceSpan?) {
    #expect(span.relative(to: outer) == expected)
  }

  @Test(
    "A part is found where it stands first at or after an offset",
    arguments: [
      ([1, 2], 0, SourceSpan(0, 2)), ([1, 2], 1, SourceSpan(3, 5)), ([1, 2], 4, nil), ([], 0, nil),
      ([3, 1, 2], 2, SourceSpan(2, 5)), ([1], 9, nil),
    ] as [([Int], Int, SourceSpan?)])
  func part(part: [Int], start: Int, expected: SourceSpan?) {
    #expect(SourceSpan(of: part, in: [1, 2, 3, 1, 2], from: start) == expected)
  }

  @Test("Of spans inside one another the outer ones stay, by start")
  func maximal() {
    let spans = [SourceSpan(4, 6), SourceSpan(0, 3), SourceSpan(0, 5), SourceSpan(4, 6)]
    #expect(SourceSpan.maximal(spans) == [SourceSpan(0, 5), SourceSpan(4, 6)])
    #expect(SourceSpan.maximal([]).isEmpty)
  }

  @Test(
    "Edges are taken off both ends, over and over, and nothing from the middle",
    arguments: [
      ([SourceSpan(2, 4), SourceSpan(4, 5), SourceSpan(8, 9)], SourceSpan(5, 8)),
      ([SourceSpan(5, 6)], SourceSpan(2, 9)),
      ([SourceSpan(0, 4), SourceSpan(8, 12)], SourceSpan(2, 9)),
      ([SourceSpan(2, 2)], SourceSpan(2, 9)),
      ([SourceSpan(2, 5), SourceSpan(5, 9)], nil),
    ] as [([SourceSpan], SourceSpan?)])
  func trimmed(edges: [SourceSpan], expected: SourceSpan?) {
    #expect(SourceSpan(2, 9).trimmed(by: edges) == expected)
  }
}
