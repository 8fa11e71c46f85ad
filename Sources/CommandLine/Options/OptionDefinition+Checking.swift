extension OptionDefinition {
  /// The options of `check` alone.
  static func checking(_ id: OptionID) -> OptionDefinition {
    switch id {
    case .fix:
      OptionDefinition(
        .fix, category: .checking, summary: "make the corrections that can be made safely",
        details: """
          Changes the rule files where a problem says how (`= help:`), and nothing else in them. \
          Corrections that touch one another are made one after the other. A correction after which \
          there are more errors is not made, except where it lets a file be read whose errors nobody \
          could see before: those are left to be looked at.
          """)
    case .dryRun:
      OptionDefinition(
        .dryRun, category: .checking, summary: "with --fix: print the changes, make none",
        details: "Prints the changes as a unified diff that `patch -p0` takes.")
    case .strict:
      OptionDefinition(
        .strict, category: .checking, summary: "warnings count as problems",
        details: "Exit status 1 where there are warnings too.")
    case .list:
      OptionDefinition(
        .list, category: .checking, summary: "list all kinds of problems",
        details: "Prints every id with its severity and one line on what it means. Reads no rules.")
    default:
      OptionDefinition(
        .explain, value: Value(name: "ID", kind: .text), category: .checking,
        summary: "say what one kind of problem means",
        details: "Prints what the id means and how to allow it. Reads no rules.")
    }
  }
}
