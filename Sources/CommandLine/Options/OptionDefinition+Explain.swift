extension OptionDefinition {
  static func explaining(_ id: OptionID) -> OptionDefinition {
    switch id {
    case .paragraph:
      OptionDefinition(
        .paragraph, value: Value(name: "N", kind: .text), category: .explaining,
        summary: "a body paragraph, counted as in classify",
        details: "From 1. May be given several times.", isRepeatable: true)
    case .line:
      OptionDefinition(
        .line, value: Value(name: "N", kind: .text), category: .explaining,
        summary: "the block that begins on this line, body or not",
        details: """
          Also shows why a line is no body text: the rules that gave its zone. May be given several \
          times.
          """, isRepeatable: true)
    case .rule:
      OptionDefinition(
        .rule, value: Value(name: "ID", kind: .text), category: .explaining,
        summary: "only this rule, where it holds and where not",
        details: """
          With --paragraph or --line in every window there; else where it holds, and its nearest \
          misses.
          """)
    case .label:
      OptionDefinition(
        .label, value: Value(name: "NAME", kind: .text), category: .explaining,
        summary: "only rules that give this label",
        details: "A tag, slot, zone, mark or any other label of the pack.")
    case .text:
      OptionDefinition(
        .text, value: Value(name: "TEXT", kind: .text), category: .explaining,
        summary: "explain this text, not a file",
        details: "It is read like an example of a rule: as body text in which bare orders count.")
    default:
      OptionDefinition(
        .all, category: .explaining, summary: "all paragraphs and all near misses",
        details: "Without it only paragraphs with tags, and the few nearest misses.")
    }
  }
}
