import TestSupport
import Testing

/// What holds of many inputs alike: it is said of the first, and of the others only how many they are.
struct RepeatedProblemTests {
  private static let rules = "--rules=\(Repository.root)/rules/starter/zh/rules"
  private static let count = 30

  private func classify(
    _ files: [(name: String, text: String)], _ arguments: [String], quiet: Bool = false
  ) throws -> (lines: [String], status: Int32) {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.name, file.text) }
    let run = try ProgramProcess(
      ["classify", Self.rules, "-f", "ndjson"] + (quiet ? ["-q"] : []) + arguments, in: folder)
    return (run.error.split(separator: "\n").map(String.init), run.status)
  }

  /// The record that is wrong, what is said of the first, and of those beyond the fifth.
  static let records: [(String, String, String, String, Int32)] = [
    ("r.ndjson", #"{"body":"好。"}"#, "has no field `text`", "have no field `text`", 2),
    ("r.ndjson", #"{"text":""}"#, "has an empty text", "have an empty text", 0),
    ("r.ndjson", #"{"text":5}"#, "is a number, not text", "have such a field `text`", 2),
    ("r.ndjson", #"{"id":[],"text":"好。"}"#, "is a list, no id", "have such a field `id`", 2),
    ("r.ndjson", #"{"text":"\ud800"}"#, "in it (1) are U+FFFD", "hold halves of characters", 0),
    ("r.ndjson", #"{"text":"#, "of the line", "are no JSON that can be read", 2),
    ("r.ndjson", #"{"id":1,"text":"好。"}"#, "has the id `1`", "have the id of a record before", 0),
    ("r.csv", "1,好。,x", "has 3 cells", "have another number of cells than there are columns", 2),
    ("r.csv", "1,好。", "has the id `1`", "have the id of a record before", 0),
    ("r.csv", "1,", "has an empty text", "have an empty text", 0),
  ]

  @Test(arguments: records)
  func `five records are told, and how many more there are`(
    _ name: String, _ record: String, _ first: String, _ rest: String, _ status: Int32
  ) throws {
    let head = name.hasSuffix("csv") ? "id,text\n0,好。\n" : #"{"id":0,"text":"好。"}"# + "\n"
    let wrong = String(repeating: record + "\n", count: Self.count)
    let run = try classify(
      [(name, head + wrong)], ["--input", name.hasSuffix("csv") ? "csv" : "ndjson", name])
    #expect(run.status == status)
    #expect(run.lines.count { $0.contains(first) } == 5, "\(run.lines)")
    let more = run.lines.filter { $0.contains(" more records in it ") && $0.hasSuffix(rest) }
    // The first of equal ids is a record like any other.
    let left = Self.count - 5 - (first.contains("id `1`") ? 1 : 0)
    #expect(more == ["duban: \(name): \(left) more records in it \(rest)"], "\(run.lines)")
    #expect(
      run.lines.contains { $0.hasPrefix("duban: \(name):\(name.hasSuffix("csv") ? 3 : 2)") }
        || left == 24)
  }

  @Test func `each file begins to count anew, and five are told one by one`() throws {
    let line = #"{"body":"好。"}"# + "\n"
    let files = ["a.ndjson", "b.ndjson"].map { ($0, String(repeating: line, count: 6)) }
    let run = try classify(
      files + [("c.ndjson", String(repeating: line, count: 5))],
      ["--input", "ndjson", "a.ndjson", "b.ndjson", "c.ndjson"])
    #expect(run.lines.count == 17)
    #expect(
      run.lines.filter { $0.contains("more") }.map { $0.prefix(15) } == [
        "duban: a.ndjson", "duban: b.ndjson",
      ])
    #expect(run.lines.last?.hasPrefix("duban: c.ndjson:5: ") == true)
  }

  @Test func `what loses no record is quiet when asked, what loses one is not`() throws {
    let empty = String(repeating: #"{"text":""}"# + "\n", count: 9)
    #expect(
      try classify([("r.ndjson", empty)], ["--input", "ndjson", "r.ndjson"], quiet: true).lines
        .isEmpty)
    let wrong = String(repeating: #"{"body":""}"# + "\n", count: 9)
    #expect(
      try classify([("r.ndjson", wrong)], ["--input", "ndjson", "r.ndjson"], quiet: true).lines
        .count == 6)
  }

  @Test func `files beside articles that cannot be used are told alike`() throws {
    let files = (10..<40).flatMap {
      [("in/a\($0).txt", "好。\n"), ("in/a\($0).meta.yaml", "place: [x]\n")]
    }
    let run = try classify(files, ["in"])
    #expect(run.lines.count == 6, "\(run.lines)")
    #expect(run.lines.first?.hasPrefix("duban: in/a10.meta.yaml: ") == true)
    #expect(run.lines.last == "duban: 25 more files `NAME.meta.yaml` cannot be used")
    #expect(run.status == 2)
  }

  @Test func `analyses that cannot be read are told alike`() throws {
    let folder = try TemporaryFolder()
    try folder.write("r.ndjson", String(repeating: "{}\n", count: Self.count))
    let run = try ProgramProcess(
      ["compare", Self.rules, "--by", "type", "--input", "analysis", "r.ndjson"], in: folder)
    let lines = run.error.split(separator: "\n")
    #expect(lines.count == 6, "\(run.error)")
    #expect(lines.last == "duban: r.ndjson: 25 more analyses in it cannot be read")
    #expect(run.status == 2)
  }
}
