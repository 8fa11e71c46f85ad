import Diagnostics

/// A command line that cannot be obeyed; the cases are data, the sentences stand in `message`.
package enum UsageError: Error, Hashable, Sendable {
  /// Two options, or an option and an operand, as typed, and why both cannot hold.
  case conflict(String, String, reason: String)
  /// An option as typed the first time, which is no list.
  case givenTwice(String)
  /// Neither a command nor a request for help.
  case missingCommand
  /// An option that means nothing without another.
  case missingCompanion(String, needs: String)
  /// Fewer operands than the command needs.
  case missingOperand(CommandID)
  /// An option that the command cannot do without, as its usage shows it, and what to write.
  case missingOption(String, CommandID, remedy: String)
  /// An option that takes a value stands without one.
  case missingValue(OptionID)
  /// The first operand too many.
  case surplusOperand(String, CommandID)
  /// A flag with the value that was typed behind it.
  case surplusValue(OptionID, String)
  /// The word in the place of a command.
  case unknownCommand(String)
  /// An option as typed, and the command if one was given before it.
  case unknownOption(String, CommandID?)
  /// An option of other commands.
  case unusableOption(OptionID, CommandID)
  /// A format as typed, which other commands write.
  case wrongFormat(String, CommandID)
  /// The option, the value as typed, and the whole numbers that it may be.
  case wrongNumber(String, String, ClosedRange<Int>)
  /// The option, the value as typed, and the words of which it must be one, or what it must look
  /// like.
  case wrongValue(String, String, expected: [String])

  /// What is wrong, naming the thing as it was typed, in one line.
  package var message: String {
    switch self {
    case .conflict(let first, let second, let reason):
      "`\(first)` and `\(second)` cannot be used together: \(reason)"
    case .givenTwice(let option): "`\(option)` is given twice"
    case .missingCommand: "no command is given"
    case .missingCompanion(let option, let other): "`\(option)` needs `\(other)`"
    case .missingOperand(let command):
      "`\(command.rawValue)` needs \(CommandDefinition.of(command).operands.usage)"
    case .missingOption(let option, let command, _): "`\(command.rawValue)` needs `\(option)`"
    case .missingValue(let option):
      "`--\(option.rawValue)` needs a value: `\(OptionDefinition.of(option).usage)`"
    case .surplusOperand(let operand, let command):
      "`\(command.rawValue)` does not know what to do with `\(operand)`"
    case .surplusValue(let option, let value):
      "`--\(option.rawValue)` takes no value, but `\(value)` is given"
    case .unknownCommand(let name): "there is no command `\(name)`"
    case .unknownOption(let option, let command):
      "there is no option `\(option)`" + (command.map { " for `\($0.rawValue)`" } ?? "")
    case .unusableOption(let option, let command):
      "`\(command.rawValue)` has no option `--\(option.rawValue)`"
    case .wrongFormat(let format, let command): "`\(command.rawValue)` does not write `\(format)`"
    case .wrongNumber(let option, let value, _), .wrongValue(let option, let value, _):
      "`\(option)` cannot be `\(value)`"
    }
  }

  /// What to type instead.
  package var remedy: String {
    switch self {
    case .conflict: "leave one of them out"
    case .givenTwice: "give it once"
    case .missingCommand: "try `duban classify PATH…`, or `duban --help` for all commands"
    case .missingCompanion(_, let other): "add `\(other)`, or leave it out"
    case .missingOperand(let command): usage(of: command)
    case .missingOption(_, _, let remedy): remedy
    case .missingValue(let option):
      OptionDefinition.of(option).value.map { oneOf($0.choices) } ?? "see `duban --help`"
    case .surplusOperand(_, let command): usage(of: command)
    case .surplusValue(let option, _): "write `--\(option.rawValue)` alone"
    case .unknownCommand(let name): suggestion(for: name)
    case .unknownOption(let option, let command): suggestion(forOption: option, command)
    case .unusableOption(let option, let command):
      nearestOption(option, command)
        + "leave it out; `duban help \(command.rawValue)` lists its options"
        + (users(of: option).isEmpty ? "" : " (it belongs to \(users(of: option)))")
    case .wrongFormat(_, let command):
      oneOf(CommandDefinition.of(command).formats)
    case .wrongNumber(_, _, let range):
      "give a whole number from \(range.lowerBound)"
        + " to \(range.upperBound)"
    case .wrongValue(_, let value, let expected): nearest(value, in: expected)
    }
  }

  private func usage(of command: CommandID) -> String {
    "usage: \(HelpWriter.usage(of: CommandDefinition.of(command)))"
  }

  /// A single choice is what a value must look like.
  private func oneOf(_ choices: [String]) -> String {
    switch choices.count {
    case 0: "see `duban --help`"
    case 1: "use \(choices[0])"
    default: "use one of " + choices.joined(separator: ", ")
    }
  }

  /// Of two letters one is half of the word: the other may mean anything.
  private static let shortestSlip = 3

  private func nearest(_ value: String, in choices: [String]) -> String {
    let found =
      value.unicodeScalars.count < Self.shortestSlip
      ? nil : EditDistance.nearest(to: value.lowercased(), in: choices.map { $0.lowercased() })
    guard let name = choices.first(where: { $0.lowercased() == found }) else {
      return oneOf(choices)
    }
    return "did you mean `\(name)`? " + oneOf(choices)
  }

  private func suggestion(for command: String) -> String {
    let names = CommandID.allCases.map(\.rawValue)
    if let name = EditDistance.nearest(to: command, in: names) { return "did you mean `\(name)`?" }
    if command.contains("/") || command.contains(".") {
      return "to read a file: `duban classify \(command)`"
    }
    return "commands: " + names.joined(separator: ", ")
  }

  private func suggestion(forOption option: String, _ command: CommandID?) -> String {
    let help = command.map { "`duban help \($0.rawValue)`" } ?? "`duban --help`"
    let ids = command.map { CommandDefinition.of($0).options } ?? [.help, .version]
    let name = String(option.drop { $0 == "-" })
    if let found = EditDistance.nearest(to: name, in: ids.map(\.rawValue)) {
      return "did you mean `--\(found)`? \(help) lists them all"
    }
    return "\(help) lists the options; put `--` before a path that begins with `-`"
  }

  private func nearestOption(_ option: OptionID, _ command: CommandID) -> String {
    let names = CommandDefinition.of(command).options.map(\.rawValue)
    return EditDistance.nearest(to: option.rawValue, in: names)
      .map { "did you mean `--\($0)`? else " } ?? ""
  }

  private func users(of option: OptionID) -> String {
    CommandID.allCases.filter { CommandDefinition.of($0).options.contains(option) }
      .map { "`\($0.rawValue)`" }.joined(separator: ", ")
  }
}
