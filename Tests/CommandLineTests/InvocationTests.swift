import CommandLine
import Reporting
import Testing

struct InvocationTests {
  private func invocation(
    _ arguments: [String], _ variables: [String: String] = [:], terminal: Bool = false
  ) throws -> Invocation {
    let environment = Environment(
      variables: variables, workingFolder: "/", executable: nil, cores: 4,
      outputIsTerminal: terminal, terminalWidth: terminal ? 97 : nil)
    return try Invocation(try ParsedArguments(arguments), in: environment)
  }

  private func settings(
    _ arguments: [String], _ variables: [String: String] = [:], terminal: Bool = false
  ) throws -> Invocation.Settings? {
    guard
      case .classify(_, _, let settings) = try invocation(
        ["classify", "a"] + arguments, variables, terminal: terminal)
    else { return nil }
    return settings
  }

  private static let allFormats =
    OutputFormat.allCases.map(\.rawValue) + CheckFormat.allCases.map(\.rawValue)

  /// As few words as `command` takes.
  private func shortest(_ command: CommandID) -> [String] {
    let operands = Array(
      repeating: "a", count: CommandDefinition.of(command).operands.count.lowerBound)
    switch command {
    case .compare: return ["compare", "--by", "x"] + operands
    case .explain: return ["explain", "a"]
    default: return [command.rawValue] + operands
    }
  }

  @Test(
    "A command takes its own formats, wherever they stand, and no others",
    arguments: CommandID.allCases)
  func formats(command: CommandID) throws {
    let definition = CommandDefinition.of(command)
    #expect(definition.formats.isEmpty == !definition.options.contains(.format))
    for format in Set(Self.allFormats) {
      for arguments in [shortest(command) + ["-f", format], ["-f", format] + shortest(command)] {
        if definition.formats.contains(format) {
          _ = try invocation(arguments)
        } else {
          #expect(throws: UsageError.self, "\(arguments)") { try invocation(arguments) }
        }
      }
    }
  }

  @Test("Every format is one of a command, and the first of each is the usual one")
  func usualFormats() {
    let lists = CommandID.allCases.map { CommandDefinition.of($0).formats }.filter { !$0.isEmpty }
    #expect(Set(lists.joined()) == Set(Self.allFormats))
    #expect(Set(lists.compactMap(\.first)) == ["table", "text"])
  }

  @Test(
    "A format of other commands is refused with those of this one",
    arguments: [
      (["-f", "sarif", "classify", "a"], "use one of table, json, ndjson, csv, html"),
      (["-f", "html", "ledger", "a"], "use one of table, markdown, json, csv"),
      (["-f", "csv", "check"], "use one of text, json, sarif, github"),
      (["explain", "a", "-f", "ndjson"], "use one of table, json"),
    ])
  func foreignFormats(arguments: [String], remedy: String) throws {
    let error = try #require(throws: UsageError.self) { try invocation(arguments) }
    #expect(error.remedy.hasSuffix(remedy), "\(error.remedy)")
  }

  @Test(
    "Names are hidden in what is passed on, unless the user says otherwise",
    arguments: [
      ([], false), (["-f", "json"], false), (["-f", "ndjson"], false), (["-f", "csv"], true),
      (["-f", "html"], true), (["--names", "mask"], true),
      (["-f", "csv", "--names", "keep"], false),
    ])
  func names(arguments: [String], isHidden: Bool) throws {
    #expect(try settings(arguments)?.hidesNames == isHidden)
  }

  @Test("Defaults are a table, all cores, the terminal's width")
  func defaults() throws {
    let settings = try #require(try settings([], terminal: true))
    guard case .classify(_, .table, _) = try invocation(["classify", "a"]) else {
      Issue.record("the usual format is no table")
      return
    }
    #expect(settings.threads == 4)
    #expect(settings.width == 97)
    #expect(settings.usesColor)
    #expect(settings.language == .en)
    #expect(settings.output == nil)
  }

  @Test(
    "What would be without effect is refused",
    arguments: [
      (["explain", "--text", "好。", "--encoding", "GB18030"], "--encoding"),
      (["explain", "--text", "好。", "-m", "m.csv"], "-m"),
      (["review", "a", "-f", "sarif", "--input", "ndjson"], "--input"),
      (["check", "--list", "-f", "json"], "--format json"),
      (["check", "--list", "--strict"], "--strict"),
      (["check", "rules", "--list"], "rules"), (["check", "--rules", "r", "--list"], "--rules"),
      (["check", "--pack", "p", "--explain", "x"], "--pack"),
      (["check", "--explain", "x", "-f", "sarif"], "--format sarif"),
      (["check", "--explain", "x", "r"], "r"),
    ])
  func withoutEffect(arguments: [String], second: String) {
    let error = #expect(throws: UsageError.self) { try invocation(arguments) }
    guard case .conflict(_, let found, _)? = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(found == second)
  }

  @Test(
    "What has an effect stays",
    arguments: [["--list"], ["--list", "-f", "text"], ["--explain", "x", "-q"]])
  func withEffect(arguments: [String]) throws {
    _ = try invocation(["check"] + arguments)
  }

  @Test(
    "Colours are for terminals that want them",
    arguments: [
      ([], [:], true, true), ([], [:], false, false), ([], ["NO_COLOR": "1"], true, false),
      ([], ["TERM": "dumb"], true, false), (["--color", "always"], ["NO_COLOR": "1"], false, true),
      (["--color", "never"], [:], true, false), (["-o", "x"], [:], true, false),
      (["-f", "json"], [:], true, false),
    ] as [([String], [String: String], Bool, Bool)])
  func colors(
    arguments: [String], variables: [String: String], terminal: Bool, expected: Bool
  ) throws {
    #expect(try settings(arguments, variables, terminal: terminal)?.usesColor == expected)
  }

  @Test(
    "The language is the option's, else the first locale variable's",
    arguments: [
      ([], [:], ReportLanguage.en), ([], ["LANG": "zh_CN.UTF-8"], .zh),
      ([], ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], .en), ([], ["LC_MESSAGES": "zh"], .zh),
      (["--lang", "en"], ["LANG": "zh_CN"], .en), (["--lang=zh"], [:], .zh),
      (["-f", "csv"], ["LC_ALL": "zh_CN.UTF-8"], .en), (["-f", "csv", "--lang", "zh"], [:], .zh),
      (["-f", "html"], ["LANG": "zh_CN"], .zh),
    ] as [([String], [String: String], ReportLanguage)])
  func languages(
    arguments: [String], variables: [String: String], expected: ReportLanguage
  ) throws {
    #expect(try settings(arguments, variables)?.language == expected)
  }

  @Test(
    "Operands that are missing, too many or contradict options are refused",
    arguments: [
      ([], "no command is given"), (["classify"], "`classify` needs PATH…"),
      (["compare", "a"], "`compare` needs `--by KEY`"),
      (["check", "a", "b"], "`check` does not know what to do with `b`"),
      (
        ["check", "a", "--rules", "b"],
        "`--rules` and `a` cannot be used together: both name the rules to check"
      ),
      (["completions", "tcsh"], "`SHELL` cannot be `tcsh`"),
      (["help", "clasify"], "there is no command `clasify`"),
      (["classify", "a", "-j", "0"], "`--threads` cannot be `0`"),
      (["classify", "a", "-j", "many"], "`--threads` cannot be `many`"),
      (
        ["classify", "a", "--color", "always", "-f", "csv"],
        "`--color always` and `--format csv` cannot be used together: only tables have colours"
      ),
    ])
  func refusals(arguments: [String], message: String) {
    let error = #expect(throws: UsageError.self) { try invocation(arguments) }
    #expect(error?.message == message)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test(
    "What to type instead reads well, and half a word is no hint",
    arguments: [
      (["compare", "a", "--by", "x", "--contrast", "a"], "use two groups, as A:B"),
      (["ledger", "a", "--min", "specificity=300"], "use SCORE=0 to SCORE=100"),
      (["classify", "a", "--lang", "cn"], "use one of zh, en"),
      (["classify", "a", "--names", "maks"], "did you mean `mask`? use one of mask, keep"),
    ])
  func remedies(arguments: [String], remedy: String) {
    #expect(#expect(throws: UsageError.self) { try invocation(arguments) }?.remedy == remedy)
  }

  @Test(
    "Tables are as narrow as the terminal, within bounds",
    arguments: [
      ("40", 40), ("48", 48), ("9", 40), ("999", 200), ("x", 100), ("", 100),
    ])
  func width(columns: String, width: Int) throws {
    #expect(try settings([], ["COLUMNS": columns])?.width == width)
  }

  @Test("Help and version win over everything else")
  func help() throws {
    #expect(try invocation(["--help"]) == .help(nil))
    #expect(try invocation(["classify", "--help"]) == .help(.classify))
    #expect(try invocation(["help", "compare"]) == .help(.compare))
    #expect(try invocation(["--version"]) == .version)
  }
}
