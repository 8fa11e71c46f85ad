import Reporting
import TestSupport
import Testing

struct TextLayoutTests {
  @Test(
    "A Han character takes two columns, a mark above a letter none",
    arguments: [
      ("", 0), ("abc", 3), ("督办", 4), ("a督b", 4), ("，。", 4), ("ａ１", 4), ("e\u{301}", 1),
      ("“要”", 4), ("𠀀", 2),
    ])
  func width(text: String, expected: Int) {
    #expect(TextLayout.width(text) == expected)
  }

  @Test(
    "Lines break between Han characters and at blanks, never before closing punctuation",
    arguments: [
      ("各街道要每周报送", 8, ["各街道要", "每周报送"]),
      ("各街道要，每周", 8, ["各街道", "要，每周"]),
      ("one two three", 8, ["one two", "three"]),
      ("街道“办公”室", 6, ["街道", "“办公”", "室"]),
      ("averylongword", 5, ["avery", "longw", "ord"]),
      ("", 10, []),
      ("完成 25 处整改", 9, ["完成 25", "处整改"]),
    ])
  func wraps(text: String, width: Int, expected: [String]) {
    #expect(TextLayout.wrap(text, width: width) == expected)
  }

  @Test("Wrapping keeps every character but blanks, and no line is too wide")
  func wrapProperties() {
    var generator = SeededGenerator(seed: 80)
    let alphabet = Array("要各街道，。“”ab1 、；()")
    for _ in 0..<300 {
      let text = String(
        (0..<Int.random(in: 0...60, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        })
      let width = Int.random(in: 4...30, using: &generator)
      let lines = TextLayout.wrap(text, width: width)
      #expect(
        lines.joined().filter { $0 != " " } == text.filter { $0 != " " },
        "seed \(generator.seed)")
      #expect(
        lines.allSatisfy { TextLayout.width($0) <= width },
        "\(text) at \(width), seed \(generator.seed)")
    }
  }

  @Test(
    "A paragraph that is cut keeps the blanks at which its lines would break",
    arguments: [
      ("one two three four", 1, ["one two t…"]),
      ("one two three four", 2, ["one two", "three four"]),
      ("one two three four five", 2, ["one two", "three fou…"]),
      ("各街道要,每周报送", 1, ["各街道要,…"]),
      ("short", 1, ["short"]),
    ])
  func cutParagraph(text: String, limit: Int, expected: [String]) {
    var styled = StyledText(width: 40, usesColor: false)
    styled.paragraph(Phrase(text), indent: 30, limit: limit)
    let lines = styled.text.split(separator: "\n")
    #expect(lines.map { String($0.drop { $0 == " " }) } == expected)
  }

  @Test("What is cut ends in an ellipsis and still fits")
  func truncates() {
    #expect(TextLayout.truncate("督办", to: 4) == "督办")
    #expect(TextLayout.truncate("督办单", to: 4) == "督…")
    #expect(TextLayout.truncate("abcdef", to: 4) == "abc…")
  }

  @Test(
    "A line that is cut says so, wherever its phrases end",
    arguments: [
      (["123456789 ", "街"], "123456789…"), (["12345678", "街道"], "12345678…"),
      (["12345678", "街"], "12345678街"), (["1234567890", ""], "1234567890"),
      (["1234567890", "  "], "1234567890"), (["12345678街", "a"], "12345678…"),
      (["123456789012", "a"], "123456789…"), (["12345678街道", "a"], "12345678…"),
    ])
  func cutLine(phrases: [String], expected: String) {
    var styled = StyledText(width: 40, usesColor: false)
    styled.line(Phrase(phrases[0]), Phrase(phrases[1]), indent: 30)
    #expect(styled.text.drop { $0 == " " } == expected + "\n")
  }

  @Test("Characters that a terminal would act on become blanks")
  func printable() {
    #expect(TextLayout.printable("a\u{1B}[31mb\u{202E}c") == "a [31mb c")
    #expect(TextLayout.printable("要\n求") == "要 求")
  }
}
