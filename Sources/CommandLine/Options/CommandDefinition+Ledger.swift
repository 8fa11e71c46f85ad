extension CommandDefinition {
  static let ledger = CommandDefinition(
    id: .ledger, operands: Operands(usage: "PATH…", count: 1...Int.max, kind: .file),
    summary: "list the tasks that articles give: who, what, by when, and what is left open",
    details: """
      One row a directive: article, place, date, speaker, task, who must act and how that was found, \
      deadline as a date, frequency, the words of every slot, both scores, and which of these are \
      missing. Deadlines such as “by the end of the month” count from the date of the article.
      """,
    options: [
      .missing, .minSpecificity, .minAccountability, .sort, .bom, .input, .textField, .idField,
      .manifest, .rules, .pack, .encoding, .format, .output, .lang, .color, .verbose, .quiet,
      .threads, .help,
    ], formats: [.table, .markdown, .json, .csv],
    examples: [
      Example(
        command: "duban ledger speech.txt --missing deadline", purpose: "what has no date"),
      Example(
        command: "duban ledger articles/ -f csv --bom -o ledger.csv", purpose: "for a spreadsheet"),
    ])
}
