import Testing

@testable import Documents

struct TextLinesTests {
  @Test(
    "Lines end at LF; behind the last one stands none",
    arguments: [
      ("", []), ("a", [0..<1]), ("a\n", [0..<1]), ("\n", [0..<0]), ("\n\n", [0..<0, 1..<1]),
      ("a\nb", [0..<1, 2..<3]), ("要\n\n é\n", [0..<3, 4..<4, 5..<8]), ("a\r\nb", [0..<2, 3..<4]),
    ] as [(String, [Range<Int>])])
  func lines(_ text: String, _ expected: [Range<Int>]) {
    #expect(Array(TextLines(Array(text.utf8))) == expected)
  }

  @Test(
    "Blanks and tabs go from the ends of lines, and blank lines stay as empty ones",
    arguments: [
      (" a\t\n \nb c", [1..<2, 5..<5, 6..<9]), ("\t", [1..<1]), ("　要 \n", [0..<6]),
    ] as [(String, [Range<Int>])])
  func trimmed(_ text: String, _ expected: [Range<Int>]) {
    #expect(Array(TextLines(Array(text.utf8)).trimmed) == expected)
  }
}
