import Reporting

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
    case .minSpecificity:
      OptionDefinition(
        .minSpecificity, value: Value(name: "N", kind: .text), category: .listing,
        summary: "only tasks with at least this specificity",
        details: "A number from 0 to 100.")
    case .minAccountability:
      OptionDefinition(
        .minAccountability, value: Value(name: "N", kind: .text), category: .listing,
        summary: "only tasks with at least this accountability",
        details: "A number from 0 to 100.")
    case .failUnder:
      OptionDefinition(
        .failUnder, value: Value(name: "N", kind: .text), category: .listing,
        summary: "exit with status 1 where the mean specificity of a draft is under N",
        details: "A number from 0 to 100.")
    case .bom:
      OptionDefinition(
        .bom, category: .listing, summary: "begin CSV with a byte order mark",
        details: "Spreadsheets that take CSV for an old encoding show Chinese rightly with it.")
    default:
      OptionDefinition(
        .sort,
        value: Value(name: "ORDER", kind: .choice(Ledger.Order.allCases.map(\.rawValue))),
        category: .listing, summary: "order: deadline, article, specificity, accountability",
        details: """
          deadline puts the earliest first and what has none last; the scores put the lowest first. \
          Default: deadline.
          """)
    }
  }
}
