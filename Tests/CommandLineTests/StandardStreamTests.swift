import CommandLine
import TestSupport
import Testing

/// Standard streams as those who start the program leave them.
@Suite(.serialized)
struct StandardStreamTests {
  private static let rules = "--rules=\(Repository.root)/rules/starter/zh/rules"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "会议要求，各街道要在本周内完成楼道清理。\n")
    return folder
  }

  @Test("What is said where all streams are closed is in no file")
  func closed() throws {
    let folder = try folder()
    let run = try ProgramProcess(
      ["classify", Self.rules, "-f", "csv", "-o", "o.csv", "missing.txt", "a.txt"], in: folder,
      after: "<&- >&- 2>&-")
    #expect(run.status == 2)
    let text = try folder.text("o.csv")
    #expect(text.hasPrefix("source,"), "\(text)")
    #expect(!text.contains("does not exist"))
  }

  @Test(
    "A stream that is closed is said to be",
    arguments: [
      ("a.txt", ">&-", "standard output: cannot be written: bad file descriptor"),
      ("-", "<&-", "<stdin>: cannot be read: bad file descriptor"),
    ])
  func oneClosed(path: String, redirection: String, message: String) throws {
    let run = try ProgramProcess(
      ["classify", Self.rules, path], in: try folder(), after: redirection)
    #expect(run.error == "duban: \(message)\n")
    #expect(run.status == 2)
  }

  /// Sets a flag of the open file that both ends of what follows share.
  private static func script(_ stream: String, _ rest: String) -> String {
    "python3 -c 'import os,sys; os.set_blocking(\(stream), False); os.execvp(sys.argv[1], sys.argv[1:])' \(rest)"
  }

  @Test("A standard input that waits for nobody is waited for")
  func input() throws {
    let run = try ProgramProcess(
      ["classify", Self.rules, "-f", "ndjson", "-"], in: try folder(),
      before: "(sleep 0.5; cat a.txt; sleep 0.3; cat a.txt) | " + Self.script("0", ""))
    #expect(run.error.isEmpty, "\(run.error)")
    #expect(run.status == 0)
    #expect(run.output.contains("各街道要在本周内完成楼道清理"))
  }

  @Test("A standard output that waits for nobody is waited for")
  func output() throws {
    let folder = try folder()
    let line = "会议要求，各街道要在本周内完成楼道清理。\n"
    for number in 0..<40 {
      try folder.write("in/\(number).txt", String(repeating: line, count: 30))
    }
    let run = try ProgramProcess(
      ["classify", Self.rules, "-f", "ndjson", "in"], in: folder,
      before: "{ " + Self.script("1", ""), after: "; echo $? >status; } | { sleep 1; wc -l; }")
    #expect(run.error.isEmpty, "\(run.error)")
    #expect(try folder.text("status") == "0\n")
    #expect(run.output.contains("40"))
  }
}
