import SourceText
import Testing

struct DisplayWidthTests {
  @Test(
    "a text takes the sum of the columns of its scalars",
    arguments: [
      ("", 0), ("ab", 2), ("督查", 4), ("，。", 4), ("“”", 2), ("Ａ１", 4), ("e\u{301}", 1),
      ("\u{200B}", 0), ("\u{FEFF}a", 1), ("한글", 4), ("ｶﾅ", 2), ("😀", 2), ("\u{3000}", 2),
      ("〇", 2), ("é", 1), ("\u{20000}", 2), ("\u{3099}", 0), ("…", 1), ("\u{10FFFF}", 1),
    ])
  func columns(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.columns(of: text) == expected, "\(text)")
  }

  @Test(
    "terminals act on control characters and on what turns the direction of text",
    arguments: [
      ("\0", true), ("\n", true), ("\u{1B}", true), ("\u{1F}", true), (" ", false), ("~", false),
      ("\u{7F}", true), ("\u{9F}", true), ("\u{A0}", false), ("\u{2029}", false),
      ("\u{202A}", true), ("\u{202E}", true), ("\u{202F}", false), ("\u{2065}", false),
      ("\u{2066}", true), ("\u{2069}", true), ("\u{206A}", false), ("要", false),
    ] as [(Unicode.Scalar, Bool)])
  func terminalControl(_ scalar: Unicode.Scalar, _ isControl: Bool) {
    #expect(scalar.isTerminalControl == isControl)
  }

  @Test func `every scalar takes no, one or two columns, printable ASCII exactly one`() {
    for value in UInt32(0)..<0x3_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let columns = DisplayWidth.columns(of: scalar)
      #expect((0...2).contains(columns))
      if value >= 0x20, value < 0x7F { #expect(columns == 1) }
      if value >= 0x4E00, value < 0xA000 { #expect(columns == 2) }
    }
  }
}
