import Testing

/// `duban check` as a process: formats, corrections, status.
@Suite(.serialized)
struct CheckCommandTests {
  /// A pack with three things to correct and comments that must stay.
  private static let pack = """
    # a pack
    pack: {name: civic-campaign, version: 1.0.0}
    labels:
      duty: {on: paragraph, role: tag, levels: [given]}
    lexicons:
      head:   [组长, 组長,  河长, 组长]   # odd blanks stay
    rules:
      - id: duty/head
        gives: duty = given
        any:
          - <head>负责
          - <head>..4抓好
          - <head>负责
        fires-on: [各组长负责此事。]

    """

  private func folder(_ pack: String = pack) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rules/civic-campaign/pack.yaml", pack)
    return folder
  }

  @Test("Corrections are made until none is left, and touch nothing else")
  func fix() throws {
    let folder = try folder()
    let run = try ProgramProcess(["check", "--fix"], in: folder)
    #expect(run.status == 0)
    #expect(run.error == "")
    #expect(
      run.output == """
        rules/civic-campaign/pack.yaml: corrected 1 × duplicate-alternative, 2 × duplicate-term
        rules/civic-campaign: 1 files, 0 errors, 0 warnings

        """)
    let expected = Self.pack.replacing("[组长, 组長,  河长, 组长]", with: "[组长,  河长]")
      .replacing("抓好\n      - <head>负责", with: "抓好")
    #expect(try folder.text("rules/civic-campaign/pack.yaml") == expected)
    let again = try ProgramProcess(["check", "--fix"], in: folder)
    #expect(again.output.hasPrefix("nothing to correct\n"))
    let hasPartial = folder.exists("rules/civic-campaign/pack.yaml.partial")
    #expect(!hasPartial)
  }

  @Test(
    "A tab is corrected to as many blanks as fit the lines around it, or to none",
    arguments: [
      (
        "rules:\n  - id: a/1\n\tgives: x\n    any: [督]\n",
        "rules:\n  - id: a/1\n    gives: x\n    any: [督]\n"
      ),
      (
        "rules:\n    - id: a/1\n\tgives: x\n      any: [督]\n",
        "rules:\n    - id: a/1\n      gives: x\n      any: [督]\n"
      ),
      ("patterns:\n\tday: 督办\n", "patterns:\n  day: 督办\n"),
      ("rules:\n   - id: a/1\n\tgives: x\n\tany: [督]\n", nil),
    ])
  func tabs(text: String, corrected: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "p/pack.yaml",
      "pack: {name: p, version: 1.0.0}\nlabels:\n  x: {on: clause, mark: true}\n")
    try folder.write("p/more.yaml", text)
    let shown = try ProgramProcess(["check", "p"], in: folder)
    #expect(shown.output.contains("replace the tab by blanks") == (corrected != nil))
    let run = try ProgramProcess(["check", "p", "--fix"], in: folder)
    #expect(!run.error.contains("broken"), "\(run.error)")
    #expect(try folder.text("p/more.yaml") == corrected ?? text)
  }

  @Test("A correction that lets other errors be seen is made, and says how many are left")
  func uncovered() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/pack.yaml", "pack: {name: p, version: 1.0.0}\n")
    try folder.write(
      "p/more.yaml",
      "rules:\n  - id: a/1\n\tgives: demand\n\tany: [<none>]\n  - {id: a/2, gives: b, any: [x]}\n")
    let shown = try ProgramProcess(["check", "p"], in: folder)
    #expect(shown.output.contains("replace the tab by blanks"), "\(shown.output)")
    let run = try ProgramProcess(["check", "p", "--fix"], in: folder)
    #expect(run.status == 1)
    #expect(run.error == "")
    #expect(
      run.output == """
        p/more.yaml: corrected 1 × tab-indentation
        p: 2 files, 3 errors, 0 warnings
        what is left has no correction; `duban check p` shows it

        """)
    #expect(try folder.text("p/more.yaml").contains("    gives: demand\n    any:"))
    let again = try ProgramProcess(["check", "p"], in: folder)
    #expect(again.output.hasSuffix("p: 2 files, 3 errors, 0 warnings\n"), "\(again.output)")
  }

  @Test("A corrected file keeps its permissions, and a file called .partial is nobody's to take")
  func fixKeepsPermissions() throws {
    let folder = try folder()
    let name = "rules/civic-campaign/pack.yaml"
    try folder.write("\(name).partial", "mine\n")
    let run = try ProgramProcess(
      ["check", "--fix"], in: folder, before: "chmod 600 \(name);", after: "&& stat -c %a \(name)")
    #expect(run.output.hasSuffix("\n600\n"), "\(run.output)\(run.error)")
    #expect(try folder.text("\(name).partial") == "mine\n")
    let isLeft = folder.exists("\(name).2.partial")
    #expect(!isLeft)
  }

  @Test("A dry run prints a difference that patch takes, and changes nothing")
  func dryRun() throws {
    let folder = try folder()
    let run = try ProgramProcess(["check", "--fix", "--dry-run", "-o", "fix.diff"], in: folder)
    #expect(run.status == 0)
    #expect(try folder.text("rules/civic-campaign/pack.yaml") == Self.pack)
    let patched = try ProgramProcess(
      ["check", "--strict"], in: folder, before: "patch -s -p0 < fix.diff;")
    #expect(patched.status == 0, "\(patched.output)\(patched.error)")
  }

  @Test("A file that cannot be parsed is corrected where it says how")
  func fixSyntax() throws {
    let folder = try folder(
      Self.pack.replacing("      - <head>..4抓好", with: "      -<head>..4抓好"))
    let run = try ProgramProcess(["check", "--fix"], in: folder)
    #expect(run.output.contains("1 × missing-space-after-dash"))
    #expect(run.output.hasSuffix("0 errors, 0 warnings\n"))
  }

  @Test("A file that is not read for its ending is told", arguments: [["check"], ["test"]])
  func otherEnding(command: [String]) throws {
    let folder = try folder()
    try folder.write("rules/civic-campaign/more.yml", "rules: []\n")
    let run = try ProgramProcess(command, in: folder)
    #expect(
      run.error.contains("more.yml: is not read: names of rule files end in .yaml"), "\(run.error)")
  }

  @Test("A bracket behind a quote that never closes is left to the author")
  func fixOpenQuote() throws {
    let text = Self.pack.replacing(
      "pack: {", with: "lexicons: {x: {title: {en: due, zh: \"a}}}\npack: {")
    let folder = try folder(text)
    let run = try ProgramProcess(["check", "--fix"], in: folder)
    #expect(run.output.hasPrefix("nothing to correct\n"), "\(run.output)")
    #expect(try folder.text("rules/civic-campaign/pack.yaml") == text)
  }

  @Test("Warnings count where they are asked to", arguments: ["text", "json", "sarif", "github"])
  func strict(format: String) throws {
    let folder = try folder()
    let plain = try ProgramProcess(["check", "-f", format], in: folder)
    let strict = try ProgramProcess(["check", "-f", format, "--strict"], in: folder)
    #expect(plain.status == 0)
    #expect(strict.status == 1)
    #expect(plain.output == strict.output)
    #expect(plain.output.contains("duplicate-term"))
    #expect(plain.error == "")
  }

  @Test("A comment allows a warning, and one that allows nothing is reported")
  func suppression() throws {
    let allowed = Self.pack.replacing(
      "# odd blanks stay", with: "# duban: allow duplicate-term -- shown to the class"
    ).replacing("    any:", with: "    # duban: allow idle-gap\n    any:")
    let run = try ProgramProcess(["check"], in: try folder(allowed))
    #expect(!run.output.contains("warning[duplicate-term]"))
    #expect(run.output.contains("warning[stale-suppression]"))
  }

  @Test("Ids are listed and explained without rules")
  func guide() throws {
    let folder = try TemporaryFolder()
    let list = try ProgramProcess(["check", "--list"], in: folder)
    #expect(list.status == 0)
    #expect(list.output.contains("  subsumed-rule "))
    let explained = try ProgramProcess(["check", "--explain", "subsumed-rule"], in: folder)
    #expect(explained.output.hasPrefix("warning[subsumed-rule]: "))
    let open = try ProgramProcess(["check", "--explain", "open-when"], in: folder)
    #expect(open.status == 0)
    #expect(open.output.hasPrefix("note[open-when]: "))
    let unknown = try ProgramProcess(["check", "--explain", "subsumed-rul"], in: folder)
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("did you mean `subsumed-rule`?"))
  }

  @Test(
    "Options that make no sense together are refused",
    arguments: [
      (["--dry-run"], "`check` needs `--fix`"), (["-f", "csv"], "`--format` cannot be `csv`"),
      (["--fix", "-f", "json"], "`--fix` and `--format json` cannot be used together"),
      (["--fix", "--list"], "cannot be used together"),
    ])
  func refusals(arguments: [String], message: String) throws {
    let run = try ProgramProcess(["check"] + arguments, in: try folder())
    #expect(run.status == 2)
    #expect(run.error.contains(message), "\(run.error)")
  }

  @Test func `with --verbose every pattern has its longest match and its states`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "p/p.yaml",
      """
      pack: {name: p, version: 1}
      labels: {t: {on: paragraph, role: tag, levels: [low]}}
      lexicons: {body: [督查组, 督查室]}
      rules:
        - {id: r, gives: t = low, any: ['<body>..8(暗访|抽查一次)'], fires-on: [督查组暗访。]}

      """)
    let check = try ProgramProcess(["check", "--verbose", "p"], in: folder)
    #expect(check.output.contains("     15      5  p.yaml:5  <body>..8(暗访|抽查一次)\n"))
    #expect(check.output.hasSuffix("1 patterns, 5 states, 4 words\n"))
  }
}
