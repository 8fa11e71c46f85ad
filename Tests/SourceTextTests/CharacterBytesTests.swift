import SourceText
import Testing

struct CharacterBytesTests {
  @Test("Classes of ASCII characters hold these bytes and no other")
  func classes() {
    let digits = Array("0123456789".utf8)
    let capitals = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    let small = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    let bytes = UInt8.min...UInt8.max
    #expect(bytes.filter(\.isDigit) == digits)
    #expect(bytes.filter(\.isCapital) == capitals)
    #expect(bytes.filter(\.isSmall) == small)
    #expect(bytes.filter(\.isLetter) == capitals + small)
    #expect(bytes.filter(\.isAlphanumeric) == digits + capitals + small)
  }

  @Test("Capitals become small, and no other byte changes")
  func lowercased() {
    for byte in UInt8.min...0x7F {
      let scalar = Character(Unicode.Scalar(byte))
      #expect(String(Character(Unicode.Scalar(byte.lowercased))) == scalar.lowercased())
    }
    for byte in 0x80...UInt8.max { #expect(byte.lowercased == byte) }
  }

  @Test(
    "The first byte of a character tells its length",
    arguments: ["\0", "a", "\u{7F}", "\u{80}", "é", "\u{7FF}", "\u{800}", "要", "\u{FFFF}", "😀"])
  func length(_ character: String) throws {
    let lead = try #require(character.utf8.first)
    #expect(lead.characterLength == character.utf8.count)
  }

  @Test("A byte that begins no character counts as one of its own")
  func stray() {
    for byte in 0x80..<0xC0 as Range<UInt8> { #expect(byte.characterLength == 1) }
  }
}
