import SourceText
import Testing

struct HanCharacterTests {
  @Test(
    "Han characters are told alike as scalars and in text, at either end",
    arguments: [
      ("一", true), ("〇", true), ("々", true), ("㐀", true), ("\u{20000}", true), ("\u{F900}", true),
      ("、", false), ("が", false), ("a", false), ("é", false), ("䷀", false), ("\u{1F600}", false),
    ] as [(Unicode.Scalar, Bool)])
  func told(scalar: Unicode.Scalar, isHan: Bool) {
    #expect(scalar.isHan == isHan)
    let text = Array("x\(scalar)xx".utf8)
    #expect(HanCharacter.begins(text, at: 1) == isHan)
    #expect(HanCharacter.ends(text, at: text.count - 2) == isHan)
  }

  @Test("Nothing is told of what is cut off")
  func cut() {
    let text = Array("一二".utf8)
    #expect(!HanCharacter.begins(text, at: 1))
    #expect(!HanCharacter.begins(text, at: 4))
    #expect(!HanCharacter.ends(text, at: 0))
    #expect(!HanCharacter.ends(text, at: 5))
  }
}
