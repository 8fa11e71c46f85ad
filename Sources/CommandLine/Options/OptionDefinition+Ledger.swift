extension OptionDefinition {
  /// Options about lists of tasks.
  static func ledger(_ id: OptionID) -> OptionDefinition {
    switch id {
    case .missing:
      OptionDefinition(
        .missing, value: Value(name: "COLUMN", kind: .text), category: .listing,
        summary: "only tasks that lack this: a slot, or deadline, frequency, speaker",
        details: """
          A slot may be called by its name, symbol or title in the pack. Given several times, all of \
          them must be missing.
          """, isRepeatable: true)
    case .min:
      OptionDefinition(
        .min, value: Value(name: "SCORE=N", kind: .text), category: .listing,
        summary: "only tasks whose score of that name is at least N",
        details: """
          SCORE is a score of the pack by name or title, N a number from 0 to 100. Given several \
          times, all of them must be reached.
          """, isRepeatable: true)
    case .minSpecificity:
      OptionDefinition(
        .minSpecificity, value: Value(name: "N", kind: .text), category: .listing,
        summary: "only tasks with at least this specificity",
        details: "A number from 0 to 100; short for `--min specificity=N`.")
    case .minAccountability:
      OptionDefinition(
        .minAccountability, value: Value(name: "N", kind: .text), category: .listing,
        summary: "only tasks with at least this accountability",
        details: "A number from 0 to 100; short for `--min accountability=N`.")
    case .failUnder:
      OptionDefinition(
        .failUnder, value: Value(name: "N", kind: .text), category: .listing,
        summary: "exit with status 1 where the mean score of a draft is under N",
        details: "A number from 0 to 100, for the first score of the pack.")
    default:
      OptionDefinition(
        .sort,
        value: Value(name: "ORDER", kind: .text), category: .listing,
        summary: "order: deadline, article, or a score of the pack",
        details: """
          deadline puts the earliest first and what has none last; a score, by name or title, puts \
          the lowest first. Default: deadline.
          """)
    }
  }
}
