import CommandLine
import Testing

struct ParsedArgumentsTests {
  @Test(
    "An option takes its value from the same argument or the next",
    arguments: [
      ["classify", "--format", "json", "a"], ["classify", "--format=json", "a"],
      ["classify", "-f", "json", "a"], ["classify", "-fjson", "a"], ["classify", "-f=json", "a"],
      ["--format", "json", "classify", "a"], ["classify", "a", "-qf", "json"],
    ])
  func values(arguments: [String]) throws {
    let parsed = try ParsedArguments(arguments)
    #expect(parsed.command == .classify)
    #expect(parsed[.format]?.value == "json")
    #expect(parsed.operands == ["a"])
  }

  @Test("A choice that only one command knows may stand before it")
  func choiceFirst() throws {
    let parsed = try ParsedArguments(["--input", "analysis", "compare", "a"])
    #expect(parsed[.input]?.value == "analysis")
  }

  @Test("Two dashes end the options, one dash is standard input")
  func dashes() throws {
    let parsed = try ParsedArguments(["classify", "-", "--", "-q", "--format", "--"])
    #expect(parsed.operands == ["-", "-q", "--format", "--"])
    #expect(parsed.occurrences.isEmpty)
    #expect(try ParsedArguments(["compare", "--manifest", "-", "a"])[.manifest]?.value == "-")
  }

  @Test("Letters of flags may stand together")
  func bundle() throws {
    let parsed = try ParsedArguments(["classify", "-qj2", "a"])
    #expect(parsed[.quiet] != nil)
    #expect(parsed[.threads]?.value == "2")
  }

  @Test(
    "A wrong command line is refused with the thing and the remedy",
    arguments: [
      (["clasify"], "there is no command `clasify`", "did you mean `classify`?"),
      (["a.txt"], "there is no command `a.txt`", "to read a file: `duban classify a.txt`"),
      (
        ["classify", "--frmat", "x"], "there is no option `--frmat` for `classify`",
        "did you mean `--format`? `duban help classify` lists them all"
      ),
      (
        ["classify", "-x"], "there is no option `-x` for `classify`",
        "`duban help classify` lists the options; put `--` before a path that begins with `-`"
      ),
      (
        ["classify", "--format", "jsn", "a"], "`--format` cannot be `jsn`",
        "did you mean `json`? use one of table, json, ndjson, csv, html"
      ),
      (
        ["classify", "a", "--format"], "`--format` needs a value: `--format FORMAT`",
        "use one of table, json, ndjson, csv, markdown, sarif, html, text, github"
      ),
      (
        ["classify", "a", "--rules="], "`--rules` needs a value: `--rules DIR`",
        "see `duban --help`"
      ),
      (["classify", "-q=yes", "a"], "there is no option `-=` for `classify`", nil),
      (
        ["classify", "--quiet=yes", "a"], "`--quiet` takes no value, but `yes` is given",
        "write `--quiet` alone"
      ),
      (["classify", "-f", "csv", "--format", "csv", "a"], "`-f` is given twice", "give it once"),
      (
        ["classify", "--verbose", "-q", "a"],
        "`-q` and `--verbose` cannot be used together: one says less, the other more",
        "leave one of them out"
      ),
      (
        ["classify", "--by", "place", "a"], "`classify` has no option `--by`",
        "leave it out; `duban help classify` lists its options (it belongs to `compare`)"
      ),
    ] as [([String], String, String?)])
  func refusals(arguments: [String], message: String, remedy: String?) {
    let error = #expect(throws: UsageError.self) { try ParsedArguments(arguments) }
    #expect(error?.message == message)
    if let remedy { #expect(error?.remedy == remedy) }
  }

  @Test("Every option and command is found from a misspelling", arguments: OptionID.allCases)
  func misspelled(option: OptionID) {
    guard option.rawValue.count > 3, option != .version, option != .help,
      OptionID(rawValue: String(option.rawValue.dropLast())) == nil,
      let command = CommandID.allCases.first(where: {
        CommandDefinition.of($0).options.contains(option)
      })
    else { return }
    let typed = "--" + option.rawValue.dropLast()
    // `--rule` is an option of its own.
    guard OptionID(rawValue: String(typed.dropFirst(2))) == nil else { return }
    let error = #expect(throws: UsageError.self) { try ParsedArguments([command.rawValue, typed]) }
    #expect(error?.remedy.contains("`--\(option.rawValue)`") == true)
  }
}

struct DefinitionTests {
  @Test("Names and letters of options are unique")
  func unique() {
    let letters = OptionID.allCases.compactMap { OptionDefinition.of($0).short }
    #expect(Set(letters).count == letters.count)
    for id in OptionID.allCases { #expect(OptionDefinition.of(id).id == id) }
    for id in CommandID.allCases { #expect(CommandDefinition.of(id).id == id) }
  }

  @Test("Every option belongs to a command or stands alone")
  func used() {
    let used = Set(CommandID.allCases.flatMap { CommandDefinition.of($0).options })
    #expect(Set(OptionID.allCases).subtracting(used) == [.version])
  }

  @Test("Every example in help is a command line that the program accepts")
  func examples() throws {
    let environment = Environment(variables: [:], workingFolder: "/", executable: nil)
    for id in CommandID.allCases {
      for example in CommandDefinition.of(id).examples where !example.command.hasPrefix("source") {
        let words = example.command.split(separator: ">")[0].split(separator: " ").map(String.init)
        let parsed = try ParsedArguments(Array(words.dropFirst()))
        _ = try Invocation(parsed, in: environment)
        #expect(parsed.command == id)
      }
    }
  }
}
