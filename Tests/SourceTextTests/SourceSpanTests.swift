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
}
