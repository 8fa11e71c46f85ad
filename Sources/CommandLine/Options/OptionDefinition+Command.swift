import Reporting

extension OptionDefinition {
  /// The option `id` as `command` takes it: its help says what this command reads and writes.
  static func of(_ id: OptionID, in command: CommandID) -> OptionDefinition {
    let definition = of(id)
    let choices = definition.choices(for: command)
    switch id {
    case .format:
      let forms = choices.compactMap { name in form(of: name).map { "\(name) is \($0)" } }
      let sentences = [forms.joined(separator: ", "), "Default: \(choices.first ?? "")"]
      return definition.saying(
        choices.map { $0 == choices.first ? "\($0) (for people)" : $0 }.joined(separator: ", "),
        sentences.filter { !$0.isEmpty }.map { $0 + "." }.joined(separator: " "))
    case .input where choices.contains(Invocation.savedInput):
      return definition.saying(
        "files hold records (\(RecordForm.allCases.map(\.rawValue).joined(separator: ", "))), or "
          + Invocation.savedInput,
        definition.details + " \(Invocation.savedInput) is what classify wrote as ndjson or json.")
    default: return definition
    }
  }

  /// What a format is that programs take; nil for those that a terminal shows.
  private static func form(of name: String) -> String? {
    if name == CheckFormat.github.rawValue { return "notes in a workflow" }
    return switch OutputFormat(rawValue: name) {
    case .json: "one value"
    case .ndjson: "one object a line"
    case .csv: "rows for a spreadsheet"
    case .markdown: "for documents"
    case .html: "one page that loads nothing"
    case .sarif: "for editors and code hosts"
    case .table, nil: nil
    }
  }

  private func saying(_ summary: String, _ details: String) -> OptionDefinition {
    OptionDefinition(
      id, short: short, value: value, category: category, summary: summary, details: details,
      isRepeatable: isRepeatable, conflicts: conflicts)
  }
}
