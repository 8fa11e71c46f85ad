/// The name of a command as it is typed.
package enum CommandID: String, Hashable, Sendable, CaseIterable {
  case classify
  case compare
  case ledger
  case review
  case check
  case explain
  case test
  case evaluate
  case diff
  case coverage
  case watch
  case initialize = "init"
  case schema
  case syntax
  case format
  case completions
  case help
  case version
}

/// All that is known of one command; parser, help and completions are made from it.
package struct CommandDefinition: Hashable, Sendable {
  /// One line of help.
  package struct Example: Hashable, Sendable {
    /// As it is typed, `duban` included.
    package let command: String
    /// What it is for, in a few words without a full stop.
    package let purpose: String
  }

  /// What stands after the options.
  package struct Operands: Hashable, Sendable {
    /// As the usage line shows them, such as `PATH…`.
    package let usage: String
    /// How many there may be; what goes beyond is an error.
    package let count: ClosedRange<Int>
    /// What completions offer for them.
    package let kind: OptionDefinition.Value.Kind
  }

  /// What is typed.
  package let id: CommandID
  /// What stands after the options.
  package let operands: Operands
  /// One line, without a full stop.
  package let summary: String
  /// Whole sentences.
  package let details: String
  /// Options that it knows, in the order of the help within each category.
  package let options: [OptionID]
  /// The names of the formats that the command can write, the usual one first; empty where it has no
  /// option for them.
  package let formats: [String]
  /// The first one also stands in the overview of some commands; empty where help needs none.
  package let examples: [Example]

  /// As it is typed.
  package var name: String { id.rawValue }
}
