/// Writes shell completions from the definitions of commands and options.
package enum CompletionWriter {
  /// The shells that a script can be written for.
  package enum Shell: String, Hashable, Sendable, CaseIterable {
    case bash
    case zsh
    case fish
  }

  /// The script for `shell`.
  package static func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash()
    case .zsh: zsh()
    case .fish: fish()
    }
  }

  private static var commands: [CommandDefinition] {
    CommandID.allCases.map(CommandDefinition.of)
  }

  private static func spellings(_ option: OptionDefinition) -> [String] {
    (option.short.map { ["-\($0)"] } ?? []) + ["--\(option.name)"]
  }

  private static func bash() -> String {
    let names = commands.map(\.name).joined(separator: " ")
    let values = OptionID.allCases.map(OptionDefinition.of).flatMap { option -> [String] in
      guard let value = option.value else { return [] }
      var cases: [String] = []
      // What one command takes otherwise than most stands in front of what all others take.
      for command in commands where command.options.contains(option.id) {
        let choices = option.choices(for: command.id)
        if choices != value.choices {
          cases.append(bashCase(command.name, option, .choice(choices)))
        }
      }
      return cases + [bashCase("*", option, value.kind)]
    }
    let cases = commands.map { command in
      let options = command.options.map { "--\($0.rawValue)" }.joined(separator: " ")
      return "    \(command.name)) words=\"\(options)\"; operands=\"\(operands(command))\" ;;"
    }
    return """
      _duban_offer() {
        local line
        COMPREPLY=()
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$@" -- "$current")
      }
      _duban() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
        local words="" operands=""
        compopt -o filenames 2>/dev/null
        case "${COMP_WORDS[1]} $previous" in
      \(values.joined(separator: "\n"))
        esac
        if [ "$COMP_CWORD" -eq 1 ]; then
          _duban_offer -W "\(names) --help --version"
          return
        fi
        case "${COMP_WORDS[1]}" in
      \(cases.joined(separator: "\n"))
        esac
        if [[ "$current" == -* ]]; then
          _duban_offer -W "$words"
        elif [ -n "$operands" ]; then
          _duban_offer -W "$operands"
        else
          _duban_offer -f
        fi
      }
      complete -F _duban duban

      """
  }

  /// A case of the command and the word before the current one; `*` is any command.
  private static func bashCase(
    _ command: String, _ option: OptionDefinition, _ kind: OptionDefinition.Value.Kind
  ) -> String {
    let start = command == "*" ? "*\"" : "\"\(command)"
    let patterns = spellings(option).map { "\(start) \($0)\"" }.joined(separator: "|")
    return "    \(patterns)) \(bashWords(kind)); return ;;"
  }

  private static func bashWords(_ kind: OptionDefinition.Value.Kind) -> String {
    switch kind {
    case .choice(let choices):
      "_duban_offer -W \"\(choices.joined(separator: " "))\""
    case .file: "_duban_offer -f"
    case .folder: "_duban_offer -d"
    case .text: "COMPREPLY=()"
    }
  }

  private static func operands(_ command: CommandDefinition) -> String {
    guard case .choice(let choices) = command.operands.kind else { return "" }
    return choices.joined(separator: " ")
  }

  private static func zsh() -> String {
    let names = commands.map { "    '\($0.name):\(zshEscape($0.summary))'" }
    let cases = commands.map { command in
      let options = command.options.map { OptionDefinition.of($0, in: command.id) }.map {
        "        \(zshOption($0, of: command))"
      }
      let operand =
        operands(command).isEmpty ? "'*:path:_files'" : "'1:value:(\(operands(command)))'"
      return """
            \(command.name)) _arguments \\
        \((options + ["        \(operand)"]).joined(separator: " \\\n")) ;;
        """
    }
    return """
      #compdef duban
      _duban() {
        local -a commands
        commands=(
      \(names.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command="$words[2]"
        shift words
        (( CURRENT-- ))
        case "$command" in
      \(cases.joined(separator: "\n"))
        esac
      }
      compdef _duban duban

      """
  }

  private static func zshOption(
    _ option: OptionDefinition, of command: CommandDefinition
  ) -> String {
    var action = ""
    if let value = option.value {
      switch value.kind {
      case .choice:
        let choices = option.choices(for: command.id)
        action = ":\(value.name):(\(choices.joined(separator: " ")))"
      case .file: action = ":\(value.name):_files"
      case .folder: action = ":\(value.name):_files -/"
      case .text: action = ":\(value.name):"
      }
    }
    let description = "[\(zshEscape(option.summary))]"
    return spellings(option).map { "'\($0)\(description)\(action)'" }.joined(separator: " ")
  }

  private static func zshEscape(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if ":[]".contains(character) { result.append("\\") }
      result.append(character == "'" ? "’" : character)
    }
  }

  private static func fish() -> String {
    var lines = ["complete -c duban -f"]
    lines += commands.map { command in
      "complete -c duban -n __fish_use_subcommand -a \(command.name) -d '\(fishText(command.summary))'"
    }
    for command in commands {
      let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
      lines += command.options.map { OptionDefinition.of($0, in: command.id) }.map { option in
        let short = option.short.map { " -s \($0)" } ?? ""
        return
          "complete -c duban \(condition)\(short) -l \(option.name)\(fishValue(option, of: command))"
          + " -d '\(fishText(option.summary))'"
      }
      let words = operands(command)
      lines.append("complete -c duban \(condition) " + (words.isEmpty ? "-F" : "-a '\(words)'"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fishValue(
    _ option: OptionDefinition, of command: CommandDefinition
  ) -> String {
    switch option.value?.kind {
    case nil: ""
    case .choice: " -x -a '\(option.choices(for: command.id).joined(separator: " "))'"
    case .file, .folder: " -r -F"
    case .text: " -x"
    }
  }

  private static func fishText(_ text: String) -> String {
    text.reduce(into: "") { $0 += $1 == "'" ? "\\'" : String($1) }
  }
}
