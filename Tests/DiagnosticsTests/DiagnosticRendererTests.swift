import Diagnostics
import SourceText
import Testing

struct DiagnosticRendererTests {
  private func file(_ text: String, _ name: String = "a.yaml") -> SourceFile {
    SourceFile(name: name, bytes: Array(text.utf8))
  }

  private func label(_ start: Int, _ end: Int, _ text: String = "", file: Int = 0) -> Label {
    Label(file: file, span: SourceSpan(start, end), text: text)
  }

  private func lines(_ text: String, at label: Label) -> [String] {
    let diagnostic = Diagnostic(DiagnosticID("sample"), .error, "message", at: label)
    return DiagnosticRenderer().render(diagnostic, files: [file(text)])
      .split(separator: "\n").map(String.init)
  }

  @Test(
    "the caret stands under its place by terminal columns",
    arguments: [
      ("ab cd", 3, 5, "1 | ab cd", "  |    ^^"), ("督查 组", 7, 10, "1 | 督查 组", "  |      ^^"),
      ("a\tb", 2, 3, "1 | a   b", "  |     ^"), ("e\u{301}x", 3, 4, "1 | e\u{301}x", "  |  ^"),
      ("ab", 2, 2, "1 | ab", "  |   ^"), ("a\u{1}b", 2, 3, "1 | a␁b", "  |   ^"),
      ("\u{FEFF}ab", 4, 5, "1 | ab", "  |  ^"), ("ab\ncd", 0, 5, "1 | ab", "  | ^^"),
      ("a\u{200B}b", 4, 5, "1 | a\u{FFFD}b", "  |   ^"),
      ("a\u{202E}b", 4, 5, "1 | a\u{FFFD}b", "  |   ^"),
      ("a\u{85}b", 3, 4, "1 | a\u{FFFD}b", "  |   ^"),
    ])
  func caret(_ text: String, _ start: Int, _ end: Int, _ excerpt: String, _ caret: String) {
    let drawn = lines(text, at: label(start, end))
    #expect(Array(drawn[2...3]) == [excerpt, caret])
  }

  @Test func `labels, notes and help are drawn in order of place`() {
    let diagnostic = Diagnostic(
      DiagnosticID("sample"), .warning, "message", at: label(12, 13, "again"),
      secondary: [label(0, 1, "first"), label(0, 2, "there", file: 1)], notes: ["one", "two"],
      fixIts: [FixIt("remove it", edits: [])])
    let files = [file("a: b\nc: d\n\na: e\n"), file("xyz", "b.yaml")]
    let expected = """
      a.yaml:4:2: warning[sample]: message
        |
      1 | a: b
        | - first
       ...
      4 | a: e
        |  ^ again
       --> b.yaml:1:1
        |
      1 | xyz
        | -- there
        = note: one
        = note: two
        = help: remove it

      """
    let text = DiagnosticRenderer().render(diagnostic, files: files)
    #expect(text == expected)
  }

  @Test func `a long line is cut around the caret`() {
    let text = String(repeating: "督", count: 5000) + "X" + String(repeating: "查", count: 5000)
    let drawn = lines(text, at: label(15000, 15001))
    #expect(drawn[2].unicodeScalars.count < 80)
    #expect(drawn[2].hasPrefix("1 | …督"))
    #expect(drawn[2].hasSuffix("查…"))
    let before = drawn[2].prefix { $0 != "X" }
    #expect(DisplayWidth.columns(of: String(before)) == drawn[3].prefix { $0 != "^" }.count)
  }

  @Test func `colour is given only when asked for`() {
    let diagnostic = Diagnostic(DiagnosticID("sample"), .error, "message", at: label(0, 1))
    let plain = DiagnosticRenderer().render(diagnostic, files: [file("a")])
    let coloured = DiagnosticRenderer(colour: true).render(diagnostic, files: [file("a")])
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1;31merror[sample]\u{1B}[0m"))
    let stripped = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(stripped == plain)
  }
}
