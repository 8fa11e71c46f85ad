/// What a pack says of comparing articles.
extension MappingDefinition {
  static let comparison = MappingDefinition(
    "`comparison`", place: "`comparison`",
    [
      KeyDefinition(
        "masks", .named(.plain, .mapping(.mask)),
        "names by kind, hidden before wording is compared"),
      KeyDefinition(
        "name-fields", .list(.labelName), "metadata whose values are names, hidden too"),
      KeyDefinition(
        "formulas", .list(.pattern), "words whose share of a text is its formula share"),
      KeyDefinition(
        "phases", .named(.plain, .mapping(.phase)), "phases of the campaign by name, in their order"
      ),
      KeyDefinition(
        "sentences", .mapping(.sentences), "templates of sentences that reports make of figures"),
      KeyDefinition("forbidden", .list(.text), "words that no such sentence may hold"),
    ])

  static let mask = MappingDefinition(
    "a mask", place: "`comparison`, `masks`, under the name of the kind",
    [
      KeyDefinition("title", titled, standard: "the name", "what reports call the kind"),
      KeyDefinition("patterns", .list(.pattern), isRequired: true, "words that hold a name"),
      KeyDefinition(
        "except", .list(.pattern),
        "a match that shares a character with a match of one of these is no name"),
      KeyDefinition(
        "trim", .list(.pattern), "words at both ends of a match that do not belong to the name"),
    ])

  static let phase = MappingDefinition(
    "a phase", place: "`comparison`, `phases`, under the name of the phase",
    [
      KeyDefinition("title", titled, standard: "the name", "what reports call the phase"),
      KeyDefinition(
        "from", .date, isRequired: true, "where the phase begins, such as `2021-03`"),
      KeyDefinition("to", .date, isRequired: true, "where it ends; the whole of it counts"),
    ])

  static let sentences = MappingDefinition(
    "`sentences`", place: "`comparison`, `sentences`",
    ComparisonSettings.Template.allCases.map { template in
      let blanks = template.blanks.map { "{\($0)}" }.joined(separator: ", ")
      return KeyDefinition(
        template.rawValue, .mapping(.title),
        template.summary + (blanks.isEmpty ? "" : "; blanks \(blanks)"))
    })
}

extension ComparisonSettings.Template {
  fileprivate var summary: String {
    switch self {
    case .stated: "how many directives of two groups state a slot"
    case .untested: "too few texts for a test"
    case .weights: "how often a difference keeps its direction under other weights"
    case .standing: "what scores are about"
    }
  }
}
