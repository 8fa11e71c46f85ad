import Analysis
import CommandLine
import Decoding
import SourceText
import TestSupport
import Testing

struct FrontMatterTests {
  private func read(_ text: String) -> FrontMatter {
    FrontMatter(SourceFile(name: "a.txt", bytes: Array(text.utf8)))
  }

  @Test func `a header states facts and is no text`() {
    let text = "---\nplace: 云川市\ndate: \"2024-05-31\"\n---\r\n正文。\n"
    let found = read(text)
    #expect(found.problem == nil)
    #expect(found.facts.map(\.name) == ["place", "date"])
    #expect(found.facts.map(\.value) == ["云川市", "2024-05-31"])
    #expect(found.body.bytes.count == text.utf8.count)
    let words = String(decoding: found.body.bytes, as: UTF8.self)
    #expect(words.filter { !$0.isWhitespace } == "正文。")
    let place = found.facts[0].bytes
    #expect(place == SourceSpan(11, 20))
  }

  @Test(arguments: [
    "", "---", "---\n", "正文\n---\nplace: x\n---\n", "----\na: b\n---\n", "---x\n---\n",
    "---\n正文。\nplace: x\n", "---\n会议要求：清理。\n", "---\n10:30开会。\n",
  ])
  func `what is no header stays text`(_ text: String) {
    let found = read(text)
    #expect(found.body.bytes == Array(text.utf8))
    #expect(found.problem == nil)
  }

  @Test(arguments: ["---\n正文在此。\n---\n", "---\na: [b]\n---\n", "---\n\ta: b\n---\n"])
  func `what looks like a header and is none is told`(_ text: String) {
    let found = read(text)
    #expect(found.body.bytes == Array(text.utf8))
    #expect(found.problem != nil)
  }

  @Test func `three points close a header as they do in YAML`() {
    let found = read("---\nplace: 云川市\n... \n正文。\n---\n")
    #expect(found.problem == nil)
    #expect(found.facts.map(\.value) == ["云川市"])
    let words = String(decoding: found.body.bytes, as: UTF8.self)
    #expect(words.filter { !$0.isWhitespace } == "正文。---")
  }

  @Test(arguments: [
    "---\nplace: 云川市\n正文。\n", "---\r\nplace:\r\n", "---\nplace: x",
    "---\nplace: x\n" + String(repeating: "正文。\n", count: 10_000) + "---\n",
  ])
  func `a header that nothing closes is told`(_ text: String) throws {
    let found = read(text)
    #expect(found.body.bytes == Array(text.utf8))
    #expect(found.facts.isEmpty)
    let problem = try #require(found.problem)
    #expect(problem.hasPrefix("begins with `---`, but no header of `key: value` lines follows ("))
    #expect(problem.contains("closes it"))
  }

  @Test func `lines end with CR alone as they do with LF`() {
    let text = "---\rplace: 云川市\rdate: 2024-01-02\r---\r正文。\r"
    let found = read(text)
    #expect(found.problem == nil)
    #expect(found.facts.map(\.value) == ["云川市", "2024-01-02"])
    #expect(found.facts[0].bytes == SourceSpan(11, 20))
    let words = String(decoding: found.body.bytes, as: UTF8.self)
    #expect(words.filter { !$0.isWhitespace } == "正文。")
    #expect(found.body.bytes.count { $0 == 0x0D } == 5)
  }

  @Test(
    arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian], ["\n", "\r\n"])
  func `a header in UTF-16 is told`(_ encoding: TextEncoding, _ mark: String) throws {
    for (text, isHeader) in [
      ("---\nplace: 云川市\n---\n正文。\n", true), ("---\nplace: 云川市\n正文。\n", true),
      ("正文。\n---\n", false), ("---正文。\n", false),
    ] {
      let text = "\u{FEFF}" + text.replacing("\n", with: mark)
      let bytes = try #require(EncodedText.bytes(text, as: encoding))
      let found = FrontMatter(SourceFile(name: "a.txt", bytes: bytes))
      #expect(found.body.bytes == bytes)
      #expect(found.facts.isEmpty)
      #expect((found.problem != nil) == isHeader, "\(text)")
    }
  }

  @Test func `lines are counted from the head of the article`() throws {
    let problem = try #require(read("---\na: b\n\tc: d\n---\n").problem)
    #expect(problem.contains("(line 3: "), "\(problem)")
  }
}
