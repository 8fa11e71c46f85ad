import Testing

/// Commands run as processes, with a small pack and invented articles.
@Suite(.serialized)
struct CommandTests {
  private static let pack = """
    pack: {name: civic-campaign, version: 1.0.0, title: small}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [formulaic, substantive], title: {en: duty, zh: 责任}}
      place: {on: document, role: metadata, text: true}
    rules:
      - id: duty/head
        gives: duty = substantive
        any: [负责]
      - id: place/title
        gives: place
        within: block
        any: [云川市, 临岚县]

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rules/civic-campaign/pack.yaml", Self.pack)
    try folder.write("articles/a.txt", "云川市召开会议。\n\n各街道负责门前卫生。\n")
    try folder.write("articles/b.txt", "临岚县部署工作。\n\n县城管局负责道路。\n")
    return folder
  }

  @Test("One bad input is reported, the others are done, the status says so")
  func oneBadInput() throws {
    let folder = try folder()
    try folder.write("articles/c.txt", [0, 0, 0, 0])
    let run = try ProgramProcess(
      ["classify", "missing", "articles", "--format", "ndjson"], in: folder)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first?.hasPrefix(#"{"schema":"duban.analysis/1","source":"articles/a.txt""#) == true)
    #expect(
      run.error == """
        duban: missing: does not exist
        duban: articles/c.txt: holds 4 NUL bytes in 4: it is no text; convert it to text first

        """)
    #expect(run.status == 2)
  }

  @Test("Standard input is an article", arguments: ["table", "json", "ndjson", "csv"])
  func standardInput(format: String) throws {
    let folder = try folder()
    let run = try ProgramProcess(
      ["classify", "-", "-f", format], in: folder, after: "< articles/a.txt")
    #expect(run.error.isEmpty)
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    if format != "csv" { #expect(run.output.contains("<stdin>")) }
  }

  @Test("The number of threads changes no byte", arguments: ["table", "json", "ndjson", "csv"])
  func threads(format: String) throws {
    let folder = try folder()
    for number in 10..<40 {
      try folder.write(
        "articles/n\(number).txt", String(repeating: "各街道负责门前卫生。\n", count: number % 7))
    }
    let outputs = try ["1", "2", "7"].map { threads in
      try ProgramProcess(["classify", "articles", "-f", format, "-j", threads], in: folder).output
    }
    #expect(Set(outputs).count == 1)
    #expect(outputs[0].isEmpty == false)
  }

  @Test("A cue that is added to a rule file changes the next run")
  func retune() throws {
    let folder = try folder()
    let before = try ProgramProcess(["classify", "articles/a.txt", "-f", "ndjson"], in: folder)
    try folder.write(
      "rules/civic-campaign/pack.yaml", Self.pack.replacing("[负责]", with: "[负责, 召开]"))
    let after = try ProgramProcess(["classify", "articles/a.txt", "-f", "ndjson"], in: folder)
    #expect(before.output.split(separator: #""tag":"duty""#).count == 2)
    #expect(after.output.split(separator: #""tag":"duty""#).count == 3)
  }

  @Test("An output file appears whole, and a failed run leaves the old one")
  func outputFile() throws {
    let folder = try folder()
    let run = try ProgramProcess(
      ["classify", "articles", "-f", "csv", "-o", "out.csv"], in: folder)
    #expect(run.output.isEmpty)
    #expect(try folder.text("out.csv").hasPrefix("source,"))
    try folder.write("rules/civic-campaign/pack.yaml", "pack: {name: x}\nrulse: []\n")
    let failed = try ProgramProcess(["classify", "articles", "-o", "out.csv"], in: folder)
    #expect(failed.status == 2)
    #expect(try folder.text("out.csv").hasPrefix("source,"))
    let hasPartial = folder.exists("out.csv.partial")
    #expect(!hasPartial)
  }

  @Test("Check prints the errors of a pack and ends with status 1")
  func check() throws {
    let folder = try folder()
    let good = try ProgramProcess(["check"], in: folder)
    #expect(good.status == 0)
    #expect(good.output.contains("rules/civic-campaign: 1 files, 0 errors, "))
    try folder.write(
      "rules/civic-campaign/pack.yaml", Self.pack.replacing("duty = sub", with: "duty = snub"))
    let bad = try ProgramProcess(["check"], in: folder)
    #expect(bad.status == 1)
    #expect(bad.output.contains("rules/civic-campaign/pack.yaml:8:"))
    #expect(bad.output.contains("^"))
  }

  @Test("A comparison groups by metadata or by a manifest, whose errors stop it")
  func compare() throws {
    let folder = try folder()
    try folder.write("facts.csv", "path,province\na.txt,North\narticles/b.txt,South\n")
    let place = try ProgramProcess(
      ["compare", "articles", "--by", "place", "-f", "csv"], in: folder)
    #expect(place.output.contains("\r\nplace,云川市,,mean,,tags,tags/duty/2,1,1,2,0.5,"))
    let arguments = ["compare", "articles", "-f", "csv", "-m", "facts.csv", "--by"]
    let province = try ProgramProcess(arguments + ["province"], in: folder)
    #expect(province.output.contains("\r\nprovince,North,,mean,,tags,tags/duty/2,1,1,2,0.5,"))
    #expect(province.status == 0)
    let wrong = try ProgramProcess(arguments + ["provnce"], in: folder)
    #expect(wrong.error.contains("did you mean `province`?"))
    #expect(wrong.status == 2)
  }

  @Test(
    "An output never takes the place of an input",
    arguments: [
      ["classify", "articles", "-f", "csv", "-o", "articles/../articles/a.txt"],
      ["compare", "articles", "--by", "place", "-o", "articles/b.txt"],
      ["compare", "articles", "--by", "place", "-m", "facts.csv", "-o", "facts.csv"],
    ])
  func outputOverInput(arguments: [String]) throws {
    let folder = try folder()
    try folder.write("facts.csv", "path,province\na.txt,North\n")
    let run = try ProgramProcess(arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.error.contains("is one of the inputs"))
    #expect(try folder.text("articles/a.txt").hasPrefix("云川市"))
    #expect(try folder.text("articles/b.txt").hasPrefix("临岚县"))
    #expect(try folder.text("facts.csv").hasPrefix("path,"))
  }

  @Test("A comparison that fails after reading the articles leaves the old output")
  func failedComparison() throws {
    let folder = try folder()
    try folder.write("facts.csv", "path,province\nelsewhere.txt,North\n")
    try folder.write("old.csv", "old\n")
    let run = try ProgramProcess(
      ["compare", "articles", "--by", "province", "-m", "facts.csv", "-o", "old.csv"], in: folder)
    #expect(run.status == 2)
    #expect(run.error.contains("no row fits any article"))
    #expect(try folder.text("old.csv") == "old\n")
    let hasPartial = folder.exists("old.csv.partial")
    #expect(!hasPartial)
  }

  @Test("An expectation whose article is gone is a failure of the test")
  func orphanedExpectation() throws {
    let folder = try folder()
    try folder.write("both/a.txt")
    try folder.write("both/a.expect.yaml", "paragraphs:\n  - starts: x\n")
    #expect(try ProgramProcess(["test", "both"], in: folder).status == 0)
    try folder.write("both/gone.expect.yaml", "paragraphs:\n  - starts: x\n")
    let run = try ProgramProcess(["test", "both"], in: folder)
    #expect(run.error.contains("both/gone.expect.yaml: no article stands beside it"))
    #expect(run.status == 2)
  }

  @Test(
    "A test that compares nothing says so",
    arguments: [
      ("-", "-: an expectation cannot stand beside standard input; name a file"),
      ("articles/a.txt", "articles/a.txt: no expectation beside it; not compared"),
      ("articles", "nothing to compare: no article given has a file .expect.yaml beside it"),
      ("empty.txt", "empty.expect.yaml: is empty; write what is expected, or remove it"),
      ("huge.txt", "expected a number of at most a million"),
      ("no.ending/plain", "nothing to compare"),
    ])
  func nothingCompared(path: String, message: String) throws {
    let folder = try folder()
    try folder.write("empty.txt")
    try folder.write("empty.expect.yaml", "")
    try folder.write("huge.txt")
    try folder.write(
      "huge.expect.yaml", "paragraphs:\n  - starts: x\n    tags: {duty: 1e300}\n")
    try folder.write("no.ending/plain")
    try folder.write("no.expect.yaml", "paragraphs: []\n")
    let run = try ProgramProcess(["test", path], in: folder)
    #expect(run.error.contains(message), "\(run.error)")
    #expect(run.status == 2)
  }
}
