import Documents
import SourceText
import Testing

struct OffsetMapTests {
  /// The original text of each character of the normalised text, joined by `|`.
  static let cases = [
    ("中(zhōng)文，", "中|文|，"),
    ("\u{FEFF}甲\r\n乙", "甲|\r\n|乙"),
    ("甲&amp;nbsp;乙", "甲|&amp;nbsp;|乙"),
    ("甲，，乙", "甲|，|乙"),
    ("甲\0\0&lt;乙", "甲|&lt;|乙"),
    ("國\u{200B}家", "國|家"),
    ("会（huì） 议", "会|议"),
  ]

  @Test("A character comes from the smallest original span", arguments: cases)
  func characters(_ text: String, _ expected: String) {
    let document = read(text)
    var spans: [String] = []
    var offset = 0
    for scalar in document.string.unicodeScalars {
      let end = offset + String(scalar).utf8.count
      spans.append(document.source.text(document.offsets.original(SourceSpan(offset, end))))
      offset = end
    }
    #expect(spans.joined(separator: "|") == expected)
  }

  @Test("What was removed inside a span is inside its original, at the ends it is not")
  func removals() {
    let document = read("\0会(huì)议(yì)要求")
    #expect(document.source.text(document.offsets.original(SourceSpan(0, 6))) == "会(huì)议")
    #expect(document.source.text(document.offsets.original(SourceSpan(3, 9))) == "议(yì)要")
    #expect(document.offsets.original(SourceSpan(3, 3)) == SourceSpan(10, 10))
  }

  @Test("Parts of a stretch that was changed as a whole map to all of it")
  func parts() {
    // Four characters of the original became six bytes, of which two were changed again.
    let inner = OffsetMap(edits: [.init(start: 3, length: 9, originalStart: 3, originalLength: 4)])
    let outer = OffsetMap(edits: [.init(start: 6, length: 1, originalStart: 6, originalLength: 3)])
    let map = outer.composed(over: inner)
    #expect((0...12).map(map.original) == [0, 1, 2, 3, 3, 3, 3, 3, 3, 3, 7, 8, 9])
    #expect(map.original(SourceSpan(6, 7)) == SourceSpan(3, 7))
    #expect(map.original(SourceSpan(8, 11)) == SourceSpan(3, 8))
  }

  @Test("Rejoined pages map over the marker and the repairs around it")
  func layout() {
    let page = String(repeating: "压实責(zé)任，", count: 8)
    let document = read("１、\(page)督\n\n２、查組")
    let clean = String(repeating: "压实责任,", count: 8) + "督查组"
    #expect(document.blockStrings == [clean])
    let end = document.text.count
    let tail = document.offsets.original(SourceSpan(end - 10, end))
    #expect(document.source.text(tail) == "，督\n\n２、查組")
    #expect(document.source.text(document.offsets.original(SourceSpan(0, 12))) == "压实責(zé)任")
  }
}
