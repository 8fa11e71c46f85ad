extension CommandDefinition {
  static let compare = CommandDefinition(
    id: .compare, operands: Operands(usage: "PATH…", count: 1...Int.max, kind: .file),
    summary: "compare groups of articles, such as cities",
    details: """
      Reads articles like classify, or analyses that classify saved (--input analysis), and compares \
      groups of them: scores, tags, slots, classes and kinds of statements, as means over articles \
      with intervals, and tests of each group against the others. Groups stand in the order of their \
      names and are never ranked; what so few articles cannot tell is said, with the reason. \
      docs/comparing.md explains the figures.
      """,
    options: [
      .by, .within, .minArticles, .contrast, .wording, .allowMixed, .draws, .seed, .names, .bom,
    ] + records
      + reporting,
    formats: CompareFormat.names,
    examples: [
      Example(command: "duban compare articles/ --by place", purpose: "cities side by side"),
      Example(
        command: "duban compare articles/ --by province -m facts.csv",
        purpose: "groups from a table"),
      Example(
        command: "duban compare --input analysis all.ndjson --by place --within type",
        purpose: "analysed once, compared often"),
      Example(
        command: "duban compare articles/ --by place --wording",
        purpose: "also what is borrowed, which words differ, what makes the gap"),
    ])
}
