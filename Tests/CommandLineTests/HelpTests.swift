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
}
