extension CommandDefinition {
  static let evaluate = CommandDefinition(
    id: .evaluate, operands: Operands(usage: "GOLD…", count: 1...Int.max, kind: .file),
    summary: "how well the rules agree with people's labels",
    details: """
      Analyses the articles that people labelled and compares: tags, directives, slots and scores, \
      over all articles, by document type and by noise, with intervals over articles, and the \
      paragraphs that were read worst. GOLD is a file of labels or a folder of such files \
      (docs/fixtures.md says what they hold); the articles lie beside them, in a folder `articles` \
      in theirs or beside it, or where --articles says.
      """,
    options: [
      .split, .second, .articles, .seed, .rules, .pack, .encoding, .format, .bom, .output, .lang,
      .color,
      .verbose, .quiet, .threads, .help,
    ], formats: EvaluateFormat.names,
    examples: [
      Example(command: "duban evaluate fixtures/gold", purpose: "all labels"),
      Example(
        command: "duban evaluate fixtures/gold --split test --second fixtures/gold-second",
        purpose: "held-out places, and how far people agree"),
    ])
}
