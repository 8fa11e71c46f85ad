/// The name of a command as it is typed.
package enum CommandID: String, Hashable, Sendable, CaseIterable {
  case classify
  case compare
  case check
  case explain
  case test
  case diff
  case evaluate
  case ledger
  case review
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
  package struct Example: Hashable, Sendable {
    package let command: String
    package let purpose: String
  }

  /// What stands after the options.
  package struct Operands: Hashable, Sendable {
    /// As the usage line shows them, such as `PATH…`.
    package let usage: String
    package let count: ClosedRange<Int>
    package let kind: OptionDefinition.Value.Kind
  }

  package let id: CommandID
  package let operands: Operands
  /// One line, without a full stop.
  package let summary: String
  /// Whole sentences.
  package let details: String
  package let options: [OptionID]
  /// The formats that the command can write; empty for plain text.
  package let formats: [OutputFormat]
  package let examples: [Example]

  package var name: String { id.rawValue }
}
