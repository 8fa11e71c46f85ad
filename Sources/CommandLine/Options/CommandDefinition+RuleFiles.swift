/// Commands about rule files as text.
extension CommandDefinition {
  static let syntax = CommandDefinition(
    id: .syntax, operands: Operands(usage: "FILE…", count: 1...Int.max, kind: .file),
    summary: "print the data of files in the rule language's YAML",
    details: """
      Reads files, folders (searched downwards for .yaml) or - for standard input and prints their \
      data before any rule is made of it: mappings in order, lists, and every scalar as text. The \
      table shows the tree with line and column of each node. json is the plain data, one value a \
      line for each file that is read; an empty file is null. ndjson is one record a file with \
      source, data and diagnostics. Exit status 1 where a file has mistakes, which are printed on \
      standard error.
      """,
    options: [.format, .output, .color, .quiet, .help], formats: SyntaxFormat.names,
    examples: [
      Example(command: "duban syntax rules/my-pack/pack.yaml", purpose: "what was read"),
      Example(command: "duban syntax -f json a.yaml | jq .rules", purpose: "for other programs"),
    ])

  static let format = CommandDefinition(
    id: .format, operands: Operands(usage: "[PATH…]", count: 0...Int.max, kind: .file),
    summary: "give rule files their canonical layout",
    details: """
      Rewrites files, folders (searched downwards for .yaml) or, without PATH, the pack: two blanks \
      a level, lists indented under their key, no blanks at line ends, at most one blank line, \
      quotes on a line of their own only where they are needed. Comments, their order, line breaks \
      inside brackets and the data stay. A file with mistakes is left as it is. - reads standard \
      input and prints the result.
      """,
    options: [.check, .rules, .pack, .color, .quiet, .verbose, .help], formats: [],
    examples: [
      Example(command: "duban format", purpose: "the pack in use"),
      Example(command: "duban format --check rules/", purpose: "in CI: exit status 1"),
    ])
}
