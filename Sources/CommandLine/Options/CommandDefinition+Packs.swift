/// Commands for those who write packs.
extension CommandDefinition {
  static let initialize = CommandDefinition(
    id: .initialize, operands: Operands(usage: "DIR", count: 1...1, kind: .folder),
    summary: "write a small pack with an article to begin with",
    details: """
      Writes a commented pack into DIR/rules and an article with its expectation into \
      DIR/fixtures. DIR must not exist, or be empty. Then `duban test DIR` runs the examples and \
      the article, `duban check DIR` the pack.
      """,
    options: [.rules, .lang, .quiet, .verbose, .help], formats: [],
    examples: [
      Example(command: "duban init my-pack", purpose: "a pack of your own"),
      Example(command: "duban init my-pack --lang en", purpose: "with English texts"),
    ])

  static let schema = CommandDefinition(
    id: .schema,
    operands: Operands(
      usage: "[FORM]", count: 0...1,
      kind: .choice(SchemaCommand.Form.allCases.map(\.rawValue))),
    summary: "print the keys of rule files, as JSON Schema or Markdown",
    details: """
      FORM json (the default) is a JSON Schema, draft 2020-12, with which editors check and \
      complete rule files; markdown is a reference of all keys. Both come from the table that the \
      program itself reads rule files with.
      """,
    options: [.output, .help], formats: [],
    examples: [
      Example(command: "duban schema > duban.schema.json", purpose: "for an editor"),
      Example(command: "duban schema markdown", purpose: "for reading"),
    ])
}
