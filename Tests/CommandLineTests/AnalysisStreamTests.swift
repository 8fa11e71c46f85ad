import CommandLine
import TestSupport
import Testing

struct AnalysisStreamTests {
  private func pieces(
    _ text: String, size: Int = 7, limit: Int = 1000
  ) throws -> [RecordStream.Piece] {
    var stream = AnalysisStream(limit: limit, read: chunks(of: text, size: size))
    var pieces: [RecordStream.Piece] = []
    while let piece = try stream.next() { pieces.append(piece) }
    return pieces
  }

  /// The elements of `text`, and the defect that ends it, in words.
  private func words(_ text: String, size: Int = 7) throws -> [String] {
    try pieces(text, size: size).map { piece in
      piece.defect.map { "\($0) \(piece.line)" } ?? String(decoding: piece.bytes, as: UTF8.self)
    }
  }

  @Test(
    "What stands in a list, between its elements and behind it is handed out or told",
    arguments: [
      ("[]", []), ("[ {\"a\":[1,{}]} ,\n{} ]\n", ["{\"a\":[1,{}]}", "{}"]),
      ("\u{FEFF}[{}]\r\n\u{FEFF}[{\"b\":\"]\\\"}\"}] [] [{}]", ["{}", "{\"b\":\"]\\\"}\"}", "{}"]),
      ("[1, \"x,]\", {}, null]", ["1", "\"x,]\"", "{}", "null"]), ("[[{}], {}]", ["[{}]", "{}"]),
      ("[{}] {}", ["{}", "trailing 1"]), ("[{}]\ngarbage", ["{}", "trailing 2"]),
      ("[{}]]", ["{}", "trailing 1"]), ("[{}],[{}]", ["{}", "trailing 1"]),
      ("[{}\n{}]", ["{}", "misplaced 2"]), ("[{},,{}]", ["{}", "misplaced 1"]),
      ("[{},]", ["{}", "misplaced 1"]), ("[,{}]", ["misplaced 1"]), ("[}]", ["misplaced 1"]),
      ("[1 2]", ["1", "misplaced 1"]), ("[{}\"a\"]", ["{}", "misplaced 1"]),
      ("[", ["cutOff 1"]), ("[{}", ["{}", "cutOff 1"]), ("[{},\n{\"a", ["{}", "cutOff 2"]),
      ("[\"a", ["cutOff 1"]), ("[{}][", ["{}", "cutOff 1"]), ("[\u{FEFF}{}]", ["\u{FEFF}{}"]),
    ], [1, 7, 1000])
  func lists(_ example: (text: String, expected: [String]), size: Int) throws {
    #expect(try words(example.text, size: size) == example.expected)
  }

  @Test("Objects a line are lines", arguments: ["{}\n\n{\"a\":1}\n", "\n{}\r\n{\"a\":1}"])
  func lines(_ text: String) throws {
    #expect(try words(text) == ["{}", "{\"a\":1}"])
  }

  @Test("Blank lines before the first object count as lines", arguments: [1, 2, 1000])
  func blanksFirst(size: Int) throws {
    #expect(try pieces("\n \r\n\n{}\n\n{}", size: size).map(\.line) == [4, 6])
    #expect(try words("\n\n[\n}", size: size) == ["misplaced 4"])
  }

  @Test(
    "An element beyond the limit is told and ends the list", arguments: ["{\"a\":\"", "\"", ""])
  func tooLong(_ start: String) throws {
    let text = "[{},\n\(start)\(String(repeating: "1", count: 500))"
    let found = try pieces(text, limit: 100)
    #expect(found.map(\.defect) == [nil, .tooLong])
    #expect(found.map(\.line) == [1, 2])
  }

  @Test(
    "Nothing of a file of analyses is passed over in silence",
    arguments: [
      ("cat a.json a.json", 0, ""), ("cat a.json n.ndjson", 2, "behind a list of analyses"),
      ("printf '[1,'; tail -c +2 a.json", 2, "<stdin>:1: "),
      ("cat a.json; echo x", 2, "what stands from here on is not compared"),
    ])
  func corpus(_ shell: String, _ status: Int32, _ message: String) throws {
    let folder = try TemporaryFolder()
    let rules = "--rules=\(Repository.root)/rules/starter/zh/rules"
    try folder.write("a.txt", "会议要求，各街道要清理。\n")
    for (format, name) in [("json", "a.json"), ("ndjson", "n.ndjson")] {
      let run = try ProgramProcess(
        ["classify", rules, "a.txt", "-f", format, "-o", name], in: folder)
      try #require(run.status == 0)
    }
    let run = try ProgramProcess(
      ["compare", rules, "--input", "analysis", "--by", "month", "-f", "json", "-"], in: folder,
      before: "(\(shell)) |")
    #expect(run.status == status, "\(run.error)")
    #expect(run.error.contains(message), "\(run.error)")
    #expect(run.output.contains("\"schema\""))
  }
}
