extension CommandDefinition {
  static let diff = CommandDefinition(
    id: .diff, operands: Operands(usage: "RULES_A RULES_B PATH…", count: 3...Int.max, kind: .file),
    summary: "what two packs say differently about articles",
    details: """
      Analyses the articles by both packs and prints every tag, level, slot, directive, score and \
      field that differs, what it was and what it is, and the rules of either pack that gave it. \
      Labels that only one pack has are listed once.
      """,
    options: [.fail, .bom] + records + reporting.filter { $0 != .rules },
    formats: DiffFormat.names,
    examples: [
      Example(command: "duban diff rules/old rules/new articles/", purpose: "for reading"),
      Example(command: "duban diff old new articles/ --fail -q", purpose: "status 1 on a flip"),
    ])

  static let coverage = CommandDefinition(
    id: .coverage, operands: Operands(usage: "PATH…", count: 1...Int.max, kind: .file),
    summary: "how often each part of the pack took part",
    details: """
      Counts over the articles, for each rule the windows in which it gave its labels, for each \
      member of its condition those in which it held, for each exception the matches it voided, \
      for each veto the windows it stopped, and for each term its occurrences.
      """,
    options: [.never, .examples, .bom] + records + reporting, formats: CoverageFormat.names,
    examples: [
      Example(command: "duban coverage articles/", purpose: "all counts"),
      Example(
        command: "duban coverage articles/ --never --examples",
        purpose: "what nothing exercises"),
    ])

  static let watch = CommandDefinition(
    id: .watch, operands: Operands(usage: "RULES PATH…", count: 2...Int.max, kind: .file),
    summary: "show what each save of a rule or article changes",
    details: """
      Analyses the articles, waits for a change of the pack, of an article or of the .expect.yaml \
      beside one, and prints what it flips and by which rule, with the examples and expectations \
      that no longer hold. While the pack has errors they are shown and the last good rules stay.
      """,
    options: [
      .once, .manifest, .pack, .encoding, .lang, .color, .verbose, .quiet, .threads, .help,
    ], formats: [],
    examples: [Example(command: "duban watch rules/my-pack articles/", purpose: "while tuning")])
}
