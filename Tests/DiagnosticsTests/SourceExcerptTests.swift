import Diagnostics
import SourceText
import Testing

@Suite struct SourceExcerptTests {
  /// The excerpt of `text` with carets under each of `words`.
  private func excerpt(_ text: String, _ words: [String]) throws -> String {
    let bytes = Array(text.utf8)
    let spans = try words.map { word in
      let range = try #require(text.firstRange(of: word))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return SourceSpan(start, start + word.utf8.count)
    }
    let lines = SourceExcerpt(spans, in: SourceFile(name: "t", bytes: bytes)).lines
    return lines.map { "\($0.number) \($0.text)\n  \($0.carets)" }.joined(separator: "\n")
  }

  @Test(
    "Carets stand under wide characters, in one row for a line",
    arguments: [
      ("甲乙丙丁", ["乙丙"], "1 甲乙丙丁\n    ^^^^"),
      ("a甲b乙", ["甲", "乙"], "1 a甲b乙\n   ^^ ^^"),
      ("甲\n乙丙", ["丙", "甲"], "1 甲\n  ^^\n2 乙丙\n    ^^"),
      ("甲乙丙丁", ["甲乙丙", "乙"], "1 甲乙丙丁\n  ^^^^^^"),
      ("甲乙丙", ["甲乙", "乙丙"], "1 甲乙丙\n  ^^^^^^"),
    ])
  func carets(_ text: String, _ words: [String], _ expected: String) throws {
    #expect(try excerpt(text, words) == expected)
  }

  @Test("Words far apart on a long line have a drawing each")
  func longLine() throws {
    let text = "起" + String(repeating: "中", count: 200) + "终"
    let lines = try excerpt(text, ["起", "终"]).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("1 起"))
    #expect(lines[2].hasSuffix("终"))
  }
}
