import Testing

/// `duban test` as a process: what it writes, for whom, with how many threads.
struct TestCommandTests {
  private static let pack = """
    pack: {name: tiny, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [weak, strong]}
    rules:
      - id: duty/head
        gives: duty = strong
        any: [负责]
        except: [不负责]
        fires-on: [组长负责。, 天气好。]
        silent-on: [{text: 他不负责。, because: condition}]

    """

  /// Articles of which two are as expected, one differs, one has a difference that is known, and one cannot
  /// be read.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rules/pack.yaml", Self.pack)
    for (name, level, open) in [
      ("a", 2, ""), ("b", 0, ""), ("c", 2, ""), ("d", 0, "open: [p1.tags.duty]\n"),
    ] {
      try folder.write("in/\(name).txt", "组长负责\(name)。\n")
      try folder.write(
        "in/\(name).expect.yaml",
        "paragraphs:\n  - starts: 组长负责\(name)\n    tags: {duty: \(level)}\n\(open)")
    }
    return folder
  }

  private func run(
    _ arguments: [String], in folder: borrowing TemporaryFolder
  ) throws -> ProgramProcess {
    try ProgramProcess(["test", "--rules", "rules", "in"] + arguments, in: folder)
  }

  @Test("JSON holds what differs, what is known to, and how much was compared")
  func json() throws {
    let run = try run(["-f", "json"], in: try folder())
    #expect(run.status == 1)
    #expect(run.error.isEmpty, "\(run.error)")
    let start = try #require(run.output.firstRange(of: "\"passes\"")).lowerBound
    #expect(
      run.output[start...] == """
        "passes":false,"examples":{"count":3,"as_expected":1,"failures":[\
        {"rule":"duty/head","text":"天气好。","should_fire":true,"fired":false,\
        "obstacle":"condition","because":null},\
        {"rule":"duty/head","text":"他不负责。","should_fire":false,"fired":false,\
        "obstacle":"except","because":"condition"}]},"articles":[\
        {"source":"in/a.txt","compared":3,"failures":[],"open":[],"closed":[]},\
        {"source":"in/b.txt","compared":3,"failures":[{"key":"p1.tags.duty","expected":"0",\
        "actual":"2","context":"组长负责b"}],"open":[],"closed":[]},\
        {"source":"in/c.txt","compared":3,"failures":[],"open":[],"closed":[]},\
        {"source":"in/d.txt","compared":3,"failures":[],"open":[{"key":"p1.tags.duty",\
        "expected":"0","actual":"2","context":"组长负责d"}],"closed":[]}]}

        """, "\(run.output)")
    #expect(run.output.hasPrefix(#"{"schema":"duban.test/1","pack":{"name":"tiny","#))
  }

  @Test("A test that passes says so in JSON")
  func passes() throws {
    let folder = try folder()
    try folder.write(
      "rules/pack.yaml",
      Self.pack.replacing(", 天气好。", with: "")
        .replacing("because: condition", with: "because: except"))
    try folder.write("in/b.expect.yaml", "paragraphs: [{starts: 组长, tags: {duty: 2}}]\n")
    let run = try run(["-f", "json"], in: folder)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("\"passes\":true"))
  }

  @Test(
    "The outcome is the same with any number of threads",
    arguments: [["-f", "json"], [], ["-v"]])
  func threads(arguments: [String]) throws {
    let folder = try folder()
    for number in 0..<30 {
      try folder.write("in/e\(number).txt", "组长\(number % 2 == 0 ? "负责" : "不在")。\n")
      try folder.write(
        "in/e\(number).expect.yaml",
        number == 7 ? "paragraphs: [\n" : "paragraphs: [{starts: 组长, tags: {duty: 2}}]\n")
    }
    try folder.write("in/e3.txt", [0, 0, 0, 0])
    let runs = try ["1", "2", "5"].map { try run(arguments + ["-j", $0], in: folder) }
    #expect(Set(runs.map(\.output)).count == 1)
    #expect(Set(runs.map(\.error)).count == 1)
    #expect(runs.map(\.status) == [2, 2, 2])
    #expect(runs[0].output.contains("in/e29.txt"))
    #expect(runs[0].error.contains("in/e3.txt: holds 4 NUL bytes"), "\(runs[0].error)")
    #expect(runs[0].error.contains("in/e7.expect.yaml: the expectation cannot be read"))
  }

  /// Rules with an example each that they fail, long and short in turn.
  private func manyRules() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let long = String(repeating: "天气好，", count: 500)
    let rules = (0..<60).map { number in
      "  - {id: r/\(number), gives: duty = strong, any: [负责\(number)号], fires-on: ["
        + "组长负责\(number)号。, \(number % 2 == 0 ? long : "")天气好\(number)。]}\n"
    }
    let head = try #require(Self.pack.firstRange(of: "rules:\n")).upperBound
    try folder.write("rules/pack.yaml", Self.pack[..<head] + rules.joined())
    try folder.write("a.txt", "组长负责7号。\n")
    return folder
  }

  @Test(
    "What the examples of rules say is the same with any number of threads",
    arguments: [
      (["test", "--rules", "rules"], "天气好56。"),
      (["test", "--rules", "rules", "-f", "json"], "天气好56。"),
      (["check", "rules"], "`r/9` stays silent"),
      (["check", "rules", "-f", "json"], "example-fails"),
      (["coverage", "a.txt", "--rules", "rules", "--examples", "-f", "csv"], "r/59"),
    ])
  func exampleThreads(arguments: [String], words: String) throws {
    let folder = try manyRules()
    let runs = try ["1", "2", "5"].map { try ProgramProcess(arguments + ["-j", $0], in: folder) }
    #expect(runs[0].output.contains(words), "\(runs[0].error)")
    #expect(Set(runs.map(\.output)).count == 1)
    #expect(Set(runs.map(\.error)).count == 1)
    #expect(Set(runs.map(\.status)).count == 1)
  }

  @Test("The output goes to a file, which is none of the articles")
  func output() throws {
    let folder = try folder()
    let run = try run(["-f", "json", "-o", "out.json"], in: folder)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(try folder.text("out.json").hasPrefix(#"{"schema":"duban.test/1""#))
    for path in ["in/a.txt", "in/a.expect.yaml", "rules/pack.yaml"] {
      let before = try folder.text(path)
      let refused = try self.run(["-o", path], in: folder)
      #expect(refused.status == 2, "\(path)")
      #expect(try folder.text(path) == before)
    }
  }
}
