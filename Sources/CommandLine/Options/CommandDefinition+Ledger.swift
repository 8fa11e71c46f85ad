extension CommandDefinition {
  static let ledger = CommandDefinition(
    id: .ledger, operands: Operands(usage: "PATH…", count: 1...Int.max, kind: .file),
    summary: "list the tasks that articles give, and what is left open",
    details: """
      One row a directive: article, place, date, speaker, task, who must act and how that was found, \
      deadline as a date, frequency, the words of every slot, the scores, and which of these are \
      missing. Deadlines such as “by the end of the month” count from the date of the article.
      """,
    options: [
      .missing, .min, .minSpecificity, .minAccountability, .sort, .bom, .input, .textField,
      .idField,
      .manifest, .names, .rules, .pack, .encoding, .format, .output, .lang, .color, .verbose,
      .quiet, .threads, .help,
    ], formats: LedgerFormat.names,
    examples: [
      Example(
        command: "duban ledger speech.txt --missing deadline", purpose: "what has no date"),
      Example(
        command: "duban ledger articles/ --sort specificity", purpose: "the vaguest first"),
      Example(
        command: "duban ledger articles/ -f csv --bom -o ledger.csv", purpose: "for a spreadsheet"),
    ])

  static let review = CommandDefinition(
    id: .review, operands: Operands(usage: "DRAFT…", count: 1...Int.max, kind: .file),
    summary: "what a draft leaves open, for the person who writes it",
    details: """
      Prints every directive of a draft with what a reader could not check tomorrow: who must do it, \
      by when, how much, who checks, to whom it is reported, what follows if not; and what each \
      would do to the scores. Vague orders are not always bad orders: the list asks, it does not \
      judge.
      """,
    options: [.failUnder] + records + reporting + [.names], formats: ReviewFormat.names,
    examples: [
      Example(command: "duban review speech.docx", purpose: "before it is read out"),
      Example(
        command: "duban review drafts/ -f json --names mask -o open.json", purpose: "to pass on"),
      Example(
        command: "duban review drafts/ -f sarif --fail-under 40", purpose: "in a workflow"),
    ])
}
