extension OptionDefinition {
  /// The definition of `id`.
  package static func of(_ id: OptionID) -> OptionDefinition {
    switch id {
    case .allowMixed, .by, .contrast, .draws, .minArticles, .within, .wording: comparing(id)
    case .idField, .input, .manifest, .names, .textField: records(id)
    case .failUnder, .min, .minAccountability, .minSpecificity, .missing, .sort: ledger(id)
    case .articles, .second, .seed, .split: evaluating(id)
    case .check: check
    case .dryRun, .explain, .fix, .list, .strict: checking(id)
    case .rules, .pack: rules(id)
    case .encoding: encoding
    case .all, .label, .line, .paragraph, .rule, .text: explaining(id)
    case .examples, .fail, .never, .once: tuning(id)
    case .help, .version, .threads: other(id)
    case .bom, .color, .format, .lang, .output, .quiet, .verbose: output(id)
    }
  }

  private static func rules(_ id: OptionID) -> OptionDefinition {
    if id == .pack {
      return OptionDefinition(
        .pack, short: "p", value: Value(name: "NAME", kind: .text), category: .rules,
        summary: "pack to use, where a folder holds several",
        details: """
          The name of a pack inside a folder of packs. Default: \(RulesLocator.defaultPack).
          """)
    }
    return OptionDefinition(
      .rules, short: "r", value: Value(name: "DIR", kind: .folder), category: .rules,
      summary: "rule pack, or a folder of packs",
      details: """
        A folder of .yaml files with a `pack:` header, or a folder that holds such folders. \
        Without it: the variable DUBAN_RULES, else `rules` in the working folder or the nearest \
        folder above it, else the rules beside the program.
        """)
  }

  private static func other(_ id: OptionID) -> OptionDefinition {
    switch id {
    case .threads:
      OptionDefinition(
        .threads, short: "j", value: Value(name: "N", kind: .text), category: .other,
        summary: "articles or examples worked on at the same time; default: all cores",
        details: "A number from 1 to 256. The output is the same for any number.")
    case .version:
      OptionDefinition(
        .version, short: "V", category: .other, summary: "print the version",
        details: "Prints the version of the program and of its formats.")
    default:
      OptionDefinition(
        .help, short: "h", category: .other, summary: "print help",
        details: "Prints the help of the command, or of the program.")
    }
  }

  /// The values that `command` takes; those of any command where it is not known yet.
  package func choices(for command: CommandID?) -> [String] {
    switch (id, command) {
    case (.input, .compare), (.input, nil):
      RecordForm.allCases.map(\.rawValue) + [Invocation.savedInput]
    case (.format, .some(let command)): CommandDefinition.of(command).formats
    default: value?.choices ?? []
    }
  }

  /// What any of the commands can write.
  private static var formats: [String] {
    let shared = OutputFormat.allCases.map(\.rawValue)
    return shared + CheckFormat.allCases.map(\.rawValue).filter { !shared.contains($0) }
  }

  private static func output(_ id: OptionID) -> OptionDefinition {
    switch id {
    case .color:
      OptionDefinition(
        .color, value: Value(name: "WHEN", kind: .choice(["auto", "always", "never"])),
        category: .output, summary: "colours: auto, always, never",
        details: """
          With auto, tables have colours on a terminal, unless NO_COLOR is set or TERM is dumb.
          """)
    case .bom:
      OptionDefinition(
        .bom, category: .output, summary: "begin CSV with a byte order mark",
        details: "Spreadsheets that take CSV for an old encoding show Chinese rightly with it.")
    case .lang:
      OptionDefinition(
        .lang, value: Value(name: "LANG", kind: .choice(["zh", "en"])), category: .output,
        summary: "language of tables: zh, en",
        details: """
          Default: zh where LC_ALL, LC_MESSAGES or LANG says so, else en. json, ndjson, csv and sarif \
          are for programs and do not follow the locale: en, unless this option is given. With zh \
          the columns of csv have Chinese names, in the same order, and choices their titles; json, \
          ndjson and sarif keep their names.
          """)
    case .output:
      OptionDefinition(
        .output, short: "o", value: Value(name: "FILE", kind: .file), category: .output,
        summary: "write to FILE instead of standard output",
        details: """
          The file appears when all is written; a run that fails, or that could read nothing, leaves \
          the old one. `-` is standard output.
          """)
    case .quiet:
      OptionDefinition(
        .quiet, short: "q", category: .output, summary: "no notices and no progress",
        details: "Errors are still printed on standard error.", conflicts: [.verbose])
    case .verbose:
      OptionDefinition(
        .verbose, short: "v", category: .output,
        summary: "whole paragraphs, parts of scores, the files in use",
        details: """
          Tables show paragraphs whole and the points of every part of a score; standard error \
          says which pack is used and where it was found.
          """)
    default:
      OptionDefinition(
        .format, short: "f",
        value: Value(name: "FORMAT", kind: .choice(formats)),
        category: .output, summary: "table (for people), json, csv and others",
        details: "Which of them a command writes, its own help says.")
    }
  }
}
