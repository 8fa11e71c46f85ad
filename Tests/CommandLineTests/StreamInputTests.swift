import CommandLine
import TestSupport
import Testing

/// Pipes, devices and links as inputs and outputs of the program.
@Suite(.serialized)
struct StreamInputTests {
  private static let rules = "--rules=\(Repository.root)/rules/starter/zh/rules"
  private static let article = "会议要求，各街道要在本周内完成楼道清理。\n"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", Self.article)
    return folder
  }

  @Test(
    "A pipe that is named is read to its end, however slowly it is written",
    arguments: ["classify", "explain", "coverage"])
  func pipe(command: String) throws {
    let run = try ProgramProcess(
      [command, Self.rules, "p"], in: try folder(),
      before: "mkfifo p; (sleep 0.3; head -c 20 a.txt; sleep 0.3; tail -c +21 a.txt) >p &")
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    #expect(!run.output.isEmpty)
    if command == "classify" { #expect(run.output.contains("各街道要在本周内完成楼道清理")) }
  }

  @Test("Standard input goes by its path too, as articles, records and tables")
  func standardInputByPath() throws {
    let folder = try folder()
    try folder.write("r.ndjson", #"{"text":"会议要求，各街道要在本周内完成楼道清理。"}"# + "\n")
    try folder.write("m.csv", "path,outlet\na.txt,东浔日报\n")
    let article = try ProgramProcess(
      ["classify", Self.rules, "-f", "ndjson", "/dev/stdin"], in: folder, before: "cat a.txt |")
    let record = try ProgramProcess(
      ["classify", Self.rules, "-f", "ndjson", "--input", "ndjson", "/dev/stdin"], in: folder,
      before: "cat r.ndjson |")
    let table = try ProgramProcess(
      ["classify", Self.rules, "-f", "ndjson", "-m", "/dev/stdin", "a.txt"], in: folder,
      before: "(sleep 0.2; cat m.csv) |")
    for run in [article, record, table] {
      #expect(run.status == 0)
      #expect(run.output.contains("各街道要在本周内完成楼道清理"))
    }
    #expect(table.output.contains("\"value\":\"东浔日报\",\"source\":\"manifest\""))
  }

  @Test("A device without end is refused at the limit; one without bytes is empty")
  func devices() throws {
    let run = try ProgramProcess(
      ["classify", Self.rules, "/dev/zero", "/dev/null", "a.txt", "-f", "csv"], in: try folder())
    #expect(run.error.contains("duban: /dev/zero: is larger than 64 MB; split it into articles\n"))
    #expect(run.error.contains("duban: /dev/null: is empty\n"))
    #expect(run.output.contains("各街道要在本周内完成楼道清理"))
    #expect(run.status == 2)
  }

  @Test(
    "Records and saved analyses that hold nothing are told, as empty articles are",
    arguments: [
      (["classify", "--input", "ndjson", "-"], "", "<stdin>: is empty"),
      (["classify", "--input", "csv", "-"], "", "<stdin>: is empty"),
      (["classify", "--input", "ndjson", "/dev/null"], "", "/dev/null: is empty"),
      (["classify", "--input", "csv", "-"], "id,text\n", "<stdin>: holds no record"),
      (["classify", "--input", "ndjson", "-"], " \n\n", "<stdin>: holds no record"),
      (["compare", "--by", "place", "--input", "csv", "-"], "", "<stdin>: is empty"),
      (["compare", "--by", "type", "--input", "analysis", "-"], "", "<stdin>: is empty"),
      (
        ["compare", "--by", "type", "--input", "analysis", "-"], "[]\n",
        "<stdin>: holds no analysis"
      ),
    ])
  func emptyStreams(arguments: [String], text: String, message: String) throws {
    let folder = try folder()
    try folder.write("in", text)
    let run = try ProgramProcess(arguments + [Self.rules], in: folder, before: "cat in |")
    #expect(run.error == "duban: \(message)\n")
    #expect(run.status == 0)
  }

  @Test("A pipe inside a folder is not opened, and watch takes none")
  func pipeInFolder() throws {
    let folder = try folder()
    let run = try ProgramProcess(
      ["classify", Self.rules, ".", "-f", "csv"], in: folder, before: "mkfifo p.txt;")
    #expect(run.error == "duban: ./p.txt: is a named pipe, not a file\n")
    #expect(run.output.contains("./a.txt"))
    #expect(run.status == 2)
    let test = try ProgramProcess(["test", Self.rules, "/dev/null"], in: folder)
    #expect(test.error.contains("/dev/null: an expectation cannot stand beside a stream"))
    #expect(test.status == 2)
  }

  @Test("The output goes where a link leads, whether it leads to a file or not yet to one")
  func outputThroughLink() throws {
    let folder = try folder()
    try folder.write("out/old.csv", "old")
    try folder.link("old.csv", to: "out/old.csv")
    try folder.link("new.csv", to: "out/new.csv")
    for name in ["old", "new"] {
      let run = try ProgramProcess(
        ["classify", Self.rules, "a.txt", "-f", "csv", "-o", "\(name).csv"], in: folder,
        after: "; readlink \(name).csv")
      #expect(run.output == "out/\(name).csv\n")
      #expect(try folder.text("out/\(name).csv").contains("各街道要在本周内完成楼道清理"))
      let isLeft = folder.exists("out/\(name).csv.partial")
      #expect(!isLeft)
    }
  }

  @Test("An output that cannot take its place leaves nothing beside it")
  func outputThatCannotMove() throws {
    let folder = try TemporaryFolder()
    let output = try OutputFile("\(folder.path)/out.csv")
    try output.write("x\n")
    try folder.write("out.csv/inside")
    #expect(throws: SystemError.self) { try output.finish() }
    let isLeft = folder.exists("out.csv.partial")
    #expect(!isLeft)
  }

  @Test("A run that fails leaves the file behind a link as it was")
  func failingRun() throws {
    let folder = try folder()
    try folder.write("old.csv", "old")
    try folder.link("link.csv", to: "old.csv")
    let run = try ProgramProcess(
      ["compare", Self.rules, "a.txt", "--by", "nothing", "-o", "link.csv"], in: folder)
    #expect(run.status == 2)
    #expect(try folder.text("old.csv") == "old")
    let isLeft = folder.exists("old.csv.partial")
    #expect(!isLeft)
  }

  @Test("What stands in the name of a file never reaches the terminal as a command")
  func names() throws {
    let folder = try TemporaryFolder()
    let name = "a\u{1B}[31m\nduban: b.txt: is empty.txt"
    try folder.write(name, "")
    try folder.write("c\u{1B}]0;x\u{7}.txt", Self.article)
    let run = try ProgramProcess(["classify", Self.rules, "."], in: folder)
    #expect(run.error == "duban: ./a [31m duban: b.txt: is empty.txt: is empty\n")
    #expect(run.output.contains("── ./c ]0;x .txt ─"))
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{7}"))
    let odd = try ProgramProcess(
      ["classify", Self.rules, "."], in: try TemporaryFolder(),
      before: "touch \"$(printf 'a\\377.txt')\";")
    #expect(odd.error.contains("has a name that is not UTF-8; rename it"))
  }

  @Test(
    "Numbers of threads that are none are named with the remedy",
    arguments: [
      ["--threads", "0"], ["--threads", "-3"], ["-j", "-3"], ["-j257"], ["-j", "two"],
    ])
  func threads(arguments: [String]) throws {
    let run = try ProgramProcess(["classify", "a.txt"] + arguments, in: try folder())
    let value = arguments.last?.replacing("-j2", with: "2") ?? ""
    #expect(
      run.error == "duban: `--threads` cannot be `\(value)`\n  give a whole number from 1 to 256\n")
    #expect(run.status == 2)
  }
}
