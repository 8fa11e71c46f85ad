extension CommandDefinition {
  /// The definition of `id`.
  package static func of(_ id: CommandID) -> CommandDefinition {
    switch id {
    case .classify: classify
    case .compare: compare
    case .check: check
    case .explain: explain
    case .test: test
    case .diff: diff
    case .evaluate: evaluate
    case .ledger: ledger
    case .review: review
    case .coverage: coverage
    case .watch: watch
    case .initialize: initialize
    case .schema: schema
    case .syntax: syntax
    case .format: format
    case .completions: completions
    case .help: help
    case .version: version
    }
  }

  private static let paths = Operands(usage: "PATH…", count: 1...Int.max, kind: .file)
  static let records: [OptionID] = [.input, .textField, .idField, .manifest]
  static let reporting: [OptionID] = [
    .rules, .pack, .encoding, .format, .output, .lang, .color, .verbose, .quiet, .threads, .help,
  ]

  private static let classify = CommandDefinition(
    id: .classify, operands: paths,
    summary: "tag paragraphs, find directives and score them",
    details: """
      Reads articles and reports the tags of every paragraph, the directives in it, \
      their scores, and the words that earned each point. A PATH is a file, a folder (searched \
      downwards for .txt, .text, .md, .html, .htm, .shtml, .xhtml and .docx) or - for standard input. A header of `key: value` lines \
      between two lines `---` at the head of an article, a file NAME.meta.yaml beside NAME.txt, \
      and --manifest state title, place, date, type, outlet or anything else; the later of the \
      three counts.
      """,
    options: records + reporting + [.names, .bom], formats: ClassifyFormat.names,
    examples: [
      Example(command: "duban classify articles/", purpose: "a report for reading"),
      Example(
        command: "duban classify -f ndjson articles/ > all.ndjson", purpose: "one object a line"),
      Example(
        command: "duban classify -f csv -o directives.csv a.txt", purpose: "a row a directive"),
      Example(
        command: "duban classify -f csv --lang zh --bom -o directives.csv a.txt",
        purpose: "for a Chinese spreadsheet"),
      Example(
        command: "duban classify --input ndjson --text-field content all.ndjson -f csv",
        purpose: "one article a record"),
      Example(
        command: "duban classify -f html -o page.html a.txt", purpose: "a page to read and disagree"
      ),
      Example(command: "duban classify --rules my-pack -", purpose: "own rules, text from a pipe"),
    ])

  private static let check = CommandDefinition(
    id: .check, operands: Operands(usage: "[RULES]", count: 0...1, kind: .folder),
    summary: "check a rule pack and print what is wrong with it",
    details: """
      Prints every problem of the pack with file, line, column and remedy: errors, and warnings of \
      what is said in vain. A comment `# duban: allow ID` on the line or the line before allows a \
      warning there, `# duban: allow-file ID` in the file. Exit status 1 when there are errors, 0 \
      when there are none or warnings only.
      """,
    options: [
      .rules, .pack, .fix, .dryRun, .strict, .list, .explain, .format, .output, .color, .quiet,
      .verbose, .threads, .help,
    ], formats: CheckFormat.allCases.map(\.rawValue),
    examples: [
      Example(command: "duban check rules/my-pack", purpose: "before a run"),
      Example(command: "duban check rules/my-pack --fix --dry-run", purpose: "what --fix would do"),
      Example(command: "duban check -f github --strict", purpose: "in a workflow"),
    ])

  private static let test = CommandDefinition(
    id: .test, operands: Operands(usage: "[PATH…]", count: 0...Int.max, kind: .file),
    summary: "run the examples of rules and expectations of articles",
    details: """
      Runs the examples of every rule, and every article beside which stands its .expect.yaml. \
      Without PATH: the examples, and fixtures/articles where there is one. A single PATH that \
      is a pack, or holds one in `rules`, is tested with that pack. Exit status 1 when anything \
      differs, 2 when a PATH holds nothing to compare.
      """,
    options: [.manifest] + reporting, formats: TestFormat.names,
    examples: [
      Example(command: "duban test fixtures/articles", purpose: "after a change of rules"),
      Example(command: "duban test -f json -o test.json", purpose: "in a workflow"),
    ])

  private static let completions = CommandDefinition(
    id: .completions,
    operands: Operands(
      usage: "SHELL", count: 1...1, kind: .choice(CompletionWriter.Shell.allCases.map(\.rawValue))),
    summary: "print completions for bash, zsh or fish",
    details: "Prints a script that the shell reads at its start.",
    options: [.help], formats: [],
    examples: [
      Example(
        command: "duban completions fish > ~/.config/fish/completions/duban.fish",
        purpose: "for fish"),
      Example(command: "source <(duban completions bash)", purpose: "for this bash"),
    ])

  private static let help = CommandDefinition(
    id: .help,
    operands: Operands(
      usage: "[COMMAND]", count: 0...1, kind: .choice(CommandID.allCases.map(\.rawValue))),
    summary: "print help on a command",
    details: "The same as COMMAND --help.", options: [.help], formats: [], examples: [])

  private static let version = CommandDefinition(
    id: .version, operands: Operands(usage: "", count: 0...0, kind: .text),
    summary: "print the version", details: "The same as --version.", options: [.help],
    formats: [], examples: [])
}
