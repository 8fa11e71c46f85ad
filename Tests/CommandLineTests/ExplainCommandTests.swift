import CommandLine
import Testing

/// `duban explain` run as a process.
@Suite(.serialized)
struct ExplainCommandTests {
  private static let pack = """
    pack: {name: civic-campaign, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [weak, strong], title: {en: duty, zh: 责任}}
    rules:
      - id: duty/head
        gives: duty = strong
        any: [街道..4负责]

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rules/civic-campaign/pack.yaml", Self.pack)
    try folder.write("a.txt", "各街道负责门前卫生。\n各街道认真踏实地负责。\n")
    return folder
  }

  @Test("A file is explained, without colours in a pipe")
  func file() throws {
    let folder = try folder()
    let run = try ProgramProcess(["explain", "a.txt"], in: folder)
    #expect(run.error.isEmpty)
    #expect(run.status == 0)
    #expect(run.output.contains("✓ duty/head"))
    #expect(run.output.contains("1 | 各街道负责门前卫生。\n        |   ^^^^^^^^\n"))
    #expect(!run.output.contains("\u{1B}"))
    #expect(!run.output.contains("paragraph 2"))
  }

  @Test("A near miss says how near")
  func nearMiss() throws {
    let folder = try folder()
    let run = try ProgramProcess(
      ["explain", "a.txt", "--paragraph", "2", "--rule", "duty/head"], in: folder)
    #expect(run.output.contains("5 characters between “街道” and “负责”, 4 are allowed"))
    #expect(run.status == 0)
  }

  @Test("A text is explained, and standard input", arguments: [true, false])
  func text(isOption: Bool) throws {
    let folder = try folder()
    let arguments = isOption ? ["--text", "各街道负责。"] : ["-"]
    let run = try ProgramProcess(
      ["explain", "-f", "json"] + arguments, in: folder, after: isOption ? "" : "< a.txt")
    #expect(run.output.hasPrefix(#"{"schema":"duban.explanation/1","source":"#))
    #expect(run.output.contains(#""rule":"duty/head""#))
    #expect(run.status == 0)
  }

  @Test(
    "What there is not is refused with the nearest name, status 2",
    arguments: [
      (
        ["a.txt", "--rule", "duty/heat"],
        "the pack has no rule `duty/heat`; did you mean `duty/head`?"
      ),
      (["a.txt", "--label", "dudy"], "the pack has no label `dudy`; did you mean `duty`?"),
      (["a.txt", "--paragraph", "3"], "a.txt: has no body paragraph 3; it has 2"),
      (
        ["a.txt", "--line", "3"],
        "a.txt: no block begins on line 3; the one before begins on line 2"
      ),
      (["missing.txt"], "missing.txt: does not exist"),
      (["a.txt", "--paragraph", "0"], "`--paragraph` cannot be `0`"),
      (["a.txt", "--text", "x"], "`--text` and `a.txt` cannot be used together"),
      ([], "`explain` needs `FILE`\n  or give the words themselves with `--text`"),
    ])
  func refusals(_ arguments: [String], _ message: String) throws {
    let run = try ProgramProcess(["explain"] + arguments, in: try folder())
    #expect(run.error.contains(message))
    #expect(run.output.isEmpty)
    #expect(run.status == 2)
  }
}
