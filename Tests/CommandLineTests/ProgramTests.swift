import CommandLine
import Testing

@Suite(.serialized)
struct ProgramTests {
  @Test("Help and version go to standard output with status 0")
  func help() throws {
    let folder = try TemporaryFolder()
    let help = try ProgramProcess(["--help"], in: folder)
    #expect(help.output == HelpWriter.overview())
    #expect(help.error.isEmpty)
    #expect(help.status == 0)
    let command = try ProgramProcess(["help", "classify"], in: folder)
    #expect(command.output == HelpWriter.help(of: .of(.classify)))
    let version = try ProgramProcess(["version"], in: folder)
    #expect(
      version.output.hasPrefix("duban \(Program.version) (duban.analysis/1, duban.comparison/2"))
    #expect(version.status == 0)
  }

  @Test(
    "A wrong command line says what and how on standard error, with status 2",
    arguments: [
      (
        ["classify", "--frmat", "json", "a"],
        "duban: there is no option `--frmat` for `classify`\n"
          + "  did you mean `--format`? `duban help classify` lists them all\n"
      ),
      (
        ["classify", "-q", "-v", "a"],
        "duban: `-q` and `-v` cannot be used together: one says less, the other more\n"
          + "  leave one of them out\n"
      ),
      (
        ["compare", "a"],
        "duban: `compare` needs `--by KEY`\n"
          + "  for example `--by place`; also year, type, or a column of the manifest\n"
      ),
      (
        [],
        "duban: no command is given\n"
          + "  try `duban classify PATH…`, or `duban --help` for all commands\n"
      ),
    ])
  func usage(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let run = try ProgramProcess(arguments, in: folder)
    #expect(run.output.isEmpty)
    #expect(run.error == message)
    #expect(run.status == 2)
  }

  @Test("Without a rule pack the places looked at are named")
  func noRules() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramProcess(["classify", "a", "--rules", "nowhere"], in: folder)
    #expect(
      run.error == """
        duban: no rule pack found; looked at
          nowhere: does not exist
        name a folder that holds a pack: one of its files has a `pack:` header

        """)
    #expect(run.status == 2)
  }

  @Test("A closed pipe is success")
  func closedPipe() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramProcess(
      ["completions", "zsh"], in: folder, before: "sleep 0.2;",
      after: "; echo $? > status ; } | { true")
    #expect(run.error.isEmpty)
    #expect(try folder.text("status") == "0\n")
  }

  @Test("Output that cannot be written is a failure that names the place")
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    let missing = try ProgramProcess(
      ["classify", "a", "-o", "no/such/folder.csv"], in: folder)
    #expect(
      missing.error
        == "duban: no/such/folder.csv: cannot be written: no such file or directory\n")
    #expect(missing.status == 2)
  }
}
