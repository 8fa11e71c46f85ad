extension CommandDefinition {
  static let explain = CommandDefinition(
    id: .explain, operands: Operands(usage: "[FILE]", count: 0...1, kind: .file),
    summary: "show why an article was read as it was",
    details: """
      Shows for paragraphs of an article which rules hold and what each of their conditions found, \
      which exceptions and vetoes stopped a rule, how near others came, how labels and slots \
      resolved and how scores add up. Without --paragraph or --line: paragraphs that carry a tag. \
      With --text a text is explained in the place of a file, read as rules' examples are read. \
      JSON counts in left_out the members of a condition that do not hold in any part; --verbose \
      writes them.
      """,
    options: [.paragraph, .line, .rule, .label, .text, .all, .manifest]
      + reporting.filter { $0 != .threads },
    formats: ExplainFormat.names,
    examples: [
      Example(command: "duban explain a.txt --paragraph 3", purpose: "one paragraph"),
      Example(
        command: "duban explain a.txt --rule supervision/covert-check",
        purpose: "where one rule holds, and where nearly"),
      Example(command: "duban explain --text '...' --label time", purpose: "a label in a text"),
    ])
}
