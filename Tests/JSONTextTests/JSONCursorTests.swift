import JSONText
import TestSupport
import Testing

struct JSONCursorTests {
  /// Passes over one value from end to end of `bytes`.
  private func skip(_ bytes: [UInt8]) throws(JSONCursor.Failure) {
    var cursor = try JSONCursor(bytes)
    try cursor.skip()
    try cursor.end()
  }

  @Test(
    "What RFC 8259 allows is passed over to its end",
    arguments: [
      "null", " true\t", "\r\nfalse\n", "0", "-0", "-0.5e+10", "1E2", "1e-2", "12.25", "\"\"",
      #""\" \\ \/ \b \f \n \r \t \u4e2d \ud83d\ude00 \ud83d""#, "[]", "[ ]", "{ }", "[1 , 2]",
      #"{"a":{"b":[{},[],"}",null]},"":0}"#, "\"\u{7F}\u{2028}\"", "1e400",
      String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000),
    ])
  func valid(_ text: String) throws {
    try skip(Array(text.utf8))
  }

  @Test(
    "What RFC 8259 does not allow is refused, in what is passed over too",
    arguments: [
      "", " ", "nul", "nulL", "True", "truee", "NaN", "Infinity", "-inf", "0x1F", "01", "-01", "+1",
      "-", "1.", ".5", "1.e2", "1e", "1e+", "1_0", "1 2", "'a'", "\"a", "\"\\x\"", "\"\\u12g4\"",
      "\"\\u+123\"", "\"\\ud83d\\u12\"", "\"\t\"", "\"\u{1}\"", "[", "]", "[1", "[1,", "[1,]",
      "[,1]", "[1 2]", "[1;2]", "[}", "{", "}", "{a:1}", "{1:1}", "{\"a\"}", "{\"a\" 1}",
      "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\":1]", "{\"a\",\"b\"}", "[\"a\":1]",
      "[1]]", "//a\n1", "[1]\u{B}", "\u{C}1", "\u{A0}1", "\u{FEFF}1",
      "{\"a\":[\"\\q\"]}", "{\"a\":[01]}", "{\"a\":[1,{\"b\" 1}]}",
      String(repeating: "[", count: 1001) + String(repeating: "]", count: 1001),
      String(repeating: "{\"a\":", count: 100_000),
    ])
  func invalid(_ text: String) {
    #expect(throws: JSONCursor.Failure.self) { try skip(Array(text.utf8)) }
  }

  @Test(
    "Bytes that are not UTF-8 are refused where they stand", arguments: [0x80, 0xC0, 0xED, 0xFF])
  func damagedBytes(byte: UInt8) {
    let error = #expect(throws: JSONCursor.Failure.self) {
      try skip(Array(#"["中"#.utf8) + [byte] + Array(#"a"]"#.utf8))
    }
    #expect(error?.offset == 5)
  }

  @Test("A number is refused where a Double cannot hold it, and a fraction where none may be")
  func numbers() throws {
    let text = Array("[1e400, 1.5, 123456789012345678, -2e1]".utf8)
    var cursor = try JSONCursor(text)
    var read: [Int] = []
    try cursor.list { cursor throws(JSONCursor.Failure) in
      do throws(JSONCursor.Failure) {
        read.append(try cursor.integer())
      } catch {
        read.append(0)
        try cursor.skip()
      }
    }
    try cursor.end()
    #expect(read == [0, 0, 123_456_789_012_345_678, -20])
  }

  @Test("A number outside of what may be is refused where it begins")
  func numbersInRange() throws {
    var cursor = try JSONCursor(Array("[0.5, 1.5, -2, 1e308]".utf8))
    var read: [Double?] = []
    var messages: Set<String> = []
    try cursor.list { cursor throws(JSONCursor.Failure) in
      do throws(JSONCursor.Failure) {
        read.append(try cursor.number(in: -2...1))
      } catch {
        messages.insert(error.message)
        read.append(nil)
        try cursor.skip()
      }
    }
    #expect(read == [0.5, nil, -2, nil])
    #expect(messages == ["expected a number from -2 to 1"])
  }

  @Test(
    "What is no whole number is refused where it begins, not where the blanks before it do",
    arguments: ["1.5", "1e400", "-", "true"])
  func wholeNumberPlace(_ text: String) throws {
    var cursor = try JSONCursor(Array(" \n\t\(text)".utf8))
    let error = #expect(throws: JSONCursor.Failure.self) { try cursor.integer() }
    #expect(error?.offset == 3)
    #expect(cursor.offset == 3)
  }

  @Test("A text keeps its characters, and halves of pairs are counted")
  func texts() throws {
    var cursor = try JSONCursor(Array(#""a\u4e2d中\ud83d\ude00\ud83dx\/""#.utf8))
    #expect(try cursor.string() == "a中中😀\u{FFFD}x/")
    #expect(cursor.loneSurrogates == 1)
    try cursor.end()
  }

  @Test("Every beginning of an object is refused, and no changed byte traps")
  func cuts() {
    var random = SeededGenerator(seed: 20_251)
    let line = Array(
      #"{"id":"7","text":"一\n\ud83d\ude00","n":[1,{"b":"c"}],"x":-0.5,"t":true}"#.utf8)
    for end in line.indices {
      #expect(throws: JSONCursor.Failure.self, "\(end) bytes") { try skip(Array(line[..<end])) }
    }
    for _ in 0..<5000 {
      var changed = line
      for _ in 0..<3 {
        changed[Int.random(in: 0..<line.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      _ = try? skip(changed)
    }
  }
}
