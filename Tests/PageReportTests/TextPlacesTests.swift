import SourceText
import Testing

@testable import PageReport

struct TextPlacesTests {
  @Test(
    "Bytes become the units that a browser counts by",
    arguments: [
      ("abc", SourceSpan(1, 3), 1, 3), ("督办要", SourceSpan(3, 9), 1, 3),
      ("a😀要", SourceSpan(1, 5), 1, 3), ("a😀要", SourceSpan(5, 8), 3, 4),
      ("é", SourceSpan(0, 2), 0, 1), ("", SourceSpan(0, 0), 0, 0),
    ])
  func places(text: String, span: SourceSpan, start: Int, end: Int) throws {
    let place = try #require(TextPlaces(text).place(span))
    #expect(place.start == start && place.end == end)
    let units = Array(text.utf16)[place.start..<place.end]
    let bytes = Array(text.utf8)[span.start..<span.end]
    #expect(String(decoding: units, as: UTF16.self) == String(decoding: bytes, as: UTF8.self))
  }

  @Test("What is no span of the text has no place")
  func outside() {
    #expect(TextPlaces("督").place(nil) == nil)
    #expect(TextPlaces("督").place(SourceSpan(0, 4)) == nil)
  }
}
