import CommandLine
import Reporting
import TestSupport
import Testing

struct HelpTests {
  @Test("The first screen is as it was read and approved")
  func overview() throws {
    try expectGolden(HelpWriter.overview(), "fixtures/reports/help.txt")
  }

  @Test("The first screen fits a screen")
  func fits() {
    #expect(
      HelpWriter.overview().split(separator: "\n", omittingEmptySubsequences: false).count <= 40)
  }

  @Test("Help stays within 80 columns", arguments: CommandID.allCases)
  func width(command: CommandID) {
    let text = HelpWriter.overview() + HelpWriter.help(of: .of(command))
    for line in text.split(separator: "\n") {
      #expect(TextLayout.width(String(line)) <= 80, "\(line)")
    }
  }

  @Test(
    "The help of a command names the formats that it takes, and no other",
    arguments: CommandID.allCases)
  func formats(command: CommandID) throws {
    let definition = CommandDefinition.of(command)
    guard definition.options.contains(.format) else { return }
    let text = HelpWriter.help(of: definition)
    let start = try #require(text.firstRange(of: "--format FORMAT")).upperBound
    let help = text[start...].prefix { $0 != "-" }
    let words = Set(help.split { !$0.isLetter }.map(String.init))
    let all = Set(OutputFormat.allCases.map(\.rawValue) + CheckFormat.allCases.map(\.rawValue))
    let taken = OptionDefinition.of(.format).choices(for: command)
    #expect(words.intersection(all) == Set(taken))
  }

  @Test("Only compare says that it reads saved analyses", arguments: CommandID.allCases)
  func savedAnalyses(command: CommandID) {
    let definition = CommandDefinition.of(command)
    guard definition.options.contains(.input) else { return }
    #expect(HelpWriter.help(of: definition).contains("or analysis") == (command == .compare))
  }

  @Test("The help of a command names all its options", arguments: CommandID.allCases)
  func options(command: CommandID) {
    let definition = CommandDefinition.of(command)
    let text = HelpWriter.help(of: definition)
    for option in definition.options.map(OptionDefinition.of) {
      #expect(text.contains(option.usage))
    }
  }

  @Test(
    "Completions name every command, option and choice", arguments: CompletionWriter.Shell.allCases)
  func completions(shell: CompletionWriter.Shell) {
    let script = CompletionWriter.script(for: shell)
    for command in CommandID.allCases {
      #expect(script.contains(command.rawValue))
      for option in CommandDefinition.of(command).options.map(OptionDefinition.of) {
        #expect(script.contains(option.name))
        for choice in option.value?.choices ?? [] { #expect(script.contains(choice)) }
      }
    }
  }

  @Test(
    "bash offers names with blanks and stars as they are, and what a command takes",
    arguments: [
      ("classify f", ["f *.txt", "f b.txt"]), ("classify --rules f", ["f d"]),
      ("compare --input a", ["analysis"]), ("classify --input a", []),
      ("classify --input ", ["ndjson", "csv"]), ("check -f s", ["sarif"]),
      ("completions b", ["bash"]), ("led", ["ledger"]), ("ledger --lan", ["--lang"]),
    ] as [(String, [String])])
  func bash(typed: String, offered: [String]) throws {
    let folder = try TemporaryFolder()
    for name in ["f *.txt", "f b.txt", "f d/x.txt"] { try folder.write(name) }
    let words = typed.split(separator: " ", omittingEmptySubsequences: false)
    try folder.write(
      "ask",
      """
      source complete
      COMP_WORDS=(duban \(words.map { "'\($0)'" }.joined(separator: " ")))
      COMP_CWORD=\(words.count)
      _duban
      if [ ${#COMPREPLY[@]} -gt 0 ]; then printf '%s\\n' "${COMPREPLY[@]}"; fi

      """)
    let run = try ProgramProcess(
      ["completions", "bash"], in: folder, after: "> complete; bash ask")
    let found = run.output.split(separator: "\n").map(String.init)
    #expect(run.error.isEmpty)
    #expect(found.filter { typed != "classify f" || $0 != "f d" }.sorted() == offered.sorted())
  }

  @Test("zsh and fish offer what the command takes")
  func choices() throws {
    let zsh = CompletionWriter.script(for: .zsh)
    #expect(zsh.contains(":FORM:(ndjson csv analysis)"))
    #expect(zsh.contains(":FORM:(ndjson csv)"))
    let fish = CompletionWriter.script(for: .fish).split(separator: "\n")
    let inputs = fish.filter { $0.contains(" -l input ") }
    for line in inputs {
      #expect(line.contains("analysis") == line.contains("seen_subcommand_from compare'"))
    }
    #expect(!inputs.isEmpty)
  }
}
