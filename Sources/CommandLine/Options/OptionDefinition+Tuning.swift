extension OptionDefinition {
  static func tuning(_ id: OptionID) -> OptionDefinition {
    switch id {
    case .examples:
      OptionDefinition(
        .examples, category: .tuning, summary: "count the examples of the rules too",
        details: "What an example exercises counts as exercised.")
    case .fail:
      OptionDefinition(
        .fail, category: .tuning, summary: "exit with status 1 when anything differs",
        details: "For checks that must not change any result.")
    case .never:
      OptionDefinition(
        .never, category: .tuning, summary: "only what never took part",
        details: "Leaves out everything with a count.")
    default:
      OptionDefinition(
        .once, category: .tuning, summary: "end after the first change",
        details: "Waits for one change, prints what it flips, and ends.")
    }
  }
}
