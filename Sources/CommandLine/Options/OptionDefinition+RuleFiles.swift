extension OptionDefinition {
  static let check = OptionDefinition(
    .check, category: .output, summary: "change nothing; exit status 1 if a file would change",
    details: "Names the files whose layout is not canonical.")
}
