/// What was typed, checked against the definitions; what it means is an `Invocation`.
package struct ParsedArguments: Hashable, Sendable {
  /// One option as it was given.
  package struct Occurrence: Hashable, Sendable {
    /// What is meant by it.
    package let option: OptionID
    /// As typed, such as `-f` or `--format`.
    package let spelling: String
    /// As typed; nil for a flag.
    package let value: String?
  }

  /// Nil where only options were given.
  package private(set) var command: CommandID?
  /// In the order of the command line; all belong to the command.
  package private(set) var occurrences: [Occurrence] = []
  /// In the order of the command line, without the command.
  package private(set) var operands: [String] = []

  /// Reads `arguments`, without the name of the program.
  ///
  /// - Throws: `UsageError` where a command or option is unknown, an option is none of the command,
  ///   lacks its value, has one too many, is given twice or contradicts another.
  /// - Complexity: O(arguments × options given).
  package init(_ arguments: [String]) throws(UsageError) {
    var lexer = ArgumentLexer(arguments)
    var unknown: String?
    while let token = lexer.next() {
      switch token {
      case .word(let word):
        if command != nil {
          operands.append(word)
        } else if let named = CommandID(rawValue: word) {
          command = named
        } else {
          throw .unknownCommand(word)
        }
      case .long(let name, let value):
        guard let id = OptionID(rawValue: name) else {
          unknown = unknown ?? "--\(name)"
          continue
        }
        try add(OptionDefinition.of(id), "--\(name)", value, &lexer)
      case .short(let letter, _):
        let all = OptionID.allCases.lazy.map(OptionDefinition.of)
        guard let definition = all.first(where: { $0.short == letter }) else {
          unknown = unknown ?? "-\(letter)"
          continue
        }
        try add(definition, "-\(letter)", nil, &lexer)
      }
    }
    if let unknown { throw .unknownOption(unknown, command) }
    try checkOptions()
  }

  /// The last occurrence of `option`; nil where it is not given.
  package subscript(option: OptionID) -> Occurrence? {
    occurrences.last { $0.option == option }
  }

  private mutating func add(
    _ definition: OptionDefinition, _ spelling: String, _ typed: String?,
    _ lexer: inout ArgumentLexer
  ) throws(UsageError) {
    if let earlier = self[definition.id], !definition.isRepeatable, definition.value != nil {
      throw .givenTwice(earlier.spelling)
    }
    var value = typed
    if definition.value != nil {
      value = typed ?? lexer.takeValue()
      guard let value, !value.isEmpty else { throw .missingValue(definition.id) }
      let choices = definition.choices(for: command)
      if !choices.isEmpty && !choices.contains(value) {
        throw .wrongValue("--\(definition.name)", value, expected: choices)
      }
    } else if let typed {
      throw .surplusValue(definition.id, typed)
    }
    occurrences.append(Occurrence(option: definition.id, spelling: spelling, value: value))
  }

  private func checkOptions() throws(UsageError) {
    if self[.help] != nil || self[.version] != nil { return }
    guard let command else {
      if let first = occurrences.first { throw .unknownOption(first.spelling, nil) }
      return
    }
    let allowed = CommandDefinition.of(command).options
    for occurrence in occurrences where !allowed.contains(occurrence.option) {
      throw .unusableOption(occurrence.option, command)
    }
    for occurrence in occurrences {
      for other in OptionDefinition.of(occurrence.option).conflicts {
        guard let conflicting = self[other] else { continue }
        throw .conflict(
          occurrence.spelling, conflicting.spelling, reason: "one says less, the other more")
      }
    }
  }
}
