import Testing

/// `duban syntax` and `duban format`, run as processes.
@Suite(.serialized)
struct RuleFileCommandTests {
  private static let untidy = "pack: {name: x,version: '1'}   # c\nlist:\n- a\n- 'b'\n"
  private static let tidy = "pack: {name: x, version: '1'}   # c\nlist:\n  - a\n  - b\n"

  @Test("The plain data of a file is one line of JSON")
  func plainData() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", Self.untidy)
    let run = try ProgramProcess(["syntax", "-f", "json", "a.yaml"], in: folder)
    #expect(run.output == #"{"pack":{"name":"x","version":"1"},"list":["a","b"]}"# + "\n")
    #expect(run.error.isEmpty)
    #expect(run.status == 0)
  }

  @Test("Several files are a value a line, without those that have mistakes")
  func severalFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", "- a\n")
    try folder.write("b.yaml", "a: *b\n")
    try folder.write("c.yaml", "")
    let run = try ProgramProcess(["syntax", "--format=json", "."], in: folder)
    #expect(run.output == "[\"a\"]\nnull\n")
    #expect(run.error.hasPrefix("./b.yaml:1:4: error[yaml-alias]: "))
    #expect(run.status == 1)
  }

  @Test("A record a file tells data or mistakes")
  func records() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", "a: 督\n")
    try folder.write("b.yaml", "督: @b\n")
    let run = try ProgramProcess(["syntax", "-f", "ndjson", "a.yaml", "b.yaml"], in: folder)
    #expect(
      run.output == """
        {"schema":"duban.syntax/1","source":"a.yaml","data":{"a":"督"},"diagnostics":[]}
        {"schema":"duban.syntax/1","source":"b.yaml","data":null,"diagnostics":[\
        {"id":"indicator-at-start","severity":"error","line":1,"column":4,"bytes":[5,6],\
        "message":"plain text cannot begin with this character"}]}

        """)
    #expect(run.status == 1)
  }

  @Test("The table shows the place of each node; standard input is a file")
  func table() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", "a:\n  - 'b'\n")
    let run = try ProgramProcess(["syntax", "-"], in: folder, after: "< a.yaml")
    #expect(
      run.output == """
        1:1      mapping of 1
        1:1        a: sequence of 1
        2:5          - "b" single-quoted

        """)
    #expect(run.status == 0)
  }

  @Test("A file that cannot be read is told, the others are done, the status says so")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", "a")
    let run = try ProgramProcess(["syntax", "-f", "json", "missing", "a.yaml"], in: folder)
    #expect(run.output == "\"a\"\n")
    #expect(run.error == "duban: missing: does not exist\n")
    #expect(run.status == 2)
  }

  @Test("Format leaves a file that nobody may write, and says so")
  func writeProtected() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", "pack:   {name: a}\n")
    let run = try ProgramProcess(["format", "a.yaml"], in: folder, before: "chmod 444 a.yaml;")
    #expect(run.status == 2)
    #expect(run.error == "duban: a.yaml: cannot be written: permission denied\n")
    #expect(try folder.text("a.yaml") == "pack:   {name: a}\n")
  }

  @Test("Format rewrites in place, once, and leaves permissions and links")
  func formatsInPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/a.yaml", Self.untidy)
    try folder.write("rules/b.yaml", Self.tidy)
    try folder.link("c.yaml", to: "rules/a.yaml")
    let run = try ProgramProcess(
      ["format", "c.yaml", "rules"], in: folder, before: "chmod 640 rules/a.yaml;",
      after: "&& stat -c %a rules/a.yaml && test -L c.yaml")
    #expect(run.output == "c.yaml: formatted\n640\n")
    #expect(run.status == 0)
    #expect(try folder.text("rules/a.yaml") == Self.tidy)
    let again = try ProgramProcess(["format", "rules"], in: folder)
    #expect(again.output.isEmpty)
    #expect(again.status == 0)
    let hasPartial = folder.exists("rules/a.yaml.partial")
    #expect(!hasPartial)
  }

  @Test("Checking the layout changes nothing and says what would change")
  func checksLayout() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", Self.untidy)
    try folder.write("b.yaml", Self.tidy)
    let run = try ProgramProcess(["format", "--check", "a.yaml", "b.yaml"], in: folder)
    #expect(run.output == "a.yaml: would change\n")
    #expect(run.status == 1)
    #expect(try folder.text("a.yaml") == Self.untidy)
    let tidy = try ProgramProcess(["format", "--check", "b.yaml"], in: folder)
    #expect(tidy.status == 0)
  }

  @Test("Standard input is printed in the canonical layout")
  func formatsStandardInput() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", Self.untidy)
    let run = try ProgramProcess(["format", "-"], in: folder, after: "< a.yaml")
    #expect(run.output == Self.tidy)
    #expect(run.status == 0)
  }

  @Test("A file with mistakes is told and left as it is")
  func leavesBroken() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", "a:  *b\n")
    try folder.write("b.yaml", "a:  b\n")
    let run = try ProgramProcess(["format", "a.yaml", "b.yaml"], in: folder)
    #expect(run.output == "b.yaml: formatted\n")
    #expect(run.error.hasPrefix("a.yaml:1:5: error[yaml-alias]: "))
    #expect(run.status == 1)
    #expect(try folder.text("a.yaml") == "a:  *b\n")
  }

  @Test("Without paths the pack in use is formatted")
  func formatsPack() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/civic-campaign/pack.yaml", Self.untidy)
    let run = try ProgramProcess(["format"], in: folder)
    #expect(run.output == "rules/civic-campaign/pack.yaml: formatted\n")
    let both = try ProgramProcess(["format", "--rules", "rules", "a.yaml"], in: folder)
    #expect(both.status == 2)
    #expect(both.error.contains("both name the files to format"))
  }

  @Test("What comes through a pipe is printed, as standard input is")
  func formattedPipe() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", Self.untidy)
    let run = try ProgramProcess(
      ["format", "pipe"], in: folder, before: "mkfifo pipe && { cat a.yaml >pipe & } &&")
    #expect(run.output == Self.tidy)
    #expect(run.status == 0)
  }
}
