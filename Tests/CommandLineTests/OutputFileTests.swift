import TestSupport
import Testing

/// What becomes of an output when a run does not go as planned.
@Suite(.serialized)
struct OutputFileTests {
  private static let rules = "--rules=\(Repository.root)/rules/starter/zh/rules"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "会议要求，各街道要在本周内完成楼道清理。\n")
    try folder.write("broken.docx", "PK\u{3}\u{4}")
    try folder.write("old", "old\n")
    return folder
  }

  @Test(
    "A run that could read nothing leaves the old output",
    arguments: [
      ["classify", "missing.txt"], ["classify", "broken.docx", "-f", "json"],
      ["classify", "broken.docx", "-f", "csv"], ["ledger", "broken.docx"],
      ["review", "broken.docx"], ["coverage", "missing.txt"],
      ["compare", "--by", "place", "broken.docx"],
    ])
  func nothingRead(arguments: [String]) throws {
    let folder = try folder()
    let run = try ProgramProcess(arguments + [Self.rules, "-o", "old"], in: folder)
    #expect(run.status == 2)
    #expect(try folder.text("old") == "old\n")
    let isLeft = folder.exists("old.partial")
    #expect(!isLeft)
  }

  @Test(
    "A run that could read nothing writes nothing to standard output either",
    arguments: ["table", "csv", "json", "ndjson", "html"])
  func nothingShown(format: String) throws {
    let run = try ProgramProcess(
      ["classify", "missing.txt", Self.rules, "-f", format], in: try folder())
    #expect(run.status == 2)
    #expect(run.output.isEmpty, "\(run.output)")
  }

  @Test("CSV without a directive has its header, as does that of an empty article")
  func headerAlone() throws {
    let folder = try folder()
    try folder.write("empty.txt", "")
    let run = try ProgramProcess(["classify", "empty.txt", Self.rules, "-f", "csv"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\r\n").count == 1, "\(run.output)")
  }

  @Test("As an output `-` is standard output, as no `--output` is")
  func standardOutput() throws {
    let folder = try folder()
    let plain = try ProgramProcess(["classify", "a.txt", Self.rules], in: folder)
    let dash = try ProgramProcess(["classify", "a.txt", Self.rules, "-o", "-"], in: folder)
    #expect(dash.output == plain.output && !plain.output.isEmpty)
    let isFile = folder.exists("-")
    #expect(!isFile)
  }

  @Test("A file that nobody may write is not replaced")
  func writeProtected() throws {
    let folder = try folder()
    let run = try ProgramProcess(
      ["classify", "a.txt", Self.rules, "-o", "old"], in: folder, before: "chmod 444 old;")
    #expect(run.status == 2)
    #expect(run.error == "duban: old: cannot be written: permission denied\n")
    #expect(try folder.text("old") == "old\n")
  }

  @Test(
    "What a run reads of its rules is not replaced",
    arguments: [
      ["classify", "a.txt", "-o", "rules/towns.tsv"],
      ["classify", "a.txt", "-o", "rules/pack.yaml"],
      ["classify", "a.txt", "-o", "reading/zh.txt"], ["classify", "a.txt", "-o", "link.out"],
      ["classify", "a.txt", "-o", "table.out"], ["check", "-o", "rules/towns.tsv"],
      ["evaluate", "gold", "-o", "rules/towns.tsv"],
      ["explain", "a.txt", "-o", "rules/towns.tsv"],
      ["compare", "a.txt", "--by", "place", "-o", "rules/towns.tsv"],
      ["coverage", "a.txt", "-o", "reading/zh.txt"],
    ])
  func rulesKept(arguments: [String]) throws {
    let folder = try folder()
    try folder.write(
      "rules/pack.yaml",
      """
      pack: {name: tiny, version: 1.0.0}
      labels:
        zone: {on: block, role: zone, choices: [body]}
        duty: {on: paragraph, role: tag, levels: [weak]}
        place: {on: document, role: metadata, text: true}
      gazetteers:
        towns: {file: towns.tsv, label: place}
      rules:
        - {id: duty/any, gives: duty = weak, any: [清理]}

      """)
    let table =
      "code\tname\tlevel\tprovince\tfirst_year\tlast_year\n990100\t云川市\tcity\t湘南省\t2000\t2010\n"
    try folder.write("rules/towns.tsv", table)
    try folder.write("reading/zh.txt", "会议要求，各街道要清理楼道。\n")
    try folder.link("link.out", to: "rules/pack.yaml")
    try folder.link("table.out", to: "rules/towns.tsv")
    let files = ["rules/pack.yaml", "rules/towns.tsv", "reading/zh.txt"]
    let before = try files.map { try folder.text($0) }
    let run = try ProgramProcess(arguments + ["--rules=rules"], in: folder)
    #expect(run.status == 2, "\(run.error)")
    #expect(
      run.error.contains("is one of the inputs") || run.error.contains("which no command writes"),
      "\(run.error)")
    #expect(try files.map { try folder.text($0) } == before)
    let isLeft = files.contains { folder.exists("\($0).partial") }
    #expect(!isLeft)
  }

  @Test("What could be read is written, whatever else failed")
  func partlyRead() throws {
    let folder = try folder()
    let run = try ProgramProcess(
      ["classify", Self.rules, "broken.docx", "a.txt", "-f", "json", "-o", "old"], in: folder)
    #expect(run.status == 2)
    #expect(try folder.text("old").hasPrefix("[\n{"))
  }

  @Test(
    "Who stops listening does not make a failure a success",
    arguments: [
      (["check", "--rules=bad"], 1), (["classify", Self.rules, "broken.docx", "a.txt"], 2),
      (["classify", Self.rules, "a.txt"], 0),
    ])
  func closedPipe(arguments: [String], status: Int) throws {
    let folder = try folder()
    try folder.write("bad/pack.yaml", "pack: {name: x}\nrulse: []\n")
    let run = try ProgramProcess(
      arguments, in: folder, before: "{", after: "; echo $? >status; } | sh -c 'exec <&-; sleep 2'")
    #expect(try folder.text("status") == "\(status)\n")
    #expect(run.output.isEmpty)
  }

  @Test("A run that is ended from outside leaves nothing behind", arguments: ["TERM", "HUP"])
  func interrupted(signal: String) throws {
    let folder = try folder()
    // It waits for the pipe, to which nobody writes.
    let run = try ProgramProcess(
      ["classify", Self.rules, "pipe.txt", "-o", "old"], in: folder, before: "mkfifo pipe.txt;",
      after: """
        & for turn in $(seq 100); do [ -e old.partial ] && break; sleep 0.1; done; sleep 0.3
        ls old.partial; kill -\(signal) $!; wait $!; true
        """)
    #expect(run.output == "old.partial\n")
    let isLeft = folder.exists("old.partial")
    #expect(!isLeft)
    #expect(try folder.text("old") == "old\n")
  }

  @Test("A signal that is ignored when the run begins, as under nohup, does not end it")
  func ignored() throws {
    let folder = try folder()
    // The shell holds the pipe open, so that the article ends behind the signal.
    let run = try ProgramProcess(
      ["classify", Self.rules, "pipe.txt", "-f", "json", "-o", "old"], in: folder,
      before: "trap '' HUP; mkfifo pipe.txt; exec 3<>pipe.txt;",
      after: """
        3>&- & for turn in $(seq 100); do [ -e old.partial ] && break; sleep 0.1; done; sleep 0.3
        kill -HUP $!; sleep 0.3; cat a.txt >&3; exec 3>&-; wait $!
        """)
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    #expect(try folder.text("old").hasPrefix("[\n{"))
  }
}
