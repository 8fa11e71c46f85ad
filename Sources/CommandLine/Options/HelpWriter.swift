import Reporting

/// Writes help from the definitions of commands and options.
package enum HelpWriter {
  private static let width = 80
  private static let column = 22

  /// The first screen: examples, commands, the options that all share.
  package static func overview() -> String {
    var lines = [
      "duban reads Chinese official articles: it tags their paragraphs, finds the",
      "directives in them and scores how specific and how accountable each one is,",
      "with the words that earned every point.",
      "",
      "Examples:",
    ]
    let examples = [CommandID.classify, .compare, .check, .test].compactMap { id in
      CommandDefinition.of(id).examples.first
    }
    lines += examples.map(line)
    lines += ["", "Usage: duban COMMAND [OPTIONS] PATH…", "", "Commands:"]
    lines += CommandID.allCases.map(CommandDefinition.of).flatMap { entry($0.name, $0.summary) }
    lines += ["", "Options of most commands (`duban help COMMAND` lists them all):"]
    lines += [OptionID.rules, .format, .output].map(OptionDefinition.of)
      .flatMap { entry(label($0), $0.summary) }
    lines += [
      "", "Exit status: 0 done; 1 something is wrong in what was checked; 2 could not run,",
      "or one of several files could not be read (the others are done).",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The help of one command.
  package static func help(of command: CommandDefinition) -> String {
    var lines = ["\(usage(of: command))", ""]
    lines += TextLayout.wrap(command.details, width: width)
    if !command.examples.isEmpty {
      lines += ["", "Examples:"] + command.examples.map(line)
    }
    for category in OptionDefinition.Category.allCases {
      let options = command.options.map { OptionDefinition.of($0, in: command.id) }
        .filter { $0.category == category }
      if options.isEmpty { continue }
      lines += ["", "\(category.rawValue):"]
      for option in options {
        lines += entry(label(option), option.summary)
        lines += TextLayout.wrap(details(of: option, in: command), width: width - column - 2)
          .map { String(repeating: " ", count: column + 2) + $0 }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `duban classify [OPTIONS] PATH…`.
  package static func usage(of command: CommandDefinition) -> String {
    let options = command.options == [.help] ? "" : " [OPTIONS]"
    let operands = command.operands.usage.isEmpty ? "" : " \(command.operands.usage)"
    return "duban \(command.name)\(options)\(operands)"
  }

  private static func details(
    of option: OptionDefinition, in command: CommandDefinition
  ) -> String {
    let conflicts = option.conflicts.map { "`--\($0.rawValue)`" }
    let suffix = conflicts.isEmpty ? "" : " Not together with \(conflicts.joined(separator: ", "))."
    return option.details + suffix
  }

  private static func label(_ option: OptionDefinition) -> String {
    (option.short.map { "-\($0), " } ?? "    ") + option.usage
  }

  private static func line(_ example: CommandDefinition.Example) -> String {
    let command = TextLayout.pad("  \(example.command)", to: 48)
    return TextLayout.width(command) + 2 + TextLayout.width(example.purpose) <= width
      ? "\(command)  \(example.purpose)" : "  \(example.command)"
  }

  private static func entry(_ name: String, _ summary: String) -> [String] {
    let label = "  \(name)"
    let indent = String(repeating: " ", count: column + 2)
    let lines = TextLayout.wrap(summary, width: width - column - 2)
    if TextLayout.width(label) > column { return [label] + lines.map { indent + $0 } }
    return lines.enumerated().map { index, line in
      (index == 0 ? TextLayout.pad(label, to: column + 2) : indent) + line
    }
  }
}
